using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Two organizations of a network that are likely one.</summary>
public sealed record DuplicatePair(OrganizationId One, OrganizationId Other, DuplicateVerdict Verdict);

/// <summary>All likely duplicates that a projection shows, likeliest first. It is made once and carried on by what changed, never on what its audience may not see.</summary>
/// <remarks>Pairs are looked for among those that share a channel, two rare words, a rare word and a regency, or an acronym and a regency, each word as it sounds
/// (blocking: H. L. Dunn's record linkage in the form of I. P. Fellegi and A. B. Sunter, A theory for record linkage, JASA 64, 1969). What more than
/// <see cref="LargestBlock"/> share tells nothing.</remarks>
public sealed class DuplicateQueue
{
    /// <summary>More pairs are not kept: nobody works through them, and the best come first.</summary>
    public const int MostPairs = 20_000;

    private const int LargestBlock = 30;
    private const int MostOfOne = 10;
    private const int MostTouched = 2_000;
    private readonly NetworkGraph graph;
    private readonly List<DuplicatePair> pairs;

    private readonly Func<Organization, bool>? takes;

    private DuplicateQueue(NetworkGraph graph, Func<Organization, bool>? takes, IEnumerable<DuplicatePair> pairs)
    {
        (this.graph, this.takes) = (graph, takes);
        this.pairs = [.. pairs.DistinctBy(p => (p.One, p.Other)).OrderByDescending(p => p.Verdict.Score).ThenBy(p => p.One.ToString(), StringComparer.Ordinal).ThenBy(p => p.Other.ToString(), StringComparer.Ordinal).Take(MostPairs)];
    }

    /// <summary>How many there are.</summary>
    public int Count => pairs.Count;

    /// <summary>The projection that it was made of.</summary>
    public NetworkGraph Graph => graph;

    /// <summary>The queue of a projection.</summary>
    /// <param name="graph">The projection.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="takes">Which organizations stand in it; all when null.</param>
    public static DuplicateQueue Of(NetworkGraph graph, CancellationToken cancellation, Func<Organization, bool>? takes = null)
    {
        var blocks = DuplicateBlocks.Of(graph, LargestBlock, takes, cancellation);
        var reader = new NameReader(graph);
        var found = new List<DuplicatePair>();
        var kept = new Dictionary<int, ReadRecord>();
        var first = -1;
        foreach (var (one, other) in blocks)
        {
            if (one != first)
            {
                cancellation.ThrowIfCancellationRequested();
                first = one;
                TrimTo(kept, 4096);
            }

            var verdict = DuplicateScore.Of(Read(graph, one, reader, kept), Read(graph, other, reader, kept));
            if (verdict.IsLikely)
            {
                found.Add(Pair(graph.OrganizationAt(one)!, graph.OrganizationAt(other)!, verdict));
            }
        }

        return new DuplicateQueue(graph, takes, found);
    }

    /// <summary>The queue of a later snapshot of the projection. What changed is found by comparing the two: elements that did not change are the same objects in both, so that takes some
    /// milliseconds however many changes lie between, and whoever made them.</summary>
    public DuplicateQueue At(NetworkGraph later, CancellationToken cancellation)
    {
        var touched = new HashSet<OrganizationId>();
        for (var handle = 0; handle < later.OrganizationLimit; handle++)
        {
            if (handle < graph.OrganizationLimit && graph.OrganizationAt(handle) is { } before && !ReferenceEquals(before, later.OrganizationAt(handle)))
            {
                touched.Add(before.Id);
            }
            else if (later.OrganizationAt(handle) is { } after && (handle >= graph.OrganizationLimit || graph.OrganizationAt(handle) is null))
            {
                touched.Add(after.Id);
            }
        }

        for (var handle = 0; handle < later.TieLimit; handle++)
        {
            var (before, after) = (handle < graph.TieLimit ? graph.TieAt(handle) : null, later.TieAt(handle));
            if (!ReferenceEquals(before, after))
            {
                touched.UnionWith(new[] { before, after }.OfType<Domain.Ties.Tie>().SelectMany(t => new[] { t.From, t.To }));
            }
        }

        return touched.Count > MostTouched ? Of(later, cancellation, takes) : After(later, touched, cancellation);
    }

    /// <summary>The queue of a later snapshot of the projection: what was touched is looked for anew, all else stays.</summary>
    /// <param name="later">The projection now.</param>
    /// <param name="touched">The organizations that changed, came or went since.</param>
    /// <param name="cancellation">Ends it early.</param>
    public DuplicateQueue After(NetworkGraph later, IReadOnlyCollection<OrganizationId> touched, CancellationToken cancellation)
    {
        var anew = touched.ToHashSet();
        var candidates = new DuplicateCandidates(later);
        var found = pairs.Where(p => !anew.Contains(p.One) && !anew.Contains(p.Other)).ToList();
        foreach (var organization in anew.Select(later.Organization).OfType<Organization>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (organization.Retired is null && takes?.Invoke(organization) != false)
            {
                found.AddRange(candidates.Of(DuplicateRecord.Of(later, organization), MostOfOne).Where(c => c.Organization.Retired is null && takes?.Invoke(c.Organization) != false).Select(c => Pair(organization, c.Organization, c.Verdict)));
            }
        }

        return new DuplicateQueue(later, takes, found);
    }

    /// <summary>Some of the pairs in order.</summary>
    /// <param name="from">How many come before.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="isSettled">Those that somebody decided are not duplicates; they are left out, and not counted.</param>
    public IReadOnlyList<DuplicatePair> Page(int from, int count, Func<DuplicatePair, bool>? isSettled = null) =>
        [.. pairs.Where(p => isSettled is null || !isSettled(p)).Skip(from).Take(count)];

    private static DuplicatePair Pair(Organization one, Organization other, DuplicateVerdict verdict) =>
        one.Id.Value.CompareTo(other.Id.Value) < 0 ? new DuplicatePair(one.Id, other.Id, verdict) : new DuplicatePair(other.Id, one.Id, verdict);

    private static ReadRecord Read(NetworkGraph graph, int handle, NameReader reader, Dictionary<int, ReadRecord> kept)
    {
        if (!kept.TryGetValue(handle, out var read))
        {
            read = ReadRecord.Of(DuplicateRecord.Of(graph, graph.OrganizationAt(handle)!), reader);
            kept.Add(handle, read);
        }

        return read;
    }

    private static void TrimTo(Dictionary<int, ReadRecord> kept, int most)
    {
        if (kept.Count > most)
        {
            kept.Clear();
        }
    }
}
