using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>How the database fares, by OpenTelemetry's conventions for database clients: how long each kind of statement takes, and how long a process waits for its
/// turn to write, both in seconds. Neither the text of a statement nor a value is ever told.</summary>
internal sealed class StatementFigures(TimeProvider clock)
{
    private const string System = "neo4j";
    private static readonly ActivitySource Source = new("NetworkMap");
    private static readonly Meter Meter = new("NetworkMap");
    private static readonly Histogram<double> Taking = Meter.CreateHistogram<double>("db.client.operation.duration", "s", "A statement, from sending it to its last row.");
    private static readonly Histogram<double> Waiting = Meter.CreateHistogram<double>("networkmap.store.turn.wait.duration", "s", "Waiting for the turn to write.");

    /// <summary>Runs a statement, and measures it under the name of what it is for.</summary>
    internal async Task<T> MeasureAsync<T>(string operation, Func<Task<T>> run)
    {
        var (began, failed) = (clock.GetTimestamp(), "");
        using var activity = Source.StartActivity($"{operation} {System}", ActivityKind.Client)?.SetTag("db.system.name", System).SetTag("db.operation.name", operation);
        try
        {
            return await run();
        }
        catch (Exception failure)
        {
            failed = failure.GetType().Name;
            activity?.SetTag("error.type", failed).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            TagList tags = [new("db.operation.name", operation), new("db.system.name", System)];
            if (failed.Length > 0)
            {
                tags.Add("error.type", failed);
            }

            Taking.Record(clock.GetElapsedTime(began).TotalSeconds, tags);
        }
    }

    /// <summary>Waits for the turn, and measures that.</summary>
    internal async Task<LogState> WaitAsync(Func<Task<LogState>> take)
    {
        var began = clock.GetTimestamp();
        using var activity = Source.StartActivity("wait for the turn");
        var state = await take();
        Waiting.Record(clock.GetElapsedTime(began).TotalSeconds);
        return state;
    }
}
