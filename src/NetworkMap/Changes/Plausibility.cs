using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Changes;

/// <summary>What nobody may write although it could be stored: days and years that have not come as facts, names of more than one line, counts that do not say when and by whom, a kind
/// of region that its code contradicts, a vocabulary that a slip of the keyboard would begin. What is stored like that already stands in nobody's way until it is changed.</summary>
public static class Plausibility
{
    /// <summary>The decision, or why one of its revisions cannot be true on <paramref name="today"/> (Asia/Jakarta).</summary>
    public static Decision Sound(Decision decide, DateOnly today) => network => decide(network).Then(revisions =>
    {
        var checks = new Checks();
        foreach (var revision in revisions)
        {
            if (revision.After is { } after)
            {
                Check(checks, revision.Before, after, today, network);
            }
        }

        return checks.Finish(revisions);
    });

    private static void Check(Checks checks, Element? before, Element after, DateOnly today, INetwork network)
    {
        var verified = after.Provenance.LastVerified;
        checks.Require(verified is not { } day || day <= today || verified == before?.Provenance.LastVerified, "verified_in_future", "provenance.lastVerified", ("day", verified), ("today", today));
        var had = before is null ? [] : Names(before).ToDictionary(n => n.Field, n => n.Name, StringComparer.Ordinal);
        foreach (var (field, name) in Names(after))
        {
            var place = name is null || name == had.GetValueOrDefault(field) ? -1 : Characters.FirstOutOfLine(name);
            checks.Require(place < 0, "name_forbidden_character", field, ("position", place + 1), ("character", place < 0 ? null : Characters.NameAt(name!, place)));
        }

        CheckCounts(checks, MembersOf(before), MembersOf(after));
        switch (after)
        {
            case Organization { Founded: { } founded } when founded > today.Year && (before as Organization)?.Founded != founded:
                checks.Refuse("founded_in_future", "founded", ("founded", founded), ("today", today));
                break;
            case Region region when (before as Region)?.RegionKind != region.RegionKind && !KindsOf(region.Level).Contains(region.RegionKind):
                checks.Refuse("region_kind_differs", "regionKind", ("value", region.Code.Value), ("level", Names<RegionLevel>.Of(region.Level)), ("choices", KindsOf(region.Level).Select(Names<RegionKind>.Of).ToList()));
                break;
            case Term term when before is null && !Taxonomy.Known.Contains(term.Taxonomy) && !network.Taxonomies.Contains(term.Taxonomy):
                checks.Refuse("taxonomy_unknown", "taxonomy", ("value", term.Taxonomy.Value), ("known", Taxonomy.Known.Concat(network.Taxonomies).Distinct().Select(t => t.Value).Order(StringComparer.Ordinal).ToList()));
                break;
            default:
                break;
        }
    }

    /// <summary>Counts of people come with their date and source (DOMAIN 2).</summary>
    private static void CheckCounts(Checks checks, CountSet? before, CountSet? after)
    {
        if (after?.Total is null || after == before)
        {
            return;
        }

        checks.Require(after.Date is not null, "count_undated", "members.date");
        checks.Require(after.Source is not null, "count_unsourced", "members.source");
    }

    private static CountSet? MembersOf(Element? element) => element switch
    {
        Organization organization => organization.Members,
        Unit unit => unit.Members,
        _ => null,
    };

    private static IEnumerable<(string Field, string? Name)> Names(Element element) => element switch
    {
        Organization o => [("name", o.Name), ("acronym", o.Acronym), .. o.OtherNames.Select((name, i) => ($"otherNames[{i}]", (string?)name))],
        Unit u => [("name", u.Name)],
        Place p => [("name", p.Name)],
        Service s => [("name", s.Name)],
        Region r => [("name", r.Name)],
        Term t => [("labelId", t.LabelId), ("labelEn", t.LabelEn)],
        _ => [],
    };

    private static RegionKind[] KindsOf(RegionLevel level) => level switch
    {
        RegionLevel.Province => [RegionKind.Province],
        RegionLevel.Regency => [RegionKind.Regency, RegionKind.City],
        RegionLevel.District => [RegionKind.District],
        _ => [RegionKind.Village, RegionKind.UrbanVillage],
    };
}
