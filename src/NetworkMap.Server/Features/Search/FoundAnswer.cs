using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Search;

/// <summary>Something that was found, as a list shows it.</summary>
/// <param name="Kind"><c>organization</c>, <c>region</c> or <c>service</c>.</param>
/// <param name="Id">Its id; of a region the code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">How well it fits; more than 1 when the name is exactly what was asked.</param>
public sealed record FoundAnswer(string Kind, string Id, string Name, double Score)
{
    /// <summary>What tells it from others of its name: of an organization its kind and region, of a region those that hold it, of a service who offers it.</summary>
    public string? Context { get; init; }

    /// <summary>Of an organization, its short name.</summary>
    public string? Acronym { get; init; }

    /// <summary>Of an organization that is found by another of its names: that one, since nothing else would show why.</summary>
    public string? Also { get; init; }

    /// <summary>Of an organization, a term of <c>actor_kind</c>.</summary>
    public string? ActorKind { get; init; }

    /// <summary>Of an organization, the family of its kind.</summary>
    public string? Family { get; init; }

    /// <summary>Where it stands, as far as it may be told.</summary>
    public PositionAnswer? Position { get; init; }

    /// <summary>Of a region, its level.</summary>
    public string? Level { get; init; }

    internal static FoundAnswer Of(Found found, string text, Telling telling)
    {
        var bare = new FoundAnswer(Names<FoundKind>.Of(found.Kind), found.Element.Ref.Id, "", Math.Round(found.Score, 3));
        return found.Element switch
        {
            Organization o => bare with
            {
                Name = o.Name,
                Acronym = o.Acronym,
                Context = Joined(telling.Label(Taxonomy.ActorKind, o.ActorKind), telling.RegionName(o.Region), telling.RegencyName(o.Region)),
                Also = Has(o.Name, text) || Has(o.Acronym, text) ? null : o.OtherNames.FirstOrDefault(n => Has(n, text)),
                ActorKind = o.ActorKind.Value,
                Family = telling.FamilyOf(o),
                Position = telling.PositionOf(o),
            },
            Region r => bare with { Name = r.Name, Context = Above(r, telling), Level = Names<RegionLevel>.Of(r.Level), Position = PositionOf(r) },
            Service s => bare with { Name = s.Name, Context = telling.Graph.Organization(s.Organization)?.Name },
            _ => throw new ArgumentOutOfRangeException(nameof(found), found, "Nothing that is searched for."),
        };
    }

    private static bool Has(string? name, string text) => name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Above(Region region, Telling telling)
    {
        var names = new List<string?>();
        for (var at = region.Code.Parent; at is { } code; at = code.Parent)
        {
            names.Add(telling.Graph.Region(code)?.Name);
        }

        return Joined([.. names]);
    }

    private static PositionAnswer? PositionOf(Region region) =>
        PositionAnswer.Of(region.Point is { } point ? new Graph.Position(point, region.Level) : null);

    private static string? Joined(params string?[] parts) => parts.Any(p => p is not null) ? string.Join(" · ", parts.Where(p => p is not null)) : null;
}
