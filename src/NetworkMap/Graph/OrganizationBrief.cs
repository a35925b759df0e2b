namespace NetworkMap.Graph;

/// <summary>What a walk over thousands of organizations asks of each, in four bytes, so that it touches the organizations themselves only where they count. The
/// default is nobody, who lives on no day.</summary>
public readonly record struct OrganizationBrief
{
    private readonly ushort kindPlusOne;
    private readonly ushort retiredFrom;

    internal OrganizationBrief(int kind, DateOnly? retired)
    {
        kindPlusOne = (ushort)(kind + 1);
        retiredFrom = retired is { } day ? Link.Day(day) : ushort.MaxValue;
    }

    /// <summary>True when it is there and has not retired by that day, counted as <see cref="Link.Day"/> counts.</summary>
    public bool LivesOn(ushort day) => day < retiredFrom;

    /// <summary>True when it may be of the kind with this handle; false only when it is not (handles beyond 65,535 share what is kept of them).</summary>
    public bool MayBe(int kind) => kindPlusOne == (ushort)(kind + 1);
}
