using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Who is signed in where. A session is a record in the store, found by a keyed hash of the secret in its cookie; a request finds it in memory for a second, and another
/// process's end of it is heard of within that time.</summary>
public sealed class Sessions(AccountVault vault, AccountUsers accounts, SessionEnds ends, StoreWatch watch, TimeProvider clock)
{
    /// <summary>How long a session lasts after the last day it was seen on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How long it lasts however often it is seen.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private readonly ShortMemory<OpenSession> known = new(clock, watch, s => s.Until);

    /// <summary>Signs a browser in, out of whatever it was signed in to before, and gives it its cookie.</summary>
    public async Task StartAsync(HttpContext context, Account account, CancellationToken cancellation)
    {
        if (SignedIn.Of(context.User) is { } before)
        {
            await EndAsync(before.Session, cancellation);
        }

        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var session = new Kept<Session>(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), new Session(now, Today.By(clock), Device.Of(context.Request.Headers.UserAgent.ToString())))
        {
            Owner = account.Id,
            Lookup = vault.LookupOf<Session>(secret),
            Until = now + Lifetime,
        };
        await vault.WriteAsync(cancellation, vault.Put(session));
        known.Keep(session.Lookup, new OpenSession(session.Id, account, session.Until.Value, session.Value.Seen));
        SessionCookie.Give(context, secret);
    }

    /// <summary>The session of a secret; null when there is none, or it ended.</summary>
    public Task<OpenSession?> FindAsync(string secret, CancellationToken cancellation) =>
        known.FindAsync(vault.LookupOf<Session>(secret), async () => await OpenAsync(await vault.FindByAsync<Session>(secret, cancellation), cancellation));

    /// <summary>Notes the day on which a session is seen, and lets it and its cookie last from then on. At most one write a day.</summary>
    public async Task SeeAsync(HttpContext context, CancellationToken cancellation)
    {
        var today = Today.By(clock);
        if (SessionCookie.Read(context.Request) is not { } secret || await FindAsync(secret, cancellation) is not { } open || open.Seen == today)
        {
            return;
        }

        var until = clock.GetUtcNow() + Lifetime;
        var seen = await vault.ChangeAsync<Session>(open.Id, s => s with { Value = s.Value with { Seen = today }, Until = until < s.Value.Began + Longest ? until : s.Value.Began + Longest }, cancellation);
        if (seen is not null)
        {
            known.Forget(s => s.Id == open.Id);
            SessionCookie.Give(context, secret);
        }
    }

    /// <summary>Gives a browser another secret for its session, since whoever uses it has just shown again who she is: the earlier one, which somebody may have come by, is good for
    /// nothing any more. It is still remembered for its second, for what the same browser asked at the same moment.</summary>
    public async Task ExchangeAsync(HttpContext context, CancellationToken cancellation)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        if (SignedIn.Of(context.User) is { } signedIn && await vault.ChangeAsync<Session>(signedIn.Session, s => s with { Lookup = vault.LookupOf<Session>(secret) }, cancellation) is not null)
        {
            SessionCookie.Give(context, secret);
        }
    }

    /// <summary>The sessions of an account, the last that was begun first.</summary>
    public async Task<IReadOnlyList<Kept<Session>>> ListAsync(string account, CancellationToken cancellation) =>
        [.. (await vault.ListAsync<Session>(account, cancellation)).OrderByDescending(s => s.Value.Began)];

    /// <summary>Ends a session, wherever it is open; live connections end with it.</summary>
    public async Task EndAsync(string session, CancellationToken cancellation)
    {
        await vault.WriteAsync(cancellation, AccountVault.Remove<Session>(session));
        Forget(session);
    }

    /// <summary>Ends all sessions of an account but one, or all.</summary>
    public async Task EndOthersAsync(string account, string? but, CancellationToken cancellation)
    {
        foreach (var session in await vault.ListAsync<Session>(account, cancellation))
        {
            if (session.Id != but)
            {
                await EndAsync(session.Id, cancellation);
            }
        }
    }

    /// <summary>Looks which sessions that something lives on were ended elsewhere or are over, and says so.</summary>
    public async Task LookAgainAsync(CancellationToken cancellation)
    {
        foreach (var session in ends.Listened.Where(l => !Tokens.IsToken(l)))
        {
            if (await OpenAsync(await vault.FindAsync<Session>(session, cancellation), cancellation) is null)
            {
                Forget(session);
            }
        }
    }

    /// <summary>What was changed about an account is to be seen at the next request.</summary>
    public void Renew(string account) => known.Forget(s => s.Account.Id == account);

    private async Task<OpenSession?> OpenAsync(Kept<Session>? session, CancellationToken cancellation) =>
        session is { Owner: { } owner, Until: { } until } && await accounts.FindByIdAsync(owner, cancellation) is { } account ? new OpenSession(session.Id, account, until, session.Value.Seen) : null;

    private void Forget(string session)
    {
        known.Forget(s => s.Id == session);
        ends.Tell(session);
    }
}
