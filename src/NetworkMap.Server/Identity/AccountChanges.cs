using Microsoft.AspNetCore.Identity;
using NetworkMap.Domain;

namespace NetworkMap.Server.Identity;

/// <summary>What somebody changes about her own account.</summary>
public sealed class AccountChanges(UserManager<Account> users, AccountUsers accounts, SigningIn signingIn, Sessions sessions, SecurityLog log)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int NameLimit = 80;

    /// <summary>The name that others see.</summary>
    public async Task<IReadOnlyList<Refusal>> RenameAsync(Account account, string? name, CancellationToken cancellation)
    {
        var checks = new Checks();
        account.Name = checks.OptionalText("name", name, NameLimit);
        return checks.Refusals.Count > 0 ? checks.Refusals : await StoreAsync(account, SecurityEvent.AccountChanged, cancellation);
    }

    /// <summary>Sign-in name and password. The present password is asked where there is one; who changes hers is signed out everywhere else.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="name">The sign-in name.</param>
    /// <param name="current">The present password.</param>
    /// <param name="password">The new one; blank keeps the present one.</param>
    public async Task<IReadOnlyList<Refusal>> ChangeWaysInAsync(HttpContext context, Account account, string? name, string? current, string? password)
    {
        var hadOne = account.PasswordHash is not null;
        if (hadOne && await signingIn.ConfirmAsync(context, account, current) is { } wrong)
        {
            return [wrong];
        }

        var checks = new Checks();
        Choose(checks, account, name, password, mustHavePassword: !hadOne);
        if (checks.Refusals.Count > 0)
        {
            return checks.Refusals;
        }

        var refusals = await StoreAsync(account, hadOne && !string.IsNullOrEmpty(password) ? SecurityEvent.PasswordChanged : SecurityEvent.AccountChanged, context.RequestAborted);
        if (refusals.Count == 0 && hadOne && !string.IsNullOrEmpty(password))
        {
            await sessions.EndOthersAsync(account.Id, SignedIn.Of(context.User)?.Session, context.RequestAborted);
        }

        return refusals;
    }

    /// <summary>Gives an account a sign-in name and a password, without storing either; what is wrong with them stands among the refusals.</summary>
    internal void Choose(Checks checks, Account account, string? name, string? password, bool mustHavePassword)
    {
        account.SignInName = checks.Text("signInName", name, SignInName.Limit);
        checks.Require(!mustHavePassword || !string.IsNullOrEmpty(password), "text_missing", "password");
        if (string.IsNullOrEmpty(password))
        {
            return;
        }

        if (PasswordRule.Check(password, account) is { } weak)
        {
            checks.Refuse(weak);
        }
        else
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        }
    }

    private async Task<IReadOnlyList<Refusal>> StoreAsync(Account account, SecurityEvent what, CancellationToken cancellation)
    {
        var result = await accounts.UpdateAsync(account, cancellation);
        if (!result.Succeeded)
        {
            return [Refusal.Of(result.Errors.Any(e => e.Code == "sign_in_name_taken") ? "sign_in_name_taken" : "version_stale", "signInName")];
        }

        sessions.Renew(account.Id);
        await log.AddAsync(account.Id, what, cancellation);
        return [];
    }
}
