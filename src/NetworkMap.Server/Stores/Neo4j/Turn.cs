using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Where a log stands in the database.</summary>
internal sealed record LogState(LogPosition Position, long Fence, string Master, long Erased)
{
    internal const string Columns = "log.id, log.sequence, log.hash, log.fence, coalesce(log.master, ''), coalesce(log.erased, 0)";

    internal static LogState Read(object?[] row) => row is [string id, long sequence, string hash, long fence, string master, long erased, ..] && Guid.TryParse(id, out var log)
        ? new LogState(new LogPosition(log, sequence, Convert.FromHexString(hash)), fence, master, erased)
        : throw new DamagedException("log", "its node does not say where the log ends");
}

/// <summary>Processes write in turns: a plain race on the next sequence starves one of two busy writers. The turn stands on the log's node: owner, until when by
/// the database's clock, and a fence, one more with every turn. Every append checks the fence, so that a holder that was thought dead can do no harm, and neither
/// can a statement of which nobody knows whether it arrived. Who waits stands in a queue; who writes yields to it after <see cref="Longest"/>.</summary>
internal sealed class Turn(Func<string, GraphProperties, CancellationToken, Task<IReadOnlyList<object?[]>>> run)
{
    /// <summary>How long a process writes while another one waits.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a turn lasts after an append, when nothing is heard of its holder.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(1);

    private const string Take =
        $$"""
        MATCH (log:Log {name: 'network'})
        SET log.lock = true
        WITH log, datetime.realtime().epochMillis AS now
        CALL (now) { MATCH (gone:Waiting) WHERE gone.seen <= now - $forgotten AND gone.owner <> $owner DELETE gone }
        MERGE (me:Waiting {owner: $owner})
        ON CREATE SET me.since = now
        SET me.seen = now
        WITH log, now, me
        WITH log, now, me, (log.owner IS NULL OR log.owner = $owner OR log.until <= now)
          AND NOT EXISTS { MATCH (w:Waiting) WHERE w.since < me.since OR (w.since = me.since AND w.owner < me.owner) } AS mine
        CALL (log, now, me, mine) {
          WITH * WHERE mine
          SET log.fence = log.fence + 1, log.owner = $owner, log.taken = now, log.until = now + $first
          DELETE me
        }
        RETURN {{LogState.Columns}}, mine
        """;

    private const string Leave =
        """
        MATCH (log:Log {name: 'network'})
        SET log.lock = true
        WITH log
        CALL () { MATCH (me:Waiting {owner: $owner}) DELETE me }
        WITH log WHERE log.owner = $owner
        SET log.owner = null, log.until = 0
        """;

    private readonly string owner = Guid.NewGuid().ToString("N");
    private long? fence;

    /// <summary>The fence to write under; null when it is not this process's turn.</summary>
    internal long? Fence => fence;

    /// <summary>Waits for the turn; where the log then stands.</summary>
    internal async Task<LogState> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var parameters = new GraphProperties { ["owner"] = owner, ["first"] = (long)First.TotalMilliseconds, ["forgotten"] = (long)Forgotten.TotalMilliseconds };
            var rows = await run(Take, parameters, cancellation);
            var state = LogState.Read(rows is [var row] ? row : throw new DamagedException("log", "its node is not there"));
            if (rows[0][^1] is true)
            {
                fence = state.Fence;
                return state;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>What an append says about the turn it is made in.</summary>
    internal void Tell(GraphProperties parameters)
    {
        parameters["fence"] = fence;
        parameters["owner"] = owner;
        parameters["longest"] = (long)Longest.TotalMilliseconds;
        parameters["lease"] = (long)Lease.TotalMilliseconds;
        parameters["forgotten"] = (long)Forgotten.TotalMilliseconds;
    }

    /// <summary>The turn is over: given away, taken by another, or of unknown state. The next one has a new fence, so nothing that is still on its way counts.</summary>
    internal void End() => fence = null;

    /// <summary>Gives the turn back.</summary>
    internal async Task LeaveAsync(CancellationToken cancellation)
    {
        fence = null;
        await run(Leave, new GraphProperties { ["owner"] = owner }, cancellation);
    }
}
