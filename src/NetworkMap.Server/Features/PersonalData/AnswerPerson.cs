using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>What is kept of whoever asks, to be printed: what, from where, since when, under which consent, and who could see it.</summary>
public static class AnswerPerson
{
    /// <summary>Something that is kept.</summary>
    public sealed record Kept(
        string Element, string Title, string Field, string Value, string? Source, DateTimeOffset? Since, ConsentDraft? Consent, IReadOnlyList<string>? Purposes, string Audience, bool IsShown);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/requests/{id}/answer", async (string id, HttpContext context, Requests requests, NetworkView view, LogReader log, AccountVault accounts, PersonalDataSettings settings, TimeProvider clock) =>
    {
        if (RequestRoutes.Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        if (await requests.FindAsync(id, context.RequestAborted) is not { } request)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        var (items, today) = (new List<Kept>(), Today.By(clock));
        foreach (var name in request.Value.Found)
        {
            items.AddRange(await KeptAsync(context, name, request.Value, view, log, accounts, today));
        }

        return Answers.Fleeting(context, new { from = await FromAsync(context, settings), name = request.Value.Name, what = Names<RequestKind>.Of(request.Value.What), received = request.Value.Received, day = today, items, steps = request.Value.Steps, readableUntil = settings.ReadableUntil(today) });
    }).WithSummary("What is kept of whoever made a request: what, from where, since when, under which consent, and who could see it.")
        .Takes(Parameter.Path("id", "The id of a request.", "0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9"))
        .Gives("""{"from":{"keeper":"Yayasan Rukun","contact":"surat@contoh.id","site":"https://peta.contoh.id","steward":"Sari"},"name":"Ibu Melati","what":"access","received":"2026-11-27T03:10:00Z","day":"2026-11-27","items":[{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","title":"Kelompok Melati","field":"contacts","value":"Ibu Melati, whatsapp +6281234567890","since":"2026-03-01T00:00:00Z","audience":"public","isShown":true}],"steps":[],"readableUntil":"2027-02-25"}""")
        .Refuses("steward_only", "not_permitted", "preview_only_looks", "element_unknown");

    /// <summary>Who writes to her: who answers for the data and how to reach them, where that is set; the address of this installation; and what the steward calls herself.</summary>
    private static async Task<object> FromAsync(HttpContext context, PersonalDataSettings settings)
    {
        var steward = Caller.Of(context).Account is { } account ? await context.RequestServices.GetRequiredService<AccountNames>().FindAsync(account, context.RequestAborted) : null;
        return new { keeper = settings.Keeper, contact = settings.KeeperContact, site = SiteAddress.Of(context), steward = steward?.Name };
    }

    private static async Task<IEnumerable<Kept>> KeptAsync(HttpContext context, string name, PersonRequest request, NetworkView view, LogReader log, AccountVault accounts, DateOnly today)
    {
        if (name.Split('/', 2) is ["account", var account])
        {
            return await accounts.FindAsync<Account>(account, context.RequestAborted) is { Value: var a } ? [new Kept(name, name, "account", string.Join(", ", new[] { a.Name, a.SignInName }.OfType<string>()), null, a.Made, null, null, "own", false)] : [];
        }

        if (name.Split('/', 2) is not [var kind, var id] || !Names<ElementKind>.TryParse(kind, out var known) || view.Latest.Full.Find(new ElementRef(known, id)) is not { } element)
        {
            return [];
        }

        var title = FindPerson.TitleOf(context, name, view);
        var matches = new[] { request.Name, request.Reach }.OfType<string>().Select(PersonFinder.Matcher).ToList();
        bool Tells(params string?[] texts) => matches.Exists(m => texts.Any(m));
        var kept = Of(element, name, title, today, Tells).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            kept[i] = kept[i] with { Since = await SinceAsync(element.Ref, kept[i], title, today, log, context.RequestAborted) };
        }

        return kept;
    }

    /// <summary>What an element keeps of her: contacts that tell of her, or all of them where none does by her name; other fields as they stand.</summary>
    private static IEnumerable<Kept> Of(Element element, string name, string title, DateOnly today, Func<string?[], bool> tells)
    {
        var source = element.Provenance.Source;
        Kept Plain(string field, string value) => new(name, title, field, value, source, null, null, null, "own", false);
        switch (element)
        {
            case Organization o:
                var hers = o.Contacts.Where(c => tells([c.Name, c.Value, c.Role, c.Consent?.GivenBy])).ToList();
                return
                [
                    .. hers.Select(c => new Kept(
                        name, title, "contacts", string.Join(", ", new[] { c.Name, c.Role, $"{Names<ContactChannel>.Of(c.Channel)} {c.Value}" }.OfType<string>()), source, null, c.ToDraft().Consent, c.ToDraft().Purposes,
                        Names<ContactAudience>.Of(c.Audience), c.Audience != ContactAudience.Own && c.ConsentOn(today) == ConsentState.Given)),
                    .. o.Note is { } note && tells([note]) ? new[] { Plain("note", note) } : [],
                ];
            case Place p:
                return [.. new[] { ("name", p.Name), ("address", p.Address), ("point", p.Point is { } point ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point.Latitude}, {point.Longitude}") : null) }.Where(f => f.Item2 is not null).Select(f => Plain(f.Item1, f.Item2!))];
            case Tie t:
                string?[] words = [t.Details?.Note, t.Statements.From?.Word, t.Statements.From?.Reason, t.Statements.To?.Word, t.Statements.To?.Reason];
                return [.. words.OfType<string>().Where(w => tells([w])).Select(w => Plain(w == t.Details?.Note ? "note" : "statements", w))];
            case Suggestion s:
                var asked = string.Join(", ", PersonFinder.TextsOf(s.Wanted).Distinct(StringComparer.Ordinal));
                return [.. new[] { ("wanted", asked), ("words", s.Words), ("sender", s.Sender), ("answer", s.Answer) }.Where(f => f.Item2?.Length > 0 && tells([f.Item2])).Select(f => Plain(f.Item1, f.Item2!))];
            default:
                return [];
        }
    }

    /// <summary>When it was first written down, by the log.</summary>
    private static async Task<DateTimeOffset?> SinceAsync(ElementRef element, Kept kept, string title, DateOnly today, LogReader log, CancellationToken cancellation)
    {
        DateTimeOffset? since = null;
        await foreach (var changeset in log.DownAsync(element, long.MaxValue, _ => false, cancellation, _ => { }))
        {
            var after = changeset.Revisions.LastOrDefault(r => r.Element == element)?.After;
            if (after is null || !Of(after, kept.Element, title, today, _ => true).Any(k => k.Field == kept.Field && k.Value == kept.Value))
            {
                break;
            }

            since = changeset.At;
        }

        return since;
    }
}
