using System.Runtime.CompilerServices;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <content>What becomes of sealing keys after they were written. Which master key wraps them stands on the log's node, where every append looks.</content>
public sealed partial class Neo4jNetworkStore
{
    private string master = "";
    private long erased;

    /// <inheritdoc/>
    public MasterMark? Mark => MasterMark.Read(Volatile.Read(ref master));

    private string OtherMaster => $"Another process wraps the keys in Neo4j at {settings} by a new master key. Nothing more is written with this one; start again with the new one.";

    /// <inheritdoc/>
    public async Task<bool> MarkAsync(MasterMark? expected, MasterMark mark, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            var rows = await RunAsync(
                "MATCH (log:Log {name: 'network'}) SET log.lock = true WITH log WHERE coalesce(log.master, '') = $expected SET log.master = $mark RETURN log.master",
                new GraphProperties { ["expected"] = expected?.ToString() ?? "", ["mark"] = mark.ToString() }, cancellation);
            if (rows.Count > 0)
            {
                Volatile.Write(ref master, mark.ToString());
            }

            return rows.Count > 0;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RewrapAsync(IReadOnlyList<SealingKey> keys, CancellationToken cancellation)
    {
        await RunAsync(
            "UNWIND $batch.keys AS key MATCH (k:SealingKey {id: key.id}) WHERE k.wrapped <> '' SET k.wrapped = key.wrapped, k.sum = key.sum",
            new GraphProperties
            {
                ["batch"] = new GraphProperties
                {
                    ["keys"] = keys.Select(k => new GraphProperties { ["id"] = k.Id.ToString("N"), ["wrapped"] = Convert.ToBase64String(k.Wrapped), ["sum"] = AppendStatement.SumOf(k) }).ToList(),
                },
            }, cancellation);
        near = [];
    }

    /// <inheritdoc/>
    public long Erased => Volatile.Read(ref erased);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Erasure> ErasuresAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await RunAsync("MATCH (e:Erasure) RETURN e.line", [], cancellation))
        {
            yield return (row is [string line] ? Erasure.Read(line) : null) ?? throw new DamagedException("erasure", "it is not what was stored; restore a backup");
        }
    }

    /// <inheritdoc/>
    /// <remarks>A node without a wrapped key stays in its place: each changeset says how many keys there were.</remarks>
    public async Task EraseAsync(Erasure erasure, CancellationToken cancellation)
    {
        const string erase =
            """
            MATCH (log:Log {name: 'network'})
            SET log.lock = true
            MERGE (e:Erasure {id: $batch.id})
            SET e.line = $batch.line
            WITH log
            CALL () {
              UNWIND $batch.keys AS id
              MATCH (k:SealingKey {id: id})
              SET k.wrapped = '', k.sum = ''
            }
            SET log.erased = COUNT { MATCH (:Erasure) }
            RETURN log.erased
            """;
        var batch = new GraphProperties { ["id"] = erasure.Id.ToString("N"), ["line"] = erasure.ToString(), ["keys"] = erasure.Keys.Select(k => k.ToString("N")).ToList() };
        if (await RunAsync(erase, new GraphProperties { ["batch"] = batch }, cancellation) is not [[long count]])
        {
            throw new DamagedException("log", "its node is not there");
        }

        near = [];
        Volatile.Write(ref erased, count);
    }

    /// <summary>A state that was written under the master key that this process knows of. What another process erased is not kept at hand here any longer.</summary>
    private LogState Regarded(LogState state)
    {
        if (state.Master != Volatile.Read(ref master))
        {
            throw Behind(OtherMaster);
        }

        if (state.Erased != Volatile.Read(ref erased))
        {
            near = [];
            Volatile.Write(ref erased, state.Erased);
        }

        return state;
    }

    private StoreBehindException Behind(string why)
    {
        behind = why;
        return new StoreBehindException(why);
    }
}
