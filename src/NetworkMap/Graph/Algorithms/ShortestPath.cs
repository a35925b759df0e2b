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

    /// <summary>Who was reached from one end, in the order of steps.</summary>
    private sealed class Side(int number, int start)
    {
        /// <summary>0 or 1; tells in the common marks which side somebody was reached from.</summary>
        internal int Number { get; } = number;

        internal List<Reached> Found { get; } = new(256) { new Reached(start, -1, -1) };

        /// <summary>Where the step begins that was reached last.</summary>
        internal int Edge { get; set; }

        /// <summary>How many ties lead on from that step; -1 when they were not counted.</summary>
        internal int Ahead { get; set; } = -1;

        internal bool IsExhausted => Edge == Found.Count;
    }

    /// <summary>Both sides mark in one set, so that one look tells whether somebody is new, known, or where the sides meet: the place in the side's list, twice,
    /// plus the number of the side. Whether somebody lives is looked up only of those who are passed: most of the last step never are.</summary>
    private sealed class Search : IDisposable
    {
        private readonly NetworkGraph graph;
        private readonly ushort day;
        private readonly HandleMarks marks;
        private readonly Side near;
        private readonly Side far;
        private int looked;

        internal Search(NetworkGraph graph, DateOnly at, int start, int end)
        {
            (this.graph, day, near, far) = (graph, Link.Day(at), new Side(0, start), new Side(1, end));
            marks = HandleMarks.Rent(graph.OrganizationLimit);
            marks.Add(start, near.Number);
            marks.Add(end, far.Number);
        }

        public void Dispose() => HandleMarks.Return(marks);

        internal ShortestPathAnswer Run(CancellationToken cancellation)
        {
            while (!near.IsExhausted && !far.IsExhausted)
            {
                cancellation.ThrowIfCancellationRequested();
                var own = Ahead(near) <= Ahead(far) ? near : far;
                if (Step(own) is { } meeting)
                {
                    return own == near ? Told(meeting.Own, meeting.Tie, meeting.Other) : Told(meeting.Other, meeting.Tie, meeting.Own);
                }

                if (looked > MostLinks)
                {
                    return new ShortestPathAnswer([], [], IsCut: true);
                }
            }

            return new ShortestPathAnswer([], [], IsCut: false);
        }

        private int Ahead(Side side)
        {
            for (var i = side.Ahead < 0 ? side.Edge : side.Found.Count; i < side.Found.Count; i++)
            {
                side.Ahead = Math.Max(0, side.Ahead) + graph.LinksOf(side.Found[i].Organization).Length;
            }

            return side.Ahead;
        }

        /// <summary>One step further on a side; where it meets the other side, the places of the two and the tie between them.</summary>
        private (int Own, int Tie, int Other)? Step(Side own)
        {
            var (found, last) = (own.Found, own.Found.Count);
            looked += own.Ahead;
            own.Ahead = -1;
            for (; own.Edge < last; own.Edge++)
            {
                if (!MayPass(found[own.Edge].Organization, own.Edge))
                {
                    continue;
                }

                foreach (ref readonly var link in graph.LinksOf(found[own.Edge].Organization))
                {
                    var mark = link.IsCurrentOn(day) ? marks.Find(link.Neighbor) : own.Number;
                    if (mark < 0)
                    {
                        marks.Add(link.Neighbor, (found.Count * 2) + own.Number);
                        found.Add(new Reached(link.Neighbor, link.Tie, own.Edge));
                    }
                    else if ((mark & 1) != own.Number && MayPass(link.Neighbor, mark >> 1))
                    {
                        return (own.Edge, link.Tie, mark >> 1);
                    }
                }
            }

            return null;
        }

        /// <summary>The two ends may have retired, nobody between.</summary>
        private bool MayPass(int organization, int place) => place == 0 || graph.BriefOf(organization).LivesOn(day);

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
