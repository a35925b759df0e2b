using System.Net;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Answering;

/// <summary>What answers say to caches, and what they do not tell.</summary>
public sealed class CachingTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{tag}", true)]
    [InlineData("\"other\", {tag}", true)]
    [InlineData("W/\"other\",{tag},\"more\"", true)]
    [InlineData("{strong}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public async Task What_the_asker_has_already_is_not_sent_again(string header, bool had)
    {
        var path = $"/api/organizations/{desk.First}/page?at=2026-03-01";
        var whole = await AskAsync(path);
        var again = await AskAsync(path, ("If-None-Match", header.Replace("{tag}", whole.Tag, StringComparison.Ordinal).Replace("{strong}", whole.Tag[2..], StringComparison.Ordinal)));

        Assert.Equal(had ? HttpStatusCode.NotModified : HttpStatusCode.OK, again.Status);
        Assert.Equal(had, again.Length == 0);
        Assert.Equal((whole.Tag, whole.Vary, whole.CacheControl), (again.Tag, again.Vary, again.CacheControl));
        Assert.Contains("Accept-Language", whole.Vary, StringComparison.Ordinal);
        Assert.Contains("Cookie", whole.Vary, StringComparison.Ordinal);
        Assert.Equal("public, no-cache", whole.CacheControl);
    }

    [Fact]
    public async Task Language_and_day_give_other_tags_and_a_steward_is_cached_nowhere()
    {
        var path = $"/api/organizations/{desk.First}/page?at=2026-03-01";
        var tags = new[] { (await AskAsync(path)).Tag, (await AskAsync(path, ("Accept-Language", "en"))).Tag, (await AskAsync(path.Replace("03-01", "03-02", StringComparison.Ordinal))).Tag };
        Assert.Equal(3, tags.Distinct(StringComparer.Ordinal).Count());

        var steward = await AskAsync(desk.Client, path);
        Assert.Equal("private, no-store", string.Join(", ", steward.CacheControl.Split(", ").Order(StringComparer.Ordinal).Reverse()));
        var element = await AskAsync(desk.Client, $"/api/organizations/{desk.First}", ("If-None-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (element.Status, element.Tag));
    }

    [Fact]
    public async Task What_happens_among_those_who_keep_it_to_themselves_moves_no_tag_of_the_public()
    {
        string[] paths =
        [
            .. new[] { desk.First, desk.Second }.SelectMany(id => new[] { $"organizations/{id}", $"organizations/{id}/page?at=2026-03-01", $"organizations/{id}/partners?at=2026-03-01", $"organizations/{id}/history", $"organizations/{id}/history?limit=1", $"ties?organization={id}" }),
            $"organizations/{desk.First}/introductions?to={desk.Second}&at=2026-03-01", $"organizations/{desk.First}/around?depth=3&status=all&at=2026-03-01", $"organizations/{desk.First}/shortest-path?to={desk.Second}&at=2026-03-01", "organizations", "ties", "changesets", "changesets?limit=1", "changesets?kind=tie", "coverage?level=province&at=2026-03-01", "taxonomies",
        ];
        async Task<string[]> TagsAsync() => [.. await Task.WhenAll(paths.Select(async p => $"{p} {(await AskAsync("/api/" + p)).Tag}"))];

        var before = await TagsAsync();
        Assert.All(before, t => Assert.Contains("W/\"", t, StringComparison.Ordinal));
        var body = StewardDesk.Of(desk.Tie("partners_with").ToJsonString(), """{"audience":"parties","note":"kept among the two"}""");
        var tie = await desk.MakeAsync("ties", body);
        Assert.Equal(before, await TagsAsync());
        body["strength"] = 4;
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, $"/api/ties/{tie}", body.ToJsonString(), ("If-Match", "\"1\""))).Status);
        Assert.Equal(before, await TagsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync(HttpMethod.Delete, $"/api/ties/{tie}", null, ("If-Match", "\"2\""))).Status);
        Assert.Equal(before, await TagsAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_public_gets_answers_compressed_and_a_session_does_not(string encoding)
    {
        var path = "/api/taxonomies";
        var (plain, compressed) = (await AskAsync(path), await AskAsync(path, ("Accept-Encoding", encoding)));
        Assert.Equal((encoding, plain.Tag), (compressed.Encoding, compressed.Tag));
        Assert.True(compressed.Length < plain.Length / 3, $"{compressed.Length} of {plain.Length}");
        Assert.Contains("Accept-Encoding", compressed.Vary, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(path, ("Accept-Encoding", encoding), ("If-None-Match", compressed.Tag))).Status);

        Assert.Equal("", (await AskAsync(desk.Client, path, ("Accept-Encoding", encoding))).Encoding);
    }

    private sealed record Told(HttpStatusCode Status, string Tag, string Vary, string CacheControl, string Encoding, int Length);

    private async Task<Told> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var anybody = desk.Server.CreateClient();
        return await AskAsync(anybody, path, headers);
    }

    private static async Task<Told> AskAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        return new Told(
            answer.StatusCode, answer.Headers.ETag?.ToString() ?? "", string.Join(", ", answer.Headers.Vary), answer.Headers.CacheControl?.ToString() ?? "",
            string.Join(", ", answer.Content.Headers.ContentEncoding), (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length);
    }
}
