using System.IO.Compression;
using System.Net;
using NetworkMap.Server.Maps;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Maps;

public sealed class TileRoutesTests : IClassFixture<StewardDesk>
{
    private static readonly TileAddress Java = new(6, 51, 33);
    private readonly StewardDesk desk;
    private readonly HttpClient anybody;

    public TileRoutesTests(StewardDesk desk)
    {
        this.desk = desk;
        anybody = desk.Server.CreateClient();
    }

    [Fact]
    public async Task A_tile_is_there_for_everybody_with_a_tag_that_answers_304_until_something_visible_changes()
    {
        var (first, headers) = await GetAsync(anybody, Java);
        Assert.Equal("application/vnd.mapbox-vector-tile", headers.Content.Headers.ContentType!.ToString());
        Assert.Equal((true, true), (headers.Headers.CacheControl!.Public, headers.Headers.CacheControl.NoCache));
        Assert.Subset(headers.Headers.Vary.ToHashSet(), new[] { "Accept-Language", "Cookie" }.ToHashSet());
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(anybody, Java, tag: headers.Headers.ETag!.ToString())).Answer.StatusCode);

        await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Hidden from the map","actorKind":"ngo","region":"33.74","precision":"hidden"}"""));
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(anybody, Java, tag: headers.Headers.ETag!.ToString())).Answer.StatusCode);

        await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"One more","actorKind":"ngo","region":"33.74"}"""));
        var (next, changed) = await GetAsync(anybody, Java, tag: headers.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(TileReading.Read(first, Java).Sum(s => s.Count) + 1, TileReading.Read(next, Java).Sum(s => s.Count));
    }

    [Fact]
    public async Task What_a_steward_sees_is_kept_by_nobody_and_never_shown_to_the_public()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Ibu Sri","actorKind":"home_worker_organization","region":"34.02.01"}"""));
        await desk.MakeAsync("places", StewardDesk.Of($$"""{"point":{"longitude":110.2911,"latitude":-7.9313},"organization":"{{id}}","region":"34.02.01","home":true,"main":true}"""));
        var (x, y) = Graph.Spatial.MapGrid.Mercator(new Domain.Places.GeoPoint(110.2911, -7.9313));
        var at = new TileAddress(14, (int)(x * 16384), (int)(y * 16384));

        var (whole, answer) = await GetAsync(desk.Client, at);
        var (open, _) = await GetAsync(anybody, at);

        Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoStore));
        Assert.Contains(TileReading.Read(whole, at), s => s.Text("name") == "Ibu Sri");
        Assert.DoesNotContain(TileReading.Read(open, at), s => s.Text("name") == "Ibu Sri");
    }

    [Fact]
    public async Task Labels_are_in_the_language_that_was_asked_for()
    {
        await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Labelled","actorKind":"ngo","region":"34.04"}"""));
        var (indonesian, _) = await GetAsync(anybody, Java, "id");
        var (english, answer) = await GetAsync(anybody, Java, "en");

        Assert.Equal(["en"], answer.Content.Headers.ContentLanguage);
        Assert.NotEqual(Labels(indonesian), Labels(english));
        static List<string?> Labels(byte[] tile) => [.. TileReading.Read(tile, Java).Select(s => s.Text("kindLabel")).Where(l => l is not null)];
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("deflate", null)]
    public async Task A_tile_is_packed_as_asked(string accepted, string? coding)
    {
        await desk.MakeAsync("organizations", StewardDesk.Of($$"""{"name":"Packed {{accepted}}","actorKind":"ngo","region":"34.03"}"""));
        var (plain, bare) = await GetAsync(anybody, Java);
        var (packed, answer) = await GetAsync(anybody, Java, encoding: accepted);

        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
        Assert.Equal(plain, Unpacked(packed, coding));
        Assert.Equal(bare.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task A_tile_where_nobody_is_is_empty() => Assert.Empty((await GetAsync(anybody, new TileAddress(9, 3, 3))).Bytes);

    [Theory]
    [InlineData("15/0/0", "z number_out_of_range")]
    [InlineData("3/8/0", "x number_out_of_range")]
    [InlineData("3/0/8", "y number_out_of_range")]
    [InlineData("-1/0/0", "z parameter_malformed")]
    [InlineData("a/b/1e3", "z parameter_malformed, x parameter_malformed, y parameter_malformed")]
    [InlineData("99999999999/1/1", "z parameter_malformed")]
    public async Task An_address_outside_the_map_is_refused_by_part(string address, string refused)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, $"/tiles/{address}.mvt", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(refused, string.Join(", ", answer.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("field")} {e.GetProperty("code")}")));
    }

    [Theory]
    [InlineData("/tiles/1/1/1.png")]
    [InlineData("/tiles/1/1.mvt")]
    [InlineData("/tiles/")]
    public async Task Another_address_under_tiles_is_not_a_page(string path) => Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Get, path, null)).Status);

    private static async Task<(byte[] Bytes, HttpResponseMessage Answer)> GetAsync(HttpClient client, TileAddress at, string language = "id", string? tag = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tiles/{at.Zoom}/{at.Column}/{at.Row}.mvt");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer);
    }

    private static byte[] Unpacked(byte[] bytes, string? coding)
    {
        using var stream = new MemoryStream(bytes);
        using Stream plain = coding switch { "br" => new BrotliStream(stream, CompressionMode.Decompress), "gzip" => new GZipStream(stream, CompressionMode.Decompress), _ => stream };
        using var all = new MemoryStream();
        plain.CopyTo(all);
        return all.ToArray();
    }
}
