using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Changes of which the public sees a part, and long runs of which it sees nothing: neither the reason nor the size of what is hidden is told.</summary>
public sealed class PartlyHiddenTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Reason = "zqwhybothchanged";
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "steward-test" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reason_of_a_change_that_is_partly_hidden_is_told_in_no_history()
    {
        var organization = Organization("Terlihat Sebagian");
        await WriteAsync(Batch.Create([organization, HiddenTie(desk.First, organization.Id!)]));

        foreach (var path in new[] { $"/api/organizations/{organization.Id}/history", "/api/changesets?limit=5" })
        {
            Assert.Contains("Terlihat Sebagian", await AskAsync(path), StringComparison.Ordinal);
            Assert.DoesNotContain(Reason, await AskAsync(path), StringComparison.Ordinal);
            Assert.Contains(Reason, await desk.Client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_size_of_a_large_change_is_not_told_since_the_rest_of_it_may_be_hidden()
    {
        var organizations = Enumerable.Range(0, 40).Select(i => Organization($"Banyak {i}")).ToList();
        await WriteAsync(Batch.Create([.. organizations, .. organizations.Select(o => HiddenTie(desk.First, o.Id!))]));

        var (open, whole) = (await NewestAsync(asSteward: false), await NewestAsync(asSteward: true));
        Assert.Equal((open["elements"]!.AsArray().Count, 80), ((int)open["count"]!, (int)whole["count"]!));
        Assert.DoesNotContain("79", (string)open["summary"]!, StringComparison.Ordinal);
        Assert.Equal(40, (int)JsonNode.Parse(await AskAsync($"/api/changesets/{open["id"]}"))!["count"]!);
    }

    [Fact]
    public async Task However_much_hidden_activity_there_is_moves_no_page_of_changes()
    {
        await WriteAsync(Edits.Create(Organization("Sebelum Banyak")), "Semua boleh tahu");
        var paths = new[] { "/api/changesets?limit=2", "/api/changesets", "/api/changesets?kind=organization", "/api/cursor" };
        var before = await Task.WhenAll(paths.Select(AskAsync));
        var writer = desk.Server.Services.GetRequiredService<NetworkWriter>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2100).Select(i =>
            writer.WriteAsync(new WriteRequest(Edits.Create(HiddenTie(desk.First, desk.Second) with { Status = "ended" }), new Attribution("steward-test", Reason), OfTheHouse: true), Cancellation)));

        Assert.DoesNotContain(outcomes, o => o.IsRefused);
        Assert.Equal(before, await Task.WhenAll(paths.Select(AskAsync)));
    }

    private static OrganizationDraft Organization(string name) => new() { Id = NewId(), Name = name, ActorKind = "ngo", Region = "33.74", Provenance = Told };

    private static TieDraft HiddenTie(string from, string to) =>
        new() { Id = NewId(), Type = "supports", From = from, To = to, Status = "confirmed", Audience = "parties", Provenance = Told };

    private static string NewId() => Guid.NewGuid().ToString("D");

    private async Task WriteAsync(Decision decision, string reason = Reason)
    {
        var outcome = await desk.Server.Services.GetRequiredService<NetworkWriter>().WriteAsync(new WriteRequest(decision, new Attribution("steward-test", reason), OfTheHouse: true), Cancellation);
        Assert.False(outcome.IsRefused, outcome.IsRefused ? outcome.Refusals[0].ToString() : "");
    }

    private async Task<JsonNode> NewestAsync(bool asSteward) =>
        JsonNode.Parse(asSteward ? await desk.Client.GetStringAsync("/api/changesets?limit=1", Cancellation) : await AskAsync("/api/changesets?limit=1"))!["items"]![0]!;

    private async Task<string> AskAsync(string path)
    {
        using var anybody = desk.Server.CreateClient();
        return await anybody.GetStringAsync(path, Cancellation);
    }
}
