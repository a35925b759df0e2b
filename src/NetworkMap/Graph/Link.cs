using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <summary>A tie as seen from one of its ends: 16 bytes that tell whom it leads to and whether it counts on a day, so that walking the network does not
/// touch the ties themselves. Handles are those of the graph that gave the link.</summary>
public readonly struct Link
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
    private readonly ushort from;
    private readonly ushort until;
    private readonly byte flags;
    private readonly byte strength;

    internal Link(int neighbor, int tie, int type, Tie element, LinkDirection direction)
    {
        Neighbor = neighbor;
        Tie = tie;
        Type = (ushort)type;
        from = element.Valid.From is { } f ? Day(f) : ushort.MinValue;
        until = element.Valid.Until is { } u ? Day(u) : ushort.MaxValue;
        flags = (byte)((int)element.Status | ((int)direction << 4));
        strength = element.Strength;
    }

    /// <summary>Handle of the organization at the other end.</summary>
    public int Neighbor { get; }

    /// <summary>Handle of the tie.</summary>
    public int Tie { get; }

    /// <summary>Handle of the tie type's term.</summary>
    public ushort Type { get; }

    /// <summary>Where the tie stands.</summary>
    public TieStatus Status => (TieStatus)(flags & 15);

    /// <summary>Whether it leads out, comes in, or has no direction.</summary>
    public LinkDirection Direction => (LinkDirection)(flags >> 4);

    /// <summary>1 to 5, 0 when unknown.</summary>
    public byte Strength => strength;

    /// <summary>A date as links count it: days since 1970, held within 1970 and 2149.</summary>
    public static ushort Day(DateOnly date) => (ushort)Math.Clamp(date.DayNumber - Epoch, ushort.MinValue, ushort.MaxValue - 1);

    /// <summary>True when the tie is confirmed and holds on that day: the only ties that count (DOMAIN 7).</summary>
    public bool IsCurrentOn(ushort day) => (flags & 15) == (int)TieStatus.Confirmed && HoldsOn(day);

    /// <summary>True when only one side says that the tie holds on that day; it does not count.</summary>
    public bool IsOneSidedOn(ushort day) => (flags & 15) == (int)TieStatus.Proposed && HoldsOn(day);

    private bool HoldsOn(ushort day) => from <= day && day <= until;
}

/// <summary>How a tie is seen from one of its ends.</summary>
public enum LinkDirection
{
    /// <summary>From here to the neighbour.</summary>
    Out,

    /// <summary>From the neighbour to here.</summary>
    In,

    /// <summary>The type is symmetric.</summary>
    Both,
}
