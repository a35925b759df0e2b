using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>An account that its owner erases: her rights are taken back by a change in her name, and every record of hers goes, with what lives on it. What she wrote stays, by an id that names nobody
/// any more, and so do the lines of the security log.</summary>
public sealed class AccountErasing(
    AccountVault vault, IAccountStore store, SigningIn signingIn, Sessions sessions, Tokens tokens, MailAddresses mail, Notices notices, SecurityLog log, NetworkWriter writer, NetworkView view, TimeProvider clock)
{
    /// <summary>How long ago somebody without a password may have signed in, since that is how she shows who she is.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);

    /// <summary>Erases the account of whoever asks, who shows once more that it is she; why not, else.</summary>
    public async Task<Refusal?> EraseAsync(HttpContext context, Account account, string? password)
    {
        if (await ConfirmAsync(context, account, password) is { } wrong)
        {
            return wrong;
        }

        if (await IsOnlyStewardAsync(account.Id, context.RequestAborted))
        {
            return Refusal.Of("only_steward", "");
        }

        // From here on it is done to the end, whoever goes away.
        var former = (await mail.FindAsync(account.Id, CancellationToken.None))?.Value;
        var held = view.Latest.Full.GrantsOf(account.Id).Select(g => g.Ref).ToList();
        if (held.Count > 0 && await writer.WriteAsync(new WriteRequest(Batch.Remove(held), new Attribution(account.Id), OfTheHouse: true), CancellationToken.None) is { IsRefused: true } refused)
        {
            return refused.Refusals[0];
        }

        await sessions.EndOthersAsync(account.Id, but: null, CancellationToken.None);
        await tokens.EndAllAsync(account.Id, CancellationToken.None);
        await store.RemoveOwnedAsync(account.Id, CancellationToken.None);
        await log.AddAsync(account.Id, SecurityEvent.AccountErased, CancellationToken.None);
        if (former is not null)
        {
            notices.TellFormer(former, SecurityEvent.AccountErased);
        }

        SessionCookie.Take(context);
        return null;
    }

    private async Task<Refusal?> ConfirmAsync(HttpContext context, Account account, string? password)
    {
        if (account.PasswordHash is not null)
        {
            return await signingIn.ConfirmAsync(context, account, password, "erasePassword");
        }

        var session = SignedIn.Of(context.User) is { } signedIn ? await vault.FindAsync<Session>(signedIn.Session, context.RequestAborted) : null;
        return session?.Value.Began > clock.GetUtcNow() - JustNow ? null : Refusal.Of("sign_in_again", "");
    }

    private async Task<bool> IsOnlyStewardAsync(string account, CancellationToken cancellation)
    {
        if (!IsSteward(account))
        {
            return false;
        }

        foreach (var other in await vault.ListAsync<Account>(null, cancellation))
        {
            if (other.Id != account && other.Value.IsFinished && IsSteward(other.Id))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSteward(string account) => Rights.Held(view.Latest.Full, account, Today.By(clock)).Any(g => g is { Role: Role.Steward, IsWhole: true });
}
