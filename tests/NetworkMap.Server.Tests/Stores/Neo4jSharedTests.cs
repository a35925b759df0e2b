using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Http;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Two servers on one Neo4j database, and what they do while it is away.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jSharedTests(Neo4jServer neo4j) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-shared-");
    private RunningServer one = null!;
    private RunningServer other = null!;
    private HttpClient steward = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
        one = await RunningServer.StartAsync("terms", folder.FullName, settings: Neo4jServer.Stated);
        other = await RunningServer.StartAsync("terms", folder.FullName, settings: Neo4jServer.Stated);
        steward = await one.StewardAsync();
    }

    public async ValueTask DisposeAsync()
    {
        steward?.Dispose();
        await (one?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (other?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_changed_through_one_server_is_soon_told_by_the_other()
    {
        using var made = await MakeAsync(steward, "Kelompok Bersama");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var anybody = other.CreateClient();
        Assert.Contains("Kelompok Bersama", await UntilAsync(anybody, made.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_server_erases_the_other_forgets_also_of_the_past_that_it_has_in_memory()
    {
        using var there = await other.StewardAsync();
        using var made = await MakeAsync(there, "Kelompok Lupa");
        var address = made.Headers.Location!.ToString();
        var form = System.Text.Json.Nodes.JsonNode.Parse(await UntilAsync(steward, address))!.AsObject();
        var id = form["id"]!.GetValue<string>();
        using var body = new StringContent(Features.Elements.StewardDesk.Of($$"""{"organization":"{{id}}","name":"Rumah zqgone","home":true,"region":"33.74","address":"zqgone"}""").ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var home = await there.PostAsync("/api/places", body, Cancellation);
        Assert.Equal(HttpStatusCode.Created, home.StatusCode);
        var place = home.Headers.Location!.ToString();
        var changes = await there.GetStringAsync("/api/changesets?limit=1", Cancellation);
        var then = System.Text.Json.Nodes.JsonNode.Parse(changes)!["items"]![0]!["id"]!.GetValue<string>();
        using var later = await MakeAsync(there, "Kelompok Sesudahnya");
        await UntilAsync(steward, later.Headers.Location!.ToString());
        Assert.Contains("zqgone", await there.GetStringAsync($"{place}?asOf={then}", Cancellation), StringComparison.Ordinal);

        using var wish = JsonContent.Create(new { element = "place/" + place[(place.LastIndexOf('/') + 1)..], confirm = "Rumah zqgone", version = 1 });
        using var erased = await steward.PostAsync("/api/personal-data/erasures", wish, Cancellation);
        Assert.True(erased.StatusCode == HttpStatusCode.OK, await erased.Content.ReadAsStringAsync(Cancellation));

        var texts = new List<string>();
        await Patience.UntilAsync(
            async () =>
            {
                texts = [.. await Task.WhenAll(new[] { $"{place}?asOf={then}", place, place + "/history", "/api/changesets?limit=10" }.Select(p => there.GetStringAsync(p, Cancellation)))];
                return !texts.Exists(t => t.Contains("zqgone", StringComparison.Ordinal));
            },
            Cancellation);

        Assert.All(texts, t => Assert.DoesNotContain("zqgone", t, StringComparison.Ordinal));
        Assert.Contains("place/", await File.ReadAllTextAsync(ErasureList.In(folder.FullName), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_another_process_wraps_the_keys_anew_nothing_is_written_under_the_old_one()
    {
        await using var store = await neo4j.OpenAsync();
        await using var late = await neo4j.OpenAsync();
        StoreWatch[] watches = [one.Services.GetRequiredService<StoreWatch>(), other.Services.GetRequiredService<StoreWatch>()];
        Assert.True(await store.MarkAsync(null, new MasterMark("old", "new"), Cancellation));

        await Assert.ThrowsAsync<StoreBehindException>(() => late.Accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(AccountRecordKind.Session, "late", ""))));
        await Assert.ThrowsAsync<StoreBehindException>(() => late.AppendAsync(late.Head, [new Story(late.Head).Create(1)], Cancellation));
        await Assert.ThrowsAsync<StoreBehindException>(() => late.FollowAsync(Cancellation));

        // Both servers leave off, to begin anew with the key that they are given.
        await Patience.UntilAsync(() => watches.All(w => w.IsBehind), Cancellation);

        Assert.All(watches, w => Assert.True(w.IsBehind));
    }

    [Fact]
    public async Task Two_servers_that_are_written_to_at_once_end_with_the_same_network_and_nothing_twice()
    {
        using var there = await other.StewardAsync();
        var before = other.Sequence; // It has written the rights of its steward; the first one may not have heard of them yet.
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => MakeAsync(n % 2 == 0 ? steward : there, $"Kelompok {n}")));
        Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode, a.StatusCode.ToString()));
        Array.ForEach(answers, a => a.Dispose());

        await SameAsync();
        Assert.Equal(before + 40, one.Sequence);
        Assert.Equal(40L, (await neo4j.RunAsync("MATCH (o:Organization) WHERE o.name STARTS WITH 'Kelompok' RETURN count(o)"))[0][0]);
        var report = await Verification.OfAsync(one.Services.GetRequiredService<INetworkStore>(), one.Services.GetRequiredService<MasterKey>(), Cancellation);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Appends_waiting_for_the_turn_following_and_its_lag_are_measured()
    {
        var measured = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == Tracing.Name) { listener.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured[tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}"] = value);
        meters.Start();
        using var there = await other.StewardAsync();
        using var theirs = await MakeAsync(there, "Kelompok Sana");
        using var made = await MakeAsync(steward, "Kelompok Terukur");
        using var anybody = other.CreateClient();
        await UntilAsync(anybody, made.Headers.Location!.ToString());

        string[] expected = ["db.client.operation.duration Append", "db.client.operation.duration Follow", "networkmap.store.turn.wait.duration", "networkmap.writer.follow.lag"];
        Assert.All(expected, name => Assert.True(measured.ContainsKey(name), $"{name} was not measured; {string.Join(", ", measured.Keys)} were."));
    }

    [Theory]
    [InlineData("pause", "resume")]
    [InlineData("kill", "start")]
    public async Task While_Neo4j_is_away_questions_are_answered_and_changes_refused_and_tried_again_they_are_kept_once(string leave, string comeBack)
    {
        Assert.SkipUnless(Neo4jMachine.IsKnown, Neo4jMachine.Unknown);
        using var anybody = one.CreateClient();
        using var before = await anybody.GetAsync("/api/regions?level=province", Cancellation);
        try
        {
            await Neo4jMachine.RunAsync(leave);
            using (var refused = await MakeAsync(steward, "Kelompok Sabar"))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
                Assert.NotNull(refused.Headers.RetryAfter);
                Assert.Contains("store_failed", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            }

            Assert.Contains("from memory", await UntilAsync(anybody, "/health/ready", "from memory"), StringComparison.Ordinal);
            using var read = await anybody.GetAsync("/api/regions?level=province", Cancellation);
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
            Assert.True(int.TryParse(Assert.Single(read.Headers.GetValues(StoreWatch.AgeHeader)), out _));
            using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/regions?level=province") { Headers = { IfNoneMatch = { before.Headers.ETag! } } };
            using var known = await anybody.SendAsync(asked, Cancellation);
            Assert.Equal((HttpStatusCode.OK, true), (known.StatusCode, known.Headers.CacheControl!.NoStore));
        }
        finally
        {
            await Neo4jMachine.RunAsync(comeBack);
        }

        Assert.Equal("ready", await UntilAsync(anybody, "/health/ready", "ready", whole: true));
        HttpResponseMessage again;
        while (!(again = await MakeAsync(steward, "Kelompok Sabar")).IsSuccessStatusCode)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, again.StatusCode);
            again.Dispose();
            await Task.Delay(100, Cancellation);
        }

        again.Dispose();
        await SameAsync();
        Assert.Equal(1L, (await neo4j.RunAsync("MATCH (o:Organization {name: 'Kelompok Sabar'}) RETURN count(o)"))[0][0]);
    }

    private static Task<HttpResponseMessage> MakeAsync(HttpClient client, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/organizations")
        {
            Content = JsonContent.Create(new { name, actorKind = "ngo", region = "33.74", provenance = new { source = "a test" } }),
            Headers = { { "Idempotency-Key", name } },
        };
        return client.SendAsync(request, Cancellation);
    }

    /// <summary>Waits until both show the same.</summary>
    private async Task SameAsync()
    {
        for (var i = 0; i < 1200; i++)
        {
            var end = ((long)(await neo4j.RunAsync("MATCH (l:Log) RETURN l.sequence"))[0][0]!);
            if (one.Sequence == end && other.Sequence == end)
            {
                return;
            }

            await Task.Delay(50, Cancellation);
        }

        Assert.Fail($"One server shows {one.Sequence}, the other {other.Sequence}.");
    }

    private static async Task<string> UntilAsync(HttpClient client, string path, string holding = "", bool whole = false)
    {
        for (var i = 0; i < 1200; i++)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            if (answer.IsSuccessStatusCode && (whole ? text == holding : text.Contains(holding, StringComparison.Ordinal)))
            {
                return text;
            }

            await Task.Delay(50, Cancellation);
        }

        throw new InvalidOperationException($"{path} never answered '{holding}'.");
    }
}
