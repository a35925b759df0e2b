using System.Collections.Immutable;
using NetworkMap.Domain;

namespace NetworkMap.Graph;

/// <summary>The distinct sets of terms that services state, each kept once: two services about the same issues share one number. Shared by every snapshot
/// like the handles, and added like them. Number 0 is the empty set.</summary>
internal sealed class TermSets
{
    private readonly HandleTable<TermSet> numbers = new();
    private readonly Lock adding = new();
    private int[][] members = [[]];

    internal TermSets() => numbers.FindOrAdd(new TermSet([]));

    /// <summary>The handles of the terms of a set.</summary>
    internal ReadOnlySpan<int> this[int number] => Volatile.Read(ref members)[number];

    /// <summary>The number of a set, new if it has none.</summary>
    internal int FindOrAdd(ImmutableArray<Code> codes, Func<Code, int> handle)
    {
        if (codes.IsEmpty)
        {
            return 0;
        }

        var terms = codes.Select(handle).Order().ToArray();
        var number = numbers.Find(new TermSet(terms));
        if (number >= 0)
        {
            return number;
        }

        lock (adding)
        {
            return numbers.Find(new TermSet(terms)) is >= 0 and var meanwhile ? meanwhile : Add(terms);
        }
    }

    private int Add(int[] terms)
    {
        if (numbers.Count == members.Length)
        {
            var grown = new int[members.Length * 2][];
            members.CopyTo(grown, 0);
            Volatile.Write(ref members, grown);
        }

        members[numbers.Count] = terms;
        return numbers.FindOrAdd(new TermSet(terms));
    }

    private readonly struct TermSet(int[] terms) : IEquatable<TermSet>
    {
        private readonly int[] terms = terms;

        public bool Equals(TermSet other) => terms.AsSpan().SequenceEqual(other.terms);

        public override bool Equals(object? obj) => obj is TermSet other && Equals(other);

        public override int GetHashCode()
        {
            var hash = 17;
            foreach (var term in terms)
            {
                hash = unchecked((hash * 31) + term);
            }

            return hash;
        }
    }
}
