using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Duplicates;

namespace NetworkMap.Graph.Text;

/// <summary>Organizations that may be the one that somebody is about to add, from one projection. It only warns: two groups of one name in one town exist. Who is told is
/// decided by the score of duplicates, so that the warning, an import and the queue are of one mind.</summary>
public static class Lookalikes
{
    private const int LookedAt = 12;
    private const int LeastBegun = 3;

    /// <summary>Who looks like a name, an acronym and a region, most like first.</summary>
    /// <param name="graph">The projection of who asks.</param>
    /// <param name="name">The name as far as it is typed; one word of many says nothing yet.</param>
    /// <param name="acronym">The acronym, or null.</param>
    /// <param name="region">Where it is to be, or null.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<Lookalike> Find(NetworkGraph graph, string name, string? acronym, RegionCode? region, int limit)
    {
        var candidates = new DuplicateCandidates(graph);
        var record = new DuplicateRecord { Name = name, Acronym = acronym, Region = region };
        var named = candidates.Of(record, LookedAt).Select(c => (c.Organization, c.Verdict.Score));
        var begun = NameSearch.Find(graph, name, FoundKind.Organization, LookedAt).Select(f => (Organization)f.Element)
            .Select(o => (Organization: o, candidates.Judge(record with { Name = Completed(name, o) }, o).Score)).Where(l => l.Score >= DuplicateScore.Likely);
        var shortened = acronym is null ? [] : NameSearch.Find(graph, acronym, FoundKind.Organization, LookedAt).Select(f => (Organization)f.Element)
            .Where(o => IsCalled(o, acronym)).Select(o => (o, 0.0));
        return [.. named.Concat(begun).Concat(shortened).DistinctBy(l => l.Item1.Ref)
            .Select(l => (Alike: Of(l.Item1, name, acronym, region), Score: l.Item2))
            .OrderByDescending(l => l.Alike.Reasons.Count).ThenBy(l => l.Alike.Reasons[0]).ThenByDescending(l => l.Score)
            .ThenBy(l => l.Alike.Organization.Id.ToString(), StringComparer.Ordinal)
            .Select(l => l.Alike).Take(limit)];
    }

    /// <summary>The same of a whole record, such as a row of a file, whose name is written to its end.</summary>
    /// <param name="candidates">Those of the projection of who asks.</param>
    /// <param name="record">Who is looked for.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<Lookalike> Of(DuplicateCandidates candidates, DuplicateRecord record, int limit) =>
        [.. candidates.Of(record, limit).Select(c => Of(c.Organization, record.Name, record.Acronym, record.Region))];

    /// <summary>The name with its last word as the organization has it, when that is only begun.</summary>
    private static string Completed(string name, Organization organization)
    {
        var typed = Folding.Bare(name);
        var last = typed.Count > 1 && typed[^1].Length >= LeastBegun ? Folding.Bare(organization.Name).Find(w => w.StartsWith(typed[^1], StringComparison.Ordinal)) : null;
        return last is null || last.Length == typed[^1].Length ? name : string.Join(' ', typed.Take(typed.Count - 1).Append(last));
    }

    private static Lookalike Of(Organization organization, string name, string? acronym, RegionCode? region)
    {
        var reasons = new List<Likening>();
        var byAcronym = acronym is not null && IsCalled(organization, acronym);
        if (IsCalled(organization, name))
        {
            reasons.Add(Likening.SameName);
        }
        else if (!byAcronym || Folding.Words(name).Intersect(Folding.Words(organization.Name), StringComparer.Ordinal).Skip(1).Any())
        {
            reasons.Add(Likening.SimilarName);
        }

        if (byAcronym)
        {
            reasons.Add(Likening.SameAcronym);
        }

        if (region is { } here && organization.Region is { } there && here.At(RegionLevel.Regency) == there.At(RegionLevel.Regency))
        {
            reasons.Add(Likening.SameRegion);
        }

        return new Lookalike(organization, reasons);
    }

    /// <summary>Whether one of its names is the text, whatever the case, marks and abbreviations.</summary>
    private static bool IsCalled(Organization organization, string text)
    {
        var words = Folding.Words(text);
        foreach (var name in ElementNames.Of(organization).All)
        {
            if (Folding.Words(name).SequenceEqual(words, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Why two organizations may be one.</summary>
public enum Likening
{
    /// <summary>One of its names is the name.</summary>
    SameName,

    /// <summary>Its acronym, or another name, is the acronym.</summary>
    SameAcronym,

    /// <summary>Its name is nearly the name.</summary>
    SimilarName,

    /// <summary>Both are of one regency or city.</summary>
    SameRegion,
}

/// <summary>An organization that may be the one that is meant.</summary>
/// <param name="Organization">As the projection shows it.</param>
/// <param name="Reasons">At least one, the strongest first.</param>
public sealed record Lookalike(Organization Organization, IReadOnlyList<Likening> Reasons);
