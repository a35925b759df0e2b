namespace NetworkMap.Storage;

/// <summary>What an account record is.</summary>
public enum AccountRecordKind
{
    /// <summary>An account: who she is, and how she proves it.</summary>
    Account,

    /// <summary>A browser that is signed in.</summary>
    Session,

    /// <summary>A link that was made to be sent: an invitation, or the way back into an account.</summary>
    Link,

    /// <summary>A passkey (WebAuthn credential) of an account.</summary>
    Passkey,

    /// <summary>The sign-in of an institution that an account is joined with (OpenID Connect).</summary>
    Login,

    /// <summary>A token with which a program acts for an account.</summary>
    Token,

    /// <summary>A key with which the processes of an installation protect short-lived data.</summary>
    ProtectionKey,

    /// <summary>How often something was tried lately.</summary>
    Attempt,

    /// <summary>A line of the security log: added, never changed; it goes only when its time is over.</summary>
    SecurityEntry,

    /// <summary>Something that was begun and is to be ended soon, once, such as signing in with a passkey.</summary>
    Challenge,

    /// <summary>Where an account may be written to by mail.</summary>
    MailAddress,

    /// <summary>The key under which lookups were made before the master key was changed, sealed by the present one.</summary>
    EarlierKey,

    /// <summary>What a person asked about her data, and what was done.</summary>
    PersonRequest,

    /// <summary>What was decided about a source from which files come in.</summary>
    ImportSource,
}

/// <summary>One record of the account store. The store reads nothing of it but what stands here in the open, so none of that names a person:
/// <see cref="Body"/> is sealed and <see cref="Lookup"/> a keyed hash (<see cref="RecordSeal"/>).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Unique in its kind.</param>
/// <param name="Body">Opaque to the store.</param>
public sealed record AccountRecord(AccountRecordKind Kind, string Id, string Body)
{
    /// <summary>The account that it belongs to, and goes with.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is found by besides its id; unique in its kind.</summary>
    public string? Lookup { get; init; }

    /// <summary>When it is of no use any more; whoever reads it has to look, the store only clears away. To the millisecond.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How often it was put; 0 as long as it is not stored.</summary>
    public long Version { get; init; }
}

/// <summary>A part of a batch.</summary>
public abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <summary>Stores a record in place of the version that it names: 0 for one that must not be there yet. It then has the next version.</summary>
    public sealed record Put(AccountRecord Record) : AccountChange;

    /// <summary>Takes a record away; only the named version, when one is named. One that is not there is no hindrance unless a version is named.</summary>
    public sealed record Remove(AccountRecordKind Kind, string Id, long? Version = null) : AccountChange;
}

/// <summary>What became of a batch.</summary>
public enum AccountWrite
{
    /// <summary>All of it is stored, durably.</summary>
    Written,

    /// <summary>Nothing is: a record is not at the named version any more. Read again and decide again.</summary>
    Moved,

    /// <summary>Nothing is: another record of the kind has that lookup.</summary>
    LookupTaken,
}
