using System.Collections;
using Neo4j.Driver;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Statements over Bolt, by Neo4j's own driver; compiled with <c>-p:Neo4jDriver=true</c> alone. The scheme says how the way is kept: <c>+s</c> encrypts and
/// trusts whom this machine trusts, <c>+ssc</c> encrypts and trusts anybody. A statement is a transaction of its own that the driver never tries again: only
/// the store can tell what became of one whose answer got lost.</summary>
internal sealed class BoltCypher : ICypher
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(1);
    private readonly IDriver driver;
    private readonly Neo4jSettings settings;

    internal BoltCypher(Neo4jSettings settings)
    {
        this.settings = settings;
        var token = settings.Token is { } bearer ? AuthTokens.Bearer(bearer)
            : settings.User is { } user ? AuthTokens.Basic(user, settings.Password ?? "")
            : AuthTokens.None;
        driver = GraphDatabase.Driver(settings.Address, token, o => o
            .WithConnectionTimeout(Connecting).WithConnectionAcquisitionTimeout(Connecting * 2)
            // A connection that was not used for a while may have died with its server; HttpClient sees that by itself.
            .WithConnectionLivenessCheckTimeout(Idle)
            .WithFetchSize(Config.Infinite).WithNotificationsDisabled().WithTelemetryDisabled());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<object?[]>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, TimeSpan patience, CancellationToken cancellation)
    {
        // Made before anything is sent: what cannot be a parameter is a fault of the caller.
        var values = Map(parameters);
        var running = RunAsync(statement, values, patience);
        try
        {
            return await running.WaitAsync(patience, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Leave(running);
            throw;
        }
        catch (TimeoutException late) when (!running.IsFaulted)
        {
            Leave(running);
            throw Neo4jFailure.Late(settings, patience, late);
        }
        catch (Neo4jException refused) when (refused.Code?.StartsWith("Neo.", StringComparison.Ordinal) == true)
        {
            throw new CypherException(refused.Code, refused.Message);
        }
        catch (Exception failure)
        {
            // Whatever else it is: no answer came.
            throw Neo4jFailure.Away(settings, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => driver.DisposeAsync();

    /// <summary>The driver cannot be told to stop waiting, so the connection is used up by a statement that nobody waits for. The server ends it soon after.</summary>
    private async Task<IReadOnlyList<object?[]>> RunAsync(string statement, Dictionary<string, object?> parameters, TimeSpan patience)
    {
        await using var session = driver.AsyncSession(o => o.WithDatabase(settings.Database).WithDefaultAccessMode(AccessMode.Write));
        var cursor = await session.RunAsync(statement, parameters, o => o.WithTimeout(patience + Longer));
        var width = (await cursor.KeysAsync()).Length;
        var rows = new List<object?[]>();
        while (await cursor.FetchAsync())
        {
            var row = new object?[width];
            for (var i = 0; i < width; i++)
            {
                row[i] = Read(cursor.Current[i]);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static void Leave(Task running) => _ = running.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private static Dictionary<string, object?> Map(IReadOnlyDictionary<string, object?> values) => values.ToDictionary(v => v.Key, v => Write(v.Value), StringComparer.Ordinal);

    private static object? Write(object? value) => value switch
    {
        null or string or bool or int or long or double => value,
        IReadOnlyDictionary<string, object?> map => Map(map),
        IEnumerable list => list.Cast<object?>().Select(Write).ToList(),
        _ => throw new ArgumentException($"A {value.GetType()} is no value of Cypher.", nameof(value)),
    };

    private static object? Read(object? value) => value switch
    {
        null or string or bool or long or double => value,
        LocalDate day => day.ToString(),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(v => v.Key, v => Read(v.Value), StringComparer.Ordinal),
        IEnumerable list => list.Cast<object?>().Select(Read).ToList(),
        _ => throw new InvalidDataException($"a {value.GetType().Name}, which no statement of this program asks for"),
    };
}
