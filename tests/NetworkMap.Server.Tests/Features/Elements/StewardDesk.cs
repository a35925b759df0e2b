using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.Extensions.DependencyInjection;
namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>A server with taxonomies and regions, a steward's session, and two organizations to write about.</summary>
public sealed class StewardDesk : IAsyncLifetime
{
    private readonly Action<IServiceCollection>? adjust;
    private RunningServer? server;

    public StewardDesk()
    {
    }

    internal StewardDesk(Action<IServiceCollection>? adjust) => this.adjust = adjust;

    internal RunningServer Server => server!;

    internal HttpClient Client { get; private set; } = new();

    internal string First { get; private set; } = "";

    internal string Second { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms", adjust: adjust);
        Client = await server.StewardAsync();
        First = await MakeAsync("organizations", Organization("Yasanti"));
        Second = await MakeAsync("organizations", Organization("Trade Union Rights Centre"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    internal static JsonObject Organization(string name) => Of($$"""{"name":"{{name}}","actorKind":"ngo","region":"33.74"}""");

    internal JsonObject Tie(string type) => Of($$"""{"type":"{{type}}","from":"{{First}}","to":"{{Second}}","status":"confirmed"}""");

    /// <summary>The body with its source, and with every field of the patch laid over it; a null takes a field away.</summary>
    internal static JsonObject Of(string json, string patch = "{}")
    {
        var body = JsonNode.Parse(json)!.AsObject();
        body["provenance"] ??= JsonNode.Parse("""{"source":"a test"}""");
        foreach (var (name, value) in JsonNode.Parse(patch)!.AsObject())
        {
            body.Remove(name);
            if (value is not null)
            {
                body[name] = value.DeepClone();
            }
        }

        return body;
    }

    internal async Task<string> MakeAsync(string segment, JsonObject body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/" + segment, body.ToJsonString());
        return status == HttpStatusCode.Created ? answer.GetProperty("id").GetString()! : throw new InvalidOperationException($"{status} {answer}");
    }

    internal async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers.Append(("Accept-Language", "en")).DistinctBy(h => h.Item1))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
