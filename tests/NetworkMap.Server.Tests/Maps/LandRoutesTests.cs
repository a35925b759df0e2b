using System.Net;

namespace NetworkMap.Server.Tests.Maps;

[Collection(DemonstrationCollection.Name)]
public sealed class LandRoutesTests(DemonstrationServer server)
{
    [Theory]
    [InlineData(110.4, -7.4, "33")]
    [InlineData(106.83, -6.09, "31")]
    public async Task A_point_on_land_or_at_its_edge_is_not_off_it(double longitude, double latitude, string code)
    {
        var land = await server.GoodAsync(FormattableString.Invariant($"regions/land?longitude={longitude}&latitude={latitude}"));

        Assert.Equal(code, (string?)land["region"]!["code"]);
        Assert.Null(land["off"]);
    }

    [Fact]
    public async Task A_point_in_the_open_sea_is_so_far_off_the_nearest_province()
    {
        var land = await server.GoodAsync("regions/land?longitude=110.4&latitude=-6.5");

        Assert.Equal("33", (string?)land["region"]!["code"]);
        Assert.InRange((double)land["off"]!, 15, 60);
    }

    [Theory]
    [InlineData("longitude=110", "number_missing latitude")]
    [InlineData("longitude=110&latitude=91", "number_out_of_range latitude")]
    [InlineData("longitude=east&latitude=-7", "parameter_malformed longitude")]
    public async Task A_point_that_is_none_is_refused(string question, string refused) =>
        Assert.Equal([refused], (await server.RefusedAsync("regions/land?" + question, HttpStatusCode.UnprocessableEntity)).Select(r => $"{r.Code} {r.Field}"));
}
