using System.Security.Cryptography;
using System.Text.Json.Serialization;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Somebody who can sign in. Her id is random and stays: changesets carry it as their author, as a pseudonym that says nothing once the account is erased.</summary>
public sealed class Account : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Account;

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What others see; may be a pseudonym. Null until she gave it.</summary>
    public string? Name { get; set; }

    /// <summary>What she signs in with, as she wrote it: a name, an e-mail address, a telephone number.</summary>
    public string? SignInName { get; set; }

    /// <summary>Salted and hashed, in the form of ASP.NET Core Identity.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Codes to come back with that were not used yet, as keyed hashes.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>True when there is a passkey that signs her in.</summary>
    public bool HasPasskey { get; set; }

    /// <summary>True when she is joined with an institution whose sign-in lets her in.</summary>
    public bool HasLogin { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Made { get; init; }

    /// <summary>The version that was read.</summary>
    [JsonIgnore]
    public long Version { get; set; }

    /// <summary>True once she can sign in again, from another device, too.</summary>
    [JsonIgnore]
    public bool IsFinished => HasPasskey || HasLogin || (SignInName is not null && PasswordHash is not null);

    /// <summary>A new one; what it may do is not said here but by grants.</summary>
    /// <param name="prefix">What answers call its changes by: <c>steward</c> or <c>account</c>.</param>
    /// <param name="at">When.</param>
    public static Account Make(string prefix, DateTimeOffset at) => new() { Id = $"{prefix}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", Made = at };
}
