using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Tests.Journeys;
using NetworkMap.Server.Tests.Stores;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Whoever takes the disk, or the console, reads no person out of it: something personal in every field that is sealed, then every byte that was written.</summary>
[Collection(Neo4jServer.Name)]
public sealed class RawBytesTests(Neo4jServer neo4j) : IDisposable
{
    private const string Mark = "zqraw";
    private const string Point = "110.4321987";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-raw-");
    private readonly List<string> secrets = [Mark, Point, "ZQRAW"];
    private HttpClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_of_a_person_is_in_any_file_or_on_the_console_in_any_writing()
    {
        string said;
        using (var server = await ServerProcess.ServeAsync(folder.FullName, "demo", "--seed-path", SmallSeed.Folder))
        {
            await PlantAsync(server);
            Assert.Empty(Found(await FilesAsync(whileOpen: true)));
            await server.KillAsync();
            said = server.Said;
        }

        var files = await FilesAsync(whileOpen: false);
        Assert.True(files.Where(f => Path.GetFileName(f.Name).StartsWith("network.db", StringComparison.Ordinal)).Sum(f => f.Bytes.Length) > 100_000);
        Assert.Contains(files, f => f.Name.EndsWith("network.end", StringComparison.Ordinal));
        Assert.Empty(Found([.. files, ("console", Encoding.UTF8.GetBytes(said.Replace(Path.GetFileName(folder.FullName), "", StringComparison.Ordinal)))]));

        // What is in clear is found in each of the writings that are looked for.
        var open = Encoding.UTF8.GetBytes("Kelompok Terbuka");
        Assert.Contains(files, f => f.Bytes.AsSpan().IndexOf(open) >= 0);
        foreach (var written in new[] { Encoding.UTF8.GetBytes(Mark), Encoding.Unicode.GetBytes("x" + Mark), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Mark + "cd"))), Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Mark))) })
        {
            Assert.NotEmpty(Found([("", written)]));
        }
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_neo4j_either()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
        var (environment, place) = (Neo4jServer.Settings!, Neo4jServer.Settings!.Address.ToString());
        string said;
        using (var server = await ServerProcess.ServeAsync(folder.FullName, "demo", "--seed-path", SmallSeed.Folder, "--store", place, "--Neo4j:User", environment.User!))
        {
            await PlantAsync(server);
            await server.KillAsync();
            said = server.Said;
        }

        var rows = await neo4j.RunAsync("MATCH (n) UNWIND keys(n) AS name RETURN toString(coalesce(elementId(n), '')) + ' ' + name, toStringOrNull(n[name])");
        var ties = await neo4j.RunAsync("MATCH ()-[r]->() UNWIND keys(r) AS name RETURN type(r) + ' ' + name, toStringOrNull(r[name])");
        var told = rows.Concat(ties).Where(r => r[1] is string).Select(r => ((string)r[0]!, Encoding.UTF8.GetBytes((string)r[1]!))).ToList();
        Assert.True(told.Count > 1000);
        Assert.Empty(Found([.. told, .. await FilesAsync(whileOpen: false), ("console", Encoding.UTF8.GetBytes(said))]));
    }

    /// <summary>Something personal wherever it can be written, and what opens an account.</summary>
    private async Task PlantAsync(ServerProcess server)
    {
        var cookies = new CookieContainer();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = server.Address };
        client.SayOrigin();
        using var _ = await client.PostAsync(server.Welcome, null, Cancellation);
        await SendFormAsync("/akun/nama", ("name", "Bu zqraw"));
        await SendFormAsync("/akun/masuk", ("signInName", "zqraw@example.org"), ("password", "zqraw kuning di pagar"));
        using var failed = await client.PostAsync("/masuk", new FormUrlEncodedContent([KeyValuePair.Create("name", "zqraw@example.org"), KeyValuePair.Create("password", "zqraw wrong one")]), Cancellation);
        var token = await SendFormAsync("/akun/token", ("tokenName", "zqraw program"), ("tokenScope", "read"), ("tokenPassword", "zqraw kuning di pagar"), ("tokenDays", "30"));
        secrets.AddRange(System.Text.RegularExpressions.Regex.Matches(token, @"nmt_[\w-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value));
        Assert.Equal(4, secrets.Count);
        secrets.AddRange(cookies.GetCookies(server.Address).Select(c => c.Value).Where(v => v.Length > 20));

        var group = await MakeAsync("organizations", """
            {"name":"Kelompok Terbuka","actorKind":"home_worker_organization","region":"33.74.01","note":"zqraw","contacts":[{"name":"Bu zqraw","role":"zqraw","channel":"email","value":"zqraw@zqraw.example",
             "purposes":["publication"],"purpose":"zqraw","audience":"public","consent":{"givenBy":"zqraw","given":"2020-01-01","how":"spoken","until":"2999-12-31"} }]}
            """);
        var other = await MakeAsync("organizations", """{"name":"Lembaga","actorKind":"ngo","region":"33.74"}""");
        await MakeAsync("places", $$"""{"organization":"{{group}}","name":"Rumah zqraw","home":true,"region":"33.74.01","address":"zqraw 7","point":{"longitude":110.4321987,"latitude":-6.9876543} }""");
        var tie = await MakeAsync("ties", $$"""{"type":"supports","from":"{{other}}","to":"{{group}}","audience":"parties","note":"zqraw"}""");
        await SendAsync($"/api/ties/{tie}/statements", """{"side":"from","says":"confirmed","word":"zqraw"}""");
        var link = JsonNode.Parse(await SendAsync($"/api/ties/{tie}/link", """{"side":"to","passedOn":false}"""))!["link"]!.GetValue<string>();
        secrets.Add(link[(link.LastIndexOf('/') + 1)..]);
        using var answer = await client.PostAsync("/hubungan", new FormUrlEncodedContent([KeyValuePair.Create("code", secrets[^1]), KeyValuePair.Create("says", "disputed"), KeyValuePair.Create("reason", "zqraw"), KeyValuePair.Create("word", "zqraw")]), Cancellation);
        var invited = await SendFormAsync("/undangan", ("for", "Bu zqraw"));
        secrets.AddRange(System.Text.RegularExpressions.Regex.Matches(invited, @"/undangan/([\w-]{20,})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value));
        Assert.Equal(7, secrets.Distinct(StringComparer.Ordinal).Count());
        var request = JsonNode.Parse(await SendAsync("/api/personal-data/requests", """{"what":"access","name":"Bu zqraw","reach":"zqraw@example.org","asks":"zqraw?"}"""))!["id"]!.GetValue<string>();
        await SendAsync($"/api/personal-data/requests/{request}", """{"identity":"zqraw","note":"zqraw"}""");
        await SendAsync("/api/personal-data/search", """{"q":"zqraw@zqraw.example","past":true}""");
        using var asked = await client.GetAsync("/api/search?q=zqraw", Cancellation);
    }

    private async Task<string> SendFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync(path, form, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<string> MakeAsync(string segment, string json) => JsonNode.Parse(await SendAsync("/api/" + segment, StewardDesk.Of(json).ToJsonString()))!["id"]!.GetValue<string>();

    private async Task<string> SendAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private async Task<List<(string Name, byte[] Bytes)>> FilesAsync(bool whileOpen)
    {
        var files = new List<(string, byte[])>();
        foreach (var path in Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories).Where(f => !whileOpen || !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Cancellation);
            files.Add((path, bytes.ToArray()));
        }

        return files;
    }

    /// <summary>Where a secret stands, and how it is written there.</summary>
    private List<string> Found(IEnumerable<(string Name, byte[] Bytes)> files) =>
        [.. from file in files from secret in secrets from written in Written(secret) where file.Bytes.AsSpan().IndexOf(written.Bytes) >= 0 select $"{file.Name}: {secret} as {written.How}"];

    private static IEnumerable<(string How, byte[] Bytes)> Written(string secret)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(secret));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(secret));
        yield return ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(secret));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))));
        yield return ("HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(secret))));
        for (var before = 0; before < 3; before++)
        {
            // Whatever stands before it: the part of Base64 that is the same wherever it begins.
            var bytes = Encoding.UTF8.GetBytes(new string('\0', before) + secret);
            var text = Convert.ToBase64String(bytes[..(bytes.Length / 3 * 3)]);
            yield return ("Base64", Encoding.ASCII.GetBytes(before == 0 ? text : text[4..]));
        }
    }
}
