using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Changes;
using NetworkMap.Graph;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>A server over a copy of another's data, with the time standing still, as one audience asks it.</summary>
internal sealed class Twin : IAsyncDisposable
{
    private readonly RunningServer server;
    private readonly string folder;
    private readonly string? cookie;

    private Twin(RunningServer server, string folder, string? cookie)
    {
        (this.server, this.folder, this.cookie) = (server, folder, cookie);
        Client = ClientOf(cookie);
    }

    internal HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<Twin> OfAsync(RunningServer original, string? cookie, DateTimeOffset now)
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-twin-").FullName;
        foreach (var file in Directory.EnumerateFiles(original.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(original.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var clock = new FakeTimeProvider(now);
        return new Twin(await RunningServer.StartAsync("none", folder, adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))), folder, cookie);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody else who asks.</summary>
    internal HttpClient ClientOf(string? session)
    {
        var client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        if (session is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", session);
        }

        return client;
    }

    /// <summary>Writes past the routes, so that the twins' ids and times are alike.</summary>
    internal async Task WriteAsync(params Func<NetworkGraph, Decision>[] changes)
    {
        var (writer, view) = (server.Services.GetRequiredService<NetworkWriter>(), server.Services.GetRequiredService<NetworkView>());
        foreach (var change in changes)
        {
            var outcome = await writer.WriteAsync(new WriteRequest(change(view.Latest.Full), new Attribution("steward-test"), OfTheHouse: true), Cancellation);
            Assert.True(outcome.TryValue(out var accepted) && accepted.Changed, outcome.IsRefused ? outcome.Refusals[0].Code : "nothing changed");
        }
    }

    internal Task<Ear> FollowAsync(string since) => FollowAsync(new JsonObject { ["everything"] = true, ["since"] = since });

    internal async Task<Ear> FollowAsync(JsonObject what)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(server.Server.BaseAddress, "/live"), HttpTransportType.LongPolling, o =>
        {
            o.HttpMessageHandlerFactory = _ => server.Server.CreateHandler();
            if (cookie is not null)
            {
                o.Headers["Cookie"] = cookie;
            }
        }).Build();
        await connection.StartAsync(Cancellation);
        return new Ear(connection, what);
    }

    /// <summary>What one stream says.</summary>
    internal sealed class Ear(HubConnection connection, JsonObject what) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<JsonNode> heard = connection.StreamAsync<JsonNode>("Follow", what, Cancellation).GetAsyncEnumerator(Cancellation);

        internal string Cursor { get; private set; } = (string?)what["since"] ?? "";

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();

        /// <summary>All that is said until a message of a type came so often.</summary>
        internal async Task<string> UntilAsync(string type, int times = 1)
        {
            var said = new List<string>();
            while (times > 0)
            {
                Assert.True(await heard.MoveNextAsync());
                Cursor = (string)heard.Current["cursor"]!;
                times -= (string)heard.Current["type"]! == type ? 1 : 0;
                if ((string)heard.Current["type"]! != "heartbeat")
                {
                    said.Add(heard.Current.ToJsonString(NetworkMap.Server.Http.Wire.Options));
                }
            }

            return string.Join('\n', said);
        }
    }
}
