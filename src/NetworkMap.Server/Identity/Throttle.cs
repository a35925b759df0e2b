using System.Net;
using System.Net.Sockets;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>How often something may be tried before the next try has to wait.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Free">Tries without a pause.</param>
/// <param name="PerDay">How often in a day at most; as often as one likes when null.</param>
public sealed record ThrottleRule(string Name, int Free, int? PerDay = null)
{
    /// <summary>Suggestions without an account from one address, behind which a whole office or a mobile network may sit.</summary>
    public static readonly ThrottleRule OfSuggestions = new("suggestions", 10, 60);

    /// <summary>Suggestions of one account.</summary>
    public static readonly ThrottleRule OfAccountSuggestions = new("account suggestions", 30, 200);

    /// <summary>Passwords and codes of one account, whether it exists or not.</summary>
    public static readonly ThrottleRule OfAccount = new("account", 10);

    /// <summary>Passwords and codes from one address, behind which a whole office may sit.</summary>
    public static readonly ThrottleRule OfAddress = new("address", 40);

    /// <summary>Letters to one address that somebody else may ask for.</summary>
    public static readonly ThrottleRule OfMail = new("mail", 3);

    /// <summary>Letters that one account has sent.</summary>
    public static readonly ThrottleRule OfSender = new("sender", 20);

    /// <summary>News about the safety of an account, to one address.</summary>
    public static readonly ThrottleRule OfNotices = new("notices", 20);
}

/// <summary>How often something was tried lately, and when it may be tried again.</summary>
public sealed record Attempt(int Count, DateTimeOffset? Next) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Attempt;
}

/// <summary>Slows down guessing. A try is counted before it is made, so that many at once gain nothing; after the free ones each waits twice as long as the one
/// before, a quarter of an hour at most, so that nobody is locked out for good by somebody else's guessing. It is kept in the store, under a keyed hash, for all processes together.</summary>
public sealed class Throttle(AccountVault vault, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts a try; null when it may be made, else how long to wait.</summary>
    public async Task<TimeSpan?> TryAsync(ThrottleRule rule, string what, CancellationToken cancellation)
    {
        var id = IdOf(rule, what);
        while (true)
        {
            var now = clock.GetUtcNow();
            var found = await vault.FindAsync<Attempt>(id, cancellation);
            if (found?.Value.Next > now)
            {
                return found.Value.Next - now;
            }

            var count = (found?.Value.Count ?? 0) + 1;
            DateTimeOffset? next = count < rule.Free ? null : now + TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(count - rule.Free, 20))));
            if (await WriteAsync(id, found?.Version ?? 0, new Attempt(count, next), now + Memory, cancellation))
            {
                return null;
            }
        }
    }

    /// <summary>Counts something that is slowed down, and that only so much may be of in a day; null when it may be done, else how long to wait.</summary>
    public async Task<TimeSpan?> TakeAsync(ThrottleRule rule, string what, CancellationToken cancellation)
    {
        var wait = await TryAsync(rule, what, cancellation);
        if (wait is not null || rule.PerDay is not { } most)
        {
            return wait;
        }

        var id = IdOf(OfDay(rule), what);
        while (true)
        {
            var now = clock.GetUtcNow();
            var found = await vault.FindAsync<Attempt>(id, cancellation);
            var (count, end) = found is { Until: { } until } ? (found.Value.Count, until) : (0, now + Day);
            if (count >= most)
            {
                return end - now;
            }

            if (await WriteAsync(id, found?.Version ?? 0, new Attempt(count + 1, null), end, cancellation))
            {
                return null;
            }
        }
    }

    /// <summary>A try succeeded, so it does not count.</summary>
    public Task ReturnAsync(ThrottleRule rule, string what, CancellationToken cancellation) =>
        vault.ChangeAsync<Attempt>(IdOf(rule, what), a => a with { Value = new Attempt(Math.Max(0, a.Value.Count - 1), null) }, cancellation);

    /// <summary>What was taken came to nothing for a mistake, so it does not count, of the day neither.</summary>
    public async Task GiveBackAsync(ThrottleRule rule, string what, CancellationToken cancellation)
    {
        await ReturnAsync(rule, what, cancellation);
        await ReturnAsync(OfDay(rule), what, cancellation);
    }

    /// <summary>It was she: what was tried before does not count any more.</summary>
    public Task ForgiveAsync(ThrottleRule rule, string what, CancellationToken cancellation) => vault.WriteAsync(cancellation, AccountVault.Remove<Attempt>(IdOf(rule, what)));

    /// <summary>What is counted as one address: of IPv6 the network that a household or an office has to itself (RFC 6177).</summary>
    public static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString() : address.ToString();
    }

    private static ThrottleRule OfDay(ThrottleRule rule) => rule with { Name = rule.Name + " of a day" };

    private string IdOf(ThrottleRule rule, string what) => vault.LookupOf<Attempt>($"{rule.Name}\n{what}");

    private async Task<bool> WriteAsync(string id, long version, Attempt attempt, DateTimeOffset until, CancellationToken cancellation)
    {
        // One that is over but still there would stand in the way of a new one.
        AccountChange put = vault.Put(new Kept<Attempt>(id, attempt) { Until = until, Version = version });
        var write = await vault.WriteAsync(cancellation, put);
        if (write == AccountWrite.Moved && version == 0 && await vault.FindAsync<Attempt>(id, cancellation) is null)
        {
            await vault.WriteAsync(cancellation, AccountVault.Remove<Attempt>(id));
        }

        return write == AccountWrite.Written;
    }
}
