using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Rights over HTTP: what is hers she changes, what is not she is told who can, and what is taken away is gone with the next request.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private readonly StewardDesk desk = new();
    private HttpClient editor = new();
    private string account = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (editor, account) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = desk.First });
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task An_editor_changes_her_own_organization_and_what_belongs_to_it()
    {
        Assert.Equal("200 ", await ChangeAsync("organizations", desk.First, "purpose", "Berserikat"));
        Assert.Equal("201 ", await AddAsync("places", $$"""{"organization":"{{desk.First}}","name":"Kantor","region":"33.74"}"""));
        Assert.Equal("201 ", await AddAsync("units", $$"""{"organization":"{{desk.First}}","name":"Ranting","unitKind":"branch"}"""));
        Assert.Equal("201 ", await AddAsync("ties", $$"""{"type":"trains","from":"{{desk.First}}","to":"{{desk.Second}}","status":"proposed","audience":"public"}"""));
        Assert.Equal("201 ", await AddAsync("grants", $$"""{"account":"akun-lain","role":"organization_editor","organization":"{{desk.First}}"}"""));
    }

    [Fact]
    public async Task By_what_right_she_acted_is_told_to_who_keeps_that_right_and_that_it_was_she_to_herself()
    {
        await ChangeAsync("organizations", desk.First, "purpose", "Berserikat");
        await desk.SendAsync(HttpMethod.Post, "/api/places", StewardDesk.Of($$"""{"organization":"{{desk.Second}}","name":"Kantor","region":"33.74"}""").ToJsonString());
        using var anybody = desk.Server.CreateClient();
        var (steward, keeper) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward" });
        using var another = steward;

        Assert.Equal(("organization_editor", account), await NewestAsync(editor, desk.First));
        Assert.Equal(("organization_editor", account), await NewestAsync(another, desk.First));
        Assert.Equal((null, "steward"), await NewestAsync(anybody, desk.First));

        await desk.Server.GrantAsync(account, new GrantDraft { Role = "mediator" });
        Assert.Equal((null, account), await NewestAsync(another, desk.First));
        Assert.NotEqual(keeper, account);
    }

    /// <summary>By what right, and by whom, the newest change of an organization was made, as somebody is told.</summary>
    private static async Task<(string? Right, string? By)> NewestAsync(HttpClient client, string organization)
    {
        var item = JsonNode.Parse(await client.GetStringAsync($"/api/organizations/{organization}/history?limit=1", Cancellation))!["items"]![0]!;
        return ((string?)item["right"], (string?)item["by"]);
    }

    [Fact]
    public async Task What_is_not_hers_is_refused_with_who_can_change_it()
    {
        Assert.Equal("403 not_permitted", await ChangeAsync("organizations", desk.Second, "purpose", "Lain"));
        Assert.Equal("403 not_permitted", await AddAsync("organizations", """{"name":"Baru","actorKind":"ngo","region":"33.74"}"""));
        Assert.Equal("403 not_permitted", await AddAsync("ties", $$"""{"type":"trains","from":"{{desk.First}}","to":"{{desk.Second}}","status":"confirmed","audience":"public"}"""));
        Assert.Equal("403 not_permitted", await AddAsync("terms", """{"taxonomy":"issue","code":"baru","labelId":"Baru","labelEn":"New"}"""));
        Assert.Equal("403 grant_not_permitted", await AddAsync("grants", $$"""{"account":"{{account}}","role":"steward"}"""));
        Assert.Equal("403 not_permitted", await SendAsync(HttpMethod.Post, "/api/changesets/remove-examples", "{}"));
        using var refused = await editor.SendAsync(Request(HttpMethod.Put, $"/api/organizations/{desk.Second}", """{"name":"Lain","actorKind":"ngo","region":"33.74","provenance":{"source":"a test"}}"""), Cancellation);
        Assert.Contains("Trade Union Rights Centre", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_may_not_know_of_is_as_unknown_to_an_edit_as_what_never_was()
    {
        var third = await desk.MakeAsync("organizations", StewardDesk.Organization("Pihak Ketiga"));
        var hidden = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"funds","from":"{{third}}","to":"{{desk.Second}}","status":"confirmed","audience":"parties"}"""));
        foreach (var (method, rest) in new[] { (HttpMethod.Put, ""), (HttpMethod.Delete, ""), (HttpMethod.Get, ""), (HttpMethod.Get, "/history") })
        {
            var body = method == HttpMethod.Put ? $$"""{"type":"funds","from":"{{third}}","to":"{{desk.Second}}","status":"ended","audience":"parties","provenance":{"source":"a test"} }""" : null;
            var (one, other) = (await SendAsync(method, $"/api/ties/{hidden}{rest}", body), await SendAsync(method, $"/api/ties/5ec7e700-0000-4000-8000-000000000001{rest}", body));
            Assert.Equal(other, one);
            Assert.StartsWith("404", one, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_with_the_next_request()
    {
        Assert.Equal("200 ", await ChangeAsync("organizations", desk.First, "purpose", "Satu"));
        var page = JsonNode.Parse(await desk.Client.GetStringAsync($"/api/grants?organization={desk.First}", Cancellation))!;
        var grant = Assert.Single(page["items"]!.AsArray())!;
        var (status, _) = await desk.SendAsync(HttpMethod.Delete, $"/api/grants/{grant["id"]}", null, ("If-Match", $"\"{grant["version"]}\""));
        Assert.Equal(HttpStatusCode.NoContent, status);

        Assert.Equal("403 not_permitted", await ChangeAsync("organizations", desk.First, "purpose", "Dua"));
        Assert.False(JsonNode.Parse(await editor.GetStringAsync("/api/me", Cancellation))!["mayWrite"]!.GetValue<bool>());
    }

    [Fact]
    public async Task She_takes_back_what_she_did_and_not_what_others_did()
    {
        await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{desk.Second}}","name":"Kantor","region":"33.74"}"""));
        var before = JsonNode.Parse(await desk.Client.GetStringAsync("/api/changesets?limit=1", Cancellation))!["items"]![0]!["id"]!;
        await ChangeAsync("organizations", desk.First, "purpose", "Keliru");
        var own = JsonNode.Parse(await editor.GetStringAsync($"/api/organizations/{desk.First}/history?limit=1", Cancellation))!["items"]![0]!["id"]!;

        Assert.Equal("200 ", await SendAsync(HttpMethod.Post, $"/api/changesets/{own}/revert", """{"reason":"Keliru"}"""));
        Assert.Equal("403 not_permitted", await SendAsync(HttpMethod.Post, $"/api/changesets/{before}/revert", """{"reason":"Keliru"}"""));
    }

    [Fact]
    public async Task Rights_are_seen_by_who_keeps_them_and_by_nobody_else()
    {
        async Task<int> SeenAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/api/grants", Cancellation))!["items"]!.AsArray().Count;
        var (other, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = desk.Second });
        using var anybody = desk.Server.CreateClient();

        Assert.Equal(0, await SeenAsync(anybody));
        Assert.Equal(1, await SeenAsync(editor));
        Assert.Equal(1, await SeenAsync(other));
        Assert.Equal(4, await SeenAsync(desk.Client));
        other.Dispose();
    }

    [Fact]
    public async Task Somebody_without_a_right_is_told_that_her_account_has_none()
    {
        var (client, _) = await desk.Server.MemberAsync();
        using var answer = await client.SendAsync(Request(HttpMethod.Post, "/api/organizations", "{}"), Cancellation);

        Assert.Contains("not_permitted", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("signed_in", (string)JsonNode.Parse(await client.GetStringAsync("/api/me", Cancellation))!["audience"]!);
        client.Dispose();
    }

    private async Task<string> AddAsync(string segment, string body) => await SendAsync(HttpMethod.Post, "/api/" + segment, StewardDesk.Of(body).ToJsonString());

    /// <summary>Changes one field, from the form that a steward reads.</summary>
    private async Task<string> ChangeAsync(string segment, string id, string field, string value)
    {
        var body = JsonNode.Parse(await desk.Client.GetStringAsync($"/api/{segment}/{id}", Cancellation))!.AsObject();
        foreach (var shown in new[] { "kind", "version", "family", "kindLabel", "position", "regionName", "labels" })
        {
            body.Remove(shown);
        }

        body[field] = value;
        return await SendAsync(HttpMethod.Put, $"/api/{segment}/{id}", body.ToJsonString());
    }

    /// <summary>The status, and the code of what was refused.</summary>
    private async Task<string> SendAsync(HttpMethod method, string path, string? body)
    {
        using var answer = await editor.SendAsync(Request(method, path, body), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return $"{(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? "" : (string?)JsonNode.Parse(text)!["code"])}";
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return request;
    }
}
