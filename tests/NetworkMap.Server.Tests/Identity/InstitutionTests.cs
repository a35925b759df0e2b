using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetworkMap.Domain;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Signing in with an institution, over what a provider says rightly and wrongly.</summary>
public sealed partial class InstitutionTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> logged = new();
    private StandInInstitution campus = null!;
    private RunningServer server = null!;
    private Visitor sari = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        campus = await StandInInstitution.StartAsync();
        server = await RunningServer.StartAsync("terms", adjust: services =>
        {
            campus.Join(services);
            services.AddLogging(logging => logging.AddProvider(new Ear(logged)));
        });
        campus.Clock = server.Services.GetRequiredService<TimeProvider>();
        sari = await Visitor.StewardAsync(server, "sari@contoh.id");
    }

    public async ValueTask DisposeAsync()
    {
        sari.Dispose();
        await server.DisposeAsync();
        await campus.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_is_taken_up_with_an_institution_and_afterwards_it_signs_in_whoever_that_was()
    {
        var link = await InviteAsync("coordinator  33");
        using var rini = new Visitor(server);
        Assert.Contains("Terima dengan Universitas Uji", (await rini.OpenAsync(link)).Page, StringComparison.Ordinal);
        Assert.Equal("/akun?kabar=accepted", await GoAsync(rini, link, ("dengan", "lembaga:kampus")));
        var me = await rini.MeAsync();
        Assert.Equal(("coordinator", null), ((string?)me["grants"]![0]!["role"], (string?)me["unfinished"]));
        Assert.Equal(HttpStatusCode.Gone, (await rini.OpenAsync(link)).Status);

        await rini.SendAsync("/keluar");
        Assert.Equal("public", await rini.AudienceAsync());
        Assert.Equal("/cakupan", await GoAsync(rini, "/masuk/lembaga/kampus", ("ke", "/cakupan")));
        Assert.Equal((string?)me["account"], (string?)(await rini.MeAsync())["account"]);
        Assert.Equal(["signed_in", "signed_out", "signed_in", "account_made"], await EventsAsync((string)me["account"]!));

        // Another of that institution is nobody here, though its address is the sign-in name of somebody.
        campus.Subject = "mahasiswa-2";
        using var other = new Visitor(server);
        Assert.Equal("/masuk?sebab=institution_unknown&lembaga=kampus", await GoAsync(other, "/masuk/lembaga/kampus"));
        Assert.Contains("Minta undangan kepada pengelola data", (await other.OpenAsync("/masuk?sebab=institution_unknown&lembaga=kampus")).Page, StringComparison.Ordinal);
        Assert.Equal("public", await other.AudienceAsync());
    }

    [Fact]
    public async Task Who_is_joined_already_takes_up_an_invitation_as_that_account()
    {
        using var rini = new Visitor(server);
        await GoAsync(rini, await InviteAsync(""), ("dengan", "lembaga:kampus"));
        var account = (string?)(await rini.MeAsync())["account"];
        using var elsewhere = new Visitor(server);

        Assert.Equal("/akun?kabar=accepted", await GoAsync(elsewhere, await InviteAsync("mediator  "), ("dengan", "lembaga:kampus")));

        var me = await elsewhere.MeAsync();
        Assert.Equal((account, "mediator"), ((string?)me["account"], (string?)me["grants"]![0]!["role"]));
    }

    [Fact]
    public async Task An_account_is_joined_with_the_password_and_parted_unless_nothing_else_lets_her_in()
    {
        Assert.Contains("tidak cocok", (await sari.SendAsync("/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", "guess"))).Page, StringComparison.Ordinal);
        Assert.Equal("/akun?kabar=joined", await GoAsync(sari, "/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password)));
        using var another = new Visitor(server);
        Assert.Equal("/", await GoAsync(another, "/masuk/lembaga/kampus"));
        Assert.Equal((string?)(await sari.MeAsync())["account"], (string?)(await another.MeAsync())["account"]);

        Assert.Equal("/akun?kabar=parted", (await sari.SendAsync("/akun/lembaga/lepas", ("sambungan", await LoginAsync(sari)))).To);
        Assert.Equal("/masuk?sebab=institution_unknown&lembaga=kampus", await GoAsync(another, "/masuk/lembaga/kampus"));

        using var rini = new Visitor(server);
        await GoAsync(rini, await InviteAsync(""), ("dengan", "lembaga:kampus"));
        Assert.Contains("satu-satunya cara Anda masuk", (await rini.SendAsync("/akun/lembaga/lepas", ("sambungan", await LoginAsync(rini)))).Page, StringComparison.Ordinal);
        Assert.Equal("/akun?sebab=institution_taken&lembaga=kampus", await GoAsync(sari, "/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password)));
        Assert.Contains("sudah tersambung dengan akun lain", (await sari.OpenAsync("/akun?sebab=institution_taken&lembaga=kampus")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_but_who_somebody_is_with_a_code_that_only_the_asker_can_redeem()
    {
        using var anybody = new Visitor(server);
        var (_, _, page, _) = await anybody.SendAsync("/masuk/lembaga/kampus", ("ke", "//evil.example/"));
        campus.Answer(Leads(page));

        Assert.Equal(("code", "openid", "S256", "networkmap"), (campus.Asked["response_type"], campus.Asked["scope"], campus.Asked["code_challenge_method"], campus.Asked["client_id"]));
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.True(campus.Asked[name]!.Length >= 43, name));
        Assert.DoesNotContain(StandInInstitution.ClientSecret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_in_one_browser_ends_in_no_other_and_only_once()
    {
        await GoAsync(sari, "/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password));
        using var attacker = new Visitor(server);
        var answer = campus.Answer(Leads((await attacker.SendAsync("/masuk/lembaga/kampus")).Page));
        using var victim = new Visitor(server);

        Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await BackAsync(victim, answer));
        await victim.SendAsync("/masuk/lembaga/kampus");
        Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await BackAsync(victim, answer));
        Assert.Equal("public", await victim.AudienceAsync());
        Assert.Equal("/", await BackAsync(attacker, answer));
        Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await BackAsync(attacker, answer));
        foreach (var nonsense in new[] { "", "?code=a", "?state=a&code=b", "?error=access_denied", "?error=access_denied&state=x" })
        {
            Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await BackAsync(victim, "/masuk/lembaga/kampus/kembali" + nonsense));
        }
    }

    [Fact]
    public async Task Cookies_that_a_neighbouring_host_could_plant_end_nothing()
    {
        await GoAsync(sari, "/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password));
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        client.SayOrigin();
        using var begun = await client.PostAsync("/masuk/lembaga/kampus", null, Cancellation);
        var cookies = begun.Headers.GetValues("Set-Cookie").Select(c => (Text: c, Pair: c.Split(';')[0])).ToList();
        Assert.All(cookies, c => Assert.True(c.Text.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Text.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase) && c.Text.Contains("secure", StringComparison.OrdinalIgnoreCase), c.Text));
        Assert.Single(cookies, c => c.Text.StartsWith("__Host-", StringComparison.Ordinal));
        var answer = campus.Answer(Leads(await begun.Content.ReadAsStringAsync(Cancellation)));

        Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await SendAsync(cookies.Where(c => !c.Pair.StartsWith("__Host-", StringComparison.Ordinal))));
        Assert.Equal("/masuk?sebab=institution_late&lembaga=kampus", await SendAsync(cookies.Where(c => c.Pair.StartsWith("__Host-", StringComparison.Ordinal))));
        Assert.Equal("/", await SendAsync(cookies));

        async Task<string?> SendAsync(IEnumerable<(string Text, string Pair)> brought)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, answer);
            request.Headers.Add("Cookie", string.Join("; ", brought.Select(c => c.Pair)));
            using var back = await client.SendAsync(request, Cancellation);
            return back.Headers.Location?.ToString();
        }
    }

    [Fact]
    public async Task Whoever_signed_out_in_the_meantime_joins_nothing()
    {
        var (_, _, page, _) = await sari.SendAsync("/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password));
        await sari.SendAsync("/keluar");

        Assert.Equal("/akun?sebab=institution_late&lembaga=kampus", await BackAsync(sari, campus.Answer(Leads(page))));
    }

    [Theory]
    [InlineData("issuer", "institution_failed")]
    [InlineData("audience", "institution_failed")]
    [InlineData("nonce", "institution_late")]
    [InlineData("token", "institution_failed")]
    [InlineData("denied", "institution_denied")]
    [InlineData("error", "institution_failed")]
    public async Task What_a_provider_says_wrongly_signs_nobody_in_is_told_in_a_sentence_and_leaves_no_secret_in_a_log(string wrong, string told)
    {
        await GoAsync(sari, "/akun/lembaga", ("lembaga", "kampus"), ("institutionPassword", Visitor.Password));
        (campus.Issuer, campus.Audience, campus.Nonce, campus.Refuses) =
            (wrong == "issuer" ? "https://evil.example" : null, wrong == "audience" ? "another" : "networkmap", wrong == "nonce" ? "another" : null, wrong == "token" ? "secret words about somebody" : null);
        using var anybody = new Visitor(server);
        var answer = campus.Answer(Leads((await anybody.SendAsync("/masuk/lembaga/kampus")).Page), wrong switch { "denied" => "access_denied", "error" => "server_error", _ => null });

        var to = await BackAsync(anybody, answer);
        Assert.Equal($"/masuk?sebab={told}&lembaga=kampus", to);
        var (_, page) = await anybody.OpenAsync(to);
        Assert.Contains("Universitas Uji", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\">", page, StringComparison.Ordinal);
        Assert.Equal("public", await anybody.AudienceAsync());
        string[] secrets = ["secret words", "secret-access-token", StandInInstitution.ClientSecret, HttpUtility.ParseQueryString(answer)["code"] ?? "secret words", campus.Asked["state"]!, "mahasiswa-1", "sari@contoh.id"];
        Assert.DoesNotContain(secrets, secret => page.Contains(secret, StringComparison.Ordinal) || logged.Any(l => l.Contains(secret, StringComparison.Ordinal)));
        Assert.Equal(wrong != "denied", logged.Any(l => l.Contains("institution kampus failed", StringComparison.Ordinal)));
        Assert.Equal(wrong == "token", logged.Any(l => l.Contains("invalid_client", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_before_and_after()
    {
        using var anybody = new Visitor(server);
        var answer = campus.Answer(Leads((await anybody.SendAsync("/masuk/lembaga/kampus")).Page));
        await campus.StopAsync();

        Assert.Equal("/masuk?sebab=institution_away&lembaga=kampus", await BackAsync(anybody, answer));
        await using var fresh = await RunningServer.StartAsync(adjust: campus.Join);
        using var other = new Visitor(fresh);
        var (status, _, page, _) = await other.SendAsync("/masuk/lembaga/kampus");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Universitas Uji sedang tidak menjawab", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_nothing_offers_an_institution_and_a_page_tells_only_of_known_reasons()
    {
        await using var plain = await RunningServer.StartAsync();
        using var anybody = new Visitor(plain);
        Assert.DoesNotContain("lembaga", (await anybody.OpenAsync("/masuk")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync("/masuk/lembaga/kampus")).Status);
        Assert.DoesNotContain("role=\"alert\">", (await anybody.OpenAsync("/masuk?sebab=write_failed&lembaga=kampus")).Page, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<Kept<SecurityEntry>>> NewestAsync(string account) => server.Services.GetRequiredService<SecurityLog>().NewestAsync(account, 10, Cancellation);

    private async Task<List<string>> EventsAsync(string account) => [.. (await NewestAsync(account)).Select(e => Names<SecurityEvent>.Of(e.Value.What))];

    private async Task<string> InviteAsync(string right) => InviteLink().Match((await sari.SendAsync("/undangan", ("hak", right), ("wilayah", right.EndsWith("33", StringComparison.Ordinal) ? "33" : ""))).Page).Value;

    private static async Task<string> LoginAsync(Visitor visitor) => LoginField().Match((await visitor.OpenAsync("/akun")).Page).Groups[1].Value;

    private static string Leads(string page) => HttpUtility.HtmlDecode(LeavingAddress().Match(page).Groups[1].Value);

    /// <summary>Presses a button that leads to the institution, and comes back: where that leads.</summary>
    private async Task<string> GoAsync(Visitor visitor, string address, params (string Name, string Value)[] fields) =>
        await BackAsync(visitor, campus.Answer(Leads((await visitor.SendAsync(address, fields)).Page)));

    private static async Task<string> BackAsync(Visitor visitor, string answer)
    {
        using var back = await visitor.Client.GetAsync(answer, Cancellation);
        Assert.Equal((HttpStatusCode.SeeOther, true), (back.StatusCode, back.Headers.CacheControl!.NoStore));
        Assert.Contains("form-action 'self'", string.Join(' ', back.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        return back.Headers.Location!.ToString();
    }

    [GeneratedRegex("/undangan/[A-Za-z0-9_-]{20,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InviteLink();

    [GeneratedRegex("name=\"sambungan\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoginField();

    [GeneratedRegex("<a class=\"button first\" href=\"([^\"]+)\" rel=\"noreferrer\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeavingAddress();
}
