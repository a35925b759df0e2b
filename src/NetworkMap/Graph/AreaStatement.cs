namespace NetworkMap.Graph;

/// <summary>One stated area of an active service, with what coverage counts, side by side in memory: 44 bytes that are read by the hundred thousand.</summary>
internal readonly record struct AreaStatement
{
    /// <summary>Handle of the service.</summary>
    internal required int Service { get; init; }

    /// <summary>Handle of the organization that offers it.</summary>
    internal required int Owner { get; init; }

    /// <summary>Term handle of the owner's actor kind.</summary>
    internal required int Kind { get; init; }

    /// <summary>People a year; -1 when unknown.</summary>
    internal required int Capacity { get; init; }

    /// <summary>Set of functions, see <see cref="TermSets"/>; the same for the three below.</summary>
    internal required int Functions { get; init; }

    internal required int Pillars { get; init; }

    internal required int Issues { get; init; }

    internal required int Terms { get; init; }

    /// <summary>First day as links count days: the latest of service and area.</summary>
    internal required ushort From { get; init; }

    /// <summary>Last day: the earliest of service, area and the day before the owner retired.</summary>
    internal required ushort Until { get; init; }

    /// <summary>Whether it counts for what lies below.</summary>
    internal required bool WithSubregions { get; init; }

    internal bool HoldsOn(ushort day) => From <= day && day <= Until;
}
