using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Accounts as nodes of their own in the network's database, a statement a batch. It takes no lock that an append takes, and no turn: whoever comes second sees
/// that a record moved.</summary>
/// <param name="send">Runs a statement for an operation of a name, with so much patience.</param>
/// <param name="master">Which master key is known to be in force.</param>
/// <param name="otherMaster">What it means that another one is.</param>
internal sealed class Neo4jAccountStore(
    Func<string, GraphProperties, TimeSpan, string, CancellationToken, Task<IReadOnlyList<object?[]>>> send, Func<string> master, Func<StoreBehindException> otherMaster) : IAccountStore
{
    private const string Columns = "RETURN r.kind, r.id, r.owner, r.lookup, r.until, r.version, r.body";
    private const string RemoveOperation = "RemoveAsync";
    private const int Attempts = 5;

    /// <summary>A request waits for who asks to be known, so not for long.</summary>
    private static readonly TimeSpan PatienceToRead = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceToWrite = TimeSpan.FromSeconds(30);

    /// <summary>What is there is locked before its version is read; what is new cannot be there twice by the constraint. The changes stand in a map, since a list
    /// is planned anew for every order of magnitude of its length.</summary>
    private const string Write =
        """
        MATCH (log:Log {name: 'network'}) WHERE coalesce(log.master, '') = $batch.master
        UNWIND $batch.changes AS change
        CALL (change) { OPTIONAL MATCH (r:AccountRecord {key: change.key}) SET r.lock = true }
        CALL (change) { OPTIONAL MATCH (r:AccountRecord {key: change.key}) RETURN coalesce(r.version, 0) AS version }
        WITH collect(change) AS changes, collect(change.expected IS NULL OR change.expected = version) AS checks
        WITH changes, all(holds IN checks WHERE holds) AS good WHERE size(changes) > 0
        CALL (changes, good) {
          UNWIND CASE WHEN good THEN [c IN changes WHERE c.record IS NULL] ELSE [] END AS gone
          MATCH (r:AccountRecord {key: gone.key})
          DELETE r
        }
        CALL (changes, good) {
          UNWIND CASE WHEN good THEN [c IN changes WHERE c.record IS NOT NULL AND c.expected > 0] ELSE [] END AS changed
          MATCH (r:AccountRecord {key: changed.key})
          SET r = changed.record
        }
        CALL (changes, good) {
          UNWIND CASE WHEN good THEN [c IN changes WHERE c.record IS NOT NULL AND c.expected = 0] ELSE [] END AS added
          CREATE (r:AccountRecord)
          SET r = added.record
        }
        RETURN good
        """;

    /// <inheritdoc/>
    public Task<AccountRecord?> FindAsync(AccountRecordKind kind, string id, CancellationToken cancellation) =>
        OneAsync("MATCH (r:AccountRecord {key: $key})", new GraphProperties { ["key"] = KeyOf(kind, id) }, cancellation);

    /// <inheritdoc/>
    public Task<AccountRecord?> FindByLookupAsync(AccountRecordKind kind, string lookup, CancellationToken cancellation) =>
        OneAsync("MATCH (r:AccountRecord {lookup: $lookup})", new GraphProperties { ["lookup"] = KeyOf(kind, lookup) }, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccountRecord>> ListAsync(AccountRecordKind kind, string? owner, string? before, int limit, CancellationToken cancellation)
    {
        var (first, end) = (KeyOf(kind, ""), before is null ? Names<AccountRecordKind>.Of(kind) + (char)('/' + 1) : KeyOf(kind, before));
        var parameters = new GraphProperties { ["first"] = first, ["end"] = end, ["limit"] = (long)limit, ["owner"] = owner };
        var rows = await RunAsync(
            $"MATCH (r:AccountRecord{(owner is null ? "" : " {owner: $owner}")}) WHERE r.key > $first AND r.key < $end {Columns} ORDER BY r.key DESC LIMIT $limit", parameters, nameof(ListAsync), cancellation);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<AccountWrite> WriteAsync(IReadOnlyList<AccountChange> batch, CancellationToken cancellation)
    {
        AccountStores.Require(batch);

        // In one order for all, so that no two batches wait for each other.
        var changes = batch.Select(Told).OrderBy(c => (string)c["key"]!, StringComparer.Ordinal).ToList();
        for (var attempt = 1; changes.Count > 0; attempt++)
        {
            try
            {
                var rows = await RunAsync(Write, new GraphProperties { ["batch"] = new GraphProperties { ["changes"] = changes, ["master"] = master() } }, nameof(WriteAsync), cancellation);
                return rows is [[bool good]] ? good ? AccountWrite.Written : AccountWrite.Moved : throw otherMaster();
            }
            catch (StoreFailedException failure) when (failure.InnerException is CypherException { Code: "Neo.ClientError.Schema.ConstraintValidationFailed" })
            {
                return await AreTakenAsync(changes, cancellation) ? AccountWrite.Moved : AccountWrite.LookupTaken;
            }
            catch (StoreFailedException failure) when (attempt < Attempts && failure.InnerException is CypherException refused && (refused.IsTransient || refused.Code == "Neo.ClientError.Statement.EntityNotFound"))
            {
                // A deadlock, or a record that another process took away while this one waited for its lock.
            }
        }

        return AccountWrite.Written;
    }

    /// <inheritdoc/>
    public async Task<int> ResealAsync(IReadOnlyList<AccountRecord> records, CancellationToken cancellation)
    {
        const string reseal =
            """
            UNWIND $batch.records AS record
            MATCH (r:AccountRecord {key: record.key})
            SET r.lock = true
            WITH r, record WHERE r.version = record.version
            SET r.body = record.body, r.lookup = record.lookup, r.version = r.version + 1
            REMOVE r.lock
            RETURN count(*)
            """;
        var parameters = records.OrderBy(r => KeyOf(r.Kind, r.Id), StringComparer.Ordinal)
            .Select(r => new GraphProperties { ["key"] = KeyOf(r.Kind, r.Id), ["version"] = r.Version, ["body"] = r.Body, ["lookup"] = r.Lookup is { } lookup ? KeyOf(r.Kind, lookup) : null }).ToList();
        return await RunAsync(reseal, new GraphProperties { ["batch"] = new GraphProperties { ["records"] = parameters } }, nameof(WriteAsync), cancellation) is [[long count]] ? (int)count : 0;
    }

    /// <inheritdoc/>
    public Task<int> RemoveOwnedAsync(string owner, CancellationToken cancellation) =>
        CountAsync("MATCH (r:AccountRecord {owner: $owner}) WHERE r.kind <> $log", new GraphProperties { ["owner"] = owner, ["log"] = Names<AccountRecordKind>.Of(AccountRecordKind.SecurityEntry) }, cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveExpiredAsync(DateTimeOffset at, CancellationToken cancellation) =>
        CountAsync("MATCH (r:AccountRecord) WHERE r.until <= $at", new GraphProperties { ["at"] = at.ToUnixTimeMilliseconds() }, cancellation);

    /// <inheritdoc/>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => (await RunAsync("MATCH (r:AccountRecord) RETURN r.key LIMIT 1", [], nameof(IsEmptyAsync), cancellation)).Count == 0;

    private static string KeyOf(AccountRecordKind kind, string name) => $"{Names<AccountRecordKind>.Of(kind)}/{name}";

    private static GraphProperties Told(AccountChange change) => change switch
    {
        AccountChange.Put { Record: var r } => new GraphProperties
        {
            ["key"] = KeyOf(r.Kind, r.Id),
            ["expected"] = r.Version,
            ["record"] = new GraphProperties
            {
                ["key"] = KeyOf(r.Kind, r.Id),
                ["kind"] = Names<AccountRecordKind>.Of(r.Kind),
                ["id"] = r.Id,
                ["owner"] = r.Owner,
                ["lookup"] = r.Lookup is { } lookup ? KeyOf(r.Kind, lookup) : null,
                ["until"] = r.Until?.ToUnixTimeMilliseconds(),
                ["version"] = r.Version + 1,
                ["body"] = r.Body,
            },
        },
        AccountChange.Remove r => new GraphProperties { ["key"] = KeyOf(r.Kind, r.Id), ["expected"] = r.Version, ["record"] = null },
        _ => throw new ArgumentException($"A {change.GetType()} is no change.", nameof(change)),
    };

    private static AccountRecord Read(object?[] row) =>
        row is [string kind, string id, var owner, var lookup, var until, long version, string body] && Names<AccountRecordKind>.TryParse(kind, out var known)
            ? new AccountRecord(known, id, body)
            {
                Owner = owner as string,
                Lookup = (lookup as string)?[(kind.Length + 1)..],
                Until = until is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                Version = version,
            }
            : throw new DamagedException("account record", "it is not what was stored");

    /// <summary>Whether what was to be new is there by now; if not, a lookup was what stood in the way.</summary>
    private async Task<bool> AreTakenAsync(List<GraphProperties> changes, CancellationToken cancellation)
    {
        var added = changes.Where(c => c["expected"] is 0L).Select(c => c["key"]).ToList();
        return (await RunAsync("MATCH (r:AccountRecord) WHERE r.key IN $keys RETURN r.key LIMIT 1", new GraphProperties { ["keys"] = added }, nameof(WriteAsync), cancellation)).Count > 0;
    }

    private Task<IReadOnlyList<object?[]>> RunAsync(string statement, GraphProperties parameters, string operation, CancellationToken cancellation) =>
        send(statement, parameters, operation is nameof(WriteAsync) or RemoveOperation ? PatienceToWrite : PatienceToRead, operation, cancellation);

    private async Task<AccountRecord?> OneAsync(string match, GraphProperties parameters, CancellationToken cancellation) =>
        await RunAsync($"{match} {Columns}", parameters, nameof(FindAsync), cancellation) is [var row] ? Read(row) : null;

    private async Task<int> CountAsync(string match, GraphProperties parameters, CancellationToken cancellation) =>
        await RunAsync($"{match} DELETE r RETURN count(*)", parameters, RemoveOperation, cancellation) is [[long count]] ? (int)count : 0;
}
