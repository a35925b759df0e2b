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

    [Fact]
    public async Task Near_an_organization_is_what_is_its_own_or_its_partners_serves_it_or_is_in_its_regency_and_each_says_why()
    {
        var her = await desk.MakeAsync("organizations", With("Kelompok Pusat", "34.03.01"));
        var partner = await desk.MakeAsync("organizations", With("Mitra Jauh", "33.02"));
        var former = await desk.MakeAsync("organizations", With("Mitra Dulu", "33.02"));
        var stranger = await desk.MakeAsync("organizations", With("Orang Lain", "33.02"));
        var neighbour = await desk.MakeAsync("organizations", With("Tetangga", "34.03.02"));
        var beyond = await desk.MakeAsync("organizations", With("Kabupaten Sebelah", "34.04"));
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{partner}}","to":"{{her}}"}"""));
        await desk.MakeAsync("ties", StewardDesk.Of($$$"""{"type":"supports","from":"{{{former}}}","to":"{{{her}}}","status":"ended","valid":{"until":"2020-01-01"}}"""));
        var theirs = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{partner}}","to":"{{stranger}}"}"""));
        var whole = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{stranger}}","name":"Seluruh provinsi","areas":[{"region":"34","withSubregions":true}]}"""));
        var bare = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{stranger}}","name":"Provinsi saja","areas":[{"region":"34"}]}"""));
        var part = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{stranger}}","name":"Satu kecamatan","areas":[{"region":"34.03.05"}]}"""));

        var near = (await ItemsAsync($"near={her}&limit=100")).GroupBy(c => (string)c!["elements"]![0]!["id"]!).ToDictionary(c => c.Key, c => string.Join(' ', c.Last()!["near"]!.AsArray()));

        Assert.Equal(
            new Dictionary<string, string>
            {
                [her] = "own region", [partner] = "partner", [neighbour] = "region", [tie] = "own region", [theirs] = "partner", [whole] = "serves", [part] = "serves",
            },
            near.Where(n => new[] { her, partner, former, stranger, neighbour, beyond, tie, theirs, whole, bare, part }.Contains(n.Key)).ToDictionary());
        Assert.Equal([theirs], (await IdsAsync($"near={her}&kind=tie&limit=100")).Where(id => id == theirs));
        Assert.All(await ItemsAsync("limit=5"), c => Assert.Null(c!["near"]));
    }

    [Theory]
    [InlineData("00000000-0000-8000-8000-000000000001", HttpStatusCode.NotFound, "element_unknown")]
    [InlineData("dia", HttpStatusCode.UnprocessableEntity, "id_malformed")]
    public async Task Near_somebody_who_is_not_there_is_refused(string id, HttpStatusCode expected, string code)
    {
        var (status, problem) = await desk.SendAsync(HttpMethod.Get, $"/api/changesets?near={id}", null);
        Assert.Equal((expected, code), (status, problem.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_removed_is_still_near_whom_it_names()
    {
        var her = await desk.MakeAsync("organizations", With("Kelompok Berhapus", "34.01"));
        var place = await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{her}}","name":"Rumah","region":"34.01"}"""));
        var (removed, _) = await desk.SendAsync(HttpMethod.Delete, $"/api/places/{place}", null, ("If-Match", "*"));
        Assert.True((int)removed < 300, removed.ToString());

        var newest = (await ItemsAsync($"near={her}"))[0]!;
        Assert.Equal((place, "removed"), ((string)newest["elements"]![0]!["id"]!, (string)newest["elements"]![0]!["action"]!));
        Assert.Equal("own", (string)newest["near"]![0]!);
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
