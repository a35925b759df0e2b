using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace NetworkMap.Benchmarks.Live;

/// <summary>Many raw WebSocket clients that speak SignalR's JSON protocol, and note when each change arrives. Its number stands behind <paramref name="mark"/>.</summary>
internal sealed class FanOutStage(string mark)
{
    private const int MostChanges = 4096;
    private static readonly byte[] Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();
    private readonly List<WebSocket> reading = [];
    private readonly List<WebSocket> stuck = [];
    private readonly List<long[]> arrivals = [];
    private readonly List<Task> loops = [];
    private readonly CancellationTokenSource ending = new();
    private readonly byte[] needle = Encoding.UTF8.GetBytes(mark);
    private int next;

    /// <summary>Readers whose connection ended before the measurement did.</summary>
    internal int CutOff { get; private set; }

    internal async Task OpenAsync(Uri address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var socket = await ConnectAsync(address, streams: 1, receiveBuffer: null);
            var arrived = new long[MostChanges];
            var caughtUp = new TaskCompletionSource();
            reading.Add(socket);
            arrivals.Add(arrived);
            loops.Add(ReadAsync(socket, arrived, caughtUp));
            await caughtUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        loops.Add(PingAsync());
    }

    internal async Task OpenStuckAsync(Uri address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            // With all streams that one connection may have, so that the buffers between are soon full.
            stuck.Add(await ConnectAsync(address, streams: 8, receiveBuffer: 4096));
        }
    }

    /// <summary>Changes so much that the buffers of those who do not read are full.</summary>
    internal async Task FillAsync(Writer steward)
    {
        for (var i = 0; i < 600; i++)
        {
            await steward.WriteAsync($"Isi {i.ToString(CultureInfo.InvariantCulture)} " + new string('x', 1900));
        }

        await Task.Delay(2000);
    }

    /// <summary>The number of the first change of a measurement.</summary>
    internal int Begin(int changes) => (next += changes) - changes;

    /// <summary>Milliseconds from each start to each arrival, sorted, and how many did not arrive.</summary>
    internal (double[] Sorted, int Lost) Latencies(int first, long[] starts)
    {
        var all = from arrived in arrivals from i in Enumerable.Range(0, starts.Length) select (Start: starts[i], End: Volatile.Read(ref arrived[first + i]));
        var found = all.ToLookup(a => a.End != 0, a => (a.End - a.Start) * 1000.0 / Stopwatch.Frequency);
        return ([.. found[true].Order()], found[false].Count());
    }

    /// <summary>Reads at last what those got who never read, and closes them; how many had fallen behind.</summary>
    internal async Task<int> CloseStuckAsync()
    {
        var (closing, behind) = (stuck.ToList(), 0);
        stuck.Clear();
        foreach (var socket in closing)
        {
            behind += await IsBehindAsync(socket) ? 1 : 0;
            socket.Abort();
        }

        return behind;
    }

    internal async Task CloseAsync()
    {
        await ending.CancelAsync();
        reading.ForEach(s => s.Abort());
        await Task.WhenAll(loops).WaitAsync(TimeSpan.FromSeconds(10));
        ending.Dispose();
    }

    private static async Task<WebSocket> ConnectAsync(Uri address, int streams, int? receiveBuffer)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                if (receiveBuffer is { } size)
                {
                    socket.ReceiveBufferSize = size;
                }

                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new ClientWebSocket();
        await client.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, new HttpMessageInvoker(handler), default);
        await client.SendAsync(Handshake, WebSocketMessageType.Text, true, default);
        for (var i = 0; i < streams; i++)
        {
            var follow = $"{{\"type\":4,\"invocationId\":\"{i}\",\"target\":\"Follow\",\"arguments\":[{{\"everything\":true}}]}}\u001e";
            await client.SendAsync(Encoding.UTF8.GetBytes(follow), WebSocketMessageType.Text, true, default);
        }

        return client;
    }

    private async Task ReadAsync(WebSocket socket, long[] arrived, TaskCompletionSource caughtUp)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (!ending.IsCancellationRequested)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), ending.Token);
                length += received.Count;
                if (!received.EndOfMessage && length < buffer.Length)
                {
                    continue;
                }

                Note(buffer.AsSpan(0, length), arrived, caughtUp);
                length = 0;
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or WebSocketException)
        {
            CutOff += ending.IsCancellationRequested ? 0 : 1;
        }
    }

    private void Note(ReadOnlySpan<byte> message, long[] arrived, TaskCompletionSource caughtUp)
    {
        var now = Stopwatch.GetTimestamp();
        if (message.IndexOf("caughtUp"u8) >= 0)
        {
            caughtUp.TrySetResult();
        }

        for (var at = message.IndexOf(needle); at >= 0; at = message.IndexOf(needle))
        {
            message = message[(at + needle.Length)..];
            if (System.Buffers.Text.Utf8Parser.TryParse(message, out int number, out _))
            {
                Volatile.Write(ref arrived[number], now);
            }
        }
    }

    /// <summary>Without a sign of life the server takes a client for gone after 30 s; those who never read still give one. A hundredth of them at a time.</summary>
    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var turn = 0; !ending.IsCancellationRequested; turn = (turn + 1) % 100)
        {
            foreach (var socket in reading.Concat(stuck).Where((s, i) => i % 100 == turn && s.State == WebSocketState.Open).ToList())
            {
                await Task.WhenAny(socket.SendAsync(Ping, WebSocketMessageType.Text, true, ending.Token));
            }

            await Task.WhenAny(timer.WaitForNextTickAsync(ending.Token).AsTask());
        }
    }

    private static async Task<bool> IsBehindAsync(WebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                if (received.MessageType == WebSocketMessageType.Close || buffer.AsSpan(0, received.Count).IndexOf("\"behind\""u8) >= 0)
                {
                    return true;
                }
            }
        }
        catch (WebSocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
