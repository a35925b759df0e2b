using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Http;

/// <summary>A store without room is told as that, to who writes and to who watches the server, until there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-room-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_disk_is_told_and_the_server_is_ready_again_once_there_is_room()
    {
        await using var server = await RunningServer.StartAsync(
            "none", folder.FullName, adjust: services => services.AddSingleton(_ => OpenedStore.With(SqliteNetworkStore.Open(folder.FullName, pageLimit: 80, path => new EndFile(path)), folder.FullName)));
        using var steward = await server.StewardAsync();
        steward.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Equal("ready", await steward.GetStringAsync("/health/ready", Cancellation));

        var refused = await UntilFullAsync(steward);
        Assert.Equal("store_full", refused.GetProperty("code").GetString());
        Assert.Contains("disk is full", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Name, refused.GetRawText(), StringComparison.Ordinal);

        Assert.Equal("ready to answer, but changes are refused: the disk is full", await steward.GetStringAsync("/health/ready", Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await steward.GetAsync("/api/terms", Cancellation)).StatusCode);
        ((SqliteNetworkStore)server.Services.GetRequiredService<INetworkStore>()).PageLimit = null;
        await Patience.UntilAsync(async () => await steward.GetStringAsync("/health/ready", Cancellation) == "ready", Cancellation);

        Assert.Equal("ready", await steward.GetStringAsync("/health/ready", Cancellation));
        Assert.Equal(HttpStatusCode.Created, (await AddAsync(steward, 500)).StatusCode);
    }

    private static async Task<JsonElement> UntilFullAsync(HttpClient steward)
    {
        for (var number = 0; number < 400; number++)
        {
            using var answer = await AddAsync(steward, number);
            if (!answer.IsSuccessStatusCode)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            }
        }

        throw new InvalidOperationException("The store never became full.");
    }

    private static async Task<HttpResponseMessage> AddAsync(HttpClient steward, int number)
    {
        var source = new string('s', 250);
        using var body = new StringContent($$$"""{"taxonomy":"actor_kind","code":"kind_{{{number}}}","labelId":"Jenis","labelEn":"Kind","provenance":{"source":"{{{source}}}"}}""", Encoding.UTF8, "application/json");
        return await steward.PostAsync("/api/terms", body, Cancellation);
    }
}
