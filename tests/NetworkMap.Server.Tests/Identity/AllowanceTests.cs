using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Live;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>How much one asker may take, behind a proxy that says who asks, over a real socket.</summary>
public sealed class AllowanceTests : IAsyncLifetime
{
    private const string Matrix = "/api/coverage?axis=hso_function";
    private const string One = "203.0.113.7";
    private const string Other = "203.0.113.8";

    private RunningServer? server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningServer Server => server!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(
        "terms",
        listening: true,
        adjust: services => services.AddSingleton(new LiveLimits { Connections = 2 }),
        settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["proxies"] = "127.0.0.1, ::1", ["allowance"] = "100/1" });

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_dear_questions_without_end_is_told_how_long_to_wait_and_nobody_else_waits()
    {
        using var client = Client();
        var answered = 0;
        HttpResponseMessage refused;
        while ((refused = await AskAsync(client, Matrix, One)).StatusCode == HttpStatusCode.OK)
        {
            Assert.True(++answered <= 20, "nobody was ever refused");
        }

        // A hundred at ten each, and what came back meanwhile.
        Assert.InRange(answered, 10, 20);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var wait = int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 10);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("too_many_requests", problem["code"]!.GetValue<string>());
        Assert.Equal("Terlalu banyak permintaan.", problem["title"]!.GetValue<string>());
        refused.Dispose();

        using var other = await AskAsync(client, Matrix, Other);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var here = await AskAsync(client, Matrix, null);
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        using var health = await AskAsync(client, "/health/live", One);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task An_account_has_a_share_of_its_own_wherever_it_asks_from()
    {
        var code = Server.Services.GetRequiredService<WelcomeCode>().Make();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true };
        using var member = new HttpClient(handler) { BaseAddress = Server.ClientOptions.BaseAddress };
        member.SayOrigin();
        using var welcome = await member.PostAsync($"/welcome/{code}", null, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);

        using var client = Client();
        await SpendAsync(client, One);
        using var hers = await AskAsync(member, Matrix, One);
        Assert.Equal(HttpStatusCode.OK, hers.StatusCode);
        await SpendAsync(member, One);
        using var elsewhere = await AskAsync(member, Matrix, Other);
        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_question_about_the_past_costs_more_than_one_about_now()
    {
        using var client = Client();
        for (var i = 0; i < 2; i++)
        {
            using var past = await AskAsync(client, "/api/regions?asOf=2026-01-01T00:00:00Z", One);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, past.StatusCode);
        }

        using var third = await AskAsync(client, "/api/regions?asOf=2026-01-01T00:00:00Z", One);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_open_live_connections_without_end()
    {
        await using var first = await ConnectAsync(One);
        await using var second = await ConnectAsync(One);
        await using var third = Connection(One);
        var told = new TaskCompletionSource<Exception?>();
        third.Closed += fault =>
        {
            told.TrySetResult(fault);
            return Task.CompletedTask;
        };
        await third.StartAsync(Cancellation);
        Assert.Contains("too_many_requests", (await told.Task.WaitAsync(Patience.Limit, Cancellation))?.Message, StringComparison.Ordinal);

        await using var other = await ConnectAsync(Other);
        Assert.Equal(HubConnectionState.Connected, other.State);

        // One that was closed makes room.
        await second.StopAsync(Cancellation);
        var connections = Server.Services.GetRequiredService<OpenConnections>();
        var hasRoom = false;
        await Patience.UntilAsync(() => hasRoom = connections.TryAdd("address " + One), Cancellation);
        Assert.True(hasRoom, "a closed connection still counts");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("none", true)]
    [InlineData("3000/60", true)]
    [InlineData("3000", false)]
    [InlineData("0/60", false)]
    [InlineData("many/60", false)]
    [InlineData("3000/60/1", false)]
    public void A_setting_that_cannot_be_read_is_told(string setting, bool good) => Assert.Equal(good, Allowance.Fault(setting) is null);

    private static async Task SpendAsync(HttpClient client, string address)
    {
        for (var i = 0; i < 30; i++)
        {
            using var answer = await AskAsync(client, Matrix, address);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return;
            }
        }

        Assert.Fail("nobody was ever refused");
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (address is not null)
        {
            request.Headers.Add("X-Forwarded-For", address);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private HttpClient Client() => new(new HttpClientHandler { UseCookies = false }) { BaseAddress = Server.ClientOptions.BaseAddress };

    private async Task<HubConnection> ConnectAsync(string address)
    {
        var connection = Connection(address);
        await connection.StartAsync(Cancellation);
        var stream = connection.StreamAsync<JsonNode>("Follow", new { everything = true }, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await stream.MoveNextAsync());
        return connection;
    }

    private HubConnection Connection(string address) => new HubConnectionBuilder().WithUrl(new Uri(Server.ClientOptions.BaseAddress, "/live"), HttpTransportType.WebSockets, options => options.Headers["X-Forwarded-For"] = address).Build();
}
