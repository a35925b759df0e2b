using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MessagePack;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace NetworkMap.Server.Tests.Live;

/// <summary>A real SignalR client over a WebSocket that follows, and keeps what it heard as a copy of the network.</summary>
internal sealed class LiveEar : IAsyncDisposable
{
    private readonly bool messagePack;
    private CancellationTokenSource ending = new();
    private ChannelReader<JsonNode>? messages;

    internal LiveEar(Uri address, CookieContainer? session, bool messagePack, string language, string? preview = null)
    {
        this.messagePack = messagePack;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, preview is null ? "/live" : "/live?preview=" + preview), HttpTransportType.WebSockets, options =>
        {
            options.Headers["Accept-Language"] = language;
            options.Cookies = session ?? new CookieContainer();
        });
        Connection = (messagePack ? builder.AddMessagePackProtocol() : builder).Build();
    }

    internal HubConnection Connection { get; }

    /// <summary>The cursor of the last message.</summary>
    internal string? Cursor { get; set; }

    /// <summary>Every element that was heard of, by kind and id.</summary>
    internal Dictionary<string, JsonNode> Known { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Follows, and hears everything until it has caught up; those messages without the last.</summary>
    internal async Task<List<JsonNode>> FollowAsync(string what = """{"everything":true}""", bool resume = false)
    {
        if (Connection.State == HubConnectionState.Disconnected)
        {
            await Connection.StartAsync();
        }

        await ending.CancelAsync();
        ending = new CancellationTokenSource();
        var argument = JsonNode.Parse(what)!.AsObject();
        if (resume)
        {
            argument["since"] = Cursor;
        }

        messages = Read(argument, ending.Token);
        var heard = new List<JsonNode>();
        for (var message = await NextAsync(); Type(message) != "caughtUp"; message = await NextAsync())
        {
            heard.Add(message);
        }

        return heard;
    }

    /// <summary>The next message.</summary>
    internal async Task<JsonNode> NextAsync()
    {
        var message = await messages!.ReadAsync().AsTask().WaitAsync(Patience.Limit);
        Cursor = (string)message["cursor"]!;
        foreach (var item in message["items"]?.AsArray() ?? [])
        {
            var key = $"{item!["kind"]}/{item["id"]}";
            if (item["element"] is { } element)
            {
                Known[key] = element.DeepClone();
            }
            else
            {
                Known.Remove(key);
            }
        }

        return message;
    }

    /// <summary>The next message of changes; a heartbeat between is no news.</summary>
    internal async Task<JsonNode> NextChangesAsync()
    {
        var message = await NextAsync();
        while (Type(message) == "heartbeat")
        {
            message = await NextAsync();
        }

        Assert.Equal("changes", Type(message));
        return message;
    }

    /// <summary>What the hub says to a nonsensical argument.</summary>
    internal async Task<string> RefusedAsync(params object?[] arguments)
    {
        var failure = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(async () =>
        {
            await foreach (var message in Connection.StreamAsyncCore<object>("Follow", arguments))
            {
                Assert.Fail($"Nonsense was followed: {message}");
            }
        });
        return failure.Message;
    }

    internal static string Type(JsonNode message) => (string)message["type"]!;

    internal static IEnumerable<string> Ids(JsonNode message) => message["items"]!.AsArray().Select(i => (string)i!["id"]!);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        ending.Dispose();
        await Connection.DisposeAsync();
    }

    private ChannelReader<JsonNode> Read(JsonObject argument, CancellationToken cancellation)
    {
        var read = Channel.CreateUnbounded<JsonNode>();
        _ = Task.Run(async () =>
        {
            try
            {
                if (messagePack)
                {
                    var packed = MessagePackSerializer.Deserialize<object>(MessagePackSerializer.ConvertFromJson(argument.ToJsonString(), cancellationToken: cancellation), cancellationToken: cancellation);
                    await foreach (var message in Connection.StreamAsync<object>("Follow", packed, cancellation))
                    {
                        await read.Writer.WriteAsync(JsonNode.Parse(MessagePackSerializer.SerializeToJson(message, cancellationToken: cancellation))!, cancellation);
                    }
                }
                else
                {
                    await foreach (var message in Connection.StreamAsync<JsonNode>("Follow", argument, cancellation))
                    {
                        await read.Writer.WriteAsync(message, cancellation);
                    }
                }

                read.Writer.Complete();
            }
            catch (Exception cut)
            {
                read.Writer.TryComplete(cut);
            }
        }, cancellation);
        return read.Reader;
    }
}
