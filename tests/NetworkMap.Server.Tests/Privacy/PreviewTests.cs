using System.Net;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Looking as somebody who sees less: it takes away and never adds, stays with whoever looks, and changes nothing.</summary>
public sealed class PreviewTests(Planted planted) : IClassFixture<Planted>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Page => $"/api/organizations/{planted.Ids["group"]}/page";

    [Theory]
    [InlineData("coordinator:33")]
    [InlineData("steward")]
    [InlineData("")]
    [InlineData("coordinator:x")]
    public async Task Who_asks_to_see_more_than_she_may_sees_what_anybody_sees(string preview)
    {
        var (client, _) = await planted.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = planted.Ids["second"] });
        using var member = client;

        var seen = await AskAsync(member, Page, preview);

        // Without a word of a preview she is herself, to whom a group that is not hers looks as to anybody who signed in.
        Assert.Equal(preview.Length == 0 ? await AskAsync(member, Page, null) : await planted.Anybody.GetStringAsync(Page, Cancellation), seen);
    }

    [Fact]
    public async Task Nobody_sees_more_by_asking_for_a_preview()
    {
        foreach (var preview in new[] { "public", "signed_in", "coordinator:33", "steward" })
        {
            Assert.Equal(await planted.Anybody.GetStringAsync(Page, Cancellation), await AskAsync(planted.Anybody, Page, preview));
        }
    }

    [Fact]
    public async Task An_address_says_it_as_well_as_a_header_and_the_answer_stays_with_who_looks()
    {
        using var answer = await planted.Steward.GetAsync(Page + "?preview=public", Cancellation);

        Assert.Equal(await planted.Anybody.GetStringAsync(Page, Cancellation), await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("zqorgnote", await planted.Steward.GetStringAsync($"/organisasi/{planted.Ids["group"]}?preview=public", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_as_somebody_else_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/organizations/{planted.Ids["first"]}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.Add("Preview", "signed_in");
        using var answer = await planted.Steward.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("preview_only_looks", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["code"]);
    }

    [Fact]
    public async Task What_is_withheld_is_told_to_who_looks_and_to_nobody_else()
    {
        var address = $"/api/preview/withheld?organization={planted.Ids["group"]}";

        var told = JsonNode.Parse(await AskAsync(planted.Steward, address, "public"))!;

        Assert.Equal("public", (string?)told["audience"]);
        Assert.Superset(new HashSet<string?> { "contacts by_consent", "note left_out" }, told["fields"]!.AsArray().Select(f => $"{f!["name"]} {f["others"]}").ToHashSet<string?>());
        Assert.Contains(told["elements"]!.AsArray(), e => (string?)e!["kind"] == "tie" && (int)e["hidden"]! > 0);
        Assert.Contains(told["elements"]!.AsArray(), e => (string?)e!["kind"] == "place" && (int)e["hidden"]! + (int)e["coarser"]! > 0);
        foreach (var nothing in new[] { await AskAsync(planted.Steward, address, null), await AskAsync(planted.Anybody, address, "public") })
        {
            Assert.Empty(JsonNode.Parse(nothing)!["fields"]!.AsArray());
            Assert.Empty(JsonNode.Parse(nothing)!["elements"]!.AsArray());
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string address, string? preview)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (preview is not null)
        {
            request.Headers.TryAddWithoutValidation("Preview", preview);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
