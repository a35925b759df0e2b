using NetworkMap.Domain;

namespace NetworkMap.Graph;

/// <summary>What the last changes before a snapshot touched, so that a projection which nobody asked for meanwhile can be carried on. A persistent list that forgets: it
/// knows at least the last 256 changes once so many were made, and never more than twice that. Safe for the reason that <see cref="Bag{T}"/> is.</summary>
internal readonly struct Trail
{
    private const int SegmentLength = 256;
    private const int TouchedLimit = 2_000;
    private readonly Segment? segment;
    private readonly int count;

    private Trail(Segment segment, int count) => (this.segment, this.count) = (segment, count);

    /// <summary>The trail with one more change; one that touched very much ends it, since it is quicker to begin anew.</summary>
    internal Trail Then(long sequence, IReadOnlyList<ElementRef> touched)
    {
        if (touched.Count > TouchedLimit)
        {
            return default;
        }

        var (last, at) = (segment, count);
        if (last is null || at == SegmentLength)
        {
            last?.Forget();
            (last, at) = (new Segment(last), 0);
        }

        last.Steps[at] = (sequence, touched);
        return new Trail(last, at + 1);
    }

    /// <summary>What was touched after a sequence; null when that is not known any more.</summary>
    internal HashSet<ElementRef>? After(long sequence)
    {
        var touched = new HashSet<ElementRef>();
        var (at, length) = (segment, count);
        while (at is not null)
        {
            for (var i = length - 1; i >= 0; i--)
            {
                var step = at.Steps[i];
                if (step.Sequence <= sequence)
                {
                    return touched;
                }

                touched.UnionWith(step.Touched);
                if (step.Sequence == sequence + 1)
                {
                    return touched;
                }
            }

            (at, length) = (at.Before, SegmentLength);
        }

        return null;
    }

    private sealed class Segment(Segment? before)
    {
        private volatile Segment? before = before;

        internal (long Sequence, IReadOnlyList<ElementRef> Touched)[] Steps { get; } = new (long, IReadOnlyList<ElementRef>)[SegmentLength];

        internal Segment? Before => before;

        internal void Forget() => before = null;
    }
}
