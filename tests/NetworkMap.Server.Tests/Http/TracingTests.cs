using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NetworkMap.Server.Http;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Http;

/// <summary>What the server tells of its work, and to whom.</summary>
public sealed class TracingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The most that was measured: meters are of the whole process, and other tests run at the same time with clocks that stand still.</summary>
    private static void Keep(ConcurrentDictionary<string, double> measured, string name, double value) => measured.AddOrUpdate(name, value, (_, before) => Math.Max(before, value));

    [Fact]
    public async Task Deciding_appending_swapping_and_every_verb_are_measured()
    {
        var (measured, traced) = (new ConcurrentDictionary<string, double>(StringComparer.Ordinal), new ConcurrentBag<string>());
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Follow(instrument, listener) };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(measured, Name(instrument, tags), value));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(measured, Name(instrument, tags), value));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(measured, Name(instrument, tags), value));
        meters.Start();
        using var activities = new ActivityListener { ShouldListenTo = s => s.Name == Tracing.Name, Sample = (ref _) => ActivitySamplingResult.AllData, ActivityStopped = a => traced.Add(a.OperationName) };
        ActivitySource.AddActivityListener(activities);

        var desk = new StewardDesk();
        await desk.InitializeAsync();
        await desk.SendAsync(HttpMethod.Post, "/api/organizations", StewardDesk.Of("""{"name":"A","actorKind":"pirates","region":"33.74"}""").ToJsonString());
        await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{desk.First}/partners", null);
        await desk.DisposeAsync();

        string[] expected =
        [
            "networkmap.writer.decide.duration", "networkmap.writer.append.duration", "networkmap.writer.swap.duration", "networkmap.writer.group.size",
            "networkmap.writer.changes accepted", "networkmap.writer.changes refused", "networkmap.verb.duration SuggestPartners", "networkmap.verb.duration CreateElement",
        ];
        Assert.All(expected, name => Assert.True(measured.TryGetValue(name, out var value) && value > 0, $"{name} was not measured; {string.Join(", ", measured.Keys)} were."));
        Assert.Superset(new HashSet<string>(["writer decide", "writer append", "writer swap", "SuggestPartners", "CreateElement"], StringComparer.Ordinal), traced.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_leaves_the_process_tells_nothing_of_what_was_asked_or_written_or_by_whom()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await CollectAsync(received);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };
        await using (var server = await RunningServer.StartAsync("terms", settings: settings))
        {
            using var steward = await server.StewardAsync();
            steward.DefaultRequestHeaders.UserAgent.ParseAdd("secret-browser/1.0");
            steward.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
            using var asked = await steward.GetAsync("/api/organizations?q=secret-search&near=110.123456,-7.654321&limit=ten", Cancellation);
            using var written = await steward.PostAsync("/api/organizations", new StringContent(StewardDesk.Organization("secret-name").ToJsonString(), Encoding.UTF8, "application/json"), Cancellation);
            foreach (var link in new[] { "/welcome/secret-code", "/hubungan/secret-code", "/undangan/secret-code", "/pulihkan/secret-code", "/surel/secret-code", "/masuk/lembaga/kampus/kembali?code=secret-code" })
            {
                using var opened = await steward.GetAsync(link, Cancellation);
            }

            Assert.True(written.IsSuccessStatusCode);
        }

        var told = string.Join('\n', received.Select(r => r.Path + " " + Encoding.UTF8.GetString(r.Body)));
        Assert.Contains("/v1/traces", told, StringComparison.Ordinal);
        Assert.Contains("/v1/metrics", told, StringComparison.Ordinal);
        Assert.Contains("writer append", told, StringComparison.Ordinal);
        Assert.Contains("networkmap.writer.append.duration", told, StringComparison.Ordinal);
        Assert.Contains("http.request.method", told, StringComparison.Ordinal);
        foreach (var secret in new[] { "secret", "110.12", "url.query", "steward-", "limit=ten" })
        {
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Without_somewhere_to_export_to_nothing_is_collected()
    {
        await using var server = await RunningServer.StartAsync();
        Assert.Null(server.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)));
    }

    private static void Follow(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == Tracing.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";

    private static async Task<WebApplication> CollectAsync(ConcurrentQueue<(string Path, byte[] Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, body.ToArray()));
        });
        await collector.StartAsync(Cancellation);
        return collector;
    }
}
