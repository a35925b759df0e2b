namespace NetworkMap.Domain.Privacy;

/// <summary>Why a count is told less of than is known, so that whoever reads it takes it neither for unknown nor for none (DOMAIN 9).</summary>
public enum CountHeld : byte
{
    /// <summary>All that is known is told.</summary>
    Nothing,

    /// <summary>Its sum alone is told, since women, men or others, here or in a count beside it, are fewer than five.</summary>
    Parts,

    /// <summary>It is fewer than five: told as "&lt;5".</summary>
    UnderFive,

    /// <summary>It is not told, since one that is fewer than five could be worked out from it.</summary>
    Beside,
}
