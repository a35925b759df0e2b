using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>What a token may do.</summary>
public enum TokenScope
{
    /// <summary>See what the account sees.</summary>
    Read,

    /// <summary>Also change what the account changes.</summary>
    Write,
}

/// <summary>A token with which a program acts for an account.</summary>
/// <param name="Name">What she calls it.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="Made">When.</param>
/// <param name="Used">The last day it was used on.</param>
/// <param name="Right">The one right of hers that it is limited to; all of them when null.</param>
/// <param name="Region">The part of its region that it is limited to.</param>
public sealed record Token(string Name, TokenScope Scope, DateTimeOffset Made, DateOnly? Used, Guid? Right = null, string? Region = null) : IKept
{
    /// <summary>What it may do of what its account may.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Delegation Limit => Right is not { } right ? new Delegation() : new Delegation(new GrantId(right), Region is null ? null : RegionCode.Parse(Region).Value);

    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Token;
}

/// <summary>A token as a request finds it.</summary>
public sealed record OpenToken(string Id, string Account, TokenScope Scope, DateTimeOffset Until, Delegation Limit);

/// <summary>Tokens for programs: shown once, kept as a keyed hash, ended by their time or by her. They reach no page of an account.</summary>
public sealed class Tokens(AccountVault vault, AccountUsers accounts, SessionEnds ends, SecurityLog log, StoreWatch watch, TimeProvider clock)
{
    /// <summary>How long a token may be chosen to last, in days.</summary>
    public static readonly IReadOnlyList<int> Days = [30, 90, 365];

    private const string IdPrefix = "token-";
    private const string SecretPrefix = "nmt_";
    private const int NameLimit = 80;
    private readonly ShortMemory<OpenToken> known = new(clock, watch, t => t.Until);

    /// <summary>True when what a live connection was opened with is a token.</summary>
    public static bool IsToken(string credential) => credential.StartsWith(IdPrefix, StringComparison.Ordinal);

    /// <summary>Makes one; its secret, which is told this once.</summary>
    public async Task<Outcome<string>> MakeAsync(Account account, string? name, TokenScope scope, Delegation limit, int days, CancellationToken cancellation)
    {
        var checks = new Checks();
        var called = checks.Text("tokenName", name, NameLimit);
        checks.Require(Days.Contains(days), "choice_unknown", "tokenDays", ("value", days), ("choices", Days));
        if (checks.Refusals.Count > 0)
        {
            return Outcome.Refused<string>(checks.Refusals);
        }

        var (secret, now) = (SecretPrefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        var token = new Kept<Token>(IdPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), new Token(called, scope, now, null, limit.Right?.Value, limit.Region?.Value)) { Owner = account.Id, Lookup = vault.LookupOf<Token>(secret), Until = now.AddDays(days) };
        await vault.WriteAsync(cancellation, vault.Put(token));
        await log.AddAsync(account.Id, SecurityEvent.TokenMade, cancellation);
        return secret;
    }

    /// <summary>The tokens of an account, the last one first.</summary>
    public async Task<IReadOnlyList<Kept<Token>>> ListAsync(string account, CancellationToken cancellation) => [.. (await vault.ListAsync<Token>(account, cancellation)).OrderByDescending(t => t.Value.Made)];

    /// <summary>Ends a token of an account at once, with what lives on it.</summary>
    public async Task RevokeAsync(string account, string? id, CancellationToken cancellation)
    {
        if (id is not null && await vault.FindAsync<Token>(id, cancellation) is { } token && token.Owner == account)
        {
            await vault.WriteAsync(cancellation, AccountVault.Remove<Token>(token.Id));
            await log.AddAsync(account, SecurityEvent.TokenRevoked, cancellation);
            Forget(token.Id);
        }
    }

    /// <summary>Ends all tokens of an account at once.</summary>
    public async Task EndAllAsync(string account, CancellationToken cancellation)
    {
        foreach (var token in await vault.ListAsync<Token>(account, cancellation))
        {
            await vault.WriteAsync(cancellation, AccountVault.Remove<Token>(token.Id));
            Forget(token.Id);
        }
    }

    /// <summary>The token of a secret; null when there is none, or it ended.</summary>
    public Task<OpenToken?> FindAsync(string secret, CancellationToken cancellation) => secret.Length > 100 ? Task.FromResult<OpenToken?>(null) : known.FindAsync(vault.LookupOf<Token>(secret), async () =>
    {
        if (await vault.FindByAsync<Token>(secret, cancellation) is not { Owner: { } owner, Until: { } until } token || await accounts.FindByIdAsync(owner, cancellation) is null)
        {
            return null;
        }

        var today = Today.By(clock);
        if (token.Value.Used != today)
        {
            await vault.ChangeAsync<Token>(token.Id, t => t with { Value = t.Value with { Used = today } }, cancellation);
        }

        return new OpenToken(token.Id, owner, token.Value.Scope, until, token.Value.Limit);
    });

    /// <summary>Looks which tokens that something lives on were ended elsewhere or are over, and says so.</summary>
    public async Task LookAgainAsync(CancellationToken cancellation)
    {
        foreach (var token in ends.Listened.Where(IsToken))
        {
            if (await vault.FindAsync<Token>(token, cancellation) is null)
            {
                Forget(token);
            }
        }
    }

    private void Forget(string token)
    {
        known.Forget(t => t.Id == token);
        ends.Tell(token);
    }
}
