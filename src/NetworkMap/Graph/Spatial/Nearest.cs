using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Spatial;

/// <summary>What is asked of the organizations nearest to a point.</summary>
public sealed record NearestOptions
{
    /// <summary>Near which point.</summary>
    public required GeoPoint Of { get; init; }

    /// <summary>The day on which an organization must not have retired.</summary>
    public required DateOnly At { get; init; }

    /// <summary>Whom to leave out: the one that asks.</summary>
    public OrganizationId? Except { get; init; }

    /// <summary>Only of this actor kind.</summary>
    public Code? Kind { get; init; }

    /// <summary>Only those that work on this issue.</summary>
    public Code? Issue { get; init; }

    /// <summary>Only those that offer this skill.</summary>
    public Code? Skill { get; init; }

    /// <summary>Only those with a tie that counts on that day.</summary>
    public bool Tied { get; init; }

    /// <summary>At most so many kilometres away.</summary>
    public double RadiusKm { get; init; } = 50;

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>An organization and how far it is.</summary>
/// <param name="Organization">Who.</param>
/// <param name="Km">Great-circle kilometres to its point, or to the centre of the region that it stands for.</param>
/// <param name="IsApproximate">True when its point stands for a region.</param>
public sealed record NearOrganization(Organization Organization, double Km, bool IsApproximate);

/// <summary>The organizations nearest to a point, on the positions that the graph's audience may know. Of whom no more than the province is known, nobody knows
/// whether she is near: the middle of a province stands for 126 km around it. Such organizations come after all those that are known more finely, to the regency
/// at least, however near that middle is; each of the two groups is in the order of its kilometres. A filter that few satisfy is walked as a list, else the
/// cells of the grid are walked in rings outward, until no nearer one can come. However far one asks, no more is looked at than there are organizations and cells.</summary>
public static class Nearest
{
    /// <summary>The greatest radius.</summary>
    public const double MostKm = 6_000;

    /// <summary>A filter with at most so many organizations is walked as a list.</summary>
    private const int Few = 1_000;

    /// <summary>Those known to be near, nearest first, then those who may be; at the same distance by their id.</summary>
    public static IReadOnlyList<NearOrganization> Find(NetworkGraph graph, NearestOptions options, CancellationToken cancellation)
    {
        var best = new Best(graph, options);
        var fitting = Fitting(graph, options);
        if (fitting is { Length: <= Few })
        {
            best.Offer(fitting);
        }
        else
        {
            Spread(graph, options, best, cancellation);
        }

        return best.Told();
    }

    /// <summary>The shortest list of those that fit one of the filters; null without a filter.</summary>
    private static int[]? Fitting(NetworkGraph graph, NearestOptions options)
    {
        ReadOnlySpan<int> shortest = default;
        var any = false;
        Shorten(ref shortest, ref any, options.Kind is { } kind ? graph.OrganizationsWith(Taxonomy.ActorKind, kind) : default, options.Kind is not null);
        Shorten(ref shortest, ref any, options.Issue is { } issue ? graph.OrganizationsWith(Taxonomy.Issue, issue) : default, options.Issue is not null);
        Shorten(ref shortest, ref any, options.Skill is { } skill ? graph.OrganizationsOffering(skill) : default, options.Skill is not null);
        return any && shortest.Length <= Few ? shortest.ToArray() : null;
    }

    private static void Shorten(ref ReadOnlySpan<int> shortest, ref bool any, ReadOnlySpan<int> list, bool given)
    {
        if (given && (!any || list.Length < shortest.Length))
        {
            shortest = list;
            any = true;
        }
    }

    private static void Spread(NetworkGraph graph, NearestOptions options, Best best, CancellationToken cancellation)
    {
        var (x, y) = MapGrid.CellOf(options.Of);
        var looked = 0;
        for (var ring = 0; (ring - 1) * MapGrid.CellKm(Math.Min(85, Math.Abs(options.Of.Latitude) + (ring * MapGrid.CellDegrees))) <= best.FarthestKm; ring++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (looked > graph.Grid.CellLimit)
            {
                SpreadOverCells(graph, options, best, ring, cancellation);
                return;
            }

            looked += Math.Max(1, 8 * ring);
            for (var step = -ring; step <= ring; step++)
            {
                best.Offer(graph.Grid.In(x + step, y - ring));
                best.Offer(ring == 0 ? [] : graph.Grid.In(x + step, y + ring));
                var inside = Math.Abs(step) < ring;
                best.Offer(inside ? graph.Grid.In(x - ring, y + step) : []);
                best.Offer(inside ? graph.Grid.In(x + ring, y + step) : []);
            }
        }
    }

    /// <summary>Where the rings have passed more cells than ever held anybody, mostly sea, the cells that hold somebody are taken instead, nearest first.</summary>
    private static void SpreadOverCells(NetworkGraph graph, NearestOptions options, Best best, int ring, CancellationToken cancellation)
    {
        var (x, y) = MapGrid.CellOf(options.Of);
        var cells = new List<(double Km, int Cell)>();
        for (var cell = 0; cell < graph.Grid.CellLimit; cell++)
        {
            var at = graph.Grid.CellAt(cell);
            if (Math.Max(Math.Abs(at.X - x), Math.Abs(at.Y - y)) >= ring && !graph.Grid.In(cell).IsEmpty && MapGrid.KilometresTo(at.X, at.Y, options.Of) is var km && km <= best.FarthestKm)
            {
                cells.Add((km, cell));
            }
        }

        cells.Sort();
        foreach (var (km, cell) in cells)
        {
            cancellation.ThrowIfCancellationRequested();
            if (km > best.FarthestKm)
            {
                return;
            }

            best.Offer(graph.Grid.In(cell));
        }
    }

    /// <summary>The best so far, the last of them on top.</summary>
    private sealed class Best(NetworkGraph graph, NearestOptions options)
    {
        private readonly PriorityQueue<int, (bool Vague, double Km, Guid Id)> found = new(Comparer<(bool Vague, double Km, Guid Id)>.Create((a, b) => b.CompareTo(a)));
        private readonly ushort day = Link.Day(options.At);
        private readonly int kind = options.Kind is { } code ? graph.HandleOf(Taxonomy.ActorKind, code) : -1;
        private readonly int except = options.Except is { } id ? graph.HandleOf(id) : -1;
        private (GeoPoint Point, double Km) last = (options.Of, 0);

        /// <summary>Whoever is farther than this does not count.</summary>
        internal double FarthestKm { get; private set; } = options.RadiusKm;

        internal void Offer(ReadOnlySpan<int> organizations)
        {
            foreach (var organization in organizations)
            {
                var brief = graph.BriefOf(organization);
                if (!brief.LivesOn(day) || (kind >= 0 && !brief.MayBe(kind)) || organization == except || graph.PositionOf(organization) is not { } position)
                {
                    continue;
                }

                var km = KmTo(position.Point);
                if (km <= FarthestKm && Fits(organization) is { } fit)
                {
                    Keep(organization, (position.IsVague, km, fit.Id.Value));
                }
            }
        }

        internal IReadOnlyList<NearOrganization> Told()
        {
            var told = new NearOrganization[found.Count];
            for (var i = found.Count - 1; found.TryDequeue(out var organization, out var key); i--)
            {
                told[i] = new NearOrganization(graph.OrganizationAt(organization)!, key.Km, graph.PositionOf(organization)!.Value.RadiusKm > 0);
            }

            return told;
        }

        private void Keep(int organization, (bool Vague, double Km, Guid Id) rank)
        {
            if (found.Count < options.Limit)
            {
                found.Enqueue(organization, rank);
            }
            else
            {
                found.EnqueueDequeue(organization, rank);
            }

            // While one who may be near is among them, one who is known to be near can still come from anywhere inside the radius.
            if (found.Count == options.Limit && found.TryPeek(out _, out var last) && !last.Vague)
            {
                FarthestKm = Math.Min(FarthestKm, last.Km);
            }
        }

        /// <summary>Many stand on the same point, the middle of their region.</summary>
        private double KmTo(GeoPoint point)
        {
            if (point != last.Point)
            {
                last = (point, options.Of.KilometresTo(point));
            }

            return last.Km;
        }

        private Organization? Fits(int organization) =>
            graph.OrganizationAt(organization) is { } o
            && (options.Kind is not { } kind || o.ActorKind == kind)
            && (options.Issue is not { } issue || o.Issues.Contains(issue))
            && (options.Skill is not { } skill || o.Offers.Contains(skill))
            && (!options.Tied || IsTied(organization))
                ? o
                : null;

        private bool IsTied(int organization)
        {
            foreach (var link in graph.LinksOf(organization))
            {
                if (link.IsCurrentOn(day))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
