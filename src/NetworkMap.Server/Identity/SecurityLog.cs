using System.Globalization;
using System.Security.Cryptography;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>What the security log speaks of.</summary>
public enum SecurityEvent
{
    /// <summary>An account was made.</summary>
    AccountMade,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A wrong password or code was given for an account that there is.</summary>
    SignInFailed,

    /// <summary>Somebody signed out.</summary>
    SignedOut,

    /// <summary>Name, sign-in name or password was changed.</summary>
    AccountChanged,

    /// <summary>A session was ended from another one.</summary>
    SessionEnded,

    /// <summary>An invitation was made.</summary>
    InvitationMade,

    /// <summary>Somebody who keeps accounts made a link with which the account comes back.</summary>
    RecoveryLinkMade,

    /// <summary>New codes to come back with were made.</summary>
    RecoveryCodesMade,

    /// <summary>A token was made.</summary>
    TokenMade,

    /// <summary>A token was taken back.</summary>
    TokenRevoked,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was taken away.</summary>
    PasskeyRemoved,

    /// <summary>The account came back by a code or a link, with a new password.</summary>
    Recovered,

    /// <summary>The account was joined with the sign-in of an institution.</summary>
    InstitutionJoined,

    /// <summary>It was parted from one.</summary>
    InstitutionParted,

    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>The address for mail was stated, changed or taken away.</summary>
    MailAddressChanged,

    /// <summary>The way back into the account was sent to its address.</summary>
    RecoveryMailed,

    /// <summary>Its owner erased the account.</summary>
    AccountErased,

    /// <summary>Somebody looked as somebody who sees less.</summary>
    Previewed,

    /// <summary>She erased personal data of an element, for good.</summary>
    PersonalDataErased,

    /// <summary>Somebody carried a file away, with what she may see.</summary>
    Exported,

    /// <summary>Somebody brought a file in.</summary>
    Imported,
}

/// <summary>A line of the security log: what happened, to which account, when. Who somebody is stands nowhere in it.</summary>
/// <param name="At">When.</param>
/// <param name="What">What.</param>
/// <param name="As">Of a preview: as whom, by the name of an audience.</param>
public sealed record SecurityEntry(DateTimeOffset At, SecurityEvent What, string? As = null) : IKept
{
    /// <summary>What it was done to, by kind and id, or of a file its format; null where that is the account itself.</summary>
    public string? Of { get; init; }

    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.SecurityEntry;
}

/// <summary>What happened to accounts, kept for a little more than a year and never changed.</summary>
public sealed class SecurityLog(AccountVault vault, Notices notices, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Adds a line.</summary>
    public async Task AddAsync(string account, SecurityEvent what, CancellationToken cancellation, string? seenAs = null, string? of = null)
    {
        var now = clock.GetUtcNow();
        var id = now.UtcTicks.ToString("x16", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await vault.WriteAsync(cancellation, vault.Put(new Kept<SecurityEntry>(id, new SecurityEntry(now, what, seenAs) { Of = of }) { Owner = account, Until = now + Kept }));
        notices.Tell(account, what);
    }

    /// <summary>Whoever is signed in can see more than the public, so that it is taken down who carried a file away; while the store is away nothing is, and reading goes on.</summary>
    internal async Task TakeDownAsync(HttpContext context, string file)
    {
        if (Caller.AccountOf(context.User) is not { } account)
        {
            return;
        }

        try
        {
            await AddAsync(account, SecurityEvent.Exported, context.RequestAborted, of: file);
        }
        catch (StoreFailedException)
        {
            // Reading goes on while the store is away.
        }
    }

    /// <summary>The newest lines about an account.</summary>
    public Task<IReadOnlyList<Kept<SecurityEntry>>> NewestAsync(string account, int limit, CancellationToken cancellation) => vault.ListAsync<SecurityEntry>(account, limit, cancellation);
}
