using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>The log as a file.</summary>
public sealed class ExportLogTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private HttpClient steward = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        steward = await server.StewardAsync();
    }

    public async ValueTask DisposeAsync()
    {
        steward.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task It_has_a_line_for_each_change_oldest_first_as_it_is_answered_alone()
    {
        await MakeAsync("""{"name":"Yayasan Satu","actorKind":"ngo","region":"33.74","provenance":{"source":"Uji"},"reason":"Pertama"}""");
        await MakeAsync("""{"name":"Yayasan Dua","actorKind":"ngo","region":"33.01","provenance":{"source":"Uji"}}""");
        var lines = await LinesAsync(steward, "");
        Assert.Equal(Enumerable.Range(1, (int)server.Sequence), lines.Select(l => (int)l["sequence"]!).Distinct());
        Assert.Equal("Pertama", (string?)lines[^2]["reason"]);
        var alone = JsonNode.Parse(await steward.GetStringAsync($"/api/changesets/{lines[^1]["id"]}", Cancellation))!;
        Assert.Equal(alone["elements"]!.ToJsonString(), lines[^1]["elements"]!.ToJsonString());

        Assert.Equal([(string)lines[^1]["id"]!], (await LinesAsync(steward, $"?after={lines[^2]["id"]}")).Select(l => (string)l["id"]!));
        Assert.Contains("Yayasan Dua", (string)Assert.Single(await LinesAsync(steward, "?region=33.01&kind=organization&language=en"))["summary"]! + " was added", StringComparison.Ordinal);
        Assert.Contains("ditambahkan", (string)(await LinesAsync(steward, "?region=33.01&kind=organization&language=id"))[0]["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_change_goes_on_in_further_lines_with_all_of_its_elements()
    {
        var lines = await LinesAsync(steward, "");
        var seed = lines.Where(l => (string?)l["id"] == (string?)lines[0]["id"]).ToList();
        Assert.All(seed, l => Assert.InRange(l["elements"]!.AsArray().Count, 1, 200));
        Assert.Equal((int)seed[0]["count"]!, seed.Sum(l => l["elements"]!.AsArray().Count));
    }

    [Fact]
    public async Task Anybody_has_what_anybody_may_see_and_no_line_of_anything_else()
    {
        var group = await MakeAsync("""{"name":"Kelompok Melati","actorKind":"home_worker_organization","region":"33.74.01","note":"rahasia zq","provenance":{"source":"Uji"}}""");
        await MakeAsync($$"""{"from":"{{group}}","to":"{{await MakeAsync("""{"name":"Yayasan Tiga","actorKind":"ngo","region":"33.74","provenance":{"source":"Uji"}}""")}}","type":"partners_with","provenance":{"source":"Uji"} }""", "ties");
        using var anybody = server.CreateClient();
        var lines = await LinesAsync(anybody, "");
        Assert.Contains(lines, l => l["elements"]!.AsArray().Any(e => (string)e!["id"]! == group));
        Assert.DoesNotContain(lines, l => l["sequence"] is not null || l["elements"]!.AsArray().Any(e => (string)e!["kind"]! == "tie"));
        Assert.DoesNotContain("zq", string.Concat(lines.Select(l => l.ToJsonString())), StringComparison.Ordinal);


        var (editor, account) = await server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = group });
        using (editor)
        {
            Assert.Contains(await LinesAsync(editor, "?kind=tie"), l => l["elements"]!.AsArray().Any(e => (string)e!["kind"]! == "tie"));
            Assert.NotEmpty(account);
        }
    }

    private static async Task<List<JsonNode>> LinesAsync(HttpClient client, string question)
    {
        using var answer = await client.GetAsync("/api/changesets/log" + question, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    private async Task<string> MakeAsync(string body, string segment = "organizations")
    {
        using var answer = await steward.PostAsync("/api/" + segment, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancellation);
        var made = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, made!.ToJsonString());
        return (string)made["id"]!;
    }
}
