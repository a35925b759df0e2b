using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>The process is killed while many write, again and again. Whatever was acknowledged is there afterwards; what was not acknowledged is sent again
/// with its key; nothing is there twice.</summary>
public sealed class KilledInTheMiddleTests : IDisposable
{
    private const int Writers = 16;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-killed-");
    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unanswered = new(StringComparer.Ordinal);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(20) };
    private Uri address = new("http://127.0.0.1");

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("NETWORKMAP_KILLS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled_when_the_process_is_killed()
    {
        var random = new Random(20260301);
        for (var round = 1; round <= Rounds; round++)
        {
            using var server = await ServerProcess.ServeAsync(folder.FullName);
            address = server.Address;
            await PrepareAsync(server.Welcome);
            await SendAgainAsync();
            await CheckAsync();
            await WriteUntilKilledAsync(server, round, random.Next(60, 500));
        }

        using var last = await ServerProcess.ServeAsync(folder.FullName);
        address = last.Address;
        await SendAgainAsync();
        await CheckAsync();
        await last.KillAsync();
        Assert.True(acknowledged.Count > Rounds * Writers, $"Only {acknowledged.Count} changes were acknowledged: too few to test anything.");
        var (code, said) = await ServerProcess.RunAsync("verify", folder.FullName);
        Assert.True(code == 0, said);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} kills, {acknowledged.Count} changes acknowledged, {resent} sent again.");
    }

    private int resent;

    /// <summary>Signs in by the link of the first start, and makes what organizations refer to.</summary>
    private async Task PrepareAsync(string? welcome)
    {
        if (welcome is null)
        {
            return;
        }

        using var signedIn = await client.PostAsync(new Uri(address, welcome), null, Cancellation);
        await PostAsync("/api/terms", new { taxonomy = "actor_kind", code = "ngo", labelId = "LSM", labelEn = "NGO", provenance = new { source = "a test" } });
        await PostAsync("/api/regions", new { id = "33", name = "Jawa Tengah", provenance = new { source = "a test" } });
    }

    private async Task WriteUntilKilledAsync(ServerProcess server, int round, int milliseconds)
    {
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync($"round {round} writer {writer}"))).ToList();
        await Task.Delay(milliseconds, Cancellation);
        await server.KillAsync();
        await Task.WhenAll(writers);
    }

    private async Task WriteAsync(string who)
    {
        for (var i = 0; ; i++)
        {
            var name = $"{who} number {i}";
            unanswered[name] = name;
            try
            {
                await CreateAsync(name);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    private async Task SendAgainAsync()
    {
        resent += unanswered.Count;
        await Task.WhenAll(unanswered.Keys.Select(CreateAsync));
    }

    private async Task CreateAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/organizations"))
        {
            Content = JsonContent.Create(new { name, actorKind = "ngo", region = "33", note = "sealed", provenance = new { source = "a test" } }),
        };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await client.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{name}: {answer.StatusCode} {body}");
        acknowledged[name] = body.GetProperty("id").GetString()!;
        unanswered.TryRemove(name, out _);
    }

    /// <summary>All that was ever acknowledged is there, under the id that was told, and every name once.</summary>
    private async Task CheckAsync()
    {
        var found = new List<(string Name, string Id)>();
        for (string? next = ""; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri(address, "/api/organizations?limit=200&cursor=" + Uri.EscapeDataString(next)), Cancellation);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(o => (o.GetProperty("name").GetString()!, o.GetProperty("id").GetString()!)));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.Equal(found.Count, found.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Select(a => (a.Key, a.Value)).Except(found));
        Assert.Empty(found.Except(acknowledged.Select(a => (a.Key, a.Value))));
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(address, path), body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }
}
