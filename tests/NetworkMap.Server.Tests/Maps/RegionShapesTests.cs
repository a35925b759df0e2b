using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetworkMap.Graph;
using NetworkMap.Server.Maps;

namespace NetworkMap.Server.Tests.Maps;

[Collection(DemonstrationCollection.Name)]
public sealed class RegionShapesTests(DemonstrationServer server)
{
    private static readonly GeometryFactory Earth = new();

    [Fact]
    public async Task All_38_provinces_and_all_514_regencies_have_a_shape_and_only_regencies_are_schematic()
    {
        var provinces = (await server.GoodAsync("regions/shapes?level=province"))["features"]!.AsArray();
        var regencies = (await server.GoodAsync("regions/shapes?level=regency"))["features"]!.AsArray();

        Assert.Equal(await CodesAsync("province"), provinces.Select(Code));
        Assert.Equal(await CodesAsync("regency"), regencies.Select(Code));
        Assert.Equal((38, 514), (provinces.Count, regencies.Count));
        Assert.All(provinces, p => Assert.False((bool)p!["properties"]!["schematic"]!));
        Assert.All(regencies, r => Assert.True((bool)r!["properties"]!["schematic"]! && ((string)r["properties"]!["name"]!).Length > 2));
    }

    [Fact]
    public async Task The_regencies_of_a_province_are_the_province_and_do_not_overlap()
    {
        var regencies = (await server.GoodAsync("regions/shapes?level=regency"))["features"]!.AsArray().ToLookup(r => Code(r)[..2], Shape);
        foreach (var province in (await server.GoodAsync("regions/shapes?level=province"))["features"]!.AsArray())
        {
            var (whole, cells) = (Shape(province), regencies[Code(province)].ToList());
            Assert.All(cells, c => Assert.True(c.IsValid && c.Area > 1e-5, $"{Code(province)} has a cell of {c.Area} square degrees"));
            Assert.All(cells, c => Assert.True(OverlayNGRobust.Overlay(c, whole, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference).Area < 0.03 * c.Area + 1e-4, Code(province)));
            Assert.Equal(whole.Area, cells.Sum(c => c.Area), (whole.Area * 0.01) + 1e-3);
        }
    }

    [Fact]
    public async Task All_cells_together_are_small_enough_for_a_slow_line()
    {
        var (_, _, text) = await server.AskAsync("regions/shapes?level=regency");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);

        Assert.InRange(bytes.Length, 100_000, 400_000);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        Assert.InRange(packed.Length, 1, 130_000);
    }

    [Fact]
    public async Task A_parent_narrows_the_answer_to_what_it_holds()
    {
        var java = (await server.GoodAsync("regions/shapes?level=regency&parent=33"))["features"]!.AsArray();

        Assert.Equal((await CodesAsync("regency")).Where(c => c.StartsWith("33.", StringComparison.Ordinal)), java.Select(Code));
    }

    [Theory]
    [InlineData("level=district", "choice_unknown level")]
    [InlineData("level=regency&parent=11.1", "region_code_malformed parent")]
    [InlineData("level=regency&parent=99", "region_unknown parent")]
    [InlineData("level=regency&at=yesterday", "date_malformed at")]
    public async Task A_question_that_cannot_be_answered_is_refused(string question, string refused) =>
        Assert.Equal([refused], (await server.RefusedAsync("regions/shapes?" + question, HttpStatusCode.UnprocessableEntity)).Select(r => $"{r.Code} {r.Field}"));

    private static string Code(JsonNode? feature) => (string)feature!["properties"]!["code"]!;

    private static MultiPolygon Shape(JsonNode? feature) =>
        Earth.CreateMultiPolygon([.. feature!["geometry"]!["coordinates"]!.AsArray().Select(p => Earth.CreatePolygon(Ring(p!.AsArray()[0]), [.. p.AsArray().Skip(1).Select(Ring)]))]);

    private static LinearRing Ring(JsonNode? ring) => Earth.CreateLinearRing([.. ring!.AsArray().Select(c => new Coordinate((double)c![0]!, (double)c[1]!))]);

    private async Task<List<string>> CodesAsync(string level)
    {
        var codes = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await server.GoodAsync($"regions?level={level}&limit=100{(next.Length > 0 ? "&cursor=" + Uri.EscapeDataString(next) : "")}");
            codes.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            next = (string?)page["next"];
        }

        codes.Sort(StringComparer.Ordinal);
        return codes;
    }
}
