using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Live;

namespace NetworkMap.Server.Tests.Live;

/// <summary>Clients that do not read, and the clock.</summary>
public sealed class UnreadTests
{
    private const int Changes = 120;
    private const string Behind = "{\"type\":\"behind\",\"cursor\":\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_does_not_read_delays_nobody_and_is_told_that_it_is_behind()
    {
        await using var desk = await LiveDesk.OpenAsync(adjust: s => s.AddSingleton(new LiveLimits { QueuedMessages = 8 }));
        using var deaf = await OpenAsync(desk.Address);
        await using var ear = desk.Listen();
        await ear.FollowAsync();

        var ids = new List<string>();
        for (var i = 0; i < Changes; i++)
        {
            ids.Add(await desk.OrganizationAsync($"Organization {i}", more: $$"""{"purpose":"{{new string('x', 2000)}}","otherNames":[{{string.Join(',', Enumerable.Range(0, 40).Select(n => $"\"{new string('y', 190)}{n}\""))}}]}"""));
            Assert.Equal([ids[^1]], LiveEar.Ids(await ear.NextChangesAsync()));
        }

        var heard = await ReadAsync(deaf);
        Assert.DoesNotContain(ids[^1], heard, StringComparison.Ordinal);

        // Its cursor brings back what it did not get, and nothing is lost.
        await using var again = desk.Listen();
        again.Cursor = heard[(heard.IndexOf(Behind, StringComparison.Ordinal) + Behind.Length)..][..32];
        var missed = Assert.Single(await again.FollowAsync(resume: true));
        Assert.All(ids, id => Assert.True(heard.Contains(id, StringComparison.Ordinal) || LiveEar.Ids(missed).Contains(id), id));
    }

    [Fact]
    public async Task A_connection_that_is_not_read_for_too_long_is_closed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var desk = await LiveDesk.OpenAsync(adjust: s => s.AddSingleton<TimeProvider>(clock).AddSingleton(new LiveLimits { QueuedMessages = 8 }));
        using var deaf = await OpenAsync(desk.Address);
        await using var ear = desk.Listen();
        await ear.FollowAsync();
        for (var i = 0; i < Changes; i++)
        {
            await desk.OrganizationAsync($"Organization {i}", more: $$"""{"otherNames":[{{string.Join(',', Enumerable.Range(0, 40).Select(n => $"\"{new string('y', 190)}{n}\""))}}]}""");
            await ear.NextChangesAsync();
        }

        // Only what was closed may be read: reading before would show that it is read.
        var feed = desk.Services.GetRequiredService<LiveFeed>();
        await Patience.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return feed.Count == 1;
            },
            Cancellation);
        await Assert.ThrowsAsync<WebSocketException>(() => ReadAsync(deaf));
        Assert.Equal("heartbeat", LiveEar.Type(await ear.NextAsync()));
    }

    [Fact]
    public async Task A_quiet_stream_tells_every_fifteen_seconds_where_it_is()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var desk = await LiveDesk.OpenAsync(adjust: s => s.AddSingleton<TimeProvider>(clock));
        await using var ear = desk.Listen();
        await ear.FollowAsync();
        var cursor = ear.Cursor;
        for (var beat = 0; beat < 3; beat++)
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            var message = await ear.NextAsync();
            Assert.Equal(("heartbeat", cursor), (LiveEar.Type(message), (string?)message["cursor"]));
        }
    }

    /// <summary>A raw WebSocket with a small buffer that follows, and then does nothing.</summary>
    private static async Task<ClientWebSocket> OpenAsync(Uri address)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2048 };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new ClientWebSocket();
        await client.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, new HttpMessageInvoker(handler), Cancellation);
        await client.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, Cancellation);

        // With all streams that one connection may have, so that what the system buffers is soon full.
        for (var i = 0; i < 8; i++)
        {
            var follow = $"{{\"type\":4,\"invocationId\":\"{i}\",\"target\":\"Follow\",\"arguments\":[{{\"everything\":true}}]}}\u001e";
            await client.SendAsync(Encoding.UTF8.GetBytes(follow), WebSocketMessageType.Text, true, Cancellation);
        }

        var buffer = new byte[1024];
        for (var heard = ""; heard.Split("caughtUp").Length <= 8;)
        {
            heard += Encoding.UTF8.GetString(buffer, 0, (await client.ReceiveAsync(buffer, Cancellation)).Count);
        }

        return client;
    }

    /// <summary>Reads until the first of its streams ended.</summary>
    private static async Task<string> ReadAsync(ClientWebSocket client)
    {
        var heard = new StringBuilder();
        var buffer = new byte[64 * 1024];
        for (var last = ""; !last.Contains(Behind, StringComparison.Ordinal) || last[^1] != '\u001e'; last = heard.ToString(Math.Max(0, heard.Length - 400), Math.Min(400, heard.Length)))
        {
            var received = await client.ReceiveAsync(buffer, Cancellation).WaitAsync(Patience.Limit);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }

        return heard.ToString();
    }
}
