namespace NetworkMap.Server.Tests.Maps;

[Collection(DemonstrationCollection.Name)]
public sealed class TieRoutesTests(DemonstrationServer server)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    [Fact]
    public async Task The_ties_in_a_part_of_the_map_end_where_everybody_is_drawn_and_a_group_no_closer_than_it_is_told()
    {
        var position = (await server.GoodAsync($"organizations/{Group}/page?at={DemonstrationServer.Day}"))["organization"]!["position"]!;
        var (x, y) = ((double)position["longitude"]!, (double)position["latitude"]!);
        var answer = await server.GoodAsync(FormattableString.Invariant($"map/ties?west={x - 0.1}&south={y - 0.1}&east={x + 0.1}&north={y + 0.1}&at={DemonstrationServer.Day}"));
        var ends = answer["items"]!.AsArray().SelectMany(t => new[] { t!["from"]!, t["to"]! }).Where(e => (string)e["id"]! == Group).ToList();

        Assert.True((double)position["radiusKm"]! > 0);
        Assert.NotEmpty(ends);
        Assert.All(ends, e => Assert.Equal((x, y), ((double)e["longitude"]!, (double)e["latitude"]!)));
    }

    [Fact]
    public async Task The_whole_country_has_more_ties_than_are_told()
    {
        var answer = await server.GoodAsync($"map/ties?west=95&south=-11&east=141&north=6&limit=50&at={DemonstrationServer.Day}");

        Assert.Equal(50, answer["items"]!.AsArray().Count);
        Assert.True((bool)answer["cut"]!);
    }

    [Theory]
    [InlineData("west=110&south=-8&east=111", "number_missing", "north")]
    [InlineData("west=110&south=-8&east=500&north=-7", "number_out_of_range", "east")]
    [InlineData("west=110&south=low&east=111&north=-7", "parameter_malformed", "south")]
    public async Task A_rectangle_that_is_none_is_told_what_is_wrong(string question, string code, string field) =>
        Assert.Equal((code, field), Assert.Single(await server.RefusedAsync("map/ties?" + question)));
}
