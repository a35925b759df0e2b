using System.Buffers;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What is known so far of everybody's score, by handle, in arrays that are lent for one question.</summary>
internal sealed class PartnerEstimates : IDisposable
{
    private readonly double[] sums;
    private readonly double[] adamicAdar;
    private readonly int[] marks;
    private readonly bool[] seen;
    private readonly List<int> touched = [];
    private int mark;

    internal PartnerEstimates(int limit)
    {
        sums = Rent<double>(limit);
        adamicAdar = Rent<double>(limit);
        marks = Rent<int>(limit);
        seen = Rent<bool>(limit);
    }

    /// <summary>Everybody who was touched, each once.</summary>
    internal IReadOnlyList<int> Touched => touched;

    /// <summary>The sum of the parts but for common partners.</summary>
    internal double Sum(int organization) => sums[organization];

    /// <summary>The sum over common partners.</summary>
    internal double AdamicAdar(int organization) => adamicAdar[organization];

    /// <summary>Begins a round in which <see cref="First"/> is true once for each organization.</summary>
    internal void NextRound() => mark++;

    internal bool First(int organization)
    {
        var first = marks[organization] != mark;
        marks[organization] = mark;
        return first;
    }

    internal void Touch(int organization)
    {
        if (!seen[organization])
        {
            seen[organization] = true;
            touched.Add(organization);
        }
    }

    internal void Add(int organization, double estimate)
    {
        if (estimate > 0)
        {
            Touch(organization);
            sums[organization] += estimate;
        }
    }

    internal void Add(ReadOnlySpan<int> organizations, double estimate)
    {
        foreach (var organization in organizations)
        {
            Add(organization, estimate);
        }
    }

    internal void AddCommonPartner(int organization, double worth)
    {
        Touch(organization);
        adamicAdar[organization] += worth;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(sums);
        ArrayPool<double>.Shared.Return(adamicAdar);
        ArrayPool<int>.Shared.Return(marks);
        ArrayPool<bool>.Shared.Return(seen);
    }

    private static T[] Rent<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }
}
