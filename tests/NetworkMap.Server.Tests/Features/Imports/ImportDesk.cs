using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>A steward who brings files in.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private ImportDesk(RunningServer server, HttpClient steward) => (Server, Steward) = (server, steward);

    internal RunningServer Server { get; }

    internal HttpClient Steward { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<ImportDesk> OpenAsync(string seed = "terms")
    {
        var server = await RunningServer.StartAsync(seed);
        return new ImportDesk(server, await server.StewardAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Steward.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>What would become of a file.</summary>
    internal Task<JsonNode> CheckAsync(byte[] file, string name, JsonObject? settings = null) => OkAsync("/api/imports/check", file, name, settings);

    /// <summary>The same of a text.</summary>
    internal Task<JsonNode> CheckAsync(string file, JsonObject? settings = null) => CheckAsync(Encoding.UTF8.GetBytes(file), "mitra.csv", settings);

    /// <summary>Brings a file in, as it was checked.</summary>
    internal async Task<JsonNode> BringAsync(byte[] file, string name, JsonObject? settings = null)
    {
        var plan = await CheckAsync(file, name, settings);
        var wanted = settings?.DeepClone().AsObject() ?? [];
        wanted["plan"] = (string?)plan["plan"];
        return await OkAsync("/api/imports", file, name, wanted);
    }

    /// <summary>The same of a text.</summary>
    internal Task<JsonNode> BringAsync(string file, JsonObject? settings = null) => BringAsync(Encoding.UTF8.GetBytes(file), "mitra.csv", settings);

    /// <summary>A request, and what came of it.</summary>
    internal static async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpClient client, string path, byte[] file, string name, JsonObject? settings, string? key = null, CancellationToken cancellation = default)
    {
        using var form = new MultipartFormDataContent();
        if (settings is not null)
        {
            form.Add(new StringContent(settings.ToJsonString(), Encoding.UTF8, "application/json"), "settings");
        }

        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        form.Add(content, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request, cancellation.CanBeCanceled ? cancellation : Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    /// <summary>The rows of a plan with a verdict.</summary>
    internal static List<JsonNode> Rows(JsonNode plan, string? verdict = null) => [.. plan["rows"]!.AsArray().OfType<JsonNode>().Where(r => verdict is null || (string?)r["verdict"] == verdict)];

    /// <summary>How many rows have a verdict, all others left out: <c>create 2, update 1</c>.</summary>
    internal static string Counts(JsonNode plan) => string.Join(", ", plan["counts"]!.AsObject().Where(c => (int)c.Value! > 0).Select(c => $"{c.Key} {c.Value}"));

    private async Task<JsonNode> OkAsync(string path, byte[] file, string name, JsonObject? settings)
    {
        var (status, body) = await SendAsync(Steward, path, file, name, settings);
        Assert.True(status == HttpStatusCode.OK, body?.ToJsonString());
        return body!;
    }
}
