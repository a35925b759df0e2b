using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>A server process, or its database, is killed while many write, again and again. Whatever was acknowledged is there afterwards; what was not acknowledged is
/// sent again with its key; nothing is there twice. What is killed, and how it comes back, is said by who inherits this.</summary>
public abstract class KilledInTheMiddle : IAsyncLifetime
{
    private const int Writers = 16;
    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unanswered = new(StringComparer.Ordinal);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>The folder of the server.</summary>
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("networkmap-killed-");

    /// <summary>Where it listens.</summary>
    protected Uri Address { get; set; } = new("http://127.0.0.1");

    /// <summary>How often something is killed, unless the environment says otherwise.</summary>
    protected abstract int Usual { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Rounds => int.TryParse(Environment.GetEnvironmentVariable("NETWORKMAP_KILLS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : Usual;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        client.Dispose();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Brings up whatever is down. Gives the steward's link at the first start.</summary>
    protected abstract Task<string?> BringUpAsync();

    /// <summary>Kills.</summary>
    protected abstract Task KillAsync();

    /// <summary>Ends all, and proves that the store is whole; what was said when it is not.</summary>
    protected abstract Task<string?> VerifyAsync();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled()
    {
        var random = new Random(20260301);
        for (var round = 1; round <= Rounds; round++)
        {
            await PrepareAsync(await BringUpAsync());
            await SendAgainAsync();
            await CheckAsync();
            await WriteUntilKilledAsync(round, random.Next(60, 500));
        }

        await BringUpAsync();
        await SendAgainAsync();
        await CheckAsync();
        Assert.True(acknowledged.Count > Rounds * Writers, $"Only {acknowledged.Count} changes were acknowledged: too few to test anything.");
        Assert.Null(await VerifyAsync());
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

        using var signedIn = await client.PostAsync(new Uri(Address, welcome), null, Cancellation);
        await PostAsync("/api/terms", new { taxonomy = "actor_kind", code = "ngo", labelId = "LSM", labelEn = "NGO", provenance = new { source = "a test" } });
        await PostAsync("/api/regions", new { id = "33", name = "Jawa Tengah", provenance = new { source = "a test" } });
    }

    private async Task WriteUntilKilledAsync(int round, int milliseconds)
    {
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync($"round {round} writer {writer}"))).ToList();

        // Only once all are at it: the first changes of a new process take longest.
        for (var before = acknowledged.Count; acknowledged.Count < before + Writers && !writers.TrueForAll(w => w.IsCompleted);)
        {
            await Task.Delay(5, Cancellation);
        }

        await Task.Delay(milliseconds, Cancellation);
        await KillAsync();
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
                if (!await CreateAsync(name))
                {
                    return;
                }
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
        await Task.WhenAll(unanswered.Keys.Select(async name =>
        {
            // A database that was just started may be too slow for its first statement, which is told as one that is away.
            while (!await CreateAsync(name))
            {
                await Task.Delay(100, Cancellation);
            }
        }));
    }

    /// <summary>False when the server says that its store is away.</summary>
    private async Task<bool> CreateAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/organizations"))
        {
            Content = JsonContent.Create(new { name, actorKind = "ngo", region = "33", note = "sealed", provenance = new { source = "a test" } }),
        };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await client.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }

        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{name}: {answer.StatusCode} {body}");
        acknowledged[name] = body.GetProperty("id").GetString()!;
        unanswered.TryRemove(name, out _);
        return true;
    }

    /// <summary>All that was ever acknowledged is there, under the id that was told, and every name once.</summary>
    private async Task CheckAsync()
    {
        var found = new List<(string Name, string Id)>();
        for (string? next = ""; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri(Address, "/api/organizations?limit=200&cursor=" + Uri.EscapeDataString(next)), Cancellation);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(o => (o.GetProperty("name").GetString()!, o.GetProperty("id").GetString()!)));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.Equal(found.Count, found.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Select(a => (a.Key, a.Value)).Except(found));
        Assert.Empty(found.Except(acknowledged.Select(a => (a.Key, a.Value))));
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(Address, path), body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }
}
