namespace NetworkMap.Domain.Privacy;

/// <summary>How exactly the public may see where something is, from fine to nothing. It binds every field that tells where (DOMAIN 9).</summary>
public enum Precision : byte
{
    /// <summary>To the point.</summary>
    Exact,

    /// <summary>To the village.</summary>
    Village,

    /// <summary>To the district.</summary>
    District,

    /// <summary>To the regency or city.</summary>
    Regency,

    /// <summary>Not at all below the country.</summary>
    Hidden,
}
