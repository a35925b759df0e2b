using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Who is signed in where. A session is a record in the store, found by a keyed hash of the secret in its cookie; a request finds it in memory for a second, so that it
/// costs the store nothing, and another process's end of it is heard of within that time. While the store is away a session that was open stays open: nobody is
/// taken for signed out because a database rests.</summary>
public sealed class Sessions(AccountVault vault, AccountUsers accounts, SessionEnds ends, TimeProvider clock)
{
    /// <summary>How long a session lasts after the last day it was seen on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How long it lasts however often it is seen.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (OpenSession Session, long Read)> known = new(StringComparer.Ordinal);

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
        SessionCookie.Give(context, secret);
    }

    /// <summary>The session of a secret; null when there is none, or it ended.</summary>
    public async Task<OpenSession?> FindAsync(string secret, CancellationToken cancellation)
    {
        var key = vault.LookupOf<Session>(secret);
        var isKnown = known.TryGetValue(key, out var entry);
        if (isKnown && clock.GetElapsedTime(entry.Read) < Fresh)
        {
            return entry.Session.Until > clock.GetUtcNow() ? entry.Session : null;
        }

        try
        {
            var found = await OpenAsync(await vault.FindByAsync<Session>(secret, cancellation), cancellation);
            Remember(key, found);
            return found;
        }
        catch (StoreFailedException) when (isKnown && clock.GetElapsedTime(entry.Read) < Kept && entry.Session.Until > clock.GetUtcNow())
        {
            return entry.Session;
        }
    }

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
            known.TryRemove(vault.LookupOf<Session>(secret), out _);
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
        foreach (var session in ends.Listened)
        {
            if (await OpenAsync(await vault.FindAsync<Session>(session, cancellation), cancellation) is null)
            {
                Forget(session);
            }
        }
    }

    /// <summary>What was changed about an account is to be seen at the next request.</summary>
    public void Renew(string account)
    {
        foreach (var (key, _) in known.Where(k => k.Value.Session.Account.Id == account))
        {
            known.TryRemove(key, out _);
        }
    }

    private async Task<OpenSession?> OpenAsync(Kept<Session>? session, CancellationToken cancellation) =>
        session is { Owner: { } owner, Until: { } until } && await accounts.FindByIdAsync(owner, cancellation) is { } account ? new OpenSession(session.Id, account, until, session.Value.Seen) : null;

    private void Remember(string key, OpenSession? found)
    {
        if (found is null)
        {
            known.TryRemove(key, out _);
            return;
        }

        if (known.Count >= Most)
        {
            foreach (var (old, _) in known.Where(k => clock.GetElapsedTime(k.Value.Read) > Fresh).ToList())
            {
                known.TryRemove(old, out _);
            }
        }

        known[key] = (found, clock.GetTimestamp());
    }

    private void Forget(string session)
    {
        foreach (var (key, _) in known.Where(k => k.Value.Session.Id == session))
        {
            known.TryRemove(key, out _);
        }

        ends.Tell(session);
    }
}
