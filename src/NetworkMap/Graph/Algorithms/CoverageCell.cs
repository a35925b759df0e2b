namespace NetworkMap.Graph.Algorithms;

/// <summary>How a cell stands.</summary>
public enum CoverageState
{
    /// <summary>Somebody covers it, and nothing known says that it is not enough. When no need is recorded that says nothing of how many go without, and whoever shows the
    /// cell says so (<see cref="CoverageCell.IsCoveredUnasked"/>).</summary>
    Covered,

    /// <summary>Somebody covers it, but what is known to be there is less than half of what is known to be needed.</summary>
    Thin,

    /// <summary>The need is known and nobody covers it.</summary>
    Nobody,

    /// <summary>Neither the need nor anybody who covers it is known.</summary>
    Unknown,
}

/// <summary>The figures of one region and one term.</summary>
/// <param name="Services">How many services cover it.</param>
/// <param name="Capacity">People a year that those with a known capacity can serve here; null when no capacity is known. A service that covers several
/// regions of the level is counted in each with an equal share, so that regions add up to what there is.</param>
/// <param name="WithoutCapacity">How many of the services state no capacity; then the sum is a floor.</param>
/// <param name="Need">Home workers who need it, as far as that is told; null when it is not, which is not 0.</param>
/// <param name="Small">How many numbers under five are not in it.</param>
/// <param name="Beside">How many other numbers are not in it, since a small one could be worked out from them.</param>
public readonly record struct CoverageCell(int Services, double? Capacity, int WithoutCapacity, int? Need, int Small = 0, int Beside = 0)
{
    /// <summary>A covered cell is thin when all capacities are known and their sum is below this share of the need: then most people go without.</summary>
    public const double ThinBelow = 0.5;

    /// <summary>How it stands.</summary>
    public CoverageState State => Services == 0 ? IsUnasked ? CoverageState.Unknown : CoverageState.Nobody
        : Need is { } need && WithoutCapacity == 0 && Capacity < ThinBelow * need ? CoverageState.Thin
        : CoverageState.Covered;

    /// <summary>How many numbers that are known are not in the need.</summary>
    public int Held => Small + Beside;

    /// <summary>True when all that is known of the need is that it is under five.</summary>
    public bool IsUnderFive => Need is null && Small == 1 && Beside == 0;

    /// <summary>True when somebody covers it and no need is recorded, so that nobody knows whether it is enough.</summary>
    public bool IsCoveredUnasked => Services > 0 && IsUnasked;

    /// <summary>No need is on record, so that nothing can be said of a gap.</summary>
    public bool IsUnasked => Need is null && Held == 0;

    /// <summary>Need that no capacity meets, never below 0; null when the need, or the capacity of a service, is unknown.</summary>
    public int? Unmet => Need is not { } need ? null : Services == 0 ? need : WithoutCapacity > 0 ? null : Math.Max(0, need - (int)Math.Floor(Capacity ?? 0));
}

/// <summary>The numbers of home workers that count for a cell.</summary>
/// <param name="Told">The sum of those that are told; null when none is.</param>
/// <param name="Small">How many are under five, and not in it.</param>
/// <param name="Beside">How many others are withheld, and not in it.</param>
internal readonly record struct NeedSum(int? Told, int Small, int Beside);
