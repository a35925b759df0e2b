using System.Net;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Exchange.OpenReferral;

namespace NetworkMap.Server.Tests.Features.Directories;

/// <summary>The API of HSDS 3.0, held against its specification.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class DirectoryTests(DemonstrationServer demonstration) : IDisposable
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    private readonly HttpClient client = demonstration.Server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Fact]
    public void The_schemas_find_what_is_wrong_also_in_what_stands_in_a_thing()
    {
        HsdsSpecification.Require();
        Assert.NotEmpty(HsdsSpecification.Wrong("service", JsonNode.Parse("{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"x\",\"status\":\"open\"}")));
        Assert.NotEmpty(HsdsSpecification.Wrong("service", JsonNode.Parse("{\"id\":\"12\",\"name\":\"x\",\"status\":\"active\"}")));
        Assert.NotEmpty(HsdsSpecification.Wrong("service", JsonNode.Parse("{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"x\",\"status\":\"active\",\"organization\":{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"y\"}}")));
        Assert.Empty(HsdsSpecification.Wrong("service", JsonNode.Parse("{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"x\",\"status\":\"active\"}")));
    }

    [Fact]
    public async Task It_says_its_version_and_where_it_is_described()
    {
        var told = await ReadAsync("/hsds");
        Assert.Equal("3.0", (string?)told["version"]);
        Assert.All(["profile", "openapi_url"], name => Assert.True(Uri.TryCreate((string?)told[name], UriKind.Absolute, out _)));
        var described = JsonNode.Parse(await client.GetStringAsync(new Uri((string)told["openapi_url"]!).PathAndQuery, Cancellation))!["paths"]!.AsObject();
        Assert.All(["services", "services/{id}", "organizations", "organizations/{id}", "service_at_locations", "service_at_locations/{id}", "taxonomies", "taxonomies/{id}", "taxonomy_terms", "taxonomy_terms/{id}"], path => Assert.Contains("/hsds/" + path, described.Select(p => p.Key)));
    }

    [Theory]
    [InlineData("services", "service", "")]
    [InlineData("services", "service", "full=true")]
    [InlineData("organizations", "organization", "")]
    [InlineData("organizations", "organization", "full=true")]
    [InlineData("organizations", "organization", "full_service=true&search=yasanti")]
    [InlineData("service_at_locations", "service_at_location", "")]
    [InlineData("service_at_locations", "service_at_location", "full=true")]
    [InlineData("taxonomies", "taxonomy", "")]
    [InlineData("taxonomy_terms", "taxonomy_term", "")]
    public async Task Every_page_of_every_list_and_each_thing_of_it_alone_is_good_by_the_specification(string list, string table, string how)
    {
        HsdsSpecification.Require();
        var ids = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await ReadAsync($"/hsds/{list}?page={number}&per_page=200&{how}");
            var things = page["contents"]!.AsArray();
            Assert.All(things, t => Assert.Empty(HsdsSpecification.Wrong(table, t)));
            Assert.Equal((number, things.Count, number == 1, things.Count == 0), ((int)page["page_number"]!, (int)page["size"]!, (bool)page["first_page"]!, (bool)page["empty"]!));
            Assert.Equal(number >= (int)page["total_pages"]!, (bool)page["last_page"]!);
            ids.AddRange(things.Select(t => (string)t!["id"]!));
            if ((bool)page["last_page"]!)
            {
                Assert.Equal((int)page["total_items"]!, ids.Count);
                break;
            }
        }

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (var id in ids.Where((_, i) => i % Math.Max(1, ids.Count / 25) == 0))
        {
            var alone = await ReadAsync($"/hsds/{list}/{id}");
            Assert.Equal(id, (string?)alone["id"]);
            Assert.Empty(HsdsSpecification.Wrong(table, alone));
        }
    }

    [Fact]
    public async Task Services_are_found_by_organization_by_term_by_taxonomy_and_by_what_they_are_called()
    {
        var all = (await ReadAsync("/hsds/services?full=true&per_page=500"))["contents"]!.AsArray();
        var one = all.First(s => s!["attributes"] is JsonArray { Count: > 0 } && s["service_at_locations"] is not null)!;
        var (organization, attribute) = ((string)one["organization_id"]!, one["attributes"]![0]!);
        var term = (string)attribute["taxonomy_term_id"]!;
        var taxonomy = (string)attribute["taxonomy_term"]!["taxonomy_id"]!;
        await Same(s => (string?)s["organization_id"] == organization, $"organization_id={organization}");
        await Same(s => s["attributes"]?.AsArray().Any(a => (string?)a!["taxonomy_term_id"] == term) == true, $"taxonomy_term_id={term}");
        await Same(s => s["attributes"]?.AsArray().Any(a => (string?)a!["taxonomy_term"]!["taxonomy_id"] == taxonomy) == true, $"taxonomy_id={taxonomy}");
        await Same(_ => false, "organization_id=00000000-0000-4000-8000-000000000001");
        Assert.Contains((await ReadAsync($"/hsds/services?search={Uri.EscapeDataString((string)one["name"]!)}"))["contents"]!.AsArray(), s => (string?)s!["id"] == (string?)one["id"]);
        var at = (await ReadAsync($"/hsds/service_at_locations?organization_id={organization}"))["contents"]!.AsArray();
        Assert.All(at, a => Assert.Equal(organization, (string?)a!["service"]!["organization_id"]));
        Assert.Contains(at, a => (string?)a!["service_id"] == (string?)one["id"]);

        async Task Same(Func<JsonNode, bool> takes, string question) => Assert.Equal(
            all.Where(s => takes(s!)).Select(s => (string)s!["id"]!),
            (await ReadAsync("/hsds/services?per_page=500&" + question))["contents"]!.AsArray().Select(s => (string)s!["id"]!));
    }

    [Fact]
    public async Task Terms_are_found_by_their_taxonomy_and_by_what_they_stand_below()
    {
        var all = (await ReadAsync("/hsds/taxonomy_terms?per_page=500"))["contents"]!.AsArray();
        var below = all.First(t => t!["parent_id"] is not null)!;
        Assert.Contains(all, t => (string?)t!["id"] == (string?)below["parent_id"]);
        var children = (await ReadAsync($"/hsds/taxonomy_terms?parent_id={below["parent_id"]}&per_page=500"))["contents"]!.AsArray();
        Assert.All(children, t => Assert.Equal((string?)below["parent_id"], (string?)t!["parent_id"]));
        var issues = (await ReadAsync("/hsds/taxonomies?per_page=500"))["contents"]!.AsArray().Single(t => ((string)t!["uri"]!).EndsWith("/issue", StringComparison.Ordinal))!;
        foreach (var path in new[] { "taxonomies/" + (string)issues["id"]!, "taxonomy_terms/" + (string)all[0]!["id"]! })
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal) + 1;
            Assert.Equal(path[slash..], (string)(await ReadAsync("/hsds/" + path[..slash] + path[slash..].ToUpperInvariant()))["id"]!);
        }

        Assert.All((await ReadAsync($"/hsds/taxonomy_terms?taxonomy_id={issues["id"]}"))["contents"]!.AsArray(), t => Assert.Equal("issue", (string?)t!["taxonomy"]));
        var parents = all.Select(t => (string?)t!["parent_id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain((await ReadAsync("/hsds/taxonomy_terms?top_only=true&per_page=500"))["contents"]!.AsArray(), t => parents.Contains((string)t!["id"]!));
    }

    [Fact]
    public async Task An_organization_has_its_places_terms_and_services_and_a_blurred_place_no_coordinates()
    {
        var group = await ReadAsync("/hsds/organizations/" + Group);
        Assert.Contains(group["attributes"]!.AsArray(), a => (string?)a!["link_type"] == "kind" && (string?)a["taxonomy_term"]!["code"] == "home_worker_organization");
        Assert.All(group["locations"]?.AsArray() ?? [], l => Assert.Null(l!["latitude"]));
        var all = (await ReadAsync("/hsds/organizations?full=true&full_service=true&per_page=500"))["contents"]!.AsArray();
        var with = all.First(o => o!["services"] is not null)!;
        Assert.NotNull(with["services"]![0]!["status"]);
        Assert.Equal(["id"], (await ReadAsync($"/hsds/organizations/{with["id"]}"))["services"]![0]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public async Task A_steward_is_told_no_more_than_anybody()
    {
        using var steward = await demonstration.Server.StewardAsync();
        foreach (var path in new[] { "/hsds/organizations?full=true&per_page=500", "/hsds/services?full=true&per_page=500", "/hsds/organizations/" + Group })
        {
            Assert.Equal(await client.GetStringAsync(path, Cancellation), await steward.GetStringAsync(path, Cancellation));
        }
    }

    [Theory]
    [InlineData("services/00000000-0000-4000-8000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("organizations/apa-ini", HttpStatusCode.NotFound)]
    [InlineData("services?per_page=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("services?page=satu", HttpStatusCode.UnprocessableEntity)]
    [InlineData("services?modified_after=2026-01-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("services?organization_id=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("services?format=ndjson", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nothing", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_refused_with_what_to_do(string path, HttpStatusCode status)
    {
        using var answer = await client.GetAsync("/hsds/" + path, Cancellation);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.True(answer.StatusCode == status, problem.ToJsonString());
        Assert.NotNull(problem["errors"]![0]!["mend"]);
    }

    private async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }
}
