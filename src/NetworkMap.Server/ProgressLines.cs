using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace NetworkMap.Server;

/// <summary>Tells on standard error how far a server is with a piece of work, as its hub tells. Where that cannot be heard the work goes on all the same.</summary>
internal sealed class ProgressLines : IAsyncDisposable
{
    /// <summary>A line is written when so many percent more are done.</summary>
    private const long Steps = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["receiving"] = "sending the file",
        ["waiting"] = "waiting until another file is through",
        ["reading"] = "reading the rows",
        ["recognizing"] = "finding out what each row is about",
        ["planning"] = "trying what would become of each",
        ["checking"] = "checking each once more",
        ["writing"] = "writing",
    };

    private readonly HubConnection hub;
    private Task<string> hearing = Task.FromResult("");

    private ProgressLines(HubConnection hub) => this.hub = hub;

    /// <summary>Connects, or does not.</summary>
    internal static async Task<ProgressLines> OpenAsync(Uri server, string? token, CancellationToken cancellation)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(server, "live"), options => options.AccessTokenProvider = () => Task.FromResult(token)).Build();
        try
        {
            await hub.StartAsync(cancellation);
        }
        catch (Exception unheard) when (unheard is not OperationCanceledException)
        {
            // The request itself says what is wrong, if anything is.
        }

        return new ProgressLines(hub);
    }

    /// <summary>Begins to listen; gives the id under which the work is to be asked for.</summary>
    internal string Begin()
    {
        var id = Guid.NewGuid().ToString("D");
        hearing = HearAsync(id);
        return id;
    }

    /// <summary>How the work ended, as far as that was heard in a while: <c>done</c>, <c>stored</c> or <c>stopped</c>; else how far it was, or nothing.</summary>
    internal async Task<string> EndAsync()
    {
        await Task.WhenAny(hearing, Task.Delay(Patience));
        return hearing.IsCompletedSuccessfully ? await hearing : "";
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private async Task<string> HearAsync(string id)
    {
        var (stage, told) = ("", -1L);
        try
        {
            await foreach (var message in hub.StreamAsync<JsonObject>("Progress", id))
            {
                var (now, done, of) = ((string)message["stage"]!, (long)message["done"]!, (long)message["of"]!);
                told = now == stage ? told : -1;
                stage = now;
                var percent = of > 0 ? Math.Clamp(done * 100 / of, 0, 100) : 0;
                if (Words.TryGetValue(now, out var words) && (told < 0 || percent >= told + Steps || (percent == 100 && told < 100)))
                {
                    told = percent;
                    Console.Error.WriteLine(of > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {words}: {percent} %") : $"  {words}");
                }
            }
        }
        catch (Exception unheard) when (unheard is HubException or InvalidOperationException or OperationCanceledException or IOException or System.Net.WebSockets.WebSocketException)
        {
            // Whoever waits gets the answer of the request.
        }

        return stage;
    }
}
