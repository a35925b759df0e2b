namespace NetworkMap.Tests.Graph.Told;

/// <summary>What somebody can work out who sets everything that she was told equal to what it counts. Sums of people have coefficients 0 and 1, of which a few hundred rows have no
/// minor that a prime of 61 bits divides by chance, so ranks modulo it are ranks.</summary>
internal sealed class LinearSystem(int unknowns)
{
    private const ulong Prime = (1UL << 61) - 1;
    private readonly List<(int Pivot, ulong[] Row)> rows = [];
    private readonly List<(int[] Cells, long Least, long Most)> bounds = [];

    /// <summary>The sum of some cells is told.</summary>
    internal void Told(int[] cells, long value)
    {
        bounds.Add((cells, value, value));
        var row = Reduced(RowOf(cells, value));
        var pivot = Array.FindIndex(row, 0, unknowns, v => v != 0);
        if (pivot < 0)
        {
            Assert.True(row[unknowns] == 0, "what is told contradicts itself");
            return;
        }

        var inverse = Power(row[pivot], Prime - 2);
        rows.Add((pivot, [.. row.Select(v => Times(v, inverse))]));
    }

    /// <summary>The sum of some cells is told to be at least and at most so much.</summary>
    internal void Between(int[] cells, long least, long most) => bounds.Add((cells, least, most));

    /// <summary>True when every solution gives some cells the same sum.</summary>
    internal bool Determines(int[] cells) => Reduced(RowOf(cells, 0)).Take(unknowns).All(v => v == 0);

    /// <summary>Bounds of a sum by what is told: no cell is below 0, and what holds for a sum holds for what is left of it when the bounds of the other cells are taken away. They are
    /// never narrower than the truth; a sum that has the whole range here may be narrower in truth, which the test of every small world looks for.</summary>
    internal (long Least, long Most) BoundsOf(int[] target)
    {
        var (least, most) = (new long[unknowns], Enumerable.Repeat(1_000_000L, unknowns).ToArray());
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var (cells, atLeast, atMost) in bounds)
            {
                var (sumLeast, sumMost) = (cells.Sum(c => least[c]), cells.Sum(c => most[c]));
                foreach (var cell in cells)
                {
                    var (low, high) = (Math.Max(least[cell], atLeast - (sumMost - most[cell])), Math.Min(most[cell], atMost - (sumLeast - least[cell])));
                    moved |= low > least[cell] || high < most[cell];
                    (sumLeast, sumMost) = (sumLeast + low - least[cell], sumMost + high - most[cell]);
                    (least[cell], most[cell]) = (low, high);
                }
            }
        }

        var inside = target.ToHashSet();
        var within = bounds.Where(b => inside.IsSubsetOf(b.Cells)).Select(b => b.Most - b.Cells.Where(c => !inside.Contains(c)).Sum(c => least[c]));
        return (target.Sum(c => least[c]), within.Append(target.Sum(c => most[c])).Min());
    }

    private ulong[] RowOf(int[] cells, long value)
    {
        var row = new ulong[unknowns + 1];
        Array.ForEach(cells, c => row[c] = 1);
        row[unknowns] = (ulong)value;
        return row;
    }

    private ulong[] Reduced(ulong[] row)
    {
        foreach (var (pivot, known) in rows)
        {
            var factor = row[pivot];
            for (var i = 0; factor != 0 && i <= unknowns; i++)
            {
                row[i] = (row[i] + Prime - Times(factor, known[i])) % Prime;
            }
        }

        return row;
    }

    private static ulong Times(ulong one, ulong other) => (ulong)((UInt128)one * other % Prime);

    private static ulong Power(ulong of, ulong exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent >>= 1, of = Times(of, of))
        {
            power = (exponent & 1) == 1 ? Times(power, of) : power;
        }

        return power;
    }
}
