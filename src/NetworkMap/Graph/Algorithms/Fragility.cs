using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What would break if somebody left, or a tie ended.</summary>
/// <remarks>
/// Only ties that both sides confirmed and that hold on the day connect (DOMAIN 7), in both directions and however many in a row. Somebody's loss cuts off everybody outside of the largest part that is
/// left of her component. A home workers' organization loses the offices of the government when it reached one and its part has none; so does everybody, when who leaves is the only office.
/// Articulation points and bridges are read from one walk (<see cref="CutTree"/>). A cell is lost when all services that cover it, by the rules of <see cref="Coverage"/>, need one and the same organization.
/// </remarks>
public static class Fragility
{
    /// <summary>Who and what holds the network together, most lost first.</summary>
    public static FragilityAnswer Find(NetworkGraph graph, FragilityOptions options, CancellationToken cancellation)
    {
        // Two questions of one network that never changes: who serves alone is found beside the walk.
        IReadOnlyList<SoleProvider> alone = [];
        var (organizations, ties) = ((IReadOnlyList<FragileOrganization>)[], (IReadOnlyList<FragileTie>)[]);
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellation },
            () => (organizations, ties) = Apart(graph, options, cancellation),
            () => alone = [.. SoleProviders.Of(graph, options, cancellation).OrderByDescending(p => p.Cells.Count).ThenBy(p => p.Organization.Id.Value).Take(options.Limit)]);
        return new FragilityAnswer(organizations, ties, alone);
    }

    /// <summary>Without whom, and without which ties, the network falls apart.</summary>
    private static (IReadOnlyList<FragileOrganization> Organizations, IReadOnlyList<FragileTie> Ties) Apart(NetworkGraph graph, FragilityOptions options, CancellationToken cancellation)
    {
        var losses = new Losses(graph, options, cancellation);
        var organizations = new List<(int Order, Loss Loss)>();
        var ties = new List<(int Tie, Loss Loss)>();
        for (var order = 0; order < losses.Tree.Count; order++)
        {
            var loss = losses.Of(order);
            if (losses.Matters(loss))
            {
                organizations.Add((order, loss));
            }

            // Whoever has one tie alone hangs on it, which says nothing of the network.
            if (losses.OfTieTo(order) is { } tie && losses.Matters(tie.Loss) && (tie.Loss.CutOff > 1 || tie.Loss.WithoutOffice > 0))
            {
                ties.Add(tie);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return (
            [.. Most(organizations, o => o.Loss, o => graph.OrganizationAt(losses.Tree.HandleAt(o.Order))!.Id.Value, options.Limit).Select(o => Told(graph, losses, o.Order, o.Loss))],
            [.. Most(ties, t => t.Loss, t => graph.TieAt(t.Tie)!.Id.Value, options.Limit).Select(t => Told(graph, t.Tie, t.Loss))]);
    }

    /// <summary>What the loss of one organization takes; with a loss of nothing when she does not live on the day.</summary>
    /// <returns>Null when the graph does not show her.</returns>
    public static OrganizationLoss? Of(NetworkGraph graph, OrganizationId id, FragilityOptions options, CancellationToken cancellation)
    {
        if (graph.HandleOf(id) is var handle && handle < 0)
        {
            return null;
        }

        var losses = new Losses(graph, options, cancellation);
        var organization = graph.OrganizationAt(handle)!;
        var order = losses.Tree.OrderOf(handle);
        if (order < 0)
        {
            return new OrganizationLoss(organization, default, [], [], []);
        }

        var (without, cutOff) = losses.WhoLoses(order);
        var cells = SoleProviders.Of(graph, options, cancellation).FirstOrDefault(p => p.Organization.Id == id)?.Cells ?? [];
        return new OrganizationLoss(organization, losses.Of(order), Named(graph, without), Named(graph, cutOff), cells);
    }

    private static FragileOrganization Told(NetworkGraph graph, Losses losses, int order, Loss loss)
    {
        var (without, cutOff) = losses.WhoLoses(order);
        var groups = loss.WithoutOffice > 0 ? without : cutOff.FindAll(losses.IsGroup);
        var told = groups.Count > 0 ? groups : cutOff;
        var regencies = groups.Select(g => graph.OrganizationAt(g)!.Region).OfType<RegionCode>().Where(r => r.Level >= RegionLevel.Regency).Select(r => r.At(RegionLevel.Regency)).Distinct();
        return new FragileOrganization(graph.OrganizationAt(losses.Tree.HandleAt(order))!, loss, [.. regencies.Order().Select(r => graph.Region(r)).OfType<Region>()], told.Count == 1 ? graph.OrganizationAt(told[0]) : null);
    }

    private static FragileTie Told(NetworkGraph graph, int handle, Loss loss)
    {
        var tie = graph.TieAt(handle)!;
        return new FragileTie(tie, graph.Organization(tie.From)!, graph.Organization(tie.To)!, loss);
    }

    private static IEnumerable<T> Most<T>(IEnumerable<T> all, Func<T, Loss> loss, Func<T, Guid> id, int limit) =>
        all.OrderByDescending(a => loss(a).WithoutOffice).ThenByDescending(a => loss(a).Groups).ThenByDescending(a => loss(a).CutOff).ThenBy(id).Take(limit);

    private static List<Organization> Named(NetworkGraph graph, IEnumerable<int> handles) =>
        [.. handles.Select(h => graph.OrganizationAt(h)!).OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id.Value)];

    /// <summary>The losses of one network.</summary>
    private sealed class Losses
    {
        private readonly FragilityOptions options;
        private readonly bool[] isGroup;
        private readonly Sums sums;

        internal Losses(NetworkGraph graph, FragilityOptions options, CancellationToken cancellation)
        {
            (this.options, Tree) = (options, new CutTree(graph, options.At, cancellation));
            isGroup = new bool[graph.OrganizationLimit];
            var isOffice = new bool[graph.OrganizationLimit];
            foreach (var kind in graph.All(ElementKind.Term).Cast<Term>().Where(t => t.Taxonomy == Taxonomy.ActorKind && t.Family is Family.HomeWorkers or Family.Government))
            {
                var marks = kind.Family == Family.Government ? isOffice : isGroup;
                foreach (var organization in graph.OrganizationsWith(Taxonomy.ActorKind, kind.Code))
                {
                    marks[organization] = true;
                }
            }

            sums = new Sums(Tree, isGroup, isOffice, o => options.Region is not { } region || (graph.OrganizationAt(o)!.Region is { } own && region.Holds(own)));
        }

        internal CutTree Tree { get; }

        internal bool IsGroup(int handle) => isGroup[handle];

        /// <summary>Whether a loss is one of what was asked about.</summary>
        internal bool Matters(Loss loss) => options.Region is null ? loss != default : loss.Groups > 0 || loss.WithoutOffice > 0;

        /// <summary>What is lost with somebody.</summary>
        internal Loss Of(int order)
        {
            var whole = sums.Of(Tree.ComponentOf(order));
            var rest = whole - sums.Of(new Run(order, order + 1));
            var tally = new Tally(whole.Offices > 0);
            foreach (var below in Tree.PartsBelow(order))
            {
                var part = sums.Of(below);
                rest -= part;
                tally.Add(part);
            }

            tally.Add(rest);
            return tally.Loss;
        }

        /// <summary>What is lost with the tie by which the walk came to somebody.</summary>
        internal (int Tie, Loss Loss)? OfTieTo(int order)
        {
            if (Tree.BridgeTo(order) is not { } bridge)
            {
                return null;
            }

            var (whole, below) = (sums.Of(Tree.ComponentOf(order)), sums.Of(bridge.Below));
            var tally = new Tally(whole.Offices > 0);
            tally.Add(below);
            tally.Add(whole - below);
            return (bridge.Tie, tally.Loss);
        }

        /// <summary>The home workers' organizations that reach no office any more, and the others that are cut off.</summary>
        internal (List<int> WithoutOffice, List<int> CutOff) WhoLoses(int order)
        {
            var parts = Tree.PartsWithout(order).ConvertAll(p => (Runs: p, Sum: p.Aggregate(default(Sum), (all, run) => all + sums.Of(run))));
            var largest = parts.Count == 0 ? null : parts.MaxBy(p => p.Sum.Organizations).Runs;
            var had = sums.Of(Tree.ComponentOf(order)).Offices > 0;
            var (without, cutOff) = (new List<int>(), new List<int>());
            foreach (var (runs, sum) in parts)
            {
                // The part that is left may be the whole country, and is not walked when nobody in it loses anything.
                var (losesOffice, isCutOff) = (had && sum.Offices == 0, !ReferenceEquals(runs, largest));
                foreach (var handle in losesOffice || isCutOff ? runs.SelectMany(r => Enumerable.Range(r.From, r.To - r.From)).Select(Tree.HandleAt) : [])
                {
                    if (losesOffice && isGroup[handle] && sums.Takes(handle))
                    {
                        without.Add(handle);
                    }
                    else if (isCutOff && (options.Region is null || (isGroup[handle] && sums.Takes(handle))))
                    {
                        cutOff.Add(handle);
                    }
                }
            }

            return (without, cutOff);
        }
    }

    /// <summary>Adds up the parts into which a component falls.</summary>
    private sealed class Tally(bool hadOffice)
    {
        private Sum all;
        private Sum largest;
        private int withoutOffice;

        internal Loss Loss => new(all.Organizations - largest.Organizations, all.Told - largest.Told, withoutOffice);

        internal void Add(Sum part)
        {
            all += part;
            largest = part.Organizations > largest.Organizations ? part : largest;
            withoutOffice += hadOffice && part.Offices == 0 ? part.Told : 0;
        }
    }

    /// <summary>How many there are in a part.</summary>
    private readonly record struct Sum(int Organizations, int Told, int Offices)
    {
        public static Sum operator +(Sum one, Sum other) => new(one.Organizations + other.Organizations, one.Told + other.Told, one.Offices + other.Offices);

        public static Sum operator -(Sum one, Sum other) => new(one.Organizations - other.Organizations, one.Told - other.Told, one.Offices - other.Offices);
    }

    /// <summary>How many there are up to each place of a walk, so that a part is a difference.</summary>
    private sealed class Sums
    {
        private readonly Sum[] upTo;
        private readonly Func<int, bool> takes;

        internal Sums(CutTree tree, bool[] isGroup, bool[] isOffice, Func<int, bool> takes)
        {
            (this.takes, upTo) = (takes, new Sum[tree.Count + 1]);
            for (var order = 0; order < tree.Count; order++)
            {
                var handle = tree.HandleAt(order);
                upTo[order + 1] = upTo[order] + new Sum(1, isGroup[handle] && takes(handle) ? 1 : 0, isOffice[handle] ? 1 : 0);
            }
        }

        internal bool Takes(int handle) => takes(handle);

        internal Sum Of(Run run) => upTo[run.To] - upTo[run.From];
    }
}
