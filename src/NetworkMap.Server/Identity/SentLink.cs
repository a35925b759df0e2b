using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>What a link is sent for.</summary>
public enum LinkPurpose
{
    /// <summary>To make somebody an account.</summary>
    Invitation,

    /// <summary>To give somebody back the account that she cannot get into any more.</summary>
    Recovery,

    /// <summary>To show that she reads at an address.</summary>
    MailAddress,
}

/// <summary>A right that goes with an invitation: as what, and for which organization or region, or the whole network.</summary>
public sealed record OfferedGrant(string Role, string? Organization = null, string? Region = null)
{
    /// <summary>It as one word, such as for the choice of a form.</summary>
    public string Code => $"{Role} {Organization} {Region}";

    /// <summary>What an account gets by it, on somebody's word.</summary>
    public GrantDraft For(string account, string by) => new()
    {
        Id = Guid.NewGuid().ToString("D"),
        Account = account,
        Role = Role,
        Organization = Organization,
        Region = Region,
        Provenance = new ProvenanceDraft { Source = "Undangan", AssertedBy = by },
    };
}

/// <summary>A link that was made to be sent over a messenger. Its code is shown once and kept as a keyed hash; opening it uses nothing up.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Made">When.</param>
/// <param name="By">The account that made it.</param>
/// <param name="For">Whom it is for, as whoever made it notes it for herself.</param>
/// <param name="Grants">What goes with it.</param>
public sealed record SentLink(LinkPurpose Purpose, DateTimeOffset Made, string By, string? For, IReadOnlyList<OfferedGrant> Grants) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Link;
}

/// <summary>The links that are under way.</summary>
public sealed class Links(AccountVault vault, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Makes one; its code, which is told this once. It goes with the account <paramref name="owner"/>.</summary>
    public async Task<(string Code, DateTimeOffset Until)> MakeAsync(string owner, SentLink link, CancellationToken cancellation, TimeSpan? lifetime = null)
    {
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var kept = new Kept<SentLink>(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), link) { Owner = owner, Lookup = vault.LookupOf<SentLink>(code), Until = clock.GetUtcNow() + (lifetime ?? Lifetime) };
        await vault.WriteAsync(cancellation, vault.Put(kept));
        return (code, kept.Until.Value);
    }

    /// <summary>The link of a code, when it is for that and still works.</summary>
    public async Task<Kept<SentLink>?> FindAsync(string code, LinkPurpose purpose, CancellationToken cancellation) =>
        code.Length <= 100 && await vault.FindByAsync<SentLink>(code, cancellation) is { } link && link.Value.Purpose == purpose ? link : null;

    /// <summary>The link of an id, when it is for that and still works.</summary>
    public async Task<Kept<SentLink>?> FindByIdAsync(string id, LinkPurpose purpose, CancellationToken cancellation) =>
        id.Length is > 0 and <= 100 && await vault.FindAsync<SentLink>(id, cancellation) is { } link && link.Value.Purpose == purpose ? link : null;

    /// <summary>The links that somebody made, or all that there are, the last one first.</summary>
    public async Task<IReadOnlyList<Kept<SentLink>>> ListAsync(string? by, CancellationToken cancellation) =>
        [.. (await vault.ListAsync<SentLink>(null, cancellation)).Where(l => by is null || l.Value.By == by).OrderByDescending(l => l.Value.Made)];

    /// <summary>Takes a link back.</summary>
    public Task RevokeAsync(string id, CancellationToken cancellation) => vault.WriteAsync(cancellation, AccountVault.Remove<SentLink>(id));
}
