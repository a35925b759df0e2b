using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Features.Changesets;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>A long run of changes that the public may not see: after a start nobody knows where they are, and a request reads only so many of them.</summary>
public sealed class LongRunTests : IAsyncLifetime
{
    private const int Hidden = 700;
    private static readonly string Group = Guid.NewGuid().ToString("D");
    private readonly string folder = Directory.CreateTempSubdirectory("networkmap-test-").FullName;
    private RunningServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Notes are for stewards, so a thousand changes of one look like none.</summary>
    public async ValueTask InitializeAsync()
    {
        await using (var first = await RunningServer.StartAsync("terms", folder))
        {
            var writer = first.Services.GetRequiredService<NetworkWriter>();
            await WriteAsync(writer, Edits.Create(Organization(null)));
            await Task.WhenAll(Enumerable.Range(0, Hidden).Select(i => WriteAsync(writer, Edits.Change(Organization($"note {i}"), null))));
        }

        server = await RunningServer.StartAsync("terms", folder);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/api/changesets?limit=2")]
    [InlineData("/api/changesets?limit=2&kind=organization")]
    [InlineData("/api/organizations/{0}/history?limit=2")]
    public async Task A_request_reads_only_so_many_changes_and_its_cursor_leads_on(string question)
    {
        var path = string.Format(null, question, Group);
        var first = await PageAsync(path);
        Assert.Empty(first["items"]!.AsArray());

        var (page, asked) = (first, 1);
        for (; page["items"]!.AsArray().Count == 0; asked++)
        {
            page = await PageAsync(path + "&cursor=" + page["next"]);
        }

        Assert.InRange(asked, 1 + (Hidden / ChangePage.MostRead), 1 + (Hidden / (ChangePage.MostRead / 2)));
        Assert.Equal("Kelompok Catatan", (string?)page["items"]![0]!["elements"]![0]!["name"]);
        Assert.Equal(question == "/api/changesets?limit=2", page["next"] is not null);

        // By now it is known where they are.
        var again = await PageAsync(path);
        Assert.Equal(page.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task A_cursor_over_hidden_changes_is_the_name_of_none_of_them()
    {
        var next = (string)(await PageAsync("/api/changesets"))["next"]!;
        using var steward = await server.StewardAsync();
        using var answer = await steward.GetAsync($"/api/changesets/{next}", Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static OrganizationDraft Organization(string? note) => new()
    {
        Id = Group, Name = "Kelompok Catatan", ActorKind = "ngo", Region = "33.74", Note = note, Provenance = new ProvenanceDraft { Source = "a test", AssertedBy = "steward-test" },
    };

    private static async Task WriteAsync(NetworkWriter writer, Decision decision)
    {
        var outcome = await writer.WriteAsync(new WriteRequest(decision, new Attribution("steward-test"), OfTheHouse: true), Cancellation);
        Assert.False(outcome.IsRefused);
    }

    private async Task<JsonNode> PageAsync(string path)
    {
        using var anybody = server.CreateClient();
        return JsonNode.Parse(await anybody.GetStringAsync(path, Cancellation))!;
    }
}
