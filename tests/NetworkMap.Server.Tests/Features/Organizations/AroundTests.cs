using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Organizations;

[Collection(DemonstrationCollection.Name)]
public sealed class AroundTests(DemonstrationServer server)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";
    private const string Foundation = "408ee8b1-0415-81c6-b6f4-4edaf714f59f";
    private const string Unknown = "00000000-0000-8000-8000-000000000000";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_network_around_an_organization_is_told_step_by_step_with_its_ties(int depth)
    {
        var answer = await server.GoodAsync($"organizations/{Foundation}/around?depth={depth}&limit=2000&at={DemonstrationServer.Day}");
        var steps = answer["nodes"]!.AsArray().ToDictionary(n => (string)n!["organization"]!["id"]!, n => (int)n!["steps"]!);

        Assert.Equal(0, steps[Foundation]);
        Assert.Equal(depth, steps.Values.Max());
        Assert.All(answer["ties"]!.AsArray(), t => Assert.InRange(Math.Abs(steps[(string)t!["from"]!] - steps[(string)t["to"]!]), 0, 1));
        Assert.All(steps.Where(s => s.Value > 0), s => Assert.Contains(answer["ties"]!.AsArray(), t => Joins(t!, s.Key) && steps[Other(t!, s.Key)] == s.Value - 1));
    }

    [Fact]
    public async Task The_public_sees_around_a_group_only_what_it_may()
    {
        var open = await server.GoodAsync($"organizations/{Group}/around?depth=2&status=all");
        var whole = await server.GoodAsync($"organizations/{Group}/around?depth=2&status=all", asSteward: true);

        Assert.True(whole["ties"]!.AsArray().Count > open["ties"]!.AsArray().Count);
        foreach (var tie in open["ties"]!.AsArray())
        {
            Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("ties/" + (string)tie!["id"]!)).Status);
        }
    }

    [Fact]
    public async Task The_shortest_path_leads_from_one_to_the_other()
    {
        var answer = await server.GoodAsync($"organizations/{Group}/shortest-path?to={Foundation}&at={DemonstrationServer.Day}");
        var organizations = answer["organizations"]!.AsArray();

        Assert.Equal((Group, Foundation), ((string)organizations[0]!["id"]!, (string)organizations[^1]!["id"]!));
        Assert.Equal(organizations.Count - 1, answer["ties"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("around?depth=0", "number_out_of_range", "depth")]
    [InlineData("around?depth=4", "number_out_of_range", "depth")]
    [InlineData("around?limit=2001", "number_out_of_range", "limit")]
    [InlineData("around?status=nonsense", "choice_unknown", "status")]
    [InlineData("shortest-path", "introduction_target_missing", "to")]
    [InlineData("shortest-path?to=nonsense", "id_malformed", "to")]
    public async Task A_wrong_question_is_told_what_is_wrong(string question, string code, string field) =>
        Assert.Contains((code, field), await server.RefusedAsync($"organizations/{Group}/{question}"));

    [Theory]
    [InlineData(Unknown + "/around", "id")]
    [InlineData(Unknown + "/shortest-path?to=" + Group, "id")]
    [InlineData(Group + "/shortest-path?to=" + Unknown, "to")]
    public async Task Who_is_not_known_is_not_found(string question, string field) =>
        Assert.Contains(("element_unknown", field), await server.RefusedAsync("organizations/" + question, HttpStatusCode.NotFound));

    private static bool Joins(JsonNode tie, string id) => (string)tie["from"]! == id || (string)tie["to"]! == id;

    private static string Other(JsonNode tie, string id) => (string)tie["from"]! == id ? (string)tie["to"]! : (string)tie["from"]!;
}
