namespace NetworkMap.Domain.Privacy;

/// <summary>How near an audience stands to one element, from far to near: a column of the policy. Who stands nearer never sees less.</summary>
public enum Standing : byte
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>Whoever signed in, but for the accounts of companies and of those who give out work.</summary>
    SignedIn,

    /// <summary>Who coordinates the region that the element is of.</summary>
    Coordinator,

    /// <summary>Who keeps the organization that it belongs to, or one of the two that it joins.</summary>
    Own,

    /// <summary>Who keeps the data of its region, or of all, true.</summary>
    Steward,
}
