using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Statements over Neo4j's HTTP Query API (5.26 or later): <c>POST /db/{database}/query/v2</c>, plain JSON both ways.</summary>
internal sealed class HttpCypher : ICypher
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2);
    private static readonly MediaTypeHeaderValue Plain = new("application/json");
    private readonly HttpClient client;
    private readonly Uri query;
    private readonly Neo4jSettings settings;

    internal HttpCypher(Neo4jSettings settings)
    {
        this.settings = settings;
        query = new Uri(settings.Address, $"/db/{Uri.EscapeDataString(settings.Database)}/query/v2");
#pragma warning disable CA2000 // The client disposes of it.
        var handler = new SocketsHttpHandler { ConnectTimeout = Connecting, AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
#pragma warning restore CA2000
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Authorization = settings.Token is { } token ? new AuthenticationHeaderValue("Bearer", token)
            : settings.User is { } user ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{settings.Password}")))
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<object?[]>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            using var content = new ReadOnlyMemoryContent(Body(statement, parameters));
            content.Headers.ContentType = Plain;
            using var response = await client.PostAsync(query, content, limit.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return CypherJson.Rows(bytes) ?? throw Neo4jFailure.Away(settings, $"it answered {(int)response.StatusCode}, which is not an answer of Neo4j's Query API (5.26 or later)");
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw Neo4jFailure.Late(settings, limit.IsCancellationRequested ? patience : Connecting, late);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or JsonException)
        {
            throw Neo4jFailure.Away(settings, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Body(string statement, IReadOnlyDictionary<string, object?> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, CypherJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("statement"u8, statement);
            json.WriteStartObject("parameters"u8);
            foreach (var (key, value) in parameters)
            {
                json.WritePropertyName(key);
                CypherJson.Write(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
