using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The organizations that are able to do something for some gaps, and near enough.</summary>
internal sealed class ClosingCandidates
{
    /// <summary>Degrees of latitude for a kilometre; a degree of longitude is no longer than that.</summary>
    private const double Degree = 1 / 111.0;

    private readonly NetworkGraph graph;
    private readonly ClosingOptions options;
    private readonly CoverageWalk walk;
    private readonly Dictionary<int, Dictionary<int, List<int>>> reached = [];
    private readonly Dictionary<(int Organization, int Gap), double?> distances = [];
    private readonly Dictionary<RegionCode, List<Service>> inParts = [];
    private readonly HashSet<int> unplaced = [];

    internal ClosingCandidates(NetworkGraph graph, ClosingOptions options, IReadOnlyList<CoverageGap> gaps, CancellationToken cancellation)
    {
        this.graph = graph;
        this.options = options;
        walk = new CoverageWalk(graph, options.Cells.Axis, options.Cells.Level, options.Cells.At, cancellation);
        foreach (var byTerm in gaps.Index().GroupBy(g => g.Item.Term.Code))
        {
            var offering = Offering(byTerm.Key);
            foreach (var (gap, cell) in byTerm)
            {
                cancellation.ThrowIfCancellationRequested();
                Reach(gap, cell, offering);
            }
        }

        All = [.. reached.OrderBy(r => r.Key).Select(r => Candidate(r.Key, r.Value))];
        unplaced.ExceptWith(reached.Keys);
    }

    /// <summary>Everybody who could do something for at least one gap.</summary>
    internal IReadOnlyList<ClosingCandidate> All { get; }

    /// <summary>How many more offer it, of whom it is not told where they are, so that nobody knows whether they are near.</summary>
    internal int Unplaced => unplaced.Count;

    /// <summary>What a candidate would do, given whom it serves by cell.</summary>
    internal ClosingPick Tell(ClosingCandidate candidate, Dictionary<int, long> sent)
    {
        var services = candidate.Sources.Select(s => graph.ServiceAt(s.Service)!).ToList();
        return new ClosingPick(
            graph.OrganizationAt(candidate.Organization)!, services, sent.Values.Sum(),
            candidate.Sources.All(s => s.Room is not null) ? candidate.Sources.Sum(s => s.Room) : null,
            [.. candidate.Cells.Select(c => new ClosingCell(c, sent.GetValueOrDefault(c), distances[(candidate.Organization, c)]))]);
    }

    /// <summary>The services that give a term on the day and are not known to be full, each with who offers it.</summary>
    private List<(int Service, int Organization, Position? Position)> Offering(Code term)
    {
        var at = options.Cells.At;
        return [.. Coverage.Offering(graph, options.Cells.Axis, term)
            .Where(s => s.IsOfferedOn(at) && s.Spare != 0 && s.Areas.Any(a => a.Valid.Contains(at)))
            .Select(s => (Service: graph.HandleOf(s.Id), Organization: graph.HandleOf(s.Organization)))
            .Where(s => s.Organization >= 0 && graph.OrganizationAt(s.Organization)!.HasEndedBy(at) == false)
            .Select(s => (s.Service, s.Organization, graph.PositionOf(s.Organization)))];
    }

    private void Reach(int gap, CoverageGap cell, List<(int Service, int Organization, Position? Position)> offering)
    {
        var (axis, region, term) = (options.Cells.Axis, cell.Region.Code, cell.Term.Code);
        var here = graph.Located(region)?.Point;
        var covering = cell.Cell.Services == 0 ? [] : walk.Covering(region).Select(s => graph.ServiceAt(s)!)
            .Where(s => Coverage.Gives(graph, axis, term, s, options.Cells.At)).Select(s => graph.HandleOf(s.Organization)).ToHashSet();
        var inside = (inParts.TryGetValue(region, out var asked) ? asked : inParts[region] = [.. walk.Parts(region).Keys.Select(s => graph.ServiceAt(s)!)])
            .Where(s => Coverage.Gives(graph, axis, term, s, options.Cells.At)).Select(s => graph.HandleOf(s.Organization)).ToHashSet();
        foreach (var (service, organization, position) in offering)
        {
            if (covering.Contains(organization))
            {
                continue;
            }

            var km = position is { IsVague: false } there && here is { } point ? Within(point, there.Point) : null;
            if (km is null && !inside.Contains(organization))
            {
                if (position is null or { IsVague: true })
                {
                    unplaced.Add(organization);
                }

                continue;
            }

            distances[(organization, gap)] = km;
            var services = reached.TryGetValue(organization, out var known) ? known : reached[organization] = [];
            (services.TryGetValue(service, out var cells) ? cells : services[service] = []).Add(gap);
        }
    }

    /// <summary>The kilometres, when they are no more than asked; most are told to be too far by their degrees alone.</summary>
    private double? Within(GeoPoint here, GeoPoint there)
    {
        if (Math.Abs(here.Latitude - there.Latitude) > options.WithinKm * Degree * 1.01)
        {
            return null;
        }

        var km = here.KilometresTo(there);
        return km <= options.WithinKm ? km : null;
    }

    private ClosingCandidate Candidate(int organization, Dictionary<int, List<int>> services) => new(
        organization, graph.OrganizationAt(organization)!.Id.ToString(),
        [.. services.OrderBy(s => s.Key).Select(s => new ClosingSource(s.Key, graph.ServiceAt(s.Key)!.Spare, [.. s.Value]))]);
}

/// <summary>An organization that could do something.</summary>
/// <param name="Organization">Its handle.</param>
/// <param name="Id">Its id, by which equal ones are ordered.</param>
/// <param name="Sources">Its services.</param>
internal sealed record ClosingCandidate(int Organization, string Id, IReadOnlyList<ClosingSource> Sources)
{
    /// <summary>The gaps that any of them could do something for.</summary>
    internal int[] Cells { get; } = [.. Sources.SelectMany(s => s.Cells).Distinct().Order()];

    /// <summary>By who it is.</summary>
    public bool Equals(ClosingCandidate? other) => other?.Organization == Organization;

    /// <inheritdoc/>
    public override int GetHashCode() => Organization;
}
