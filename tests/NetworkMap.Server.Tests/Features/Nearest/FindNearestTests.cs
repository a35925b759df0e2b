using System.Net;

namespace NetworkMap.Server.Tests.Features.Nearest;

[Collection(DemonstrationCollection.Name)]
public sealed class FindNearestTests(DemonstrationServer server)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";
    private const string Hidden = "00000000-0000-8000-8000-000000000000";

    [Theory]
    [InlineData("near=" + Group)]
    [InlineData("longitude=110.37&latitude=-7.8")]
    public async Task The_nearest_of_a_kind_come_nearest_first_within_the_radius(string where)
    {
        var items = (await server.GoodAsync($"nearest?{where}&kind=local_government&radiusKm=60&limit=5&at={DemonstrationServer.Day}"))["items"]!.AsArray();
        var kilometres = items.Select(i => (double)i!["km"]!).ToList();

        Assert.Equal(5, items.Count);
        Assert.Equal(kilometres.Order(), kilometres);
        Assert.All(kilometres, km => Assert.InRange(km, 0, 60));
        Assert.All(items, i => Assert.Equal("local_government", (string)i!["organization"]!["actorKind"]!));
        Assert.DoesNotContain(items, i => (string)i!["organization"]!["id"]! == Group);
    }

    [Fact]
    public async Task Only_those_with_a_tie_that_counts_are_given_when_asked_for()
    {
        var question = $"nearest?longitude=118&latitude=-2.5&radiusKm=6000&kind=home_worker_organization&limit=200&at={DemonstrationServer.Day}";
        string[] Ids(System.Text.Json.Nodes.JsonNode answer) => [.. answer["items"]!.AsArray().Select(i => (string)i!["organization"]!["id"]!)];

        var (all, tied) = (Ids(await server.GoodAsync(question)), Ids(await server.GoodAsync(question + "&tied=true")));

        Assert.NotEmpty(tied);
        Assert.Equal(all.Where(tied.Contains), tied);
        Assert.True(tied.Length < all.Length, "Nobody is without a tie, so this shows nothing.");
    }

    [Fact]
    public async Task A_distance_to_somebody_whose_place_is_blurred_is_told_as_approximate()
    {
        var items = (await server.GoodAsync($"nearest?longitude=110.37&latitude=-7.8&kind=home_worker_organization&at={DemonstrationServer.Day}"))["items"]!.AsArray();

        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.Equal((double)i!["organization"]!["position"]!["radiusKm"]! > 0, (bool?)i["approximate"] ?? false));
        Assert.Contains(items, i => (bool?)i!["approximate"] == true);
    }

    [Theory]
    [InlineData("", "near_missing", "near")]
    [InlineData("longitude=110", "number_missing", "latitude")]
    [InlineData("longitude=-7.8&latitude=110.4", "coordinates_swapped", "")]
    [InlineData("longitude=190&latitude=0", "number_out_of_range", "longitude")]
    [InlineData("longitude=110&latitude=95", "coordinates_outside", "")]
    [InlineData("longitude=110&latitude=-7&radiusKm=-1", "number_out_of_range", "radiusKm")]
    [InlineData("longitude=110&latitude=-7&limit=0", "number_out_of_range", "limit")]
    [InlineData("longitude=110&latitude=-7&kind=nonsense", "term_unknown", "kind")]
    [InlineData("near=nonsense", "id_malformed", "near")]
    public async Task A_wrong_question_is_told_what_is_wrong(string question, string code, string field) =>
        Assert.Contains((code, field), await server.RefusedAsync("nearest?" + question));

    [Theory]
    [InlineData("longitude=500&latitude=-7", "number_out_of_range", "longitude")]
    [InlineData("longitude=east&latitude=-7", "parameter_malformed", "longitude")]
    [InlineData("longitude=110&latitude=-500", "number_out_of_range", "latitude")]
    public async Task A_point_with_one_wrong_number_is_refused_once(string question, string code, string field) =>
        Assert.Equal((code, field), Assert.Single(await server.RefusedAsync("nearest?" + question)));

    [Fact]
    public async Task From_the_other_end_of_the_earth_nobody_is_near() =>
        Assert.Empty((await server.GoodAsync($"nearest?longitude=-70&latitude=84&radiusKm=6000&at={DemonstrationServer.Day}"))["items"]!.AsArray());

    [Fact]
    public async Task Nobody_is_near_somebody_unknown() =>
        Assert.Contains(("element_unknown", "near"), await server.RefusedAsync("nearest?near=" + Hidden, HttpStatusCode.NotFound));
}
