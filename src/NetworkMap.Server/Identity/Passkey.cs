using Microsoft.AspNetCore.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>A passkey (WebAuthn Level 3 credential): the public half, and what she calls it. What the device said of itself when it was made is not kept.</summary>
public sealed record Passkey(byte[] CredentialId, byte[] PublicKey, DateTimeOffset Made, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, string? Name) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Passkey;

    /// <summary>What is kept of it.</summary>
    public static Passkey Of(UserPasskeyInfo told) =>
        new(told.CredentialId, told.PublicKey, told.CreatedAt, told.SignCount, told.Transports, told.IsUserVerified, told.IsBackupEligible, told.IsBackedUp, told.Name);

    /// <summary>It as ASP.NET Core Identity asks for it.</summary>
    public UserPasskeyInfo Told() => new(CredentialId, PublicKey, Made, SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, [], []) { Name = Name };
}

/// <summary>What was asked of a browser and may be answered once, within some minutes.</summary>
public sealed record PasskeyChallenge(string State) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Challenge;
}
