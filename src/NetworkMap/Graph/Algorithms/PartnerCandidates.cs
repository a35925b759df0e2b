using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who is worth scoring in full. Every index that can give somebody a score adds its share to an estimate of that organization; the best
/// <see cref="Shortlist"/> estimates among those whom the filters admit are handed on.</summary>
/// <remarks>The work is bounded, and this is what the bounds mean. Issues, skills and areas are walked whole. Of her partners those with few ties are walked
/// first, up to <see cref="MostLinks"/> ties in all; the greatest hubs left out would have given each of their neighbours at most 1 / ln(degree), about a
/// tenth of one common partner who knows few. Nearness is estimated for the nearest <see cref="MostNearby"/>, and for everybody of a filter that admits at
/// most <see cref="MostFiltered"/>. An estimate lacks only verification and room left, so whoever is not handed on could not pass the last of the shortlist
/// by more than those two weights. In a network that reaches none of the bounds the answer is that of scoring everybody.</remarks>
internal sealed class PartnerCandidates(PartnerSeeker seeker) : IDisposable
{
    internal const int Shortlist = 400;
    internal const int MostLinks = 400_000;
    internal const int MostNearby = 2_000;
    internal const int MostFiltered = 20_000;

    private readonly NetworkGraph graph = seeker.Graph;
    private readonly PartnerEstimates estimates = new(seeker.Graph.OrganizationLimit);
    private readonly Dictionary<int, int> degrees = [];
    private readonly Dictionary<int, int> commonRegions = [];

    /// <summary>Her partners that were walked, and how many organizations each is joined to.</summary>
    internal IReadOnlyDictionary<int, int> Degrees => degrees;

    /// <summary>The sum of Adamic and Adar over the common partners that were walked.</summary>
    internal double AdamicAdar(int organization) => estimates.AdamicAdar(organization);

    /// <summary>What a common partner of so many organizations counts; she and the other are two of them.</summary>
    internal static double Worth(int degree) => 1 / Math.Log(Math.Max(2, degree));

    internal List<int> Find(CancellationToken cancellation)
    {
        AddTerms();
        AddMutual(cancellation);
        AddRegions(cancellation);
        AddNearby();
        cancellation.ThrowIfCancellationRequested();
        return Best();
    }

    public void Dispose() => estimates.Dispose();

    private void AddTerms()
    {
        foreach (var (code, share) in seeker.Issues)
        {
            estimates.Add(graph.OrganizationsWith(Taxonomy.Issue, code), share * seeker.Weight(PartnerPart.Issues));
        }

        foreach (var (code, share) in seeker.Needs)
        {
            var worth = share * seeker.Weight(PartnerPart.Offers);
            estimates.Add(graph.OrganizationsOffering(code), worth);
            foreach (var service in graph.ServicesWith(Taxonomy.ServiceTerm, code))
            {
                estimates.Add(graph.HandleOf(graph.ServiceAt(service)!.Organization), worth);
            }
        }

        foreach (var (code, share) in seeker.Offers)
        {
            estimates.Add(graph.OrganizationsNeeding(code), share * seeker.Weight(PartnerPart.Needs));
        }
    }

    private void AddMutual(CancellationToken cancellation)
    {
        var left = MostLinks;
        foreach (var partner in seeker.Partners.OrderBy(p => graph.LinksOf(p).Length).ThenBy(p => p))
        {
            cancellation.ThrowIfCancellationRequested();
            left -= graph.LinksOf(partner).Length;
            if (left < 0)
            {
                return;
            }

            if (graph.OrganizationAt(partner) is { } common && !common.HasEndedBy(seeker.Options.At))
            {
                AddNeighbours(partner, Worth(degrees[partner] = Degree(partner)));
            }
        }
    }

    private int Degree(int partner)
    {
        estimates.NextRound();
        var degree = 0;
        foreach (var link in graph.LinksOf(partner))
        {
            degree += link.IsCurrentOn(seeker.Day) && estimates.First(link.Neighbor) ? 1 : 0;
        }

        return degree;
    }

    private void AddNeighbours(int partner, double worth)
    {
        estimates.NextRound();
        foreach (var link in graph.LinksOf(partner))
        {
            if (link.IsCurrentOn(seeker.Day) && link.Neighbor != seeker.Handle && estimates.First(link.Neighbor))
            {
                estimates.AddCommonPartner(link.Neighbor, worth);
            }
        }
    }

    private void AddRegions(CancellationToken cancellation)
    {
        var seat = seeker.Organization.Region?.At(RegionLevel.Regency);
        foreach (var code in seeker.Regions)
        {
            cancellation.ThrowIfCancellationRequested();
            estimates.NextRound();
            for (var above = code.Parent; above is { } parent; above = parent.Parent)
            {
                AddStated(graph.HandleOf(parent), onlyWithSubregions: true);
            }

            AddWithin(graph.HandleOf(code), code == seat);
        }
    }

    private void AddWithin(int region, bool atHome)
    {
        if (region < 0)
        {
            return;
        }

        AddStated(region, onlyWithSubregions: false);
        foreach (var unit in graph.UnitsIn(region))
        {
            AddCommonRegion(graph.HandleOf(graph.UnitAt(unit)!.Organization));
        }

        if (atHome && graph.RegionAt(region)!.Code.At(RegionLevel.Regency) == seeker.Organization.Region?.At(RegionLevel.Regency))
        {
            estimates.Add(graph.OrganizationsIn(region), PartnerScoring.SameRegency * seeker.Weight(PartnerPart.Nearness));
        }

        foreach (var child in graph.RegionsIn(region))
        {
            AddWithin(child, atHome);
        }
    }

    private void AddStated(int region, bool onlyWithSubregions)
    {
        foreach (ref readonly var statement in region < 0 ? [] : graph.StatementsIn(region))
        {
            if (statement.HoldsOn(seeker.Day) && (statement.WithSubregions || !onlyWithSubregions))
            {
                AddCommonRegion(statement.Owner);
            }
        }
    }

    private void AddCommonRegion(int organization)
    {
        if (organization >= 0 && estimates.First(organization))
        {
            var count = commonRegions[organization] = commonRegions.GetValueOrDefault(organization) + 1;
            var gain = PartnerScoring.RegionShare(count, seeker.Regions.Length) - PartnerScoring.RegionShare(count - 1, seeker.Regions.Length);
            estimates.Add(organization, gain * seeker.Weight(PartnerPart.Regions));
        }
    }

    private void AddNearby()
    {
        estimates.NextRound();
        AddAskedFor();
        if (seeker.Position is not { } here || seeker.Weight(PartnerPart.Nearness) <= 0)
        {
            return;
        }

        var (x, y) = MapGrid.CellOf(here.Point);
        var rings = (int)Math.Ceiling(PartnerScoring.FarKm / MapGrid.CellKm(Math.Abs(here.Point.Latitude) + 2)) + 1;
        var found = 0;
        for (var ring = 0; ring <= rings && found < MostNearby; ring++)
        {
            for (var dy = -ring; dy <= ring; dy++)
            {
                var step = Math.Abs(dy) == ring || ring == 0 ? 1 : 2 * ring;
                for (var dx = -ring; dx <= ring; dx += step)
                {
                    found += AddNearness(graph.Grid.In(x + dx, y + dy));
                }
            }
        }
    }

    private int AddNearness(ReadOnlySpan<int> organizations)
    {
        var weight = (1 - PartnerScoring.SameRegency) * seeker.Weight(PartnerPart.Nearness);
        foreach (var organization in organizations)
        {
            if (estimates.First(organization))
            {
                estimates.Add(organization, weight * PartnerScoring.Decay(seeker.KilometresTo(organization)));
            }
        }

        return organizations.Length;
    }

    /// <summary>Whoever asks for a kind, an issue or a skill is shown those who have it even when nothing else speaks for them.</summary>
    private void AddAskedFor()
    {
        var fewest = -1;
        ReadOnlySpan<int> asked = [];
        if (seeker.Options.Kind is { } kind)
        {
            asked = graph.OrganizationsWith(Taxonomy.ActorKind, kind);
            fewest = asked.Length;
        }

        if (seeker.Options.Issue is { } issue && (uint)graph.OrganizationsWith(Taxonomy.Issue, issue).Length < (uint)fewest)
        {
            asked = graph.OrganizationsWith(Taxonomy.Issue, issue);
            fewest = asked.Length;
        }

        if (seeker.Options.Skill is { } skill && (uint)graph.OrganizationsOffering(skill).Length < (uint)fewest)
        {
            asked = graph.OrganizationsOffering(skill);
        }

        if (asked.Length <= MostFiltered)
        {
            foreach (var organization in asked)
            {
                estimates.Touch(organization);
            }

            AddNearness(asked);
        }
    }

    private List<int> Best()
    {
        var best = new PriorityQueue<int, double>(Shortlist + 1);
        foreach (var organization in estimates.Touched)
        {
            var mutual = PartnerScoring.Mutual(estimates.AdamicAdar(organization));
            var estimate = estimates.Sum(organization) + (seeker.Weight(PartnerPart.Mutual) * mutual);
            var full = best.Count == Shortlist;
            if (full && best.TryPeek(out _, out var least) && estimate <= least)
            {
                continue;
            }

            if (seeker.Admits(organization))
            {
                best.Enqueue(organization, estimate);
                _ = full && best.TryDequeue(out _, out _);
            }
        }

        return [.. best.UnorderedItems.Select(i => i.Element)];
    }
}
