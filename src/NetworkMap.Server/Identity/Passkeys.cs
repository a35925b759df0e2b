using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>What a browser is asked, and the name under which it is answered.</summary>
public sealed record PasskeyQuestion(JsonElement Options, string Challenge);

/// <summary>Adding passkeys and signing in with them. A challenge is kept by the server, so that an answer that was overheard is good for nothing a second time.</summary>
public sealed class Passkeys(IPasskeyHandler<Account> handler, AccountVault vault, AccountUsers accounts, SigningIn signingIn, Logins logins, Sessions sessions, Throttle throttle, SecurityLog log, TimeProvider clock)
{
    private const int NameLimit = 80;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Asks for a new passkey; the present password is asked before, where there is one.</summary>
    public async Task<Outcome<PasskeyQuestion>> BeginAddingAsync(HttpContext context, Account account, string? password)
    {
        if (account.PasswordHash is not null && await signingIn.ConfirmAsync(context, account, password, "passkeyPassword") is { } wrong)
        {
            return wrong;
        }

        var name = account.SignInName ?? account.Name ?? "NetworkMap";
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = name, DisplayName = account.Name ?? name }, context);
        return await KeepAsync(account.Id, asked.CreationOptionsJson, asked.AttestationState, context.RequestAborted);
    }

    /// <summary>Keeps a new passkey under a name.</summary>
    public async Task<Refusal?> AddAsync(HttpContext context, Account account, string? challenge, string credential, string? name)
    {
        if (await TakeAsync(challenge, account.Id, context.RequestAborted) is not { } state)
        {
            return Refusal.Of("passkey_failed", "");
        }

        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != account.Id)
        {
            return Refusal.Of("passkey_failed", "");
        }

        made.Passkey.Name = new Checks().OptionalText("passkeyName", name, NameLimit);
        await accounts.AddOrUpdatePasskeyAsync(account, made.Passkey, context.RequestAborted);
        sessions.Renew(account.Id);
        await log.AddAsync(account.Id, SecurityEvent.PasskeyAdded, context.RequestAborted);
        return null;
    }

    /// <summary>Takes one away, unless nothing else would let her in.</summary>
    public async Task<Refusal?> RemoveAsync(Account account, string? id, CancellationToken cancellation)
    {
        var hers = await accounts.ListPasskeysAsync(account, cancellation);
        if (hers.FirstOrDefault(p => p.Id == id) is not { } passkey)
        {
            return null;
        }

        if (hers.Count == 1 && account.PasswordHash is null && !await logins.OpenAsync(account, cancellation))
        {
            return Refusal.Of("last_way_in", "");
        }

        await accounts.RemovePasskeyAsync(account, passkey.Value.CredentialId, cancellation);
        sessions.Renew(account.Id);
        await log.AddAsync(account.Id, SecurityEvent.PasskeyRemoved, cancellation);
        return null;
    }

    /// <summary>Asks whoever wants to sign in for any passkey of this site.</summary>
    public async Task<Outcome<PasskeyQuestion>> BeginSigningInAsync(HttpContext context)
    {
        if (await throttle.TryAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted) is { } wait)
        {
            return SigningIn.TooMany(wait);
        }

        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return await KeepAsync(null, asked.RequestOptionsJson, asked.AssertionState, context.RequestAborted);
    }

    /// <summary>Signs in whoever answers with a passkey that is known.</summary>
    public async Task<Refusal?> SignInAsync(HttpContext context, string? challenge, string credential)
    {
        if (await TakeAsync(challenge, null, context.RequestAborted) is not { } state)
        {
            return Refusal.Of("passkey_failed", "");
        }

        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!shown.Succeeded)
        {
            return Refusal.Of("passkey_failed", "");
        }

        await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey, context.RequestAborted);
        await throttle.ReturnAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted);
        await signingIn.EnterAsync(context, shown.User);
        return null;
    }

    private async Task<PasskeyQuestion> KeepAsync(string? account, string options, string? state, CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await vault.WriteAsync(cancellation, vault.Put(new Kept<PasskeyChallenge>(id, new PasskeyChallenge(state ?? "")) { Owner = account, Until = clock.GetUtcNow() + Lifetime }));
        return new PasskeyQuestion(JsonSerializer.Deserialize<JsonElement>(options), id);
    }

    private async Task<string?> TakeAsync(string? id, string? account, CancellationToken cancellation) =>
        id is { Length: > 0 and < 100 } && await vault.FindAsync<PasskeyChallenge>(id, cancellation) is { } kept && kept.Owner == account
            && await vault.WriteAsync(cancellation, AccountVault.Remove(kept)) == AccountWrite.Written ? kept.Value.State : null;
}
