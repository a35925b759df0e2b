using System.Net;

namespace NetworkMap.Server.Tests.Features.Coverage;

/// <summary>What would break, asked of the demonstration network over the API.</summary>
public sealed class FragilityTests(DemonstrationServer server) : IClassFixture<DemonstrationServer>
{
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_number_is_that_of_the_names_behind_it(string language)
    {
        var answer = await server.GoodAsync($"coverage/fragility?limit=100&at={DemonstrationServer.Day}", language);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
        var organizations = answer["organizations"]!.AsArray();
        var providers = answer["providers"]!.AsArray().ToDictionary(p => (string)p!["organization"]!["id"]!, p => (int)p!["count"]!);
        Assert.NotEmpty(organizations);
        Assert.NotEmpty(providers);
        foreach (var one in organizations.Take(5))
        {
            var id = (string)one!["organization"]!["id"]!;
            var loss = await server.GoodAsync($"coverage/fragility/{id}?at={DemonstrationServer.Day}", language);
            DemonstrationServer.AreWhole(DemonstrationServer.Sentences(loss));
            Assert.Equal(one["loss"]!.ToJsonString(), loss["loss"]!.ToJsonString());
            Assert.Equal((int)one["loss"]!["withoutOffice"]!, loss["withoutOffice"]!.AsArray().Count);
            Assert.All(loss["withoutOffice"]!.AsArray(), g => Assert.Equal("home_workers", (string)g!["family"]!));
            Assert.Equal(providers.GetValueOrDefault(id), loss["cells"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_cell_that_one_alone_serves_names_her_and_nobody_else()
    {
        var answer = await server.GoodAsync($"coverage/fragility?axis=service_term&region=33&at={DemonstrationServer.Day}");
        foreach (var provider in answer["providers"]!.AsArray().Take(3))
        {
            var lost = provider!["cells"]![0]!;
            var cell = await server.GoodAsync($"coverage/cell?axis=service_term&region={lost["region"]!["code"]}&term={lost["term"]!["code"]}&at={DemonstrationServer.Day}");
            Assert.StartsWith("33", (string)lost["region"]!["code"]!, StringComparison.Ordinal);
            Assert.Equal([(string)provider["organization"]!["id"]!], cell["services"]!.AsArray().Select(s => (string)s!["organization"]!["id"]!).Distinct());
        }
    }

    [Fact]
    public async Task Of_a_region_only_what_its_own_groups_lose_is_told()
    {
        var answer = await server.GoodAsync($"coverage/fragility?region=34&limit=100&at={DemonstrationServer.Day}");
        var told = answer["organizations"]!.AsArray();
        Assert.NotEmpty(told);
        Assert.All(told, o => Assert.True((int)o!["loss"]!["groups"]! + (int)o["loss"]!["withoutOffice"]! > 0));
        Assert.All(told.SelectMany(o => o!["regencies"]!.AsArray()), r => Assert.StartsWith("34", (string)r!["code"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coverage/fragility?region=99", "region_unknown", "region")]
    [InlineData("coverage/fragility?axis=colour", "choice_unknown", "axis")]
    [InlineData("coverage/fragility?limit=0", "number_out_of_range", "limit")]
    public async Task A_bad_question_hears_what_is_wrong(string question, string code, string field) => Assert.Contains((code, field), await server.RefusedAsync(question));

    [Fact]
    public async Task The_loss_of_nobody_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await server.AskAsync("coverage/fragility/0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11")).Status);
}
