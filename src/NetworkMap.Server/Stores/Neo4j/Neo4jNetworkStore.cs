using System.Runtime.CompilerServices;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Log and current graph in one Neo4j database, a statement a group; any number of processes on it, which write in turns. What is loaded comes from the
/// log; the graph beside it is for those who ask it questions.</summary>
public sealed partial class Neo4jNetworkStore : INetworkStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForOne = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan PatienceToFollow = TimeSpan.FromMilliseconds(1500);
    private readonly ICypher cypher;
    private readonly Neo4jSettings settings;
    private readonly StatementFigures figures;
    private readonly Turn turn;
    private readonly SemaphoreSlim writing = new(1);
    private readonly HashSet<string> tieTypes = new(StringComparer.Ordinal);
    private LogPosition head = LogPosition.Start(Guid.Empty);
    private long settled;
    private volatile string? behind;

    private Neo4jNetworkStore(ICypher cypher, Neo4jSettings settings, TimeProvider clock)
    {
        this.cypher = cypher;
        this.settings = settings;
        figures = new StatementFigures(clock);
        turn = new Turn((statement, parameters, cancellation) => RunAsync(statement, parameters, cancellation, nameof(Turn)));
    }

    private enum Arrival
    {
        Committed,
        Refused,
        Lost,
    }

    /// <inheritdoc/>
    public LogPosition Head => Volatile.Read(ref head);

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <summary>The accounts in the same database.</summary>
    public IAccountStore Accounts => new Neo4jAccountStore((statement, parameters, patience, operation, cancellation) => RunAsync(statement, parameters, patience, cancellation, operation), () => Volatile.Read(ref master), () => Behind(OtherMaster));

    /// <summary>Opens the store of a database, made when there is none. Throws <see cref="StoreFailedException"/> when the server cannot be reached or used, when
    /// the schema is newer than this program's, or when the log does not end where it says.</summary>
    public static Task<Neo4jNetworkStore> OpenAsync(Neo4jSettings settings, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(CypherTransport.Open(settings), settings, clock, cancellation);

    internal static async Task<Neo4jNetworkStore> OpenAsync(ICypher cypher, Neo4jSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        var store = new Neo4jNetworkStore(cypher, settings, clock);
        try
        {
            await Neo4jSchema.PrepareAsync(store.cypher, settings.ToString(), cancellation);
            await store.FindEndAsync(cancellation);
            return store;
        }
        catch (Exception failure)
        {
            await store.cypher.DisposeAsync();
            throw failure is CypherException or CypherAwayException ? Neo4jFailure.Of(failure, settings) : failure;
        }
    }

    /// <inheritdoc/>
    public async Task<AppendResult> AppendAsync(LogPosition expected, IReadOnlyList<StoredEntry> group, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            expected.RequireFollowing(group);
            if (behind is not null)
            {
                throw new StoreBehindException(behind);
            }

            if (!expected.IsAt(head))
            {
                return AppendResult.Moved;
            }

            if (group.Count == 0)
            {
                return AppendResult.Appended;
            }

            return group.Where(e => e.Request is not null).Select(e => e.Request!.Key).Distinct(StringComparer.Ordinal).Count() < group.Count(e => e.Request is not null)
                ? AppendResult.RequestKnown
                : await CommitAsync(expected, group, cancellation);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        var known = Head;
        var rows = await RunAsync(
            $"MATCH (log:Log {{name: 'network'}}) OPTIONAL MATCH (c:Changeset {{sequence: $known}}) RETURN {LogState.Columns}, c.hash",
            new GraphProperties { ["known"] = known.Sequence }, PatienceToFollow, cancellation);

        // While this process appends, the append itself tells how far the log is.
        if (!await writing.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return;
        }

        try
        {
            var found = rows is [var row] ? Regarded(LogState.Read(row)).Position : LogPosition.Start(Guid.Empty);
            if (known.IsAt(head))
            {
                Follow(rows is [[.., string hash]] && hash != Convert.ToHexStringLower(known.Hash) ? found with { Sequence = 0 } : found);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> BecomeAsync(Guid log, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            var rows = await RunAsync(
                "MATCH (log:Log {name: 'network'}) SET log.lock = true WITH log WHERE log.sequence = 0 SET log.id = $id RETURN log.id",
                new GraphProperties { ["id"] = log.ToString("D") }, cancellation);
            if (rows.Count > 0)
            {
                Volatile.Write(ref head, LogPosition.Start(log));
            }

            return rows.Count > 0;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await turn.LeaveAsync(soon.Token);
        }
        catch (Exception failure) when (failure is StoreFailedException or OperationCanceledException)
        {
            // The turn ends by itself.
        }

        await cypher.DisposeAsync();
        writing.Dispose();
    }

    private async Task<AppendResult> CommitAsync(LogPosition expected, IReadOnlyList<StoredEntry> group, CancellationToken cancellation)
    {
        await ConstrainAsync(group, cancellation);
        var parameters = AppendStatement.Parameters(expected, group);
        for (var attempts = 0; ;)
        {
            if (turn.Fence is null)
            {
                Follow(Settled(await figures.WaitAsync(() => turn.TakeAsync(cancellation))).Position);
            }

            if (!expected.IsAt(head))
            {
                return AppendResult.Moved;
            }

            turn.Tell(parameters);
            parameters["master"] = master;
            switch (await SendAsync(parameters, group, expected.Log))
            {
                case Arrival.Committed:
                    return AppendResult.Appended;
                case Arrival.Lost when ++attempts > 1:
                    throw new StoreFailedException($"Neo4j at {settings} twice gave no answer to a group of {group.Count} changes; nothing of it was kept.");
                case Arrival.Refused when Regarded(await LookAsync(cancellation)) is var state:
                    Follow(state.Position);
                    if (state.Fence == turn.Fence)
                    {
                        return expected.IsAt(state.Position) ? AppendResult.RequestKnown : AppendResult.Moved;
                    }

                    turn.End();
                    break;
            }
        }
    }

    /// <summary>What became of a group that was sent. When the answer is lost, that is looked up under a new fence, after which the group can no longer arrive.</summary>
    private async Task<Arrival> SendAsync(GraphProperties parameters, IReadOnlyList<StoredEntry> group, Guid log)
    {
        // Not to be cancelled: nobody would know what became of it.
        try
        {
            var patience = Patience + (group.Sum(e => e.Rows.Count) * PatienceForOne);
            if (await figures.MeasureAsync("Append", () => cypher.RunAsync(AppendStatement.Text, parameters, patience, CancellationToken.None)) is not [[bool yields]])
            {
                return Arrival.Refused;
            }

            Follow(group[^1].PositionIn(log));
            Volatile.Write(ref settled, group[^1].Sequence);
            if (yields)
            {
                turn.End();
            }

            return Arrival.Committed;
        }
        catch (CypherAwayException)
        {
            turn.End();
            Follow(Settled(await turn.TakeAsync(CancellationToken.None)).Position);
            return await IsThereAsync(group[^1], CancellationToken.None) ? Arrival.Committed : Arrival.Lost;
        }
        catch (CypherException refused)
        {
            turn.End();
            throw Neo4jFailure.Of(refused, settings);
        }
    }

    /// <summary>Gives each tie type that a group brings its constraint, before the group: constraints are made in transactions of their own.</summary>
    private async Task ConstrainAsync(IReadOnlyList<StoredEntry> group, CancellationToken cancellation)
    {
        foreach (var type in AppendStatement.TieTypes(group).Where(t => !tieTypes.Contains(t)).ToList())
        {
            await RunAsync(Neo4jSchema.ConstraintOf(type), [], cancellation);
            tieTypes.Add(type);
        }
    }

    private async Task<bool> IsThereAsync(StoredEntry entry, CancellationToken cancellation) =>
        await RunAsync("MATCH (c:Changeset {sequence: $sequence}) RETURN c.hash", new GraphProperties { ["sequence"] = entry.Sequence }, cancellation) is [[string hash]]
            && hash == Convert.ToHexStringLower(entry.Hash);

    private async Task<LogState> LookAsync(CancellationToken cancellation) =>
        await RunAsync($"MATCH (log:Log {{name: 'network'}}) RETURN {LogState.Columns}", [], cancellation) is [var row] ? LogState.Read(row) : throw new DamagedException("log", "its node is not there");

    /// <summary>Where the log ends, once all of it is there. Neo4j shows what it commits piece by piece, the log's node before the indexes; who gets the log's lock
    /// comes after everything that was shown until then.</summary>
    private async Task<LogState> SettleAsync(CancellationToken cancellation) =>
        await RunAsync($"MATCH (log:Log {{name: 'network'}}) SET log.lock = true WITH log RETURN {LogState.Columns}", [], cancellation) is [var row]
            ? Settled(LogState.Read(row))
            : throw new DamagedException("log", "its node is not there");

    /// <summary>The same as was told by a statement that had the log's lock.</summary>
    private LogState Settled(LogState state)
    {
        Volatile.Write(ref settled, state.Position.Sequence);
        return Regarded(state);
    }

    /// <summary>The head, with all that was written up to it there to be found.</summary>
    private async ValueTask<long> SettledHeadAsync(CancellationToken cancellation)
    {
        var sequence = Head.Sequence;
        if (sequence > Volatile.Read(ref settled))
        {
            await SettleAsync(cancellation);
        }

        return sequence;
    }

    /// <summary>Where the log ends. A log gets its identity with its node; an end that is not the last changeset is refused.</summary>
    private async Task FindEndAsync(CancellationToken cancellation)
    {
        var parameters = new GraphProperties { ["id"] = Guid.NewGuid().ToString("D"), ["start"] = new string('0', 64) };
        await RunAsync("MERGE (log:Log {name: 'network'}) ON CREATE SET log.id = $id, log.sequence = 0, log.hash = $start, log.fence = 0, log.elements = 0, log.keys = 0, log.until = 0", parameters, cancellation);
        var state = await LookAsync(cancellation);
        var last = await RunAsync(
            "MATCH (c:Changeset) WHERE c.sequence >= $sequence RETURN c.sequence, c.hash ORDER BY c.sequence DESC LIMIT 1",
            new GraphProperties { ["sequence"] = state.Position.Sequence }, cancellation);
        var ends = last.Count == 0 ? state.Position.Sequence == 0
            : last[0] is [long sequence, string hash] && sequence >= state.Position.Sequence && (sequence > state.Position.Sequence || hash == Convert.ToHexStringLower(state.Position.Hash));
        if (!ends)
        {
            throw new StoreFailedException($"The log in {settings} says that it ends at {state.Position.Sequence}, and entry {state.Position.Sequence} is not there or is another one. Restore a backup of the database.");
        }

        Volatile.Write(ref master, state.Master);
        Volatile.Write(ref erased, state.Erased);
        Follow(state.Position);
    }

    /// <summary>The log is there by now. It only ever grows; one that does not is another one, or was put back.</summary>
    private void Follow(LogPosition found)
    {
        if (head.Log != Guid.Empty && (found.Log != head.Log || found.Sequence < head.Sequence || (found.Sequence == head.Sequence && !found.IsAt(head))))
        {
            behind = $"Neo4j at {settings} holds {(found.Log == head.Log ? $"the log up to {found.Sequence}" : $"another log ({found.Log:D})")}, but this process has shown {head.Log:D} up to {head.Sequence}: a backup was put back, or the database was exchanged. Nothing more is written; start again to load what is there.";
            throw new StoreBehindException(behind);
        }

        if (!found.IsAt(head))
        {
            Volatile.Write(ref head, found);
        }
    }

    private Task<IReadOnlyList<object?[]>> RunAsync(string statement, GraphProperties parameters, CancellationToken cancellation, [CallerMemberName] string operation = "") =>
        RunAsync(statement, parameters, Patience, cancellation, operation);

    private async Task<IReadOnlyList<object?[]>> RunAsync(string statement, GraphProperties parameters, TimeSpan patience, CancellationToken cancellation, [CallerMemberName] string operation = "")
    {
        try
        {
            return await figures.MeasureAsync(operation.Replace("Async", "", StringComparison.Ordinal), () => cypher.RunAsync(statement, parameters, patience, cancellation));
        }
        catch (Exception failure) when (failure is CypherException or CypherAwayException)
        {
            throw Neo4jFailure.Of(failure, settings);
        }
    }
}
