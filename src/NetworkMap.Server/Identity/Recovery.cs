using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>The way back for whoever cannot sign in any more, without e-mail: codes that she wrote down, or a link from somebody who keeps accounts. Either way she chooses a new
/// password, and every device is signed out.</summary>
public sealed class Recovery(AccountVault vault, AccountUsers accounts, AccountChanges changes, SigningIn signingIn, Sessions sessions, Links links, Throttle throttle, SecurityLog log, TimeProvider clock)
{
    /// <summary>How many codes are made at once.</summary>
    public const int Count = 10;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int CodeLength = 12;

    /// <summary>New codes, told this once; earlier ones no longer work.</summary>
    public async Task<IReadOnlyList<string>> MakeCodesAsync(Account account, CancellationToken cancellation)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, CodeLength)).ToList();
        account.RecoveryCodes = codes.ConvertAll(c => HashesOf(account, c).First());
        await accounts.UpdateAsync(account, cancellation);
        await log.AddAsync(account.Id, SecurityEvent.RecoveryCodesMade, cancellation);
        return codes.ConvertAll(c => $"{c[..4]}-{c[4..8]}-{c[8..]}");
    }

    /// <summary>Gives an account back to whoever has one of its codes, with a new password. A wrong code, or an account that is not there, is told in the same words.</summary>
    public async Task<IReadOnlyList<Refusal>> WithCodeAsync(HttpContext context, string? name, string? code, string? password)
    {
        var cancellation = context.RequestAborted;
        var (folded, typed) = (SignInName.Fold(name), new string([.. (code ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(CodeLength + 1)]));
        if (folded is null || typed.Length != CodeLength)
        {
            return [Refusal.Of("recovery_failed", "")];
        }

        if (await throttle.TryAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), cancellation) is { } busy)
        {
            return [SigningIn.TooMany(busy)];
        }

        if (await throttle.TryAsync(ThrottleRule.OfAccount, folded, cancellation) is { } wait)
        {
            return [SigningIn.TooMany(wait)];
        }

        if (await accounts.FindByNameAsync(folded, cancellation) is not { } account || !HashesOf(account, typed).Intersect(account.RecoveryCodes, StringComparer.Ordinal).Any())
        {
            return [Refusal.Of("recovery_failed", "")];
        }

        account.RecoveryCodes = [.. account.RecoveryCodes.Except(HashesOf(account, typed), StringComparer.Ordinal)];
        var refusals = await GiveBackAsync(context, account, account.SignInName, password, used: null);
        if (refusals.Count == 0)
        {
            await throttle.ForgiveAsync(ThrottleRule.OfAccount, folded, cancellation);
            await throttle.ReturnAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), cancellation);
        }

        return refusals;
    }

    /// <summary>True when a caller may help an account back: a steward of the whole network, but an administrator's account only another administrator.</summary>
    public static bool MayHelp(Caller caller, IEnumerable<Grant> held) =>
        caller.Grants.Any(g => g.Role == Role.Administrator || (g is { Role: Role.Steward, IsWhole: true } && !held.Any(h => h.Role == Role.Administrator)));

    /// <summary>Makes a link with which an account comes back; its code, which is told this once.</summary>
    public async Task<(string Code, DateTimeOffset Until)> MakeLinkAsync(Caller caller, Account account, CancellationToken cancellation)
    {
        var made = await links.MakeAsync(account.Id, new SentLink(LinkPurpose.Recovery, clock.GetUtcNow(), caller.Account!, account.Name, []), cancellation);
        await log.AddAsync(account.Id, SecurityEvent.RecoveryLinkMade, cancellation);
        return made;
    }

    /// <summary>Gives an account back to whoever was sent the link. A blank sign-in name keeps the present one.</summary>
    public async Task<IReadOnlyList<Refusal>> WithLinkAsync(HttpContext context, Kept<SentLink> link, string? signInName, string? password) =>
        await accounts.FindByIdAsync(link.Owner!, context.RequestAborted) is { } account
            ? await GiveBackAsync(context, account, string.IsNullOrWhiteSpace(signInName) ? account.SignInName : signInName, password, link)
            : [Refusal.Of("link_used", "")];

    private IEnumerable<string> HashesOf(Account account, string code) => vault.LookupsOf<Account>($"recovery\n{account.Id}\n{code}");

    private async Task<IReadOnlyList<Refusal>> GiveBackAsync(HttpContext context, Account account, string? signInName, string? password, Kept<SentLink>? used)
    {
        var checks = new Checks();
        changes.Choose(checks, account, signInName, password, mustHavePassword: true);
        if (checks.Refusals.Count > 0)
        {
            return checks.Refusals;
        }

        AccountChange[] batch = used is null ? [accounts.Put(account)] : [AccountVault.Remove(used), accounts.Put(account)];
        switch (await vault.WriteAsync(context.RequestAborted, batch))
        {
            case AccountWrite.LookupTaken:
                return [Refusal.Of("sign_in_name_taken", "signInName")];
            case AccountWrite.Moved:
                return [Refusal.Of(used is null ? "recovery_failed" : "link_used", "")];
        }

        await log.AddAsync(account.Id, SecurityEvent.Recovered, context.RequestAborted);
        await sessions.EndOthersAsync(account.Id, but: null, context.RequestAborted);
        await signingIn.EnterAsync(context, account);
        return [];
    }
}
