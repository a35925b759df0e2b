using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Who somebody is at an institution: its issuer, and what it calls her. Nothing else that it says counts, no address and no name.</summary>
public sealed record OutsideIdentity(string Issuer, string Subject)
{
    /// <summary>It as one text.</summary>
    internal string Text => $"{Issuer}\n{Subject}";
}

/// <summary>That an account is joined with somebody at an institution. Who that is stands only in the keyed hash that it is found by.</summary>
/// <param name="Institution">Its id in the settings.</param>
/// <param name="Made">When.</param>
public sealed record Login(string Institution, DateTimeOffset Made) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Login;
}

/// <summary>Joining accounts with institutions. Nobody is joined by what an institution says of her: she does it from her account, or with an invitation.</summary>
public sealed class Logins(AccountVault vault, AccountUsers accounts, Institutions institutions, Sessions sessions, SecurityLog log, TimeProvider clock)
{
    /// <summary>Those of an account, the last one first.</summary>
    public async Task<IReadOnlyList<Kept<Login>>> ListAsync(string account, CancellationToken cancellation) =>
        [.. (await vault.ListAsync<Login>(account, cancellation)).OrderByDescending(l => l.Value.Made)];

    /// <summary>The account that somebody is joined with.</summary>
    public async Task<Account?> FindAsync(OutsideIdentity who, CancellationToken cancellation) =>
        await vault.FindByAsync<Login>(who.Text, cancellation) is { Owner: { } owner } ? await accounts.FindByIdAsync(owner, cancellation) : null;

    /// <summary>Joins an account.</summary>
    public async Task<Refusal?> JoinAsync(Account account, Institution institution, OutsideIdentity who, CancellationToken cancellation)
    {
        account.HasLogin = true;
        switch (await vault.WriteAsync(cancellation, New(account, institution, who), accounts.Put(account)))
        {
            case AccountWrite.LookupTaken:
                return (await FindAsync(who, cancellation))?.Id == account.Id ? null : Refusal.Of("institution_taken", "", ("institution", institution.Name));
            case AccountWrite.Moved:
                return Refusal.Of("version_stale", "");
        }

        sessions.Renew(account.Id);
        await log.AddAsync(account.Id, SecurityEvent.InstitutionJoined, cancellation);
        return null;
    }

    /// <summary>Parts an account from an institution, unless nothing else would let her in.</summary>
    public async Task<Refusal?> PartAsync(Account account, string? id, CancellationToken cancellation)
    {
        var hers = await ListAsync(account.Id, cancellation);
        if (hers.FirstOrDefault(l => l.Id == id) is not { } login)
        {
            return null;
        }

        var left = hers.Where(l => l.Id != login.Id).ToList();
        if (Opens(login) && !left.Exists(Opens) && account.PasswordHash is null && !account.HasPasskey)
        {
            return Refusal.Of("last_way_in", "");
        }

        account.HasLogin = left.Count > 0;
        if (await vault.WriteAsync(cancellation, AccountVault.Remove(login), accounts.Put(account)) != AccountWrite.Written)
        {
            return Refusal.Of("version_stale", "");
        }

        sessions.Renew(account.Id);
        await log.AddAsync(account.Id, SecurityEvent.InstitutionParted, cancellation);
        return null;
    }

    /// <summary>True when an account could be entered by an institution, of those that the settings still name.</summary>
    public async Task<bool> OpenAsync(Account account, CancellationToken cancellation) => account.HasLogin && (await ListAsync(account.Id, cancellation)).Any(Opens);

    /// <summary>A part of a batch that joins an account.</summary>
    internal AccountChange New(Account account, Institution institution, OutsideIdentity who) =>
        vault.Put(new Kept<Login>(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), new Login(institution.Id, clock.GetUtcNow())) { Owner = account.Id, Lookup = vault.LookupOf<Login>(who.Text) });

    private bool Opens(Kept<Login> login) => institutions.Find(login.Value.Institution) is not null;
}
