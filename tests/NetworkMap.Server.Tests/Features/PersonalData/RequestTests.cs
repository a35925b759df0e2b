using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.PersonalData;

/// <summary>What a person asks about her data, from taking it in to the answer.</summary>
public sealed class RequestTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_is_found_by_her_number_answered_her_consent_withdrawn_and_her_data_erased()
    {
        var group = await desk.MakeAsync("organizations", StewardDesk.Of("""
            {"name":"Kelompok Cari","actorKind":"ngo","region":"33.74","contacts":[{"name":"Bu Lain","channel":"email","value":"lain@example.org"},
             {"name":"Bu Sutinah","channel":"whatsapp","value":"+62 811-2233-4455","purposes":["publication"],"audience":"public","consent":{"givenBy":"Bu Sutinah","given":"2024-05-01","how":"spoken"} }]}
            """));
        var made = await SendAsync("/api/personal-data/requests", """{"what":"access","received":"2026-01-05T02:00:00Z","name":"Bu Sutinah","reach":"0811 2233 4455","asks":"Apa saja?"}""");
        var address = "/api/personal-data/requests/" + made["id"]!.GetValue<string>();

        var found = await SendAsync("/api/personal-data/search", """{"q":"08112233 4455","past":true}""");
        Assert.Equal(($"organization/{group}", "contacts", 1, "Kelompok Cari"), (Text(found["items"]![0]!["element"]), Text(found["items"]![0]!["field"]), found["items"]![0]!["contact"]!.GetValue<int>(), Text(found["items"]![0]!["title"])));
        await SendAsync(address, $$"""{"identity":"Datang sendiri","found":["organization/{{group}}"],"note":"Dijelaskan"}""");

        var answer = await ReadAsync(address + "/answer");
        var kept = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal(("Bu Sutinah, whatsapp +6281122334455", "2024-05-01", "public", true), (Text(kept["value"]), Text(kept["consent"]!["given"]), Text(kept["audience"]), kept["isShown"]!.GetValue<bool>()));
        Assert.NotNull(kept["since"]);
        Assert.Equal(("spoken", "publication", "http://localhost"), (Text(kept["consent"]!["how"]), Text(kept["purposes"]![0]), Text(answer["from"]!["site"])));

        using var anybody = desk.Server.CreateClient();
        Assert.Contains("2233", await anybody.GetStringAsync($"/api/organizations/{group}/contacts", Cancellation), StringComparison.Ordinal);
        await SendAsync("/api/personal-data/withdrawals", $$"""{"element":"organization/{{group}}","contact":1,"request":"{{made["id"]}}"}""");
        Assert.DoesNotContain("2233", await anybody.GetStringAsync($"/api/organizations/{group}/contacts", Cancellation), StringComparison.Ordinal);

        await SendAsync("/api/personal-data/erasures", $$"""{"element":"organization/{{group}}","version":2,"contacts":[1],"confirm":"Kelompok Cari","request":"{{made["id"]}}"}""");
        Assert.Equal(0, (await SendAsync("/api/personal-data/search", """{"q":"Sutinah","past":true}"""))["count"]!.GetValue<int>());
        Assert.Equal(1, (await SendAsync("/api/personal-data/search", """{"q":"Bu Lain"}"""))["count"]!.GetValue<int>());

        var closed = await SendAsync(address, """{"close":true}""");
        Assert.Equal(["received", "note", "withdrawn", "erased", "closed"], closed["steps"]!.AsArray().Select(s => Text(s!["what"])));
        Assert.Equal("2026-01-08T02:00:00+00:00", Text(closed["due"]));
        Assert.Contains("Bu Sutinah", (await ReadAsync("/api/personal-data/requests")).ToJsonString(), StringComparison.Ordinal);
        using var gone = await desk.Client.DeleteAsync(address, Cancellation);
        Assert.DoesNotContain("Bu Sutinah", (await ReadAsync("/api/personal-data/requests")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_a_steward_of_everything_sees_or_makes_one()
    {
        var (near, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward", Region = "33" });
        using var anybody = desk.Server.CreateClient();
        foreach (var client in new[] { near, anybody })
        {
            foreach (var (method, path, json) in new[]
            {
                (HttpMethod.Get, "requests", null), (HttpMethod.Get, "requests/0", null), (HttpMethod.Get, "requests/0/answer", null), (HttpMethod.Delete, "requests/0", null),
                (HttpMethod.Post, "requests", """{"what":"access","name":"A"}"""), (HttpMethod.Post, "requests/0", "{}"), (HttpMethod.Post, "search", """{"q":"abc"}"""),
            })
            {
                using var request = new HttpRequestMessage(method, "/api/personal-data/" + path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
                using var answer = await client.SendAsync(request, Cancellation);
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            }
        }

        near.Dispose();
    }

    [Fact]
    public async Task A_breach_concerns_whoever_stood_there_in_its_time_also_who_is_gone_by_now()
    {
        var group = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Kelompok Bocor","actorKind":"ngo","region":"33.74","contacts":[{"name":"Bu Dulu","channel":"email","value":"dulu@example.org"}]}"""));
        await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{group}}","name":"Rumah Bocor","home":true,"region":"33.74.01","address":"Jalan 1"}"""));
        await SendAsync("/api/personal-data/erasures", $$"""{"element":"organization/{{await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Lain","actorKind":"ngo","region":"33.74","contacts":[{"name":"Bu Terhapus","channel":"email","value":"x@example.org"}]}"""))}}","version":1,"confirm":"Lain"}""");

        var all = await ReadAsync("/api/personal-data/breach?from=2020-01-01&known=2026-01-01T00:00:00Z");
        Assert.Contains("Bu Dulu", all.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Rumah Bocor", all.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bu Terhapus", all.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("2026-01-04T00:00:00+00:00", Text(all["due"]));
        var one = await ReadAsync($"/api/personal-data/breach?from=2020-01-01&exposed=element&of=organization/{group}");
        Assert.Equal(["contact", "home"], one["items"]!.AsArray().Select(i => Text(i!["kind"])).Order(StringComparer.Ordinal));
        var before = await ReadAsync("/api/personal-data/breach?from=2020-01-01&until=2020-01-02");
        Assert.Equal(0, before["count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(""" "note":"Bu Sri: Rp 25.000\nBu Yanti: Rp 30.000\nBu Wati: Rp 27.500" """, "person_wages", "note")]
    [InlineData(""" "contacts":[{"channel":"email","value":"a@example.org","name":"Sri 3374016505800001"}] """, "person_number", "contacts[0].name")]
    [InlineData(""" "NIK":"1" """, "person_list_column", "NIK")]
    [InlineData(""" "workers":[{"name":"Sri","upah":25000}] """, "person_list_column", "upah")]
    [InlineData(""" "reason":"NIK 3374016505800001" """, "person_number", "reason")]
    public async Task No_worker_and_no_wage_comes_in_by_a_form(string field, string code, string where)
    {
        using var body = new StringContent(StewardDesk.Of($$"""{"name":"Kelompok Daftar","actorKind":"ngo","region":"33.74",{{field}}}""").ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await desk.Client.PostAsync("/api/organizations", body, Cancellation);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((code, where), (Text(told["errors"]![0]!["code"]), Text(told["errors"]![0]!["field"])));
        Assert.Contains("orang", Text(told["errors"]![0]!["message"]), StringComparison.Ordinal);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await desk.Client.GetStringAsync(path, Cancellation))!;

    private async Task<JsonNode> SendAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await desk.Client.PostAsync(path, body, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, path + text);
        return JsonNode.Parse(text)!;
    }
}
