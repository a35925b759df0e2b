using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Graph;
using NetworkMap.Server.Live;
using NetworkMap.Server.Tests.Live;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>How far a file is, who is told, and what becomes of it when it is stopped.</summary>
public sealed class ImportProgressTests : IAsyncLifetime
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("Nama;Jenis;Wilayah\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"Yayasan Kemajuan {i};ngo;33.74\n")));

    private readonly HeldImports held = new();
    private readonly string work = Guid.NewGuid().ToString("D");
    private LiveDesk desk = null!;
    private HttpClient steward = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await LiveDesk.OpenAsync(adjust: held.Adjust);
        steward = new HttpClient(new SocketsHttpHandler { CookieContainer = desk.Session, AllowAutoRedirect = false }) { BaseAddress = desk.Address };
        steward.SayOrigin();
    }

    public ValueTask DisposeAsync()
    {
        held.Release();
        steward.Dispose();
        return desk.DisposeAsync();
    }

    [Fact]
    public async Task How_far_a_file_is_hears_the_account_that_asked_and_nobody_else()
    {
        var (session, _) = await desk.MemberAsync();
        await using var ear = desk.Listen(asSteward: true);
        await using var other = desk.Listen(session);
        await using var anybody = desk.Listen();
        using var end = new CancellationTokenSource();
        var (own, foreign) = (await HearAsync(ear, CancellationToken.None), await HearAsync(other, end.Token));
        await anybody.Connection.StartAsync(Cancellation);
        Assert.Contains("sign_in_first", (await Assert.ThrowsAsync<HubException>(() => anybody.Connection.StreamAsync<JsonObject>("Progress", work, Cancellation).ToListAsync(Cancellation).AsTask())).Message, StringComparison.Ordinal);
        Assert.Contains("id_malformed", (await Assert.ThrowsAsync<HubException>(() => ear.Connection.StreamAsync<JsonObject>("Progress", "kerja", Cancellation).ToListAsync(Cancellation).AsTask())).Message, StringComparison.Ordinal);
        await Patience.UntilAsync(() => desk.Services.GetRequiredService<LongWork>().Known == 2, Cancellation);

        var (status, plan) = await ImportDesk.SendAsync(steward, "/api/imports/check?work=" + work, File, "kemajuan.csv", null);
        Assert.True(status == HttpStatusCode.OK, plan?.ToJsonString());
        var heard = await own.ReadAllAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal("done", (string?)heard[^1]["stage"]);
        Assert.All(heard, m => Assert.Equal(["type", "stage", "done", "of"], m.Select(p => p.Key)));
        Assert.False(foreign.TryRead(out _));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => foreign.ReadAsync(Cancellation).AsTask());
        await Patience.UntilAsync(() => desk.Services.GetRequiredService<LongWork>().Known == 0, Cancellation);
        Assert.Equal(0, desk.Services.GetRequiredService<LongWork>().Known);
        (status, plan) = await ImportDesk.SendAsync(steward, "/api/imports/check?work=kerja", File, "kemajuan.csv", null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "work"), (status, (string?)plan!["errors"]![0]!["field"]));
    }

    [Fact]
    public async Task Stopped_before_it_is_written_nothing_of_it_is()
    {
        var (before, plan) = (Sequence, await PlanAsync());
        await using var ear = desk.Listen(asSteward: true);
        var heard = await HearAsync(ear, Cancellation);
        await held.HoldAsync(desk.Services);
        using var stop = new CancellationTokenSource();
        var bringing = BringAsync(plan, stop.Token);
        var planned = await heard.ReadAllAsync(Cancellation).FirstAsync(m => (string?)m["stage"] == "planning" && (long)m["done"]! == 40, Cancellation);
        Assert.Equal(40, (long)planned["of"]!);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bringing);
        await held.Broken;
        held.Release();
        Assert.Equal("stopped", (string?)(await heard.ReadAllAsync(Cancellation).LastAsync(Cancellation))["stage"]);
        Assert.Equal(before, Sequence);

        var (status, made) = await BringAsync(plan, Cancellation);
        Assert.Equal((HttpStatusCode.OK, 40, before + 1), (status, (int)made!["writes"]!, Sequence));
    }

    [Fact]
    public async Task Stopped_while_it_is_written_it_is_stored_as_a_whole_and_says_so()
    {
        var (before, plan) = (Sequence, await PlanAsync());
        await using var ear = desk.Listen(asSteward: true);
        var heard = await HearAsync(ear, Cancellation);
        held.Append = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        var bringing = BringAsync(plan, stop.Token);
        await held.Appending.Task.WaitAsync(Patience.Limit, Cancellation);
        await heard.ReadAllAsync(Cancellation).FirstAsync(m => (string?)m["stage"] == "writing", Cancellation);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bringing);
        await held.Broken;
        held.Append.SetResult();
        Assert.Equal("stored", (string?)(await heard.ReadAllAsync(Cancellation).LastAsync(Cancellation))["stage"]);
        Assert.Equal(before + 1, Sequence);
        var (_, again) = await ImportDesk.SendAsync(steward, "/api/imports/check", File, "kemajuan.csv", null);
        Assert.Equal("unchanged 40", ImportDesk.Counts(again!));
    }

    private long Sequence => desk.Services.GetRequiredService<NetworkView>().Latest.Sequence;

    private async Task<string> PlanAsync() => (string)(await ImportDesk.SendAsync(steward, "/api/imports/check", File, "kemajuan.csv", null)).Body!["plan"]!;

    private Task<(HttpStatusCode Status, JsonNode? Body)> BringAsync(string plan, CancellationToken cancellation) =>
        ImportDesk.SendAsync(steward, "/api/imports?work=" + work, File, "kemajuan.csv", new JsonObject { ["plan"] = plan }, cancellation: cancellation);

    /// <summary>What is heard of the work, from before it begins.</summary>
    private async Task<ChannelReader<JsonObject>> HearAsync(LiveEar ear, CancellationToken cancellation)
    {
        await ear.Connection.StartAsync(Cancellation);
        return await ear.Connection.StreamAsChannelAsync<JsonObject>("Progress", work, cancellation);
    }
}
