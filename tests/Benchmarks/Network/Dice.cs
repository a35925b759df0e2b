
namespace NetworkMap.Benchmarks.Network;

/// <summary>Chance that can be repeated: SplitMix64 (Steele, Lea and Flood 2014), started from what is to be decided and its number, so that the
/// thousandth organization is the same whatever was asked before.</summary>
internal struct Dice(ulong state)
{
    private ulong state = state;

    internal static Dice Of(ulong seed, string matter, int number)
    {
        var mixed = seed;
        foreach (var c in matter)
        {
            mixed = (mixed ^ c) * 0x100000001B3;
        }

        return new Dice(mixed + ((ulong)number * 0xD1342543DE82EF95));
    }

    internal ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to 1, 1 excluded.</summary>
    internal double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="limit"/>, which is excluded.</summary>
    internal int Below(int limit) => (int)(Share() * limit);

    internal int Between(int least, int most) => least + Below(most - least + 1);

    internal bool Chance(double probability) => Share() < probability;

    internal T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>A rank below <paramref name="limit"/> where rank r comes up as often as 1 / (r + 1)^<paramref name="exponent"/> (Zipf; below 1, by the inverse of
    /// the continuous distribution): few are chosen by very many.</summary>
    internal int Ranked(int limit, double exponent) => Math.Min(limit - 1, (int)(limit * Math.Pow(Share(), 1 / (1 - exponent))));

    /// <summary>Different values, the first ones of the list more often.</summary>
    internal List<T>? Some<T>(IReadOnlyList<T> values, int count, double exponent = 0.6)
    {
        var chosen = new List<T>(count);
        for (var tries = 0; chosen.Count < count && tries < count * 4; tries++)
        {
            var value = values[Ranked(values.Count, exponent)];
            if (!chosen.Contains(value))
            {
                chosen.Add(value);
            }
        }

        return chosen.Count == 0 ? null : chosen;
    }

    /// <summary>About the normal distribution with standard deviation 1: the sum of twelve shares less six.</summary>
    internal double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Share();
        }

        return sum;
    }

    /// <summary>A UUID of version 8 (RFC 9562).</summary>
    internal Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
