using System.Net;
using System.Text;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>What log and store hold in clear.</summary>
public sealed class StoredBytesTests
{
    private const string Village = "33.74.01.1003";

    [Fact]
    public async Task What_tells_where_a_home_group_is_is_not_in_the_files_and_comes_back()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var steward = await server.StewardAsync();
        await MakeAsync(steward, "regions", """{"id":"33.74.01","name":"District"}""");
        await MakeAsync(steward, "regions", $$"""{"id":"{{Village}}","name":"Village"}""");
        var group = await MakeAsync(steward, "organizations", $$"""{"name":"Group","actorKind":"home_worker_organization","region":"{{Village}}"}""");
        var hidden = await MakeAsync(steward, "organizations", $$"""{"name":"Hidden","actorKind":"home_worker_organization","region":"{{Village}}","precision":"hidden"}""");
        var unit = await MakeAsync(steward, "units", $$"""{"organization":"{{group}}","name":"Unit","unitKind":"village_group","region":"{{Village}}"}""");
        var place = await MakeAsync(steward, "places", $$"""{"organization":"{{group}}","name":"Rumah Bu Planted","home":true,"region":"{{Village}}"}""");
        var coarse = await MakeAsync(steward, "places", $$"""{"organization":"{{group}}","name":"Balai Planted","precision":"district","region":"{{Village}}","point":{"longitude":110.4321987,"latitude":-6.9876543} }""");
        var unsaid = await MakeAsync(steward, "places", $$"""{"organization":"{{group}}","name":"Sanggar Planted","region":"{{Village}}","point":{"longitude":110.4321987,"latitude":-6.9876543} }""");
        var service = await MakeAsync(steward, "services", $$"""{"organization":"{{group}}","name":"Training","areas":[{"region":"33.74"},{"region":"{{Village}}"} ]}""");

        var tie = await MakeAsync(steward, "ties", $$"""{"type":"supports","from":"{{hidden}}","to":"{{group}}","statements":[{"side":"from","says":"confirmed","day":"2026-01-05","way":"product","word":"Bu Planted"}]}""");

        // The village itself is there by its id, and each page of the file as often as it was written.
        Assert.True(Count(server.Folder, $"\"id\":\"{Village}\"") > 0);
        Assert.Equal(0, Count(server.Folder, $"\"region\":\"{Village}"));
        Assert.True(Count(server.Folder, "\"region\":\"33.74.01\"") > 0);
        Assert.Equal(0, Count(server.Folder, "Planted"));
        Assert.Equal(0, Count(server.Folder, "110.4321987"));
        await using var second = await RestartedAsync(server);
        using var again = await second.StewardAsync();
        foreach (var address in new[] { "organizations/" + group, "organizations/" + hidden, "units/" + unit, "places/" + place, "places/" + coarse, "places/" + unsaid, "services/" + service })
        {
            Assert.Contains(Village, await again.GetStringAsync("/api/" + address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Contains("110.4321987", await again.GetStringAsync("/api/places/" + coarse, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Bu Planted", await again.GetStringAsync("/api/ties/" + tie, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Planted", await again.GetStringAsync("/api/places/" + place, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_for_everybody_is_not_in_the_files_either()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var steward = await server.StewardAsync();
        var id = await MakeAsync(steward, "organizations", """
            {"name":"Reachable","actorKind":"ngo","region":"33.74","contacts":[{"name":"Bu Planted","role":"Planted","channel":"email","value":"planted@Planted.example","purposes":["publication"],"purpose":"Planted","audience":"public",
             "consent":{"givenBy":"Planted","given":"2020-01-01","how":"spoken","until":"2999-12-31"} }]}
            """);

        Assert.Equal(0, Count(server.Folder, "Planted"));
        await using var second = await RestartedAsync(server);
        using var anybody = second.CreateClient();
        Assert.Contains("planted@Planted.example", await anybody.GetStringAsync($"/api/organizations/{id}/contacts", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A second server on a copy of the first one's folder.</summary>
    private static async Task<RunningServer> RestartedAsync(RunningServer server)
    {
        var copy = Path.Combine(server.Folder, "copy");
        Directory.CreateDirectory(Path.Combine(copy, "keys"));
        foreach (var file in new[] { "network.db", "network.db-wal", "network.end", "keys/master.key" })
        {
            File.WriteAllBytes(Path.Combine(copy, file), Read(Path.Combine(server.Folder, file)));
        }

        return await RunningServer.StartAsync("terms", copy);
    }

    private static int Count(string folder, string text) =>
        new[] { "network.db", "network.db-wal" }.Sum(f => Encoding.Latin1.GetString(Read(Path.Combine(folder, f))).Split(text).Length - 1);

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<string> MakeAsync(HttpClient steward, string segment, string json)
    {
        using var body = new StringContent(StewardDesk.Of(json).ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await steward.PostAsync("/api/" + segment, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict || text.Contains("element_exists", StringComparison.Ordinal), text);
        return System.Text.Json.Nodes.JsonNode.Parse(text)!["id"]?.GetValue<string>() ?? "";
    }
}
