using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Text;

/// <summary>Organizations that may be the one that somebody is about to add, from one projection. It only warns: two groups of one name in one town exist.</summary>
public static class Lookalikes
{
    /// <summary>Above it, nearly every word of the one name stands in the other. Lower ones share a word that many have (kelompok, yayasan).</summary>
    private const double AlikeScore = 0.8;

    private const int LookedAt = 12;

    /// <summary>Who looks like a name, an acronym and a region, most like first.</summary>
    /// <param name="graph">The projection of who asks.</param>
    /// <param name="name">The name as far as it is typed; one word of many says nothing yet.</param>
    /// <param name="acronym">The acronym, or null.</param>
    /// <param name="region">Where it is to be, or null; it only orders, since a group may have moved.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<Lookalike> Find(NetworkGraph graph, string name, string? acronym, RegionCode? region, int limit)
    {
        var typed = Folding.Words(name);
        var named = NameSearch.Find(graph, name, FoundKind.Organization, LookedAt).Where(f => f.Score > 1 || (f.Score >= AlikeScore && typed.Count > 1));
        var shortened = acronym is null ? [] : NameSearch.Find(graph, acronym, FoundKind.Organization, LookedAt).Where(f => IsCalled((Organization)f.Element, acronym));
        return [.. named.Concat(shortened).DistinctBy(f => f.Element.Ref)
            .Select(f => Of((Organization)f.Element, name, acronym, region))
            .OrderByDescending(l => l.Reasons.Count).ThenBy(l => l.Reasons[0])
            .ThenBy(l => l.Organization.Id.ToString(), StringComparer.Ordinal)
            .Take(limit)];
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
