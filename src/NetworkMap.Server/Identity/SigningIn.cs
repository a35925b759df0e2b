using Microsoft.AspNetCore.Identity;
using NetworkMap.Domain;

namespace NetworkMap.Server.Identity;

/// <summary>From what somebody types to a session. An account that is not there takes as long, and is told in the same words, as a wrong password.</summary>
public sealed class SigningIn(UserManager<Account> users, AccountUsers accounts, Throttle throttle, Sessions sessions, SecurityLog log)
{
    /// <summary>Of a password that nobody knows, to be compared with where there is no account.</summary>
    private static string? nobodys;

    /// <summary>Signs in by sign-in name and password; why not, else.</summary>
    public async Task<Refusal?> WithPasswordAsync(HttpContext context, string? name, string? password)
    {
        var cancellation = context.RequestAborted;
        var folded = SignInName.Fold(name);
        if (folded is null || string.IsNullOrEmpty(password))
        {
            return Refusal.Of("sign_in_failed", "");
        }

        if (await WaitAsync(context, folded) is { } wait)
        {
            return TooMany(wait);
        }

        var account = await accounts.FindByNameAsync(folded, cancellation);
        if (!await IsRightAsync(account, password))
        {
            if (account is not null)
            {
                await log.AddAsync(account.Id, SecurityEvent.SignInFailed, cancellation);
            }

            return Refusal.Of("sign_in_failed", "");
        }

        await throttle.ForgiveAsync(ThrottleRule.OfAccount, folded, cancellation);
        await throttle.ReturnAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), cancellation);
        await EnterAsync(context, account!);
        return null;
    }

    /// <summary>The password of somebody who is signed in, asked once more before something that matters; why not, when it is not right.</summary>
    public async Task<Refusal?> ConfirmAsync(HttpContext context, Account account, string? password, string field = "current")
    {
        if (await throttle.TryAsync(ThrottleRule.OfAccount, account.Id, context.RequestAborted) is { } wait)
        {
            return TooMany(wait);
        }

        if (!await IsRightAsync(account, password ?? ""))
        {
            await log.AddAsync(account.Id, SecurityEvent.SignInFailed, context.RequestAborted);
            return Refusal.Of("password_wrong", field);
        }

        await throttle.ForgiveAsync(ThrottleRule.OfAccount, account.Id, context.RequestAborted);
        await sessions.ExchangeAsync(context, context.RequestAborted);
        return null;
    }

    /// <summary>Makes an account that nothing is known of yet, and signs in to it.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        await accounts.CreateAsync(account, context.RequestAborted);
        await log.AddAsync(account.Id, SecurityEvent.AccountMade, context.RequestAborted);
        await EnterAsync(context, account);
    }

    /// <summary>Signs in whoever has shown who she is.</summary>
    public async Task EnterAsync(HttpContext context, Account account)
    {
        await sessions.StartAsync(context, account, context.RequestAborted);
        await log.AddAsync(account.Id, SecurityEvent.SignedIn, context.RequestAborted);
    }

    /// <summary>What too many tries are told.</summary>
    public static Refusal TooMany(TimeSpan wait) => Refusal.Of("too_many_attempts", "", ("seconds", (int)Math.Ceiling(wait.TotalSeconds)));

    private async Task<TimeSpan?> WaitAsync(HttpContext context, string folded) =>
        await throttle.TryAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted) ?? await throttle.TryAsync(ThrottleRule.OfAccount, folded, context.RequestAborted);

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        var given = password.Length > PasswordRule.Longest ? password[..PasswordRule.Longest] : password;
        if (account?.PasswordHash is not null)
        {
            return await users.CheckPasswordAsync(account, given) && given.Length == password.Length;
        }

        var nobody = new Account { Id = "" };
        nobodys ??= users.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        users.PasswordHasher.VerifyHashedPassword(nobody, nobodys, given);
        return false;
    }
}
