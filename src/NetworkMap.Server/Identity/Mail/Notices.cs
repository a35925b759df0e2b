namespace NetworkMap.Server.Identity.Mail;

/// <summary>Tells the owner of an account by mail what concerns its safety, where she stated an address.</summary>
public sealed class Notices(AccountVault vault, Letters letters, Throttle throttle, TimeProvider clock)
{
    /// <summary>A new way in, or one that was changed. What she does every day is none.</summary>
    private static readonly SecurityEvent[] Told =
        [SecurityEvent.PasswordChanged, SecurityEvent.PasskeyAdded, SecurityEvent.InstitutionJoined, SecurityEvent.Recovered, SecurityEvent.RecoveryLinkMade, SecurityEvent.RecoveryCodesMade, SecurityEvent.MailAddressChanged];

    /// <summary>Writes about an event, when it is one of those.</summary>
    public void Tell(string account, SecurityEvent what)
    {
        if (Array.IndexOf(Told, what) >= 0)
        {
            var at = clock.GetUtcNow();
            letters.Later(async cancellation => (await vault.ListAsync<MailAddress>(account, limit: 1, cancellation)) is [{ Value: { } mail }] && await throttle.TryAsync(ThrottleRule.OfNotices, MailAddress.Fold(mail.Address), cancellation) is null ? Of(mail, what, at) : null);
        }
    }

    /// <summary>Writes to an address that was the account's until now.</summary>
    public void TellFormer(MailAddress former, SecurityEvent what) => letters.Send(Of(former, what, clock.GetUtcNow()));

    private static Letter Of(MailAddress mail, SecurityEvent what, DateTimeOffset at) => new(LetterKind.Notice, mail.Address, mail.Language) { Event = (what, at) };
}
