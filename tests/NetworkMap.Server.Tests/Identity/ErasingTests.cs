using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>An account that its owner erases.</summary>
public sealed partial class ErasingTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private Visitor sari = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        sari = await Visitor.StewardAsync(server, "sari");
    }

    public async ValueTask DisposeAsync()
    {
        sari.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Everything_of_hers_goes_and_what_she_wrote_stays_by_an_account_that_was_erased()
    {
        using var rini = await Visitor.StewardAsync(server, "rini");
        await rini.SendAsync("/akun/nama", ("name", "Rini"));
        var account = (string)(await rini.MeAsync())["account"]!;
        var token = Secret().Match((await rini.SendAsync("/akun/token", ("tokenName", "Laporan"), ("tokenScope", "write"), ("tokenDays", "30"), ("tokenPassword", Visitor.Password))).Page).Value;
        using var content = new StringContent(StewardDesk.Organization("Lembaga Rini").ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var made = await rini.Client.PostAsync("/api/organizations", content, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var elsewhere = new Visitor(server);
        await elsewhere.SignInAsync("rini");
        Assert.Equal(account, (string?)(await ChangesAsync())[0]!["by"]);

        Assert.Contains("tidak cocok", (await rini.SendAsync("/akun/hapus", ("erasePassword", "guess"))).Page, StringComparison.Ordinal);
        Assert.Equal("/masuk?kabar=erased", (await rini.SendAsync("/akun/hapus", ("erasePassword", Visitor.Password))).To);

        Assert.Equal(("public", "public"), (await rini.AudienceAsync(), await elsewhere.AudienceAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.SignInAsync("rini")).Status);
        using var program = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        program.Headers.Authorization = new("Bearer", token);
        using var refused = await server.CreateClient().SendAsync(program, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Empty(server.Services.GetRequiredService<Graph.NetworkView>().Latest.Full.GrantsOf(account));

        var store = server.Services.GetRequiredService<IAccountStore>();
        foreach (var kind in Enum.GetValues<AccountRecordKind>())
        {
            var left = await store.ListAsync(kind, account, before: null, limit: 100, Cancellation);
            Assert.True(left.Count == 0 == (kind != AccountRecordKind.SecurityEntry), $"{kind}: {left.Count}");
        }

        Assert.Equal(SecurityEvent.AccountErased, (await server.Services.GetRequiredService<SecurityLog>().NewestAsync(account, 1, Cancellation))[0].Value.What);
        var changes = await ChangesAsync();
        Assert.All([changes[0]!, changes[1]!], c => Assert.Equal("erased", (string?)c["by"]));
        Assert.Equal("steward", (string?)JsonNode.Parse(await elsewhere.Client.GetStringAsync("/api/changesets?limit=5", Cancellation))!["items"]![0]!["by"]);
    }

    [Fact]
    public async Task The_only_steward_of_everything_stays_until_there_is_another_who_can_come_back()
    {
        Assert.Contains("satu-satunya pengelola data", (await sari.SendAsync("/akun/hapus", ("erasePassword", Visitor.Password))).Page, StringComparison.Ordinal);
        using var unfinished = new Visitor(server);
        await unfinished.PressWelcomeAsync(server);
        Assert.Contains("satu-satunya pengelola data", (await sari.SendAsync("/akun/hapus", ("erasePassword", Visitor.Password))).Page, StringComparison.Ordinal);
        Assert.Equal("steward", await sari.AudienceAsync());

        await unfinished.SendAsync("/akun/masuk", ("signInName", "rini"), ("password", Visitor.Password));
        Assert.Equal("/masuk?kabar=erased", (await sari.SendAsync("/akun/hapus", ("erasePassword", Visitor.Password))).To);
    }

    [Fact]
    public async Task Looking_as_somebody_else_is_taken_down_once_for_an_audience()
    {
        var account = (string)(await sari.MeAsync())["account"]!;
        foreach (var preview in new[] { "public", "public", "signed_in", "public", "coordinator:33" })
        {
            await sari.OpenAsync($"/api/organizations?preview={preview}");
            await sari.OpenAsync($"/cari?q=a&preview={preview}");
        }

        using var anybody = new Visitor(server);
        await anybody.OpenAsync("/api/organizations?preview=public");
        var entries = await server.Services.GetRequiredService<AccountVault>().ListAsync<SecurityEntry>(null, Cancellation);
        var taken = entries.Where(e => e.Value.What == SecurityEvent.Previewed).ToList();
        Assert.Equal(3, taken.Select(e => e.Value.As).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, taken.Count);
        Assert.Contains(taken, e => e.Value.As == "public");
        Assert.All(taken, e => Assert.Equal(account, e.Owner));
    }

    private async Task<JsonArray> ChangesAsync() => JsonNode.Parse(await sari.Client.GetStringAsync("/api/changesets?limit=5", Cancellation))!["items"]!.AsArray();

    [GeneratedRegex("nmt_[A-Za-z0-9_-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
