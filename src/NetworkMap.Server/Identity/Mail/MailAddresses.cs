using NetworkMap.Domain;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity.Mail;

/// <summary>Stating an address for mail, showing that one reads there, and coming back by it. An address belongs to one account.</summary>
public sealed class MailAddresses(AccountVault vault, AccountUsers accounts, Links links, Letters letters, Notices notices, Throttle throttle, SecurityLog log, TimeProvider clock)
{
    /// <summary>How long the way back by mail works.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);

    /// <summary>The address of an account.</summary>
    public async Task<Kept<MailAddress>?> FindAsync(string account, CancellationToken cancellation) => (await vault.ListAsync<MailAddress>(account, limit: 1, cancellation)).FirstOrDefault();

    /// <summary>Writes to an address that somebody says is hers; it counts once she pressed the button behind the link. Whose address it is by now is told to nobody.</summary>
    public async Task<IReadOnlyList<Refusal>> StateAsync(Account account, string? written, Language language, CancellationToken cancellation)
    {
        if (MailAddress.Read(written) is not { } address)
        {
            return [Refusal.Of("mail_address_malformed", "mail")];
        }

        if (await WaitAsync(account.Id, address, cancellation) is { } wait)
        {
            return [SigningIn.TooMany(wait)];
        }

        var (code, until) = await links.MakeAsync(account.Id, new SentLink(LinkPurpose.MailAddress, clock.GetUtcNow(), By: "", address, []), cancellation);
        letters.Send(new Letter(LetterKind.Confirmation, address, language) { Path = "/surel/" + code, Until = until });
        return [];
    }

    /// <summary>Takes an address for whose account the link was made, instead of an earlier one, which is told.</summary>
    public async Task<Refusal?> ConfirmAsync(Kept<SentLink> link, Language language, CancellationToken cancellation)
    {
        var (owner, address) = (link.Owner!, link.Value.For!);
        var before = await FindAsync(owner, cancellation);
        var mail = new Kept<MailAddress>(before?.Id ?? Guid.NewGuid().ToString("N"), new MailAddress(address, language)) { Owner = owner, Lookup = vault.LookupOf<MailAddress>(MailAddress.Fold(address)), Version = before?.Version ?? 0 };
        switch (await vault.WriteAsync(cancellation, AccountVault.Remove(link), vault.Put(mail)))
        {
            case AccountWrite.LookupTaken:
                return Refusal.Of("mail_address_taken", "");
            case AccountWrite.Moved:
                return Refusal.Of("link_used", "");
        }

        if (before is not null && MailAddress.Fold(before.Value.Address) != MailAddress.Fold(address))
        {
            notices.TellFormer(before.Value, SecurityEvent.MailAddressChanged);
        }

        await log.AddAsync(owner, SecurityEvent.MailAddressChanged, cancellation);
        return null;
    }

    /// <summary>Forgets the address of an account.</summary>
    public async Task RemoveAsync(string account, CancellationToken cancellation)
    {
        if (await FindAsync(account, cancellation) is { } mail && await vault.WriteAsync(cancellation, AccountVault.Remove(mail)) == AccountWrite.Written)
        {
            notices.TellFormer(mail.Value, SecurityEvent.MailAddressChanged);
            await log.AddAsync(account, SecurityEvent.MailAddressChanged, cancellation);
        }
    }

    /// <summary>Sends the way back to whoever signs in with a name, or reads at an address, if there is one. Nothing of that is seen from outside: it is looked for after the answer was given.</summary>
    public async Task<Refusal?> AskAsync(HttpContext context, string? written)
    {
        if (await throttle.TryAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted) is { } wait)
        {
            return SigningIn.TooMany(wait);
        }

        if (SignInName.Fold(written) is { } folded)
        {
            letters.Later(cancellation => RecoveryAsync(folded, cancellation));
        }

        return null;
    }

    /// <summary>Sends an invitation, within what one account and one address get.</summary>
    public async Task<Refusal?> InviteAsync(string account, string address, Letter letter, CancellationToken cancellation)
    {
        if (await WaitAsync(account, address, cancellation) is { } wait)
        {
            return SigningIn.TooMany(wait);
        }

        letters.Send(letter);
        return null;
    }

    private async Task<Letter?> RecoveryAsync(string folded, CancellationToken cancellation)
    {
        var mail = await vault.FindByAsync<MailAddress>(folded, cancellation)
            ?? (await accounts.FindByNameAsync(folded, cancellation) is { } named ? await FindAsync(named.Id, cancellation) : null);
        if (mail?.Owner is not { } owner || await accounts.FindByIdAsync(owner, cancellation) is not { } account || await throttle.TryAsync(ThrottleRule.OfMail, MailAddress.Fold(mail.Value.Address), cancellation) is not null)
        {
            return null;
        }

        var (code, until) = await links.MakeAsync(owner, new SentLink(LinkPurpose.Recovery, clock.GetUtcNow(), By: "", account.Name, []), cancellation, Short);
        await log.AddAsync(owner, SecurityEvent.RecoveryMailed, cancellation);
        return new Letter(LetterKind.Recovery, mail.Value.Address, mail.Value.Language) { Path = "/pulihkan/" + code, Until = until };
    }

    private async Task<TimeSpan?> WaitAsync(string account, string address, CancellationToken cancellation) =>
        await throttle.TryAsync(ThrottleRule.OfSender, account, cancellation) ?? await throttle.TryAsync(ThrottleRule.OfMail, MailAddress.Fold(address), cancellation);
}
