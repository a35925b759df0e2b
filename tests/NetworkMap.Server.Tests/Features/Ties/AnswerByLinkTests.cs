using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetworkMap.Server.Features.Ties;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Ties;

/// <summary>The page behind the link of a tie, as whoever got it sees it.</summary>
public sealed class AnswerByLinkTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_the_link_a_hundred_times_changes_nothing_and_a_button_uses_it_up()
    {
        var tie = await desk.ProposeAsync("supports");
        var link = await desk.LinkAsync(tie);
        using var client = desk.Server.CreateClient();
        for (var preview = 0; preview < 100; preview++)
        {
            using var page = await client.GetAsync(link, Cancellation);
            Assert.Equal((HttpStatusCode.OK, "no-store", "no-referrer"), (page.StatusCode, page.Headers.CacheControl!.ToString(), string.Join(',', page.Headers.GetValues("Referrer-Policy"))));
        }

        Assert.Equal("proposed", await desk.StatusAsync(tie));
        var (status, thanks) = await client.PressAsync(link, "confirmed", ("word", "zqlinkword"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Terima kasih", thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("zqlinkword", thanks, StringComparison.Ordinal);
        Assert.Equal("confirmed", await desk.StatusAsync(tie));
        Assert.Equal(HttpStatusCode.Gone, (await client.PressAsync(link, "disputed", ("reason", "Bukan"))).Status);
        using var used = await client.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.Gone, used.StatusCode);
        var (_, history) = await desk.SendAsync(HttpMethod.Get, $"/api/ties/{tie}/history", null);
        Assert.Equal("link", history.GetProperty("items")[0].GetProperty("by").GetString());
    }

    [Fact]
    public async Task Changing_the_language_keeps_what_was_typed_and_answers_nothing()
    {
        var tie = await desk.ProposeAsync("funds");
        var link = await desk.LinkAsync(tie);
        using var client = desk.Server.CreateClient();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("code", link["/hubungan/".Length..]), KeyValuePair.Create("word", "Bu Wati"), KeyValuePair.Create("reason", "Belum pernah bertemu"), KeyValuePair.Create("until", "2026-02-01"), KeyValuePair.Create("bahasa", "en")]);
        using var answer = await client.PostAsync("/hubungan?bahasa=id", content, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Is this tie right?", page, StringComparison.Ordinal);
        Assert.All(["Bu Wati", "Belum pernah bertemu", "2026-02-01"], typed => Assert.Contains(typed, page, StringComparison.Ordinal));
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.True(page.LastIndexOf("name=\"bahasa\"", StringComparison.Ordinal) > page.LastIndexOf("name=\"says\"", StringComparison.Ordinal), "The return key presses the first button of a form.");
        Assert.Equal("proposed", await desk.StatusAsync(tie));
    }

    [Fact]
    public async Task An_answer_that_a_steward_takes_back_may_be_given_again_by_its_link()
    {
        var tie = await desk.ProposeAsync("partners_with");
        var link = await desk.LinkAsync(tie);
        using var client = desk.Server.CreateClient();
        await client.PressAsync(link, "confirmed");
        var (_, history) = await desk.SendAsync(HttpMethod.Get, $"/api/ties/{tie}/history", null);
        var answer = history.GetProperty("items")[0].GetProperty("id").GetString();

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{answer}/revert", """{"reason":"Keliru","confirmWidening":true}""")).Status);

        Assert.Equal("proposed", await desk.StatusAsync(tie));
        Assert.Equal(HttpStatusCode.OK, (await client.PressAsync(link, "disputed", ("reason", "Bukan kami"))).Status);
        Assert.Equal("disputed", await desk.StatusAsync(tie));
    }

    [Fact]
    public async Task An_answer_that_the_proposer_passed_on_waits_until_a_steward_accepts_it()
    {
        var tie = await desk.ProposeAsync("trains");
        using var client = desk.Server.CreateClient();
        await client.PressAsync(await desk.LinkAsync(tie, passedOn: true), "confirmed");
        var side = (await desk.PageAsync(tie)).GetProperty("sides")[1];
        Assert.Equal(("link_proposer_passed_on", true), (side.GetProperty("way").GetString(), side.GetProperty("waits").GetBoolean()));
        Assert.Contains("the link was passed on by Yasanti", side.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("proposed", await desk.StatusAsync(tie));
        Assert.Equal((HttpStatusCode)409, (await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/link", """{"side":"to","passedOn":true}""")).Status);

        var (status, accepted) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/acceptances", """{"side":"to"}""", ("If-Match", "*"));
        Assert.Equal((HttpStatusCode.OK, "confirmed"), (status, accepted.GetProperty("tie").GetProperty("status").GetString()));
        Assert.Equal((HttpStatusCode)409, (await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/acceptances", """{"side":"to"}""", ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task A_denial_needs_a_reason_an_end_its_day_and_a_mistake_costs_nothing()
    {
        var tie = await desk.ProposeAsync("advises");
        var link = await desk.LinkAsync(tie);
        using var client = desk.Server.CreateClient();
        var (status, page) = await client.PressAsync(link, "disputed", ("word", "Ketua <b>kami</b>"), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("id=\"reason-wrong\"", page, StringComparison.Ordinal);
        Assert.Contains("Ketua &lt;b&gt;kami&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("id=\"until-wrong\"", (await client.PressAsync(link, "ended")).Page, StringComparison.Ordinal);
        Assert.Contains("id=\"until-wrong\"", (await client.PressAsync(link, "ended", ("until", "kemarin"))).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PressAsync(link, "maybe")).Status);
        Assert.Equal("proposed", await desk.StatusAsync(tie));

        Assert.Equal(HttpStatusCode.OK, (await client.PressAsync(link, "ended", ("until", "31/1/2026"), ("reason", "yang ditulis di tempat lain"))).Status);
        var told = await desk.PageAsync(tie);
        Assert.Equal(("ended", "2026-01-31"), (told.GetProperty("tie").GetProperty("status").GetString(), told.GetProperty("tie").GetProperty("valid").GetProperty("until").GetString()));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_code_it_is_answered_by_the_same_kind_page()
    {
        var tie = await desk.ProposeAsync("refers_to");
        var (link, other) = (await desk.LinkAsync(tie), await desk.LinkAsync(tie, "from"));
        using var client = desk.Server.CreateClient();
        await client.PressAsync(link, "confirmed");
        var mixed = link[..^10] + other[^10..];
        var pages = new List<string>();
        foreach (var wrong in new[] { link, mixed, link[..^3], "/hubungan/" + new string('A', 55), "/hubungan/bukan-kode", $"/hubungan/{tie[..^1]}x" })
        {
            using var answer = await client.GetAsync(wrong, Cancellation);
            Assert.Equal((HttpStatusCode.Gone, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
            pages.Add((await answer.Content.ReadAsStringAsync(Cancellation)).Replace(wrong, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains("Mintalah tautan baru", pages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "<html lang=\"id\">", "Apakah hubungan ini benar?")]
    [InlineData("?bahasa=en", "<html lang=\"en\">", "Is this tie right?")]
    public async Task The_page_is_small_without_a_script_and_shows_the_tie_and_the_names_and_nothing_of_the_other_side(string language, string html, string title)
    {
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""
            {"type":"provides_service_to","from":"{{desk.First}}","to":"{{desk.Second}}","audience":"parties","note":"zqtienote","statements":[{"side":"from","says":"confirmed","day":"2026-01-05","way":"product","word":"zqproposerword"}]}
            """));
        await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/statements", """{"side":"from","says":"disputed","word":"zqword","reason":"zqreason"}""", ("If-Match", "*"));
        using var client = desk.Server.CreateClient();
        var link = await desk.LinkAsync(tie);
        using var answer = await client.GetAsync(link + language, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(html, page, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("Yasanti", page, StringComparison.Ordinal);
        // The code is drawn by chance, and may have any two letters.
        Assert.DoesNotContain("zq", page.Replace(link[(link.LastIndexOf('/') + 1)..], "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"stylesheet\"", page, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page) < 10_000, $"{page.Length}");
        await desk.SendAsync(HttpMethod.Delete, $"/api/ties/{tie}", null, ("If-Match", "*"));
    }

    [Fact]
    public async Task The_code_stands_in_no_log_however_much_is_logged()
    {
        var said = new ConcurrentQueue<string>();
        await using var server = await RunningServer.StartAsync("terms", adjust: services => services.AddSingleton<ILoggerProvider>(new Ear(said)).Configure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Trace;
            options.Rules.Add(new LoggerFilterRule(null, "Microsoft.AspNetCore", LogLevel.Trace, null));
        }));
        using var client = server.CreateClient();
        const string Code = "zqcodewnYTyL9PhKCPafwGC_M_MwAAAAAAaZ2mgJ0mC5bQbV0rPZ";
        await client.GetAsync("/hubungan/" + Code, Cancellation);
        await client.PressAsync("/hubungan/" + Code, "confirmed");
        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, line => line.Contains(Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_at_once_are_told_to_wait()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var client = server.CreateClient();
        HttpStatusCode last = default;
        for (var i = 0; i <= LinkLimit.PerMinute; i++)
        {
            using var answer = await client.GetAsync("/hubungan/bukan-kode", Cancellation);
            last = answer.StatusCode;
            Assert.Equal(i == LinkLimit.PerMinute, answer.Headers.RetryAfter is not null);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private sealed class Ear(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => said.Enqueue(formatter(state, exception));
    }
}
