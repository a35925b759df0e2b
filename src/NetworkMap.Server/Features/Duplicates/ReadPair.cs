using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Two organizations side by side, and what would become of all that they have if they were one.</summary>
public static class ReadPair
{
    private const int Shown = 100;

    /// <summary>A field of the two.</summary>
    /// <param name="Differs">True when they do not say the same.</param>
    /// <param name="Choices">Whose value can be chosen; empty where there is nothing to choose.</param>
    /// <param name="Usual">What is chosen unless somebody says otherwise.</param>
    public sealed record FieldAnswer(string Field, bool Differs, IReadOnlyList<string> Choices, string? Usual);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/pair", (HttpContext context, ElementForms forms, TimeProvider clock) =>
    {
        var (asked, asking) = (new Asked(context, clock), Asking.Of(context));
        if (DuplicateRoutes.Closed(asking.Caller) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var kept = DuplicateRoutes.Kept(asked.Checks, asking, "kept", asked.Text("kept"));
        var other = DuplicateRoutes.Kept(asked.Checks, asking, "other", asked.Text("other"));
        return asked.Refusals.Count > 0 || kept is null || other is null
            ? Problems.Refused(asked.Refusals, context)
            : Answers.Fleeting(context, Told(kept, other, asking, forms, context, Today.By(clock)));
    }).WithSummary("Two organizations side by side: every field of both, whose value would be kept, and what would move, come together or be dropped if `other` were merged into `kept`.")
        .Takes(
            Parameter.Query("kept", "The id of the organization that would stay.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_missing", "id_malformed", "organization_unknown") with { Required = true },
            Parameter.Query("other", "The id of the one that would go into it.", "30eb083d-e054-8da4-a28c-4de1028e0532", "id_missing", "id_malformed", "organization_unknown") with { Required = true })
        .Gives("""
            {"kept":{"kind":"organization","name":"Kelompok Canting Wedel (contoh)","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","version":1},"other":{"kind":"organization","name":"Kel. Canting Wedel","id":"30eb083d-e054-8da4-a28c-4de1028e0532","version":2},
             "score":73,"likely":true,"reasons":[{"reason":"same_name","points":60,"sentence":"They have the same name."}],"toldApart":false,
             "fields":[{"field":"name","differs":true,"choices":["kept","other"],"usual":"kept"}],
             "moves":{"tie":2},"moving":[{"kind":"tie","id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","title":"Yasanti supports Kel. Canting Wedel"}],
             "meeting":[{"kind":"tie","id":"5f0c6f0f-8e0d-4d2a-b1c3-e4f5a6b7c8d9","title":"BITRA partners with Kel. Canting Wedel","with":"BITRA partners with Kelompok Canting Wedel (contoh)"}],"dropping":[],"obstacles":[],"widens":false}
            """, about: "`moves` counts by kind what would move, `moving` names up to 100 of it; `meeting` are ties that would come together with one that is there, `dropping` those that would tie it to itself. `obstacles` are what stands in the way of the merge as it would usually be.")
        .Refuses("steward_only", "preview_only_looks", "not_permitted", "organization_unknown")
        .Costs(Cost.Network);

    private static object Told(Organization kept, Organization other, Asking asking, ElementForms forms, HttpContext context, DateOnly today)
    {
        var candidates = new DuplicateCandidates(asking.Graph);
        var verdict = candidates.Judge(DuplicateRecord.Of(asking.Graph, kept), other);
        var outcome = Merge.Of(new MergeAsked(kept.Id, null, other.Id, null, new Dictionary<string, MergeChoice>(), today))(asking.Graph);
        var revisions = outcome.TryValue(out var made) ? made : [];
        var titles = new Titles(asking.Telling);
        var (moving, gone) = (revisions.Where(r => r is { Before: not Organization, After: not null } && !IsUnion(r, other.Id)).ToList(), revisions.Where(r => r.After is null).Select(r => (Tie)r.Before!).ToList());
        return new
        {
            kept = forms.Write(kept, asking),
            other = forms.Write(other, asking),
            mentions = titles.Mentioned([kept, other]),
            score = verdict.Score,
            likely = verdict.IsLikely,
            reasons = ReasonAnswer.Of(verdict, asking.Telling.Language),
            toldApart = asking.Graph.AreToldApart(kept.Id, other.Id),
            fields = FieldsOf(kept, other),
            moves = moving.GroupBy(r => r.Element.Kind).OrderBy(g => g.Key).ToDictionary(g => Names<ElementKind>.Of(g.Key), g => g.Count(), StringComparer.Ordinal),
            moving = moving.Take(Shown).Select(r => Named(r.Before!, titles)).ToList(),
            meeting = gone.Where(t => !Joins(t, kept.Id, other.Id)).Take(Shown).Select(t => new { kind = "tie", id = t.Id.ToString(), title = titles.Of(t), with = Twin(t, revisions, kept, other, titles) }).ToList(),
            dropping = gone.Where(t => Joins(t, kept.Id, other.Id)).Take(Shown).Select(t => new { kind = "tie", id = t.Id.ToString(), title = titles.Of(t), stated = StatementSentences.Of(t, asking.Telling) }).ToList(),
            obstacles = outcome.Refusals.Count == 0 ? [] : new[] { Obstacles.Foretold(outcome.Refusals, context, []) },
            widens = made is not null && ManyEdits.Widening(asking.Graph, made).Count > 0,
        };
    }

    internal static object Named(Element element, Titles titles) => new { kind = Names<ElementKind>.Of(element.Ref.Kind), id = element.Ref.Id, title = titles.Of(element) };

    private static IReadOnlyList<FieldAnswer> FieldsOf(Organization kept, Organization other)
    {
        var differing = Differences.Between(kept, other).Select(d => d.Field).ToHashSet(StringComparer.Ordinal);
        return [.. MergedForm.Choosable(kept, other).Select(f => new FieldAnswer(
            f, differing.Contains(f), differing.Contains(f) ? [.. MergedForm.ChoicesOf(f).Select(Names<MergeChoice>.Of)] : [], differing.Contains(f) ? Names<MergeChoice>.Of(MergedForm.Usual(f, kept, other)) : null))];
    }

    /// <summary>A tie of the kept one alone is changed only where another comes together with it.</summary>
    private static bool IsUnion(Revision revision, OrganizationId other) => revision.Before is Tie tie && tie.From != other && tie.To != other;

    private static bool Joins(Tie tie, OrganizationId one, OrganizationId other) => (tie.From == one && tie.To == other) || (tie.From == other && tie.To == one);

    private static string? Twin(Tie gone, IReadOnlyList<Revision> revisions, Organization kept, Organization other, Titles titles)
    {
        var far = gone.From == other.Id ? gone.To : gone.From;
        return revisions.Where(r => IsUnion(r, other.Id)).Select(r => r.Before).OfType<Tie>().FirstOrDefault(t => t.Type == gone.Type && t.Service == gone.Service && Joins(t, kept.Id, far)) is { } twin ? titles.Of(twin) : null;
    }
}
