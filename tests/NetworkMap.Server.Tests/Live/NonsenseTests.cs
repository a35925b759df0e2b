using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR.Client;

namespace NetworkMap.Server.Tests.Live;

/// <summary>What the hub answers to what it cannot use, while it and the connection go on.</summary>
public sealed class NonsenseTests : IAsyncLifetime
{
    private LiveDesk? desk;

    private LiveDesk Desk => desk!;

    public async ValueTask InitializeAsync() => desk = await LiveDesk.OpenAsync();

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nonsense_is_refused_with_its_code_and_the_connection_goes_on(bool messagePack)
    {
        await using var ear = Desk.Listen(messagePack: messagePack, language: "en");
        await ear.FollowAsync();
        foreach (var (argument, code) in Nonsense())
        {
            Assert.Contains(code, await ear.RefusedAsync(argument), StringComparison.Ordinal);
        }

        if (!messagePack)
        {
            Assert.Contains("text_not_utf8", await ear.RefusedAsync(new Raw("""{"everything":true,"since":"\ud800"}""")), StringComparison.Ordinal);
            Assert.Contains("text_not_utf8", await ear.RefusedAsync(new Raw("""{"\udc00":true}""")), StringComparison.Ordinal);
        }

        Assert.Contains("Follow", await ear.RefusedAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => ear.Connection.InvokeAsync<object>("Unknown"));
        var id = await Desk.OrganizationAsync("Still here");
        Assert.Equal([id], LiveEar.Ids(await ear.NextChangesAsync()));
    }

    [Fact]
    public async Task An_unknown_organization_is_refused_in_the_language_of_the_connection()
    {
        await using var ear = Desk.Listen();
        await ear.Connection.StartAsync();
        Assert.Contains("organization_unknown (organizations[0]): Organisasi itu tidak ditemukan.", await ear.RefusedAsync(new { organizations = new[] { Guid.NewGuid() } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_connection_cannot_open_streams_without_end()
    {
        await using var ear = Desk.Listen();
        await ear.Connection.StartAsync();
        using var end = new CancellationTokenSource();
        for (var i = 0; i < 8; i++)
        {
            var stream = ear.Connection.StreamAsync<object>("Follow", new { everything = true }, end.Token).GetAsyncEnumerator();
            Assert.True(await stream.MoveNextAsync());
        }

        Assert.Contains("too_many_requests", await ear.RefusedAsync(new { everything = true }), StringComparison.Ordinal);
        await end.CancelAsync();
    }

    [Fact]
    public async Task Pages_of_other_sites_may_not_follow()
    {
        using var client = new HttpClient { BaseAddress = Desk.Address };
        using var negotiation = new HttpRequestMessage(HttpMethod.Post, "/live/negotiate?negotiateVersion=1");
        negotiation.Headers.Add("Origin", "https://elsewhere.example");
        using var refused = await client.SendAsync(negotiation, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync("https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await OpenAsync(Desk.Address.GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>An argument as no serializer would write it.</summary>
    [JsonConverter(typeof(Json))]
    private sealed record Raw(string Text)
    {
        private sealed class Json : JsonConverter<Raw>
        {
            public override Raw Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("It only goes out.");

            public override void Write(Utf8JsonWriter writer, Raw value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text, skipInputValidation: true);
        }
    }

    private static IEnumerable<(object? Argument, string Code)> Nonsense() =>
    [
        (null, "field_wrong_type"), (7, "field_wrong_type"), ("everything", "field_wrong_type"), (new[] { 1, 2 }, "field_wrong_type"),
        (new Dictionary<string, object?>(StringComparer.Ordinal), "follow_unclear"),
        (Map("everything", false), "field_wrong_type"), (Map("everything", "yes"), "field_wrong_type"),
        (Map("everything", true, "area", Map("region", "33")), "follow_unclear"), (Map("everything", true, "since", 12), "field_wrong_type"),
        (Map("everything", true, "since", "yesterday"), "cursor_malformed"), (Map("everything", true, "colour", "red"), "field_unknown"),
        (Map("everything", true, "language", "fr"), "choice_unknown"), (Map("organizations", "all"), "field_wrong_type"),
        (Map("organizations", new[] { 3 }), "field_wrong_type"), (Map("organizations", new[] { "x" }), "id_malformed"),
        (Map("organizations", Enumerable.Repeat(Guid.NewGuid().ToString(), 501).ToArray()), "list_too_long"),
        (Map("area", Map("region", "33.7")), "region_code_malformed"), (Map("area", Map("region", "99")), "region_unknown"),
        (Map("area", Map("west", 1, "south", 2)), "number_missing"), (Map("area", Map("west", 1, "south", 2, "east", 3, "north", 900)), "number_out_of_range"),
        (Map("area", Map("west", 5, "south", 2, "east", 3, "north", 4)), "area_reversed"), (Map("area", Map("west", "a", "south", 2, "east", 3, "north", 4)), "field_wrong_type"),
    ];

    private static Dictionary<string, object?> Map(params object?[] pairs) => pairs.Chunk(2).ToDictionary(p => (string)p[0]!, p => p[1], StringComparer.Ordinal);

    private async Task<HttpStatusCode> OpenAsync(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new UriBuilder(Desk.Address) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        }

        return socket.HttpStatusCode;
    }
}
