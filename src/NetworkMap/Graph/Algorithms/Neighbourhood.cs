using NetworkMap.Domain.Organizations;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The network around an organization: everybody within a number of steps, by breadth-first search.</summary>
public static class Neighbourhood
{
    /// <summary>The most steps.</summary>
    public const int MostSteps = 3;

    /// <summary>The most organizations of an answer.</summary>
    public const int MostOrganizations = 2_000;

    /// <summary>Ties looked at for one answer; beyond it the answer says that it is cut.</summary>
    public const int MostLinks = 500_000;

    /// <summary>Everybody around an organization, itself first, then step by step; where there are more than wanted, the strongest ties of a step come first.</summary>
    /// <returns>Null when the graph shows no such organization.</returns>
    public static NeighbourhoodAnswer? Find(NetworkGraph graph, NeighbourhoodOptions options, CancellationToken cancellation)
    {
        var start = graph.HandleOf(options.Of);
        if (start < 0)
        {
            return null;
        }

        var seen = HandleMarks.Rent(graph.OrganizationLimit);
        try
        {
            var search = new Search(graph, options, seen, cancellation);
            search.Spread(start);
            return new NeighbourhoodAnswer(
                [.. search.Found.Select(f => new Neighbour(graph.OrganizationAt(f.Organization)!, f.Steps))],
                [.. search.Ties().Select(t => graph.TieAt(t)!)],
                search.IsCut);
        }
        finally
        {
            HandleMarks.Return(seen);
        }
    }

    /// <summary>How many organizations an organization reaches in so many steps, itself not counted.</summary>
    public static int Count(NetworkGraph graph, NeighbourhoodOptions options, CancellationToken cancellation)
    {
        var seen = HandleMarks.Rent(graph.OrganizationLimit);
        try
        {
            var search = new Search(graph, options with { Limit = int.MaxValue }, seen, cancellation);
            search.Spread(graph.HandleOf(options.Of));
            return search.Found.Count - 1;
        }
        finally
        {
            HandleMarks.Return(seen);
        }
    }

    private sealed class Search(NetworkGraph graph, NeighbourhoodOptions options, HandleMarks seen, CancellationToken cancellation)
    {
        private readonly ushort day = Link.Day(options.At);
        private int looked;

        internal List<(int Organization, int Steps, byte Strength)> Found { get; } = [];

        internal bool IsCut { get; private set; }

        internal void Spread(int start)
        {
            seen.Add(start, 0);
            Found.Add((start, 0, 0));
            var level = 0;
            for (var steps = 1; steps <= options.Steps && !IsCut; steps++)
            {
                var end = Found.Count;
                for (; level < end && !IsCut; level++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Visit(Found[level].Organization, steps);
                }

                Keep(end);
            }
        }

        /// <summary>Every tie between two that were found, once.</summary>
        internal IEnumerable<int> Ties()
        {
            var ties = new List<int>();
            foreach (var (organization, _, _) in Found)
            {
                foreach (ref readonly var link in graph.LinksOf(organization))
                {
                    if (organization < link.Neighbor && Counts(link) && seen.Find(link.Neighbor) >= 0)
                    {
                        ties.Add(link.Tie);
                    }
                }
            }

            return ties;
        }

        private bool Counts(in Link link) => options.WithFormer || link.IsCurrentOn(day);

        private void Visit(int organization, int steps)
        {
            var links = graph.LinksOf(organization);
            looked += links.Length;
            if (looked > MostLinks)
            {
                IsCut = true;
                return;
            }

            foreach (ref readonly var link in links)
            {
                if (Counts(link) && seen.Find(link.Neighbor) < 0 && Lives(link.Neighbor) && seen.Add(link.Neighbor, steps))
                {
                    Found.Add((link.Neighbor, steps, link.Strength));
                }
            }
        }

        private bool Lives(int organization) => options.WithFormer ? graph.OrganizationAt(organization) is not null : graph.BriefOf(organization).LivesOn(day);

        /// <summary>Of a step that brings more than are wanted, keeps those with the strongest ties.</summary>
        private void Keep(int end)
        {
            if (Found.Count <= options.Limit)
            {
                return;
            }

            IsCut = true;
            var newest = Found.Skip(end).OrderByDescending(f => f.Strength).ThenBy(f => graph.OrganizationAt(f.Organization)!.Id.Value).ToList();
            var kept = Math.Max(0, options.Limit - end);
            Found.RemoveRange(end, newest.Count);
            Found.AddRange(newest.Take(kept));
            newest.Skip(kept).ToList().ForEach(f => seen.Remove(f.Organization));
        }
    }
}
