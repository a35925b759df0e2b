using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The fewest steps between two organizations over ties that are current on a day, whatever they are worth: two breadth-first searches that meet (Pohl
/// 1971, "Bi-directional search"), the smaller one going on each time. Nobody who has retired is passed.</summary>
public static class ShortestPath
{
    /// <summary>Ties looked at for one answer; beyond it there is no answer.</summary>
    public const int MostLinks = 2_000_000;

    /// <summary>The path, empty when there is none.</summary>
    /// <returns>Null when the graph does not show one of the two.</returns>
    public static ShortestPathAnswer? Find(NetworkGraph graph, OrganizationId from, OrganizationId to, DateOnly at, CancellationToken cancellation)
    {
        var (start, end) = (graph.HandleOf(from), graph.HandleOf(to));
        if (start < 0 || end < 0)
        {
            return null;
        }

        if (start == end)
        {
            return new ShortestPathAnswer([graph.OrganizationAt(start)!], [], IsCut: false);
        }

        using var search = new Search(graph, at, start, end);
        return search.Run(cancellation);
    }

    /// <summary>Somebody who was reached, by which tie, from whom (a place in the list of those who were reached).</summary>
    private readonly record struct Reached(int Organization, int Tie, int Before);

    private sealed class Side
    {
        internal Side(NetworkGraph graph, int start)
        {
            Marks = HandleMarks.Rent(graph.OrganizationLimit);
            Marks.Add(start, 0);
            Found.Add(new Reached(start, -1, -1));
        }

        internal HandleMarks Marks { get; }

        internal List<Reached> Found { get; } = [];

        /// <summary>Where the step begins that was reached last.</summary>
        internal int Edge { get; set; }
    }

    private sealed class Search(NetworkGraph graph, DateOnly at, int start, int end) : IDisposable
    {
        private readonly ushort day = Link.Day(at);
        private readonly Side near = new(graph, start);
        private readonly Side far = new(graph, end);
        private int looked;

        public void Dispose()
        {
            HandleMarks.Return(far.Marks);
            HandleMarks.Return(near.Marks);
        }

        internal ShortestPathAnswer Run(CancellationToken cancellation)
        {
            while (near.Edge < near.Found.Count && far.Edge < far.Found.Count)
            {
                cancellation.ThrowIfCancellationRequested();
                var fromNear = near.Found.Count - near.Edge <= far.Found.Count - far.Edge;
                var (own, other) = fromNear ? (near, far) : (far, near);
                if (Step(own, other) is { } meeting)
                {
                    return fromNear ? Told(meeting.Own, meeting.Tie, meeting.Other) : Told(meeting.Other, meeting.Tie, meeting.Own);
                }

                if (looked > MostLinks)
                {
                    return new ShortestPathAnswer([], [], IsCut: true);
                }
            }

            return new ShortestPathAnswer([], [], IsCut: false);
        }

        /// <summary>One step further on a side; where it meets the other side, the places of the two and the tie between them.</summary>
        private (int Own, int Tie, int Other)? Step(Side own, Side other)
        {
            var last = own.Found.Count;
            for (var i = own.Edge; i < last; i++)
            {
                var links = graph.LinksOf(own.Found[i].Organization);
                looked += links.Length;
                foreach (ref readonly var link in links)
                {
                    if (!link.IsCurrentOn(day))
                    {
                        continue;
                    }

                    if (other.Marks.Find(link.Neighbor) is >= 0 and var meeting)
                    {
                        return (i, link.Tie, meeting);
                    }

                    if (own.Marks.Find(link.Neighbor) < 0 && graph.OrganizationAt(link.Neighbor) is { } o && !(o.Retired <= at) && own.Marks.Add(link.Neighbor, own.Found.Count))
                    {
                        own.Found.Add(new Reached(link.Neighbor, link.Tie, i));
                    }
                }
            }

            own.Edge = last;
            return null;
        }

        private ShortestPathAnswer Told(int nearPlace, int tie, int farPlace)
        {
            var (organizations, ties) = (new List<Organization>(), new List<Tie>());
            for (var i = nearPlace; i >= 0; i = near.Found[i].Before)
            {
                organizations.Insert(0, graph.OrganizationAt(near.Found[i].Organization)!);
                if (near.Found[i].Tie >= 0)
                {
                    ties.Insert(0, graph.TieAt(near.Found[i].Tie)!);
                }
            }

            ties.Add(graph.TieAt(tie)!);
            for (var i = farPlace; i >= 0; i = far.Found[i].Before)
            {
                organizations.Add(graph.OrganizationAt(far.Found[i].Organization)!);
                if (far.Found[i].Tie >= 0)
                {
                    ties.Add(graph.TieAt(far.Found[i].Tie)!);
                }
            }

            return new ShortestPathAnswer(organizations, ties, IsCut: false);
        }
    }
}

/// <summary>The fewest steps between two organizations.</summary>
/// <param name="Organizations">From the first to the last; empty when there is no path.</param>
/// <param name="Ties">What joins each to the next.</param>
/// <param name="IsCut">True when the search stopped at its limit.</param>
public sealed record ShortestPathAnswer(IReadOnlyList<Organization> Organizations, IReadOnlyList<Tie> Ties, bool IsCut);
