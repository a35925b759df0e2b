using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Whose data got into wrong hands: the contacts and homes that stood there at any time of a span, as far as what was exposed holds them. A question alone; nothing is kept and nothing
/// is sent.</summary>
public static class ReadBreach
{
    private const int Most = 2000;

    /// <summary>What of a person was exposed, and with which element.</summary>
    public sealed record Concerned(string Organization, string Element, string Kind, string Who, IReadOnlyList<string> Data);

    private sealed record Question(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Known, string Exposed, string? Of);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/breach", async (HttpContext context, NetworkView view, LogReader log, PersonalDataSettings settings, TimeProvider clock) =>
    {
        if (RequestRoutes.Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var asked = Read(context, clock.GetUtcNow());
        if (!asked.TryValue(out var question))
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var full = view.Latest.Full;
        var concerned = (await InForceAsync(question, view, log, context.RequestAborted)).SelectMany(e => In(e, full, context, view)).Where(c => IsExposed(c, question, full)).Distinct(new ByPerson()).ToList();
        return Answers.Fleeting(context, new
        {
            from = question.From,
            until = question.Until,
            known = question.Known,
            due = question.Known.AddHours(settings.BreachHours),
            hours = settings.BreachHours,
            source = PersonalDataSettings.BreachSource,
            unverified = true,
            persons = concerned.DistinctBy(c => c.Kind == "home" ? c.Element : c.Who.ToUpperInvariant()).Count(),
            count = concerned.Count,
            items = concerned.Take(Most),
        });
    }).WithSummary("Whose contacts and homes stood in what was exposed, at any time of a span; and until when that has to be told.")
        .Takes(
            Parameter.Query("from", "Since when it was exposed.", "2026-11-20T00:00:00Z", "date_malformed") with { Required = true }, Parameter.Query("until", "Until when; now when absent.", "2026-11-27T00:00:00Z", "date_malformed"),
            Parameter.Query("known", "When it became known; now when absent.", "2026-11-27T00:00:00Z", "date_malformed"),
            Parameter.Query("exposed", "What was: `everything` (a backup file, or all of it to an audience), `account`, `element`.", "everything", "choice_unknown"),
            Parameter.Query("of", "The id of the account, or kind and id of the elements with commas between.", "organization/89ee382d-bde1-874d-9e0c-c112fa646bbd"))
        .Gives("""{"from":"2026-11-20T00:00:00Z","until":"2026-11-27T00:00:00Z","known":"2026-11-27T00:00:00Z","due":"2026-11-30T00:00:00Z","hours":72,"source":"UU 27/2022 pasal 46","unverified":true,"persons":1,"count":1,"items":[{"organization":"Kelompok Melati","element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","kind":"contact","who":"Ibu Melati","data":["name","whatsapp"]}]}""")
        .Refuses("steward_only", "not_permitted", "preview_only_looks", "date_malformed", "choice_unknown", "interval_reversed");

    private static Outcome<Question> Read(HttpContext context, DateTimeOffset now)
    {
        var (checks, query) = (new Checks(), context.Request.Query);
        DateTimeOffset At(string name, DateTimeOffset? absent)
        {
            var text = query[name].ToString();
            var instant = absent ?? now;
            var good = text.Length == 0 ? absent is not null : DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out instant);
            checks.Require(good, "date_malformed", name, ("value", text.Length > 40 ? text[..40] : text));
            return instant;
        }

        var (from, until, known, exposed) = (At("from", null), At("until", now), At("known", now), query["exposed"].ToString() is { Length: > 0 } stated ? stated : "everything");
        checks.Require(exposed is "everything" or "account" or "element", "choice_unknown", "exposed", ("value", exposed.Length > 40 ? exposed[..40] : exposed), ("choices", "everything, account, element"));
        checks.Require(from <= until, "interval_reversed", "until", ("from", from), ("until", until));
        return checks.Finish(new Question(from, until, known, exposed, query["of"].ToString() is { Length: > 0 } of ? of : null));
    }

    /// <summary>Every form that an organization or a place had at any time of the span.</summary>
    private static async Task<List<Element>> InForceAsync(Question question, NetworkView view, LogReader log, CancellationToken cancellation)
    {
        var (now, forms, atFirst) = (view.Latest, new List<Element>(), new Dictionary<ElementRef, Element?>());
        await foreach (var changeset in log.DownAsync(now.Sequence, cancellation))
        {
            if (changeset.At <= question.From)
            {
                break;
            }

            foreach (var revision in changeset.Revisions.Where(r => r.Element.Kind is ElementKind.Organization or ElementKind.Place or ElementKind.Suggestion or ElementKind.Grant))
            {
                atFirst[revision.Element] = revision.Before;
                if (revision.After is { } after && changeset.At <= question.Until)
                {
                    forms.Add(after);
                }
            }
        }

        forms.AddRange(atFirst.Values.OfType<Element>());
        forms.AddRange(new[] { ElementKind.Organization, ElementKind.Place, ElementKind.Suggestion }.SelectMany(now.Full.All).Where(e => !atFirst.ContainsKey(e.Ref)));
        return forms;
    }

    private static IEnumerable<Concerned> In(Element element, NetworkGraph full, HttpContext context, NetworkView view)
    {
        var name = element.Ref.ToString();
        return element switch
        {
            Organization o => o.Contacts.Select(c => new Concerned(o.Name, name, "contact", c.Name ?? c.Role ?? c.Value, [.. c.Name is null ? [] : new[] { "name" }, Names<ContactChannel>.Of(c.Channel)])),
            Place { Home: true } p => [new Concerned(full.Organization(p.Organization)?.Name ?? p.Organization.ToString(), name, "home", ReadErasure.TitleOf(context, p, view), [.. p.Address is null ? [] : new[] { "address" }, .. p.Point is null ? [] : new[] { "point" }, "region"])],
            Suggestion s when (s.Sender ?? s.Words ?? s.Answer) is not null => [new Concerned(
                s.Organization is { } of ? full.Organization(of)?.Name ?? of.ToString() : "", name, "suggestion", s.Sender ?? ReadErasure.TitleOf(context, s, view),
                [.. new[] { ("sender", s.Sender), ("words", s.Words ?? s.Answer) }.Where(f => f.Item2 is not null).Select(f => f.Item1)])],
            _ => [],
        };
    }

    /// <summary>Whether somebody's data is among what was exposed: by the elements that were, or by what the account may see of others.</summary>
    private static bool IsExposed(Concerned concerned, Question question, NetworkGraph full)
    {
        if (question.Exposed == "everything")
        {
            return true;
        }

        if (question.Exposed == "element")
        {
            if (SuggestionOf(concerned, full) is { } suggestion)
            {
                return question.Of?.Split(',').Any(e => e == concerned.Element || e == suggestion.About.ToString() || e == suggestion.Organization?.Ref.ToString()) == true;
            }

            var owner = concerned.Kind == "home" && concerned.Element.Split('/') is [_, var id] && full.Find(new ElementRef(ElementKind.Place, id)) is Place p ? p.Organization.Ref.ToString() : null;
            return question.Of?.Split(',').Any(e => e == concerned.Element || e == owner) == true;
        }

        var organization = concerned.Element.Split('/') is [var kind, var of] ? (kind == "organization" ? full.Find(new ElementRef(ElementKind.Organization, of)) as Organization
            : full.Find(new ElementRef(ElementKind.Place, of)) is Place home ? full.Organization(home.Organization) : SuggestionOf(concerned, full)?.Organization is { } about ? full.Organization(about) : null) : null;
        return full.GrantsOf(question.Of ?? "").Any(g => g.Role is Role.Steward or Role.OrganizationEditor or Role.Coordinator
            && (g.Organization is { } own ? organization?.Id == own : g.Region is not { } region || (organization?.Region is { } seat && region.Holds(seat))));
    }

    private static Suggestion? SuggestionOf(Concerned concerned, NetworkGraph full) =>
        concerned.Kind == "suggestion" && concerned.Element.Split('/') is [_, var id] ? full.Find(new ElementRef(ElementKind.Suggestion, id)) as Suggestion : null;

    private sealed class ByPerson : IEqualityComparer<Concerned>
    {
        public bool Equals(Concerned? one, Concerned? other) => one?.Element == other?.Element && one?.Who == other?.Who && one?.Kind == other?.Kind;

        public int GetHashCode(Concerned concerned) => HashCode.Combine(concerned.Element, concerned.Who, concerned.Kind);
    }
}
