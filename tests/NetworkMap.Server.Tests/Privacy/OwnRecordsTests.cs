using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>What the server writes down of its own work, with everything turned on: its log to the finest level, every span and every measurement of the process. While secrets are
/// planted, read by everybody, changed and refused, none of them is written there. Addresses that somebody asked for are, and they may name an element by its id; what was asked with, and
/// ids, are therefore let through, and nothing else.</summary>
public sealed class OwnRecordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_line_span_or_measurement_tells_a_secret()
    {
        var told = new ConcurrentQueue<string>();
        using var log = new Listening(told);
        using var activities = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = a => told.Enqueue(TextOf(a)) };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => told.Enqueue(instrument.Name + TextOf(tags.ToArray())));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => told.Enqueue(instrument.Name + TextOf(tags.ToArray())));
        meters.Start();

        await using var planted = new Planted(services => services.AddLogging(l => l.ClearProviders().AddProvider(log)).PostConfigure<LoggerFilterOptions>(o =>
        {
            // As a setting for all categories, and one for ASP.NET Core, would have it; what the server keeps quiet by name stays so.
            o.Rules.Where(r => r.CategoryName?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true).ToList().ForEach(r => o.Rules.Remove(r));
            o.MinLevel = LogLevel.Trace;
        }));
        await planted.InitializeAsync();
        var (mediator, _) = await planted.Server.MemberAsync(new GrantDraft { Role = "mediator", Region = "33" });
        using var _ = mediator;
        foreach (var address in (await Questions.AllAsync(planted)).Addresses.Where(a => !a.Contains("zq", StringComparison.Ordinal)))
        {
            foreach (var client in new[] { planted.Anybody, mediator, planted.Steward })
            {
                await Reading.ReadAsync(client, address);
            }
        }

        foreach (var link in new[] { "/welcome/zqlinkcode", "/undangan/zqlinkcode", "/pulihkan/zqlinkcode", "/hubungan/zqlinkcode", "/api/search?q=zqlinkcode" })
        {
            using var opened = await planted.Anybody.GetAsync(link, Cancellation);
            using var pressed = await planted.Anybody.PostAsync(link, new FormUrlEncodedContent([new("reason", "zqlinkcode")]), Cancellation);
        }

        await planted.StirAsync();
        using var refused = await planted.Steward.PutAsync($"/api/organizations/{planted.Ids["group"]}", new StringContent("""{"note":"zqorgnote","contacts":[{"value":"zqcontactvalue"}]}""", Encoding.UTF8, "application/json"), Cancellation);
        Assert.False(refused.IsSuccessStatusCode);

        var secrets = planted.Secrets.Where(s => !Guid.TryParse(s, out var id) && s is not (Planted.Village or "33.74.02")).Append("zqlinkcode").ToList();
        var leaks = told.SelectMany(line => secrets.Where(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{s}: {line[..Math.Min(300, line.Length)]}")).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(20)));
        Assert.True(told.Count > 5_000, $"{told.Count} lines");
        Assert.Contains(told, l => l.StartsWith("Debug Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(told, l => l.StartsWith("span", StringComparison.Ordinal));
    }

    private static string TextOf(Activity activity) =>
        $"span {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {TextOf(activity.TagObjects)} {string.Join(' ', activity.Events.Select(e => e.Name + TextOf(e.Tags)))} {TextOf(activity.Baggage.Select(b => KeyValuePair.Create(b.Key, (object?)b.Value)))}";

    private static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));

    private sealed class Listening(ConcurrentQueue<string> told) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Line(categoryName, told);

        public void Dispose()
        {
        }
    }

    private sealed class Line(string category, ConcurrentQueue<string> told) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            told.Enqueue($"scope {category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            told.Enqueue($"{logLevel} {category} {eventId.Name} {formatter(state, exception)} {exception}");
    }
}
