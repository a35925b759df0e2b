using System.Net;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>The log narrowed to an author, a region or a kind.</summary>
public sealed class ChangesWantedTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    [Fact]
    public async Task A_region_shows_what_happened_to_organizations_in_it_and_to_what_belongs_to_them()
    {
        var here = await desk.MakeAsync("organizations", With("Rukun Bantul", "34.02"));
        var elsewhere = await desk.MakeAsync("organizations", With("Rukun Cilacap", "33.01"));
        var service = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{here}}","name":"Pelatihan Bantul"}"""));
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{elsewhere}}","to":"{{here}}"}"""));

        var found = await IdsAsync("region=34");
        Assert.Superset(new HashSet<string> { here, service, tie }, found);
        Assert.DoesNotContain(elsewhere, found);
        Assert.Superset(new HashSet<string> { here, service, tie }, await IdsAsync("region=34.02"));
        Assert.DoesNotContain(here, await IdsAsync("region=34.04"));
        Assert.Equal([tie], (await IdsAsync("region=34&kind=tie")).Where(id => id == tie || id == here));
    }

    [Fact]
    public async Task An_author_is_asked_for_as_answers_name_authors()
    {
        var made = await desk.MakeAsync("organizations", With("Rukun Sleman", "34.04"));
        var account = (string)(await ItemsAsync("limit=1"))[0]!["by"]!;
        Assert.Contains(made, await IdsAsync("by=steward"));
        Assert.Contains(made, await IdsAsync($"by={account}"));
        Assert.DoesNotContain(made, await IdsAsync("by=seed"));
        Assert.All(await ItemsAsync("by=seed"), c => Assert.Equal("seed", (string)c!["by"]!));
        Assert.Empty(await ItemsAsync("by=nobody"));

        // The account of a steward is a steward's to know.
        using var anybody = desk.Server.CreateClient();
        Assert.Empty(JsonNode.Parse(await anybody.GetStringAsync($"/api/changesets?by={account}", TestContext.Current.CancellationToken))!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_region_that_is_not_there_is_refused()
    {
        var (status, problem) = await desk.SendAsync(HttpMethod.Get, "/api/changesets?region=99", null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "region_unknown"), (status, problem.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    private static JsonObject With(string name, string region)
    {
        var organization = StewardDesk.Organization(name);
        organization["region"] = region;
        return organization;
    }

    private async Task<JsonArray> ItemsAsync(string question) =>
        JsonNode.Parse(await desk.Client.GetStringAsync($"/api/changesets?{question}", TestContext.Current.CancellationToken))!["items"]!.AsArray();

    private async Task<HashSet<string>> IdsAsync(string question) =>
        [.. (await ItemsAsync(question)).SelectMany(c => c!["elements"]!.AsArray()).Select(e => (string)e!["id"]!)];
}
