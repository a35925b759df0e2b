using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Accounts as ASP.NET Core Identity asks for them, over the account store.</summary>
public sealed class AccountUsers(AccountVault vault) : IUserPasswordStore<Account>, IUserPasskeyStore<Account>
{
    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SignInName);

    /// <inheritdoc/>
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.SignInName = userName;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(SignInName.Fold(user.SignInName));

    /// <summary>The folded name is made of the name whenever it is stored.</summary>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => WriteAsync(user, cancellationToken);

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => WriteAsync(user, cancellationToken);

    /// <inheritdoc/>
    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        ResultOf(await vault.WriteAsync(cancellationToken, AccountVault.Remove(KeptOf(user))));

    /// <inheritdoc/>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Read(await vault.FindAsync<Account>(userId, cancellationToken));

    /// <inheritdoc/>
    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Read(await vault.FindByAsync<Account>(normalizedUserName, cancellationToken));

    /// <inheritdoc/>
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc/>
    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc/>
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var before = await FindAsync(passkey.CredentialId, cancellationToken);
        var kept = new Kept<Passkey>(before?.Id ?? IdsOf(passkey.CredentialId).First(), Passkey.Of(passkey)) { Owner = user.Id, Version = before?.Version ?? 0 };
        user.HasPasskey = true;
        AccountChange[] batch = before is null ? [vault.Put(kept), Put(user)] : [vault.Put(kept)];
        if ((before is not null && before.Owner != user.Id) || await vault.WriteAsync(cancellationToken, batch) != AccountWrite.Written)
        {
            throw new StoreFailedException("A passkey was changed by somebody else at the same moment. Try again.");
        }
    }

    /// <inheritdoc/>
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) => [.. (await ListPasskeysAsync(user, cancellationToken)).Select(p => p.Value.Told())];

    /// <inheritdoc/>
    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await FindAsync(credentialId, cancellationToken) is { Owner: { } owner } ? await FindByIdAsync(owner, cancellationToken) : null;

    /// <inheritdoc/>
    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await FindAsync(credentialId, cancellationToken) is { } found && found.Owner == user.Id ? found.Value.Told() : null;

    /// <inheritdoc/>
    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var ids = IdsOf(credentialId).ToList();
        var left = (await ListPasskeysAsync(user, cancellationToken)).Where(p => !ids.Contains(p.Id, StringComparer.Ordinal)).ToList();
        user.HasPasskey = left.Count > 0;
        if (await vault.WriteAsync(cancellationToken, [.. ids.Select(AccountVault.Remove<Passkey>), Put(user)]) != AccountWrite.Written)
        {
            throw new StoreFailedException("The account was changed by somebody else at the same moment. Try again.");
        }
    }

    /// <summary>The passkeys of an account, the last one first.</summary>
    public async Task<IReadOnlyList<Kept<Passkey>>> ListPasskeysAsync(Account user, CancellationToken cancellation) =>
        [.. (await vault.ListAsync<Passkey>(user.Id, cancellation)).OrderByDescending(p => p.Value.Made)];

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing; the interface asks for it.
    }

    /// <summary>A part of a batch that stores an account in place of the version that was read.</summary>
    internal AccountChange Put(Account user) => vault.Put(KeptOf(user));

    private IEnumerable<string> IdsOf(byte[] credential) => vault.LookupsOf<Passkey>(WebEncoders.Base64UrlEncode(credential));

    private async Task<Kept<Passkey>?> FindAsync(byte[] credential, CancellationToken cancellation)
    {
        foreach (var id in IdsOf(credential))
        {
            if (await vault.FindAsync<Passkey>(id, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IdentityResult ResultOf(AccountWrite write) => write switch
    {
        AccountWrite.Written => IdentityResult.Success,
        AccountWrite.LookupTaken => IdentityResult.Failed(new IdentityError { Code = "sign_in_name_taken" }),
        _ => IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()),
    };

    private static Account? Read(Kept<Account>? kept)
    {
        if (kept is not null)
        {
            kept.Value.Version = kept.Version;
        }

        return kept?.Value;
    }

    private async Task<IdentityResult> WriteAsync(Account user, CancellationToken cancellation)
    {
        var write = await vault.WriteAsync(cancellation, Put(user));
        user.Version += write == AccountWrite.Written ? 1 : 0;
        return ResultOf(write);
    }

    private Kept<Account> KeptOf(Account user) => new(user.Id, user)
    {
        Owner = user.Id,
        Lookup = SignInName.Fold(user.SignInName) is { } name ? vault.LookupOf<Account>(name) : null,
        Version = user.Version,
    };
}
