using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>The key under which lookups were made before the master key was changed. Sessions, links, tokens and passkeys are found by secrets that nobody here knows, so theirs
/// cannot be made anew; whoever holds the earlier key learns nothing by it.</summary>
public sealed record EarlierKey(string LookupKey) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.EarlierKey;
}
