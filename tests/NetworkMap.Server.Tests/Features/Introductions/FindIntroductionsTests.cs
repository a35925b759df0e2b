using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Introductions;

[Collection(DemonstrationCollection.Name)]
public sealed class FindIntroductionsTests(DemonstrationServer server)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";
    private const string Foundation = "408ee8b1-0415-81c6-b6f4-4edaf714f59f";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Paths_come_best_first_and_every_step_names_its_tie(string language)
    {
        var answer = await server.GoodAsync($"organizations/{Group}/introductions?to={Foundation}&at={DemonstrationServer.Day}", language);
        var paths = answer["paths"]!.AsArray();

        Assert.InRange(paths.Count, 1, 5);
        Assert.Equal(paths.Select(p => (double)p!["score"]!).OrderDescending(), paths.Select(p => (double)p!["score"]!));
        Assert.All(paths, p => Assert.Equal(Foundation, (string)p!["steps"]!.AsArray()[^1]!["to"]!["id"]!));
        Assert.Equal(Foundation, (string)answer["target"]!["id"]!);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
    }

    [Fact]
    public async Task The_public_is_led_over_ties_that_it_may_see_and_no_others()
    {
        var answer = await server.GoodAsync($"organizations/{Group}/introductions?to={Foundation}&at={DemonstrationServer.Day}");

        foreach (var tie in answer["paths"]!.AsArray().SelectMany(p => p!["steps"]!.AsArray()).Select(s => (string)s!["tie"]!["id"]!).Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("ties/" + tie)).Status);
        }
    }

    [Fact]
    public async Task To_a_kind_leads_to_the_nearest_of_it()
    {
        var answer = await server.GoodAsync($"organizations/{Foundation}/introductions?kind=company&sector=batik&at={DemonstrationServer.Day}", "en");

        Assert.All(answer["paths"]!.AsArray(), p => Assert.Equal("company", (string)p!["steps"]!.AsArray()[^1]!["to"]!["actorKind"]!));
        Assert.Equal((string)answer["target"]!["id"]!, (string)answer["paths"]![0]!["steps"]!.AsArray()[^1]!["to"]!["id"]!);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task No_path_says_what_is_nearest_to_one(string language)
    {
        var government = (JsonObject)(await server.GoodAsync("organizations?region=11.01&kind=local_government"))["items"]![0]!;
        var answer = await server.GoodAsync($"organizations/{Group}/introductions?to={government["id"]}", language);

        Assert.Empty(answer["paths"]!.AsArray());
        Assert.Equal("closest_reached", (string)answer["nearest"]!["reason"]!);
        Assert.NotNull(answer["nearest"]!["organization"]);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
    }

    [Fact]
    public async Task Where_nobody_can_be_called_nearest_it_says_why()
    {
        var hidden = (await server.GoodAsync("organizations?kind=home_worker_organization&limit=200"))["items"]!.AsArray().Where(o => o!["position"] is null).Select(o => (string)o!["id"]!);
        var sentences = new List<string>();
        foreach (var id in hidden)
        {
            var nearest = (await server.GoodAsync($"organizations/{Group}/introductions?to={id}&at={DemonstrationServer.Day}", "en"))["nearest"];
            if ((string?)nearest?["reason"] == "closest_reached" && nearest["organization"] is null)
            {
                sentences.Add((string)nearest["sentence"]!);
            }
        }

        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.EndsWith("since locations are not known or not shown.", s, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task The_government_responsible_for_her_region_is_asked_for_by_one_word(string language)
    {
        var answer = await server.GoodAsync($"organizations/{Group}/introductions?responsible=true&at={DemonstrationServer.Day}", language);
        var end = answer["paths"]![0]!["steps"]!.AsArray()[^1]!["to"]!;

        Assert.Equal(("local_government", "34.02"), ((string)end["actorKind"]!, (string)end["region"]!));
        Assert.Contains("Bantul", (string)answer["sentence"]!, StringComparison.Ordinal);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Whoever_is_shown_as_far_as_her_province_is_led_to_its_government_and_told_why(string language)
    {
        var groups = (await server.GoodAsync("organizations?kind=home_worker_organization&limit=200"))["items"]!.AsArray();
        var vague = (string)groups.First(o => ((string?)o!["region"])?.Length == 2)!["id"]!;
        var answer = await server.GoodAsync($"organizations/{vague}/introductions?responsible=true&at={DemonstrationServer.Day}", language);

        Assert.Contains(language == "id" ? "hanya sampai provinsinya" : "only as far as its province", (string)answer["sentence"]!, StringComparison.Ordinal);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
    }

    [Fact]
    public async Task Whoever_stands_in_a_district_is_told_with_the_regency_that_holds_it()
    {
        var steps = (await server.GoodAsync($"organizations/{Group}/introductions?to={Foundation}&at={DemonstrationServer.Day}"))["paths"]!.AsArray().SelectMany(p => p!["steps"]!.AsArray()).ToList();

        Assert.Equal("Kabupaten Bantul", (string?)steps[0]!["from"]!["regencyName"], StringComparer.OrdinalIgnoreCase);
        Assert.All(steps, s => Assert.Equal(((string?)s!["to"]!["region"])?.Length > 5, s["to"]!["regencyName"] is not null));
    }

    [Theory]
    [InlineData("?responsible=maybe", "parameter_malformed", "responsible")]
    [InlineData("?responsible=true&kind=company", "introduction_target_doubled", "responsible")]
    [InlineData("?responsible=true&region=34", "introduction_target_doubled", "responsible")]
    [InlineData("", "introduction_target_missing", "to")]
    [InlineData("?region=34", "introduction_target_missing", "to")]
    [InlineData("?to=" + Group, "introduction_to_itself", "to")]
    [InlineData("?to=" + Foundation + "&kind=company", "introduction_target_doubled", "to")]
    [InlineData("?to=nonsense", "id_malformed", "to")]
    [InlineData("?kind=nothing", "term_unknown", "kind")]
    [InlineData("?sector=nothing", "term_unknown", "sector")]
    [InlineData("?kind=company&region=99", "region_unknown", "region")]
    public async Task A_bad_question_hears_what_is_wrong(string query, string code, string field) =>
        Assert.Contains((code, field), await server.RefusedAsync($"organizations/{Group}/introductions{query}"));

    [Fact]
    public async Task An_unknown_end_is_not_found()
    {
        Assert.Equal([("element_unknown", "id")], await server.RefusedAsync($"organizations/00000000-0000-0000-0000-000000000009/introductions?to={Group}", HttpStatusCode.NotFound));
        Assert.Equal([("element_unknown", "to")], await server.RefusedAsync($"organizations/{Group}/introductions?to=00000000-0000-0000-0000-000000000009", HttpStatusCode.NotFound));
    }
}
