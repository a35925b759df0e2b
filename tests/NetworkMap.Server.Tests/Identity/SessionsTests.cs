using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Sessions and the throttle over a real store and a clock that the tests move; two of them stand for two processes.</summary>
public sealed class SessionsTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-sessions-");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly StoreWatch watch;
    private readonly Account sari = new() { Id = "steward-1" };
    private SqliteNetworkStore store = null!;
    private AccountVault vault = null!;
    private AccountUsers users = null!;

    public SessionsTests() => watch = new StoreWatch(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = SqliteNetworkStore.Open(folder.FullName);
        vault = new AccountVault(store.Accounts, new MasterKey(new byte[MasterKey.Size]), clock);
        users = new AccountUsers(vault);
        Assert.True((await users.CreateAsync(sari, Cancellation)).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_token_ends_by_its_time_and_what_lives_on_it_ends_with_it()
    {
        var ends = new SessionEnds();
        using var letters = new Letters(null, (_, _) => ("", ""), clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Letters>.Instance);
        var tokens = new Tokens(vault, users, ends, new SecurityLog(vault, new Notices(vault, letters, new Throttle(vault, clock), clock), clock), watch, clock);
        var made = await tokens.MakeAsync(sari, "Laporan", TokenScope.Read, new NetworkMap.Changes.Delegation(), 30, Cancellation);
        var open = (await tokens.FindAsync(made.Value, Cancellation))!;
        var ended = new List<string>();
        ends.Ended += ended.Add;
        ends.Listen(open.Id);

        clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await tokens.LookAgainAsync(Cancellation);
        Assert.NotNull(await tokens.FindAsync(made.Value, Cancellation));
        Assert.Empty(ended);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.FindAsync(made.Value, Cancellation));
        await tokens.LookAgainAsync(Cancellation);
        Assert.Equal([open.Id], ended);
    }

    [Fact]
    public async Task An_end_in_another_process_is_heard_of_within_a_second_and_ends_what_lives_on_it_here()
    {
        var (here, ends) = Process();
        var (there, _) = Process();
        var secret = await SignInAsync(here);
        var session = (await here.FindAsync(secret, Cancellation))!.Id;
        var ended = new List<string>();
        ends.Ended += ended.Add;
        ends.Listen(session);

        await there.EndAsync(session, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await here.FindAsync(secret, Cancellation));
        await here.LookAgainAsync(Cancellation);
        Assert.Equal([session], ended);

        ends.Leave(session);
        Assert.Empty(ends.Listened);
    }

    [Fact]
    public async Task While_the_store_is_away_whoever_was_signed_in_stays_so_without_asking_it()
    {
        var (here, _) = Process();
        var secret = await SignInAsync(here);
        await vault.WriteAsync(Cancellation, AccountVault.Remove<Session>((await here.FindAsync(secret, Cancellation))!.Id));
        watch.Missed();

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(sari.Id, (await here.FindAsync(secret, Cancellation))?.Account.Id);
        watch.Heard();
        Assert.Null(await here.FindAsync(secret, Cancellation));
    }

    [Fact]
    public async Task A_session_lasts_thirty_days_from_the_last_it_was_seen_on_and_half_a_year_at_most()
    {
        var (sessions, _) = Process();
        var secret = await SignInAsync(sessions);
        for (var day = 0; day < 176; day += 22)
        {
            clock.Advance(TimeSpan.FromDays(22));
            var context = With(secret);
            await sessions.SeeAsync(context, Cancellation);
            Assert.Contains("max-age=2592000", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromDays(3));
        Assert.NotNull(await sessions.FindAsync(secret, Cancellation));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await sessions.FindAsync(secret, Cancellation));
    }

    [Fact]
    public async Task A_session_that_nobody_sees_is_over_after_thirty_days()
    {
        var (sessions, _) = Process();
        var secret = await SignInAsync(sessions);

        clock.Advance(TimeSpan.FromDays(30));

        Assert.Null(await sessions.FindAsync(secret, Cancellation));
        Assert.Equal(1, await store.Accounts.RemoveExpiredAsync(clock.GetUtcNow(), Cancellation));
    }

    [Fact]
    public async Task Seeing_a_session_twice_on_a_day_writes_once()
    {
        var (sessions, _) = Process();
        var secret = await SignInAsync(sessions);
        clock.Advance(TimeSpan.FromDays(1));
        await sessions.SeeAsync(With(secret), Cancellation);
        clock.Advance(TimeSpan.FromSeconds(5));
        var second = With(secret);
        await sessions.SeeAsync(second, Cancellation);

        Assert.Equal(0, second.Response.Headers.SetCookie.Count);
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(await sessions.ListAsync(sari.Id, Cancellation)).Value.Seen);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_ever_more_and_forgotten_after_an_hour()
    {
        var throttle = new Throttle(vault, clock);
        var rule = new ThrottleRule("test", 3);
        var waits = new List<int>();
        for (var i = 0; i < 18; i++)
        {
            if (await throttle.TryAsync(rule, "sari", Cancellation) is { } wait)
            {
                waits.Add((int)wait.TotalSeconds);
                clock.Advance(wait);
                Assert.Null(await throttle.TryAsync(rule, "sari", Cancellation));
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900], waits);
        Assert.Null(await throttle.TryAsync(rule, "budi", Cancellation));
        clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await throttle.TryAsync(rule, "sari", Cancellation));
        }

        Assert.NotNull(await throttle.TryAsync(rule, "sari", Cancellation));
        await throttle.ForgiveAsync(rule, "sari", Cancellation);
        Assert.Null(await throttle.TryAsync(rule, "sari", Cancellation));
    }

    [Fact]
    public async Task Many_tries_at_once_gain_nothing()
    {
        var throttle = new Throttle(vault, clock);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => throttle.TryAsync(new ThrottleRule("test", 5), "sari", Cancellation))));

        Assert.Equal(5, tries.Count(t => t is null));
    }

    [Fact]
    public async Task Whoever_shows_again_who_she_is_gets_another_secret_and_the_earlier_one_is_over_within_a_second()
    {
        var (sessions, ends) = Process();
        var before = await SignInAsync(sessions);
        var context = With(before);
        var open = (await sessions.FindAsync(before, Cancellation))!;
        ends.Ended += _ => Assert.Fail("the session goes on");
        context.User = SignedIn.PrincipalOf(open, "a test");
        await sessions.ExchangeAsync(context, Cancellation);
        var after = context.Response.Headers.SetCookie.ToString().Split('=', ';')[1];

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await sessions.FindAsync(before, Cancellation));
        Assert.Equal(open.Id, (await sessions.FindAsync(after, Cancellation))?.Id);
    }

    private static DefaultHttpContext With(string secret)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{SessionCookie.Plain}={secret}";
        return context;
    }

    private (Sessions, SessionEnds) Process() => new SessionEnds() is var ends ? (new Sessions(vault, users, ends, watch, clock), ends) : default;

    private async Task<string> SignInAsync(Sessions sessions)
    {
        var context = new DefaultHttpContext();
        await sessions.StartAsync(context, sari, Cancellation);
        return context.Response.Headers.SetCookie.ToString().Split('=', ';')[1];
    }
}
