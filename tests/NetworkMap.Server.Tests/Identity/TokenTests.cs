using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Programs that act for an account.</summary>
public sealed partial class TokenTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private Visitor sari = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        sari = await Visitor.StewardAsync(server, "sari");
    }

    public async ValueTask DisposeAsync()
    {
        sari.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_token_acts_as_its_account_within_its_scope_until_it_is_taken_back()
    {
        using var reader = Program(await MakeAsync("read"));
        using var writer = Program(await MakeAsync("write"));
        var account = (string?)(await sari.MeAsync())["account"];
        Assert.Equal(account, (string?)(await MeAsync(reader))["account"]);

        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(reader));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(writer));
        var (_, page) = await sari.OpenAsync("/akun");
        Assert.Equal(2, TokenField().Count(page));
        Assert.Contains("terakhir dipakai", page, StringComparison.Ordinal);

        foreach (Match token in TokenField().Matches(page))
        {
            Assert.Equal("/akun?kabar=tokenRevoked", (await sari.SendAsync("/akun/token/cabut", ("token", token.Groups[1].Value))).To);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await AddAsync(writer));
        using var refused = await reader.GetAsync("/api/me", Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Scheme));
    }

    [Fact]
    public async Task A_token_opens_no_page_of_the_account_and_no_cookie_counts_beside_it()
    {
        using var writer = Program(await MakeAsync("write"));
        using var looked = await writer.GetAsync("/akun", Cancellation);
        Assert.Equal("/masuk?ke=/akun", looked.Headers.Location?.ToString());

        // What is made on these pages would outlast the token.
        foreach (var page in new[] { "/akun/token", "/undangan", "/undangan/tarik", "/undangan/pemulihan" })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("for", "x"), KeyValuePair.Create("hak", "steward  ")]);
            using var invited = await writer.PostAsync(page, form, Cancellation);
            Assert.Equal((HttpStatusCode.Forbidden, "token_opens_no_page"), (invited.StatusCode, (string?)JsonNode.Parse(await invited.Content.ReadAsStringAsync(Cancellation))!["code"]));
        }

        sari.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nmt_wrong");
        using var me = await sari.Client.GetAsync("/api/me", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
    }

    [Fact]
    public async Task A_token_within_a_limit_writes_no_more_than_that_and_ends_with_its_right()
    {
        var account = (string)(await sari.MeAsync())["account"]!;
        await server.GrantAsync(account, new GrantDraft { Role = "steward" }, new GrantDraft { Role = "steward", Region = "34" });
        var right = (string)(await sari.MeAsync())["grants"]!.AsArray().Single(g => (string?)g!["region"] == "34")!["id"]!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sari.SendAsync("/akun/token", ("tokenName", "A"), ("tokenRight", Guid.NewGuid() + "|"), ("tokenDays", "30"), ("tokenPassword", Visitor.Password))).Status);
        using var program = Program(Secret().Match((await sari.SendAsync("/akun/token", ("tokenName", "Yogya"), ("tokenScope", "write"), ("tokenRight", right + "|"), ("tokenDays", "30"), ("tokenPassword", Visitor.Password))).Page).Value);

        Assert.Equal(("signed_in", "34"), ((string?)(await MeAsync(program))["audience"], (string?)(await MeAsync(program))["grants"]!.AsArray().Single()!["region"]));
        Assert.Equal(HttpStatusCode.Forbidden, await AddAsync(program));
        Assert.Equal(HttpStatusCode.Created, await AddAsync(program, "34.04"));
        Assert.Contains("Yogya", (await sari.OpenAsync("/akun")).Page, StringComparison.Ordinal);
        using (var words = new StringContent("""{"kind":"organization","words":"Baru"}""", Encoding.UTF8, "application/json"))
        using (var suggested = await program.PostAsync("/api/suggestions", words, Cancellation))
        {
            Assert.Equal(HttpStatusCode.Forbidden, suggested.StatusCode);
        }

        // Given anew it is another right.
        await server.GrantAsync(account, new GrantDraft { Role = "steward" }, new GrantDraft { Role = "steward", Region = "34" });
        using var over = await program.GetAsync("/api/me", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await AddAsync(program, "34.04"));
    }

    [Fact]
    public async Task A_token_is_made_with_the_password_for_a_time_that_can_be_chosen()
    {
        Assert.Contains("tidak cocok", (await sari.SendAsync("/akun/token", ("tokenName", "A"), ("tokenDays", "30"), ("tokenPassword", "guess"))).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sari.SendAsync("/akun/token", ("tokenName", "A"), ("tokenDays", "9999"), ("tokenPassword", Visitor.Password))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sari.SendAsync("/akun/token", ("tokenName", " "), ("tokenDays", "30"), ("tokenPassword", Visitor.Password))).Status);
    }

    private async Task<string> MakeAsync(string scope) =>
        Secret().Match((await sari.SendAsync("/akun/token", ("tokenName", "Laporan"), ("tokenScope", scope), ("tokenDays", "30"), ("tokenPassword", Visitor.Password))).Page).Value;

    private HttpClient Program(string secret)
    {
        var client = server.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private static async Task<JsonNode> MeAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/api/me", Cancellation))!;

    private static async Task<HttpStatusCode> AddAsync(HttpClient client, string region = "33.74")
    {
        using var content = new StringContent(StewardDesk.Of($$"""{"name":"Lembaga Program","actorKind":"ngo","region":"{{region}}"}""").ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/organizations", content, Cancellation);
        return answer.StatusCode;
    }

    [GeneratedRegex("nmt_[A-Za-z0-9_-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"token\" value=\"(token-[0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
