using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>How Neo4j means to carry out an append: by names and along relationships, however large the network is.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jPlanTests(Neo4jServer server)
{
    /// <summary>The queue of waiting processes is as long as there are processes.</summary>
    private const string Queue = "w:Waiting";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_step_of_an_append_looks_through_all_that_is_there()
    {
        Neo4jServer.Require();
        Assert.SkipUnless(CypherTransport.IsHttp(Neo4jServer.Settings!.Address), "A plan is asked for over HTTP.");
        await server.EmptyAsync();
        await using (var store = await server.OpenAsync())
        {
            var story = new Story(store.Head);
            story.Write(Story.OneOfEach().Select(Changes.Revision.Create));
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, story.Entries, Cancellation));
        }

        var steps = await ExplainAsync(AppendStatement.Text);
        Assert.Contains(steps, step => step.StartsWith("NodeUniqueIndexSeek", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("Scan", StringComparison.Ordinal) && !step.Contains(Queue, StringComparison.Ordinal));
    }

    /// <summary>Each operator of the plan with what it says of itself.</summary>
    private static async Task<List<string>> ExplainAsync(string statement)
    {
        var settings = Neo4jServer.Settings!;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));
        object[] none = [];
        var group = new { changesets = none, keys = none, requests = none, changed = none, elements = none, edits = none, ties = none };
        var parameters = new { group, log = "", sequence = 0, hash = "", fence = 0, owner = "", longest = 0, forgotten = 0, last = 0, lastHash = "", grown = 0, lease = 0 };
        using var answer = await client.PostAsJsonAsync(new Uri(settings.Address, $"/db/{settings.Database}/query/v2"), new { statement = statement.Replace("CYPHER ", "EXPLAIN CYPHER ", StringComparison.Ordinal), parameters }, Cancellation);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation), new JsonDocumentOptions { MaxDepth = 1000 });
        return [.. Steps(told.RootElement.GetProperty("queryPlan"))];
    }

    private static IEnumerable<string> Steps(JsonElement step) =>
        step.GetProperty("children").EnumerateArray().SelectMany(Steps).Prepend($"{step.GetProperty("operatorType")} {step.GetProperty("arguments")}");
}
