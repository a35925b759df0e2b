using NetworkMap.Domain.Organizations;

namespace NetworkMap.Domain.Privacy;

/// <summary>How much of a count is told.</summary>
public enum CountDetail : byte
{
    /// <summary>Women, men, others and unknown, each.</summary>
    Parts,

    /// <summary>Their sum alone.</summary>
    Total,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>Complementary suppression (DOMAIN 9): what the small counts of an organization's units ask of the counts beside them, so that none is told by subtracting its
/// siblings from the organization's total. The units' counts go together, the total stays: as long as one unit has a small part, of all units only sums are told; as long as
/// one has a small sum, nothing. Where a unit's published count, which stays, could be subtracted, the organization's own count goes as far.</summary>
/// <param name="Units">How much is told of the units' counts, published ones apart.</param>
/// <param name="Total">How much is told of the organization's own count, unless it is published.</param>
/// <param name="Need">What is withheld of a need, since its table says so (<see cref="PublishedTable"/>).</param>
public readonly record struct Complement(CountDetail Units, CountDetail Total, CountHeld Need = CountHeld.Nothing)
{
    /// <summary>What the units of one organization ask, all of them.</summary>
    public static Complement Of(IEnumerable<Unit> units)
    {
        var (detail, published) = (CountDetail.Parts, false);
        foreach (var counts in units.Select(u => u.Members).OfType<CountSet>())
        {
            published |= counts.Published;
            detail = counts.Published || DetailOf(counts) < detail ? detail : DetailOf(counts);
        }

        return new Complement(detail, published ? detail : CountDetail.Parts);
    }

    /// <summary>What both ask.</summary>
    public static Complement Stricter(Complement one, Complement other) =>
        new(one.Units > other.Units ? one.Units : other.Units, one.Total > other.Total ? one.Total : other.Total, one.Need > other.Need ? one.Need : other.Need);

    private static CountDetail DetailOf(CountSet counts) =>
        Disclosure.IsSmall(counts.Total) ? CountDetail.Nothing : Disclosure.HasSmallPart(counts) ? CountDetail.Total : CountDetail.Parts;
}
