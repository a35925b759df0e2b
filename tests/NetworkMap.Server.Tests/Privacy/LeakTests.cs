using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Nothing hidden leaves by any route. A steward reads the same routes and finds every secret, so that the search can fail.</summary>
public sealed class LeakTests(Planted planted) : IClassFixture<Planted>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_finds_no_secret_by_any_route()
    {
        var (addresses, unknown) = await Questions.AllAsync(planted);
        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
        var leaks = new List<string>();
        foreach (var address in addresses)
        {
            leaks.AddRange(planted.Found(await Reading.ReadAsync(planted.Anybody, address), address).Select(s => $"{address} tells {s}"));
            leaks.AddRange(planted.Found(await Reading.ReadAsync(planted.Anybody, address, "en"), address).Select(s => $"{address} tells {s} in English"));
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(60)));
    }

    [Fact]
    public async Task A_steward_finds_every_secret_by_the_same_routes()
    {
        var (addresses, _) = await Questions.AllAsync(planted);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            found.UnionWith(planted.Found(await Reading.ReadAsync(planted.Steward, address), ""));
        }

        Assert.Empty(planted.Secrets.Except(found, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refusals_of_writes_tell_the_public_nothing()
    {
        var leaks = new List<string>();
        foreach (var (segment, name) in new[] { ("organizations", "group"), ("places", "home"), ("places", "hidden place"), ("ties", "hidden tie"), ("units", "gone") })
        {
            foreach (var (method, body) in new[] { (HttpMethod.Put, "{}"), (HttpMethod.Put, "{"), (HttpMethod.Put, """{"name":1}"""), (HttpMethod.Delete, "{}"), (HttpMethod.Post, "{}") })
            {
                var address = method == HttpMethod.Post ? $"/api/{segment}" : $"/api/{segment}/{planted.Ids[name]}";
                using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", "\"99\"");
                using var answer = await planted.Anybody.SendAsync(request, Cancellation);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method} {address} answered {answer.StatusCode}");
                leaks.AddRange(planted.Found(await Reading.TellAsync(answer), address).Select(s => $"{method} {address} tells {s}"));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Fact]
    public async Task Hidden_and_unknown_ids_are_answered_alike_byte_for_byte()
    {
        foreach (var (segment, name) in new[] { ("places", "hidden place"), ("ties", "hidden tie"), ("ties", "late tie"), ("units", "gone"), ("places", "moved") })
        {
            foreach (var rest in new[] { "", "/history", "/history?limit=1" })
            {
                var hidden = await Reading.ReadAsync(planted.Anybody, $"/api/{segment}/{planted.Ids[name]}{rest}");
                var unknown = await Reading.ReadAsync(planted.Anybody, $"/api/{segment}/5ec7e700-0000-4000-8000-000000000001{rest}");
                Assert.Equal(unknown, hidden);
            }
        }
    }

    [Fact]
    public async Task A_hidden_change_and_one_that_never_was_are_answered_alike_byte_for_byte()
    {
        const string Never = "00000000000000000000000000000000";
        var hidden = await planted.HiddenChangesAsync();
        Assert.NotEmpty(hidden);
        foreach (var change in hidden)
        {
            Assert.Equal(await Reading.ReadAsync(planted.Anybody, $"/api/changesets/{Never}"), await Reading.ReadAsync(planted.Anybody, $"/api/changesets/{change}"));
            Assert.Equal(await Reading.ReadAsync(planted.Anybody, $"/api/organizations?asOf={Never}"), await Reading.ReadAsync(planted.Anybody, $"/api/organizations?asOf={change}"));
            Assert.Equal(await Reading.AskAsync(planted.Anybody, HttpMethod.Post, $"/api/changesets/{Never}/revert"), await Reading.AskAsync(planted.Anybody, HttpMethod.Post, $"/api/changesets/{change}/revert"));
        }
    }

    [Fact]
    public async Task Who_follows_hears_no_secret_and_nothing_of_hidden_activity()
    {
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(planted.Server.Server.BaseAddress, "/live"), HttpTransportType.LongPolling, o => o.HttpMessageHandlerFactory = _ => planted.Server.Server.CreateHandler()).Build();
        await connection.StartAsync(Cancellation);
        await using var heard = connection.StreamAsync<JsonNode>("Follow", new JsonObject { ["everything"] = true, ["since"] = planted.Beginning }, Cancellation).GetAsyncEnumerator(Cancellation);
        var said = new StringBuilder();
        async Task<string> NextAsync()
        {
            Assert.True(await heard.MoveNextAsync());
            var message = Reading.WithoutRegions(heard.Current)!;

            // Whoever followed what was open once has to hear that it is gone: its id, and nothing else of it.
            (message["items"] as JsonArray)?.RemoveAll(i => i is JsonObject { Count: 3 } o && o["removed"] is not null);
            said.AppendLine(message.ToJsonString(NetworkMap.Server.Http.Wire.Options));
            return (string)heard.Current["type"]!;
        }

        while (await NextAsync() != "caughtUp")
        {
        }

        Assert.Contains("Kelompok Melati", said.ToString(), StringComparison.Ordinal);
        await planted.StirAsync();
        await planted.OpenlyAsync();
        while (await NextAsync() == "heartbeat")
        {
        }

        Assert.Equal([planted.Ids["second"]], heard.Current["items"]!.AsArray().Select(i => (string)i!["id"]!));
        Assert.Empty(planted.Found(said.ToString(), ""));
    }

    [Fact]
    public async Task Hidden_activity_moves_no_answer_tag_or_cursor_of_the_public()
    {
        var addresses = (await Questions.AllAsync(planted)).Addresses.Where(a => a.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        var before = new List<string>();
        foreach (var address in addresses)
        {
            before.Add(await Reading.ReadAsync(planted.Anybody, address));
        }

        await planted.StirAsync();
        var moved = new List<string>();
        foreach (var (address, said) in addresses.Zip(before))
        {
            if (await Reading.ReadAsync(planted.Anybody, address) is var now && now != said)
            {
                moved.Add($"{address} moved:\n  {said[..Math.Min(300, said.Length)]}\n  {now[..Math.Min(300, now.Length)]}");
            }
        }

        Assert.True(moved.Count == 0, string.Join('\n', moved.Take(20)));
    }
}
