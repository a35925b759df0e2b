using System.Net;
using System.Text.Json;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;


namespace NetworkMap.Server.Tests.Features.Ties;

/// <summary>Statements in the product: who may make them, what they change, who reads them.</summary>
public sealed class StatementRoutesTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<(string Told, JsonElement Answer)> AskAsync(HttpClient client, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Cancellation);
        var told = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return ($"{(int)answer.StatusCode} {(told.TryGetProperty("code", out var code) ? code.GetString() : "")}", told);
    }

    [Fact]
    public async Task A_statement_names_the_version_it_was_made_of_and_is_made_once_under_its_key()
    {
        var tie = await desk.ProposeAsync("supports");
        const string Said = """{"side":"to","says":"confirmed","word":"Sekretaris"}""";
        var path = $"/api/ties/{tie}/statements";
        Assert.Equal((HttpStatusCode)428, (await desk.SendAsync(HttpMethod.Post, path, Said)).Status);
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, path, Said, ("If-Match", "\"1\""), ("Idempotency-Key", "say"));
        Assert.Equal((HttpStatusCode.OK, "confirmed", 2), (status, answer.GetProperty("tie").GetProperty("status").GetString(), answer.GetProperty("tie").GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, path, Said, ("If-Match", "\"1\""), ("Idempotency-Key", "say"))).Status);
        var (stale, problem) = await desk.SendAsync(HttpMethod.Post, path, """{"side":"to","says":"disputed","reason":"Tidak","word":"Sekretaris"}""", ("If-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.Conflict, "version_stale"), (stale, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{"side":"to","says":"confirmed"}""", "text_missing word")]
    [InlineData("""{"side":"to","says":"ended","word":"W","until":"2026-02-30"}""", "date_malformed until")]
    [InlineData("""{"side":"to","says":"confirmed","word":"W","way":"link"}""", "field_unknown way")]
    [InlineData("""{"side":1,"says":"confirmed","word":"W"}""", "field_wrong_type side")]
    [InlineData("""{}""", "code_missing side")]
    public async Task What_is_wrong_with_a_statement_is_told_under_its_field(string body, string expected)
    {
        var tie = (await desk.SendAsync(HttpMethod.Get, $"/api/ties?organization={desk.First}&limit=1", null)).Answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).FirstOrDefault() ?? await desk.ProposeAsync("advises");
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/statements", body, ("If-Match", "*"));
        var first = answer.GetProperty("errors")[0];
        Assert.Equal(expected, $"{first.GetProperty("code").GetString()} {first.GetProperty("field").GetString()}");
    }

    [Fact]
    public async Task Only_who_may_write_states_accepts_and_makes_links_and_a_hidden_tie_is_as_unknown_as_none()
    {
        var tie = await desk.ProposeAsync("trains", "parties");
        using var anybody = desk.Server.CreateClient();
        foreach (var (route, body) in new[] { ("statements", """{"side":"to","says":"confirmed","word":"W"}"""), ("acceptances", """{"side":"to"}"""), ("link", """{"side":"to"}""") })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await anybody.PostAsync($"/api/ties/{tie}/{route}", content, Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var hidden = await anybody.GetAsync($"/api/ties/{tie}/page", Cancellation);
        using var none = await anybody.GetAsync($"/api/ties/{Guid.NewGuid()}/page", Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, await none.Content.ReadAsStringAsync(Cancellation)), (hidden.StatusCode, await hidden.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task The_public_reads_who_said_what_and_when_and_not_the_words()
    {
        var tie = await desk.ProposeAsync("refers_to");
        await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/statements", """{"side":"to","says":"disputed","reason":"zqreason","word":"zqword"}""", ("If-Match", "*"));
        using var anybody = desk.Server.CreateClient();
        anybody.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        foreach (var address in new[] { $"/api/ties/{tie}/page", $"/api/ties/{tie}", $"/api/ties/{tie}/history", $"/api/organizations/{desk.Second}/page", "/api/ties/waiting" })
        {
            Assert.DoesNotContain("zq", await anybody.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
        }

        var page = JsonElement.Parse(await anybody.GetStringAsync($"/api/ties/{tie}/page", Cancellation));
        Assert.StartsWith("Trade Union Rights Centre denied this tie on", page.GetProperty("sides")[1].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("disputed", page.GetProperty("sides")[1].GetProperty("says").GetString());
        Assert.Contains("zqreason", (await desk.PageAsync(tie)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ties_that_wait_are_listed_oldest_first_with_whose_word_is_awaited()
    {
        var late = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"commissions","from":"{{desk.First}}","to":"{{desk.Second}}","status":"proposed","audience":"public"}"""));
        var early = await desk.MakeAsync("ties", StewardDesk.Of($$"""
            {"type":"funds","from":"{{desk.First}}","to":"{{desk.Second}}","audience":"public","statements":[{"side":"to","says":"confirmed","day":"2020-05-01","way":"product","word":"Ketua"}]}
            """));
        var (_, answer) = await desk.SendAsync(HttpMethod.Get, "/api/ties/waiting?at=2026-05-01", null);
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        var hers = items.Single(i => i.GetProperty("id").GetString() == early);
        Assert.Equal(("2020-05-01", 2191), (hers.GetProperty("since").GetString(), hers.GetProperty("days").GetInt32()));
        Assert.Equal((true, false), (hers.GetProperty("sides")[0].TryGetProperty("awaited", out _), hers.GetProperty("sides")[1].TryGetProperty("awaited", out _)));

        // Other tests of this class leave ties that wait for longer or shorter.
        var since = items.TakeWhile(i => i.TryGetProperty("since", out _)).Select(i => i.GetProperty("since").GetString()!).ToList();
        Assert.Equal(since.Order(StringComparer.Ordinal), since);

        // They leave ties of which nobody knows since when, too; those come last, in no order that can be told beforehand.
        Assert.Contains(late, items.SkipWhile(i => i.TryGetProperty("since", out _)).Select(i => i.GetProperty("id").GetString()));
        Assert.DoesNotContain(items.SkipWhile(i => i.TryGetProperty("since", out _)), i => i.TryGetProperty("since", out _));
        Assert.Equal(items.Count, answer.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Ties_of_ones_own_organization_come_first_and_those_that_wait_for_her_are_counted()
    {
        var third = await desk.MakeAsync("organizations", StewardDesk.Organization("Pihak yang Menunggu"));
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"funds","from":"{{desk.Second}}","to":"{{desk.First}}","audience":"public","statements":[{"side":"from","says":"confirmed","day":"2019-05-01","way":"product","word":"Ketua"}]}"""));
        var her = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"funds","from":"{{third}}","to":"{{desk.First}}","audience":"public","statements":[{"side":"to","says":"confirmed","day":"2020-05-01","way":"product","word":"Ketua"}]}"""));
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"trains","from":"{{third}}","to":"{{desk.First}}","audience":"public","statements":[{"side":"from","says":"confirmed","day":"2021-05-01","way":"product","word":"Ketua"}]}"""));
        var (editor, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = third });
        using var member = editor;

        var answer = JsonDocument.Parse(await member.GetStringAsync("/api/ties/waiting", TestContext.Current.CancellationToken)).RootElement;
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal((2, 1), (answer.GetProperty("own").GetInt32(), answer.GetProperty("yours").GetInt32()));
        Assert.Equal(her, items[0].GetProperty("id").GetString());
        Assert.Equal([true, true, false], items.Take(3).Select(i => i.TryGetProperty("own", out _)));
        var (_, all) = await desk.SendAsync(HttpMethod.Get, "/api/ties/waiting", null);
        Assert.Equal(0, all.GetProperty("own").GetInt32());
    }

    [Fact]
    public async Task Who_keeps_a_side_speaks_for_it_alone_and_never_gets_the_link_of_the_other_but_to_hand_it_on()
    {
        var tie = await desk.ProposeAsync("delivers");
        var (first, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = desk.First });
        var (second, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = desk.Second });
        using var one = first;
        using var other = second;
        Assert.Equal("403 not_permitted", (await AskAsync(one, $"/api/ties/{tie}/statements", """{"side":"to","says":"confirmed","word":"Katanya"}""")).Told);
        Assert.False((await AskAsync(one, $"/api/ties/{tie}/link", """{"side":"to"}""")).Answer.TryGetProperty("link", out _));
        var passedOn = (await AskAsync(one, $"/api/ties/{tie}/link", """{"side":"to","passedOn":true}""")).Answer;
        Assert.True(passedOn.TryGetProperty("link", out _) && passedOn.GetProperty("passedOn").GetBoolean());
        Assert.True((await AskAsync(other, $"/api/ties/{tie}/link", """{"side":"to"}""")).Answer.TryGetProperty("link", out _));
        var said = (await AskAsync(other, $"/api/ties/{tie}/statements", """{"side":"to","says":"confirmed"}""")).Answer;
        Assert.Equal("confirmed", said.GetProperty("tie").GetProperty("status").GetString());
        Assert.DoesNotContain("zqproposer", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_comes_with_the_contacts_that_the_asked_side_recorded_with_consent_that_holds()
    {
        var group = await desk.MakeAsync("organizations", StewardDesk.Of("""
            {"name":"Kelompok Melati","actorKind":"ngo","region":"33.74","contacts":[
              {"role":"Sekretaris","channel":"whatsapp","value":"0812-3456-7890","purposes":["confirming_ties"],"consent":{"givenBy":"Sekretaris","given":"2026-01-01"}},
              {"role":"Ketua","channel":"phone","value":"0812-3456-7891"},
              {"role":"Bendahara","channel":"phone","value":"0812-3456-7894","purposes":["introduction"],"consent":{"givenBy":"Bendahara","given":"2026-01-01"}},
              {"role":"Lama","channel":"phone","value":"0812-3456-7892","purposes":["confirming_ties"],"consent":{"givenBy":"Lama","given":"2020-01-01","until":"2021-01-01"}},
              {"role":"Ditarik","channel":"phone","value":"0812-3456-7893","purposes":["confirming_ties"],"consent":{"givenBy":"D","given":"2020-01-01","withdrawn":"2021-01-01"}}]}
            """));
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{desk.First}}","to":"{{group}}","audience":"parties"}"""));
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/link", """{"side":"to"}""");
        Assert.Equal("Sekretaris", Assert.Single(answer.GetProperty("contacts").EnumerateArray()).GetProperty("role").GetString());
        var (_, passedOn) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/link", """{"side":"to","passedOn":true}""");
        Assert.Empty(passedOn.GetProperty("contacts").EnumerateArray());
    }
}
