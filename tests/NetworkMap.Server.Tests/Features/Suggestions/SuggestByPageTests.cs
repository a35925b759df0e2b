using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Suggestions;

/// <summary>Somebody without an account suggests something, and follows it by the link she got.</summary>
public sealed partial class SuggestByPageTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suggestion_is_followed_by_its_link_until_it_is_accepted()
    {
        using var client = Anybody(desk.Server);
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Yayasan Lama","actorKind":"ngo","region":"33.74","note":"zqnote","contacts":[{"name":"Bu Planted","channel":"email","value":"a@b.example","audience":"own"}]}"""));
        var link = await SuggestAsync(client, "/usulkan/" + id, ("name", "Yayasan Baru"), ("words", "Ganti nama bulan lalu"), ("sender", "Sari"));

        Assert.Contains("Menunggu keputusan", await PageAsync(client, link), StringComparison.Ordinal);
        using (var missing = await client.GetAsync(link[..^4] + "AAAA", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        var (_, queue) = await desk.SendAsync(HttpMethod.Get, "/api/suggestions", null);
        var waiting = queue.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("about").GetProperty("id").GetString() == id);
        Assert.Equal(("name", "Yayasan Lama", "Yayasan Baru", "Sari", "public"), (waiting.GetProperty("changes")[0].GetProperty("field").GetString(), waiting.GetProperty("changes")[0].GetProperty("before").GetString(), waiting.GetProperty("changes")[0].GetProperty("after").GetString(), waiting.GetProperty("sender").GetString(), waiting.GetProperty("by").GetString()));

        var (status, accepted) = await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{waiting.GetProperty("id")}/decisions", $$"""{"decision":"accepted","version":{{waiting.GetProperty("version")}},"answer":"Terima kasih, sudah dicek"}""");
        Assert.Equal((HttpStatusCode.OK, "accepted"), (status, accepted.GetProperty("state").GetString()));
        var (_, now) = await desk.SendAsync(HttpMethod.Get, "/api/organizations/" + id, null);
        Assert.Equal(("Yayasan Baru", "zqnote", 1), (now.GetProperty("name").GetString(), now.GetProperty("note").GetString(), now.GetProperty("contacts").GetArrayLength()));
        var page = await PageAsync(client, link);
        Assert.Contains("Diterima pada", page, StringComparison.Ordinal);
        Assert.Contains("sudah dicek", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zqnote", page, StringComparison.Ordinal);
        using var again = await client.PostAsync(link, null, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task That_an_organization_is_there_no_more_is_suggested_with_a_reason_and_accepted_as_its_end()
    {
        using var client = Anybody(desk.Server);
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Kelompok Bubar"));
        var (status, page) = await PostAsync(client, "/usulkan/" + id, ("name", "Kelompok Bubar"), ("over", "1"), ("since", "kemarin"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("words-wrong\">", page, StringComparison.Ordinal);
        Assert.Contains("since-wrong\">", page, StringComparison.Ordinal);

        var link = await SuggestAsync(client, "/usulkan/" + id, ("name", "Kelompok Bubar"), ("over", "1"), ("since", "2025-12-31"), ("words", "Anggotanya sudah pindah kerja"));
        Assert.Contains("Sudah tidak ada lagi sejak", await PageAsync(client, link), StringComparison.Ordinal);
        var (_, queue) = await desk.SendAsync(HttpMethod.Get, "/api/suggestions", null);
        var waiting = queue.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("about").GetProperty("id").GetString() == id);
        Assert.Equal("Suggestion: Kelompok Bubar is no longer there", waiting.GetProperty("title").GetString());
        Assert.Equal("retired", Assert.Single(waiting.GetProperty("changes").EnumerateArray()).GetProperty("field").GetString());

        await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{waiting.GetProperty("id")}/decisions", $$"""{"decision":"accepted","version":{{waiting.GetProperty("version")}}}""");
        var (_, now) = await desk.SendAsync(HttpMethod.Get, "/api/organizations/" + id, null);
        Assert.Equal("2025-12-31", now.GetProperty("retired").GetString());
        Assert.Contains("Diterima pada", await PageAsync(client, link), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"over\"", await PageAsync(client, "/usulkan/" + id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_looks_like_the_others_and_says_in_which_zone_its_times_are()
    {
        using var client = Anybody(desk.Server);
        var page = await PageAsync(client, "/usulkan/" + desk.First);
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "NetworkMap.sln")))
        {
            root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        var tokens = (await File.ReadAllTextAsync(Path.Combine(root, "client", "src", "ui", "tokens.css"), Cancellation)).Replace("#ffffff", "#fff", StringComparison.Ordinal);
        Assert.All(Colour().Matches(page).Select(m => m.Value).Distinct(StringComparer.Ordinal), colour => Assert.Contains(colour, tokens, StringComparison.Ordinal));
        Assert.Contains("WIB", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("#[0-9a-f]{3,6}\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [Fact]
    public async Task Opening_the_link_uses_nothing_up_and_its_button_takes_the_suggestion_back()
    {
        using var client = Anybody(desk.Server);
        var link = await SuggestAsync(client, "/usulkan/" + desk.First, ("name", "Yasanti"), ("words", "Alamatnya keliru"));
        for (var preview = 0; preview < 20; preview++)
        {
            using var opened = await client.GetAsync(link, Cancellation);
            Assert.Equal((HttpStatusCode.OK, "no-store", "no-referrer"), (opened.StatusCode, opened.Headers.CacheControl!.ToString(), string.Join(',', opened.Headers.GetValues("Referrer-Policy"))));
        }

        using var taken = await client.PostAsync(link, null, Cancellation);
        Assert.Contains("Anda menarik usulan ini", await taken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_organization_asks_which_region_is_meant_and_a_mistake_costs_nothing()
    {
        using var client = Anybody(desk.Server);
        var (status, page) = await PostAsync(client, "/usulkan", ("name", "Kelompok <b>Mekar</b>"), ("kind", "ngo"), ("where", "Tempat yang tidak ada xyz"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("where-wrong\">", page, StringComparison.Ordinal);
        Assert.Contains("Kelompok &lt;b&gt;Mekar&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(client, "/usulkan", ("name", ""), ("kind", ""), ("where", ""))).Status);

        var link = await SuggestAsync(client, "/usulkan", ("name", "Kelompok Mekar"), ("kind", "home_worker_organization"), ("where", "Semarang"), ("region", "33.74"), ("purpose", "Menjahit"), ("words", "Kami anggotanya"));
        Assert.Contains("Kelompok Mekar", await PageAsync(client, link), StringComparison.Ordinal);
        var (_, queue) = await desk.SendAsync(HttpMethod.Get, "/api/suggestions", null);
        var waiting = queue.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("title").GetString()!.Contains("Kelompok Mekar", StringComparison.Ordinal));
        Assert.True(waiting.GetProperty("adds").GetBoolean());
        var id = waiting.GetProperty("about").GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{waiting.GetProperty("id")}/decisions", """{"decision":"accepted"}""")).Status);
        using var found = await client.GetAsync("/api/organizations/" + id, Cancellation);
        Assert.Contains("\"precision\":\"district\"", await found.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usulkan")]
    [InlineData("/usulkan/{first}?bahasa=en")]
    public async Task The_page_is_small_and_without_a_script(string address)
    {
        using var client = Anybody(desk.Server);
        var page = await PageAsync(client, address.Replace("{first}", desk.First, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page) < 30_000);
    }

    [Fact]
    public async Task What_is_hidden_or_gone_cannot_be_suggested_to()
    {
        using var client = Anybody(desk.Server);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(client, "/usulkan/" + Guid.NewGuid(), ("name", "x"), ("words", "y"))).Status);
    }

    [Fact]
    public async Task Too_many_from_one_address_have_to_wait_and_hear_how_long()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));
        await using var server = await RunningServer.StartAsync("terms", adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var client = Anybody(server);
        var fields = new[] { ("name", "Sanggar"), ("kind", "ngo"), ("where", "Semarang"), ("region", "33.74"), ("words", "Kami anggotanya") };
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await PostAsync(client, "/usulkan", fields)).Status);
        }

        Assert.All(statuses.Take(10), s => Assert.Equal(HttpStatusCode.SeeOther, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var refused = await client.PostAsync("/usulkan", form, Cancellation);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("Sanggar", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        for (var i = 0; i < 75; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(16));
            statuses.Add((await PostAsync(client, "/usulkan", fields)).Status);
        }

        // However slowly they come, a day is full at sixty.
        Assert.Equal(60, statuses.Count(s => s == HttpStatusCode.SeeOther));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, "/usulkan", fields)).Status);
    }

    [Fact]
    public async Task A_list_of_persons_is_refused_at_its_field_and_costs_no_try()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));
        await using var server = await RunningServer.StartAsync("terms", adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var client = Anybody(server);
        (string, string)[] With(string purpose) => [("name", "Sanggar"), ("kind", "ngo"), ("where", "Semarang"), ("region", "33.74"), ("words", "Kami anggotanya"), ("purpose", purpose)];
        for (var i = 0; i < 70; i++)
        {
            var (status, page) = await PostAsync(client, "/usulkan", With("Bu Sri: Rp 25.000\nBu Yanti: Rp 30.000\nBu Wati: Rp 27.500"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("purpose-wrong\">", page, StringComparison.Ordinal);
        }

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, "/usulkan", With("Menjahit"))).Status);
        }
    }

    [Fact]
    public async Task The_code_stands_in_no_log_and_what_was_said_in_no_file()
    {
        var said = new ConcurrentQueue<string>();
        await using var server = await RunningServer.StartAsync("terms", adjust: services => services.AddSingleton<ILoggerProvider>(new Ear(said)));
        using var client = Anybody(server);
        var link = await SuggestAsync(client, "/usulkan", ("name", "Zqname"), ("kind", "ngo"), ("where", "Semarang"), ("region", "33.74"), ("words", "zqwords"), ("sender", "zqsender"));
        await PageAsync(client, link);

        Assert.DoesNotContain(said, s => s.Contains(link.Split('/')[^1].Split('?')[0], StringComparison.Ordinal));
        foreach (var file in new[] { "network.db", "network.db-wal" })
        {
            await using var stream = new FileStream(Path.Combine(server.Folder, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(Cancellation);
            Assert.DoesNotContain("zqwords", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("zqsender", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("zqname", bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static HttpClient Anybody(RunningServer server) => server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync(address, form, Cancellation);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.SeeOther ? answer.Headers.Location!.ToString() : await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<string> SuggestAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var (status, link) = await PostAsync(client, address, fields);
        Assert.True(status == HttpStatusCode.SeeOther, link);
        Assert.Matches(Receipt(), link);
        return link.Split('?')[0];
    }

    private static async Task<string> PageAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    [GeneratedRegex("^/usulan/[A-Za-z0-9_-]{43}[?]baru=1$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Receipt();

    private sealed class Ear(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
