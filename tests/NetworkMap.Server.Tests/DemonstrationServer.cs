using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests;

/// <summary>One server with the demonstration network for all tests that only ask.</summary>
public sealed class DemonstrationServer : IAsyncLifetime
{
    /// <summary>A day on which the demonstration network has something to tell.</summary>
    public const string Day = "2026-03-01";

    private RunningServer? server;
    private HttpClient? anybody;
    private HttpClient? steward;

    internal RunningServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("demo");
        anybody = server.CreateClient();
        steward = await server.StewardAsync();
    }

    public async ValueTask DisposeAsync()
    {
        anybody?.Dispose();
        steward?.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The answer to a question under <c>/api/</c>, whatever its status.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Body, string Text)> AskAsync(string question, string language = "id", bool asSteward = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/" + question);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await (asSteward ? steward! : anybody!).SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(text)!, text);
    }

    /// <summary>The body of a good answer.</summary>
    internal async Task<JsonNode> GoodAsync(string question, string language = "id", bool asSteward = false)
    {
        var (status, body, text) = await AskAsync(question, language, asSteward);
        Assert.True(status == HttpStatusCode.OK, text);
        return body;
    }

    /// <summary>The code and field of every refusal.</summary>
    internal async Task<IEnumerable<(string Code, string Field)>> RefusedAsync(string question, HttpStatusCode expected = HttpStatusCode.UnprocessableEntity)
    {
        var (status, body, text) = await AskAsync(question);
        Assert.True(status == expected, text);
        return body["errors"]!.AsArray().Select(e => ((string)e!["code"]!, (string)e["field"]!));
    }

    /// <summary>Every sentence of an answer, at any depth.</summary>
    internal static IEnumerable<string> Sentences(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "sentence" ? [(string)p.Value!] : Sentences(p.Value)),
        JsonArray a => a.SelectMany(Sentences),
        _ => [],
    };

    /// <summary>A sentence that begins and ends like one, with every place filled.</summary>
    internal static void AreWhole(IEnumerable<string> sentences) =>
        Assert.All(sentences, s => Assert.True(s.Length > 3 && char.IsUpper(s[0]) && s[^1] == '.' && !s.Contains('{', StringComparison.Ordinal) && !s.Contains('…', StringComparison.Ordinal), s));
}

/// <summary>Tests that share the server with the demonstration network.</summary>
[CollectionDefinition(Name)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationServer>
{
    public const string Name = "the demonstration network";
}
