using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The organization that seeks partners: what the score of everybody else is measured against, gathered once.</summary>
internal sealed class PartnerSeeker
{
    /// <summary>More regions of hers than this are not looked at, in the order seat, units, services.</summary>
    internal const int MostRegions = 32;

    internal PartnerSeeker(NetworkGraph graph, PartnerOptions options, int handle)
    {
        Graph = graph;
        Options = options;
        Handle = handle;
        Organization = graph.OrganizationAt(handle)!;
        Day = Link.Day(options.At);
        Position = graph.PositionOf(handle);
        Issues = Rarities(Organization.Issues, c => graph.OrganizationsWith(Domain.Taxonomies.Taxonomy.Issue, c).Length);
        Needs = Rarities(Organization.Needs, c => graph.OrganizationsOffering(c).Length);
        Offers = Rarities(Organization.Offers, c => graph.OrganizationsNeeding(c).Length);
        Regions = RegionsOf(graph, Organization, options.At);
        Partners = PartnersOf(graph, handle, Day);
    }

    internal NetworkGraph Graph { get; }

    internal PartnerOptions Options { get; }

    internal int Handle { get; }

    internal Organization Organization { get; }

    internal ushort Day { get; }

    internal Position? Position { get; }

    /// <summary>Her issues, each with the share of the part that it is worth; together 1.</summary>
    internal IReadOnlyList<(Code Code, double Share)> Issues { get; }

    /// <summary>The skills that she needs, likewise.</summary>
    internal IReadOnlyList<(Code Code, double Share)> Needs { get; }

    /// <summary>The skills that she offers, likewise.</summary>
    internal IReadOnlyList<(Code Code, double Share)> Offers { get; }

    /// <summary>The regencies (or provinces, where nothing finer is stated) of her seat, her units and her services.</summary>
    internal ImmutableArray<RegionCode> Regions { get; }

    /// <summary>Everybody to whom a tie of hers leads that is current on the day, each once.</summary>
    internal HashSet<int> Partners { get; }

    internal double Weight(PartnerPart part) => Options.Weights[part];

    /// <summary>Whether somebody may be suggested at all: not herself, not a current partner, not retired, not founded in a later year, and inside every filter.</summary>
    internal bool Admits(int handle)
    {
        if (Options.RadiusKm is { } radius && !(KilometresTo(handle) <= radius))
        {
            return false;
        }

        if (handle == Handle || Graph.OrganizationAt(handle) is not { } other || other.HasEndedBy(Options.At) || other.Founded > Options.At.Year || Partners.Contains(handle))
        {
            return false;
        }

        return (Options.Kind is not { } kind || other.ActorKind == kind)
            && (Options.Issue is not { } issue || other.Issues.Contains(issue))
            && (Options.Skill is not { } skill || other.Offers.Contains(skill))
            && (Options.Region is not { } region || (other.Region is { } seat && region.Holds(seat)))
            && (!Options.WithCapacity || PartnerScoring.SpareOf(Graph, handle, Options.At) > 0);
    }

    internal double? KilometresTo(int other) =>
        Position is { } here && Graph.PositionOf(other) is { } there ? here.KilometresTo(there) : null;

    private List<(Code, double)> Rarities(ImmutableArray<Code> codes, Func<Code, int> users)
    {
        var rarities = codes.Select(c => Rarity(Graph.OrganizationCount, users(c))).ToList();
        var sum = rarities.Sum();
        return [.. codes.Select((c, i) => (c, rarities[i] / sum))];
    }

    /// <summary>Inverse document frequency (Spärck Jones 1972, "A statistical interpretation of term specificity"), ln(1 + N / n): what few state says more
    /// about two that share it.</summary>
    internal static double Rarity(int all, int users) => Math.Log(1 + ((double)all / Math.Max(1, users)));

    private static HashSet<int> PartnersOf(NetworkGraph graph, int handle, ushort day)
    {
        var partners = new HashSet<int>();
        foreach (var link in graph.LinksOf(handle))
        {
            if (link.IsCurrentOn(day))
            {
                partners.Add(link.Neighbor);
            }
        }

        return partners;
    }

    private static ImmutableArray<RegionCode> RegionsOf(NetworkGraph graph, Organization organization, DateOnly at)
    {
        var seats = organization.Region is { } seat ? [seat] : Array.Empty<RegionCode>();
        var units = graph.UnitsOf(organization.Id).Where(u => u.Region is not null).Select(u => u.Region!.Value);
        var areas = graph.ServicesOf(organization.Id).Where(s => s.IsOfferedOn(at)).SelectMany(s => s.Areas)
            .Where(a => a.Valid.Contains(at) && a.Region.Level >= RegionLevel.Regency).Select(a => a.Region);
        return [.. seats.Concat(units).Concat(areas).Select(r => r.At(RegionLevel.Regency)).Distinct().Take(MostRegions)];
    }
}
