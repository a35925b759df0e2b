using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Where home workers have somebody, and where nobody.</summary>
/// <remarks>
/// <para>The rules (DOMAIN 7). A service covers a region on a day when it is active and offered on that day, its organization has not retired on or before it,
/// and one of its stated areas is valid on the day and names the region, or a region above it with the statement that it counts for what lies below. Nothing
/// else covers: no seat or address, no area of a member for its umbrella or the other way round, no part for the whole (who serves parts is told beside it). A service counts for the terms that it
/// states; on the axis of actor kinds for the kind of who offers it, and of whoever delivers it by a tie that is confirmed and current on the day.</para>
/// <para>Capacity is shared: a service that covers several regions of the level counts in each with an equal part. Need is told by <see cref="NeedLedger"/>,
/// the state of a cell by <see cref="CoverageCell"/>.</para>
/// </remarks>
public static class Coverage
{
    /// <summary>Every cell asked for.</summary>
    public static CoverageMatrix Matrix(NetworkGraph graph, CoverageOptions options, CancellationToken cancellation)
    {
        var terms = Columns(graph, options);
        var columns = new int[graph.TermLimit];
        Array.Fill(columns, -1);
        foreach (var (column, term) in terms.Index())
        {
            columns[graph.HandleOf(term.Taxonomy, term.Code)] = column;
        }

        var walk = new CoverageWalk(graph, options.Axis, options.Level, options.At, cancellation);
        var needs = new NeedLedger(graph, options.Axis, options.At);
        var codes = terms.Select(t => t.Code).ToArray();
        var figures = new CoverageWalk.Figures[terms.Count];
        var rows = new List<CoverageRow>();
        foreach (var region in walk.Regions.Where(r => options.Parent is not { } parent || parent.Holds(r.Code)))
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(figures);
            walk.Sum(region.Code, columns, figures);
            var sums = needs.Sums(region.Code, codes);
            rows.Add(new CoverageRow(region, CellsOf(figures, sums)));
        }

        return new CoverageMatrix(terms, rows);
    }

    /// <summary>The cells that are thin or have nobody, the greatest unmet need first, then by region and term.</summary>
    public static IReadOnlyList<CoverageGap> Gaps(NetworkGraph graph, CoverageOptions options, CancellationToken cancellation) => Gaps(Matrix(graph, options, cancellation));

    /// <summary>Those of a matrix.</summary>
    public static IReadOnlyList<CoverageGap> Gaps(CoverageMatrix matrix)
    {
        var gaps = from row in matrix.Rows
                   from cell in row.Cells.Select((c, i) => (Figures: c, Term: matrix.Terms[i]))
                   where cell.Figures.State is CoverageState.Thin or CoverageState.Nobody && (cell.Figures.Unmet > 0 || cell.Figures.Held > 0)
                   select new CoverageGap(row.Region, cell.Term, cell.Figures);
        return [.. gaps.OrderByDescending(g => g.Cell.Unmet ?? 0)];
    }

    /// <summary>How many organizations serve a part of a region and none the whole, by row and column of a matrix; 0 where somebody covers the cell, so that nothing is looked for there.</summary>
    public static IReadOnlyList<int[]> Partly(NetworkGraph graph, CoverageOptions options, CoverageMatrix matrix, CancellationToken cancellation)
    {
        var walk = new CoverageWalk(graph, options.Axis, options.Level, options.At, cancellation);
        return [.. matrix.Rows.Select(row => Partly(graph, walk, options, matrix.Terms, row, cancellation))];
    }

    /// <summary>One cell with the services and the needs that it counts.</summary>
    /// <returns>Null when the graph shows no such region (on the day) or term.</returns>
    public static CoverageDetail? Cell(NetworkGraph graph, CoverageAxis axis, RegionCode region, Code term, DateOnly at, CancellationToken cancellation)
    {
        if (graph.Region(region) is not { } row || !row.Valid.Contains(at) || graph.Term(CoverageOptions.TaxonomyOf(axis), term) is not { } column)
        {
            return null;
        }

        var walk = new CoverageWalk(graph, axis, region.Level, at, cancellation);
        var covering = walk.Covering(region).Select(h => Covering(graph, walk, h, region, at)).Where(c => Gives(axis, term, c.Service, c.Organization, c.DeliveredBy))
            .OrderBy(c => c.Organization.Name, StringComparer.Ordinal).ThenBy(c => c.Service.Id.ToString(), StringComparer.Ordinal).ToList();
        var needs = new NeedLedger(graph, axis, at).Of(region, term);
        var known = covering.Where(c => c.Share is not null).ToList();
        var sum = NeedLedger.Total(needs);
        var cell = new CoverageCell(covering.Count, known.Count > 0 ? known.Sum(c => c.Share) : null, covering.Count - known.Count, sum.Told, sum.Small, sum.Beside);
        return new CoverageDetail(row, column, cell, covering, needs, PartsOf(graph, walk, axis, region, term, at));
    }

    /// <summary>Who serves parts of the region of each gap without covering it, in the order of the gaps (see <see cref="CoverageDetail.Parts"/>).</summary>
    public static IReadOnlyList<IReadOnlyList<PartService>> Parts(NetworkGraph graph, CoverageOptions options, IReadOnlyList<CoverageGap> gaps, CancellationToken cancellation)
    {
        var walk = new CoverageWalk(graph, options.Axis, options.Level, options.At, cancellation);
        var inside = gaps.Select(g => g.Region.Code).Distinct().ToDictionary(r => r, r => Serving(graph, walk, r, options.At));
        return [.. gaps.Select(g => inside[g.Region.Code].Where(p => Gives(options.Axis, g.Term.Code, p.Service, p.Organization, p.DeliveredBy)).ToList())];
    }

    /// <summary>Who does elsewhere what a cell lacks, nearest first: organizations with an offered service for the term and an area valid on the day, that do not
    /// cover the cell yet and are not known to be full.</summary>
    /// <returns>Null when the graph shows no such region (on the day) or term.</returns>
    public static IReadOnlyList<CoverageHelp>? Helpers(
        NetworkGraph graph, CoverageAxis axis, RegionCode region, Code term, DateOnly at, int limit, CancellationToken cancellation)
    {
        if (Cell(graph, axis, region, term, at, cancellation) is not { } cell)
        {
            return null;
        }

        var here = cell.Services.Select(s => s.Organization.Id).ToHashSet();
        var elsewhere = Offering(graph, axis, term).Where(s => s.IsOfferedOn(at) && s.Areas.Any(a => a.Valid.Contains(at)) && !here.Contains(s.Organization));
        return [.. elsewhere.GroupBy(s => s.Organization).Select(g => Help(graph, cell, g.Key, [.. g])).OfType<CoverageHelp>()
            .Where(h => !h.Organization.HasEndedBy(at) && h.SpareCapacity != 0)
            .OrderBy(h => h.Km ?? double.PositiveInfinity).ThenBy(h => h.Organization.Id.ToString(), StringComparer.Ordinal).Take(limit)];
    }

    private static int[] Partly(NetworkGraph graph, CoverageWalk walk, CoverageOptions options, IReadOnlyList<Term> terms, CoverageRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var serving = row.Cells.Any(c => c.Services == 0) ? Serving(graph, walk, row.Region.Code, options.At) : [];
        return [.. terms.Select((term, column) => row.Cells[column].Services > 0 ? 0
            : serving.Where(p => Gives(options.Axis, term.Code, p.Service, p.Organization, p.DeliveredBy)).Select(p => p.Organization.Id).Distinct().Count())];
    }

    private static CoverageCell[] CellsOf(ReadOnlySpan<CoverageWalk.Figures> figures, NeedSum[] sums)
    {
        var cells = new CoverageCell[figures.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = figures[i].With(sums[i]);
        }

        return cells;
    }

    private static List<Term> Columns(NetworkGraph graph, CoverageOptions options)
    {
        var taxonomy = CoverageOptions.TaxonomyOf(options.Axis);
        var all = options.Terms is { } asked
            ? asked.Select(c => graph.Term(taxonomy, c)).OfType<Term>()
            : graph.All(ElementKind.Term).Cast<Term>().Where(t => t.Taxonomy == taxonomy);
        return [.. all.OrderBy(t => t.Order ?? int.MaxValue).ThenBy(t => t.Code)];
    }

    private static CoveringService Covering(NetworkGraph graph, CoverageWalk walk, int handle, RegionCode region, DateOnly at)
    {
        var service = graph.ServiceAt(handle)!;
        var area = service.Areas.Where(a => a.Covers(region, at)).OrderByDescending(a => a.Region.Level).First();
        var regions = walk.RegionsOf(handle);
        var share = service.Capacity is { } capacity ? (double)capacity / regions : default(double?);
        return new CoveringService(service, graph.Organization(service.Organization)!, area, regions, share, [.. CoverageWalk.Deliverers(graph, handle, at)]);
    }

    private static List<PartService> PartsOf(NetworkGraph graph, CoverageWalk walk, CoverageAxis axis, RegionCode region, Code term, DateOnly at) =>
        [.. Serving(graph, walk, region, at).Where(p => Gives(axis, term, p.Service, p.Organization, p.DeliveredBy))];

    private static List<PartService> Serving(NetworkGraph graph, CoverageWalk walk, RegionCode region, DateOnly at) =>
        [.. walk.Parts(region).Select(p => (Service: graph.ServiceAt(p.Key)!, Regions: p.Value.Select(r => graph.Region(r)!).ToList(), Handle: p.Key))
            .Select(p => new PartService(p.Service, graph.Organization(p.Service.Organization)!, p.Regions, [.. CoverageWalk.Deliverers(graph, p.Handle, at)]))
            .OrderBy(p => p.Organization.Name, StringComparer.Ordinal).ThenBy(p => p.Service.Id.ToString(), StringComparer.Ordinal)];

    /// <summary>The terms of an axis that a service states; on the axis of actor kinds it states none, since they are of organizations.</summary>
    internal static ImmutableArray<Code> StatedBy(Service service, CoverageAxis axis) => axis switch
    {
        CoverageAxis.HsoFunction => service.Functions,
        CoverageAxis.Pillar => service.Pillars,
        CoverageAxis.Issue => service.Issues,
        CoverageAxis.ServiceTerm => service.Terms,
        _ => [],
    };

    /// <summary>Whether a service counts for a term on a day.</summary>
    internal static bool Gives(NetworkGraph graph, CoverageAxis axis, Code term, Service service, DateOnly at) =>
        axis != CoverageAxis.ActorKind ? StatedBy(service, axis).Contains(term)
            : Gives(axis, term, service, graph.Organization(service.Organization)!, [.. CoverageWalk.Deliverers(graph, graph.HandleOf(service.Id), at)]);

    private static bool Gives(CoverageAxis axis, Code term, Service service, Organization owner, IReadOnlyList<Organization> deliveredBy) =>
        axis == CoverageAxis.ActorKind ? owner.ActorKind == term || deliveredBy.Any(o => o.ActorKind == term) : StatedBy(service, axis).Contains(term);

    /// <summary>The services that state a term, or whose organization is of that kind.</summary>
    internal static IEnumerable<Service> Offering(NetworkGraph graph, CoverageAxis axis, Code term) => axis == CoverageAxis.ActorKind
        ? graph.OrganizationsWith(Taxonomy.ActorKind, term).ToArray().SelectMany(o => graph.ServicesOf(o).ToArray()).Select(s => graph.ServiceAt(s)!)
        : graph.ServicesWith(CoverageOptions.TaxonomyOf(axis), term).ToArray().Select(s => graph.ServiceAt(s)!);

    private static CoverageHelp? Help(NetworkGraph graph, CoverageDetail cell, OrganizationId id, List<Service> services)
    {
        var handle = graph.HandleOf(id);
        if (handle < 0)
        {
            return null;
        }

        var km = graph.Located(cell.Region.Code)?.Point is { } here && graph.PositionOf(handle) is { IsVague: false } there ? here.KilometresTo(there.Point) : default(double?);
        var room = (int)Math.Min(int.MaxValue, services.Sum(s => (long)(s.Spare ?? 0)));
        var spare = room > 0 || services.TrueForAll(s => s.Spare is not null) ? room : default(int?);
        var covers = spare is { } left && cell.Cell.Unmet is { } unmet ? Math.Min(left, unmet) : default(int?);
        var inside = cell.Parts.Where(p => p.Organization.Id == id).SelectMany(p => p.Regions).DistinctBy(r => r.Code).OrderBy(r => r.Code).ToList();
        return new CoverageHelp(graph.OrganizationAt(handle)!, services, km, spare, covers, cell.Cell.Unmet, inside, cell.Cell.Services == 0 && cell.Parts.Count > 0);
    }
}
