using System.Globalization;
using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>Accounts in tables of their own beside the network's, in the same file: written by its one writer, between two groups of changes, and as durably.</summary>
internal sealed class SqliteAccountStore(SqliteNetworkStore store) : IAccountStore
{
    /// <summary>Made by the third migration.</summary>
    internal const string Tables =
        """
        CREATE TABLE account_record (kind INTEGER NOT NULL, id TEXT NOT NULL, owner TEXT, lookup TEXT, until INTEGER, version INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX account_record_lookup ON account_record (kind, lookup) WHERE lookup IS NOT NULL;
        CREATE INDEX account_record_owner ON account_record (owner, kind, id) WHERE owner IS NOT NULL;
        CREATE INDEX account_record_until ON account_record (until) WHERE until IS NOT NULL;
        """;

    private const string Columns = "SELECT kind, id, owner, lookup, until, version, body FROM account_record";
    private const int ConstraintUnique = 2067;
    private static readonly long SecurityEntry = (long)AccountRecordKind.SecurityEntry;

    /// <inheritdoc/>
    public Task<AccountRecord?> FindAsync(AccountRecordKind kind, string id, CancellationToken cancellation) =>
        Task.FromResult(store.ReadRows($"{Columns} WHERE kind = $kind AND id = $id", Read, ("$kind", (long)kind), ("$id", id)).FirstOrDefault());

    /// <inheritdoc/>
    public Task<AccountRecord?> FindByLookupAsync(AccountRecordKind kind, string lookup, CancellationToken cancellation) =>
        Task.FromResult(store.ReadRows($"{Columns} WHERE kind = $kind AND lookup = $lookup", Read, ("$kind", (long)kind), ("$lookup", lookup)).FirstOrDefault());

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountRecord>> ListAsync(AccountRecordKind kind, string? owner, string? before, int limit, CancellationToken cancellation)
    {
        var parameters = new List<(string, object)> { ("$kind", (long)kind), ("$limit", (long)limit) };
        var (owned, earlier) = ("", "");
        if (owner is not null)
        {
            owned = " AND owner = $owner";
            parameters.Add(("$owner", owner));
        }

        if (before is not null)
        {
            earlier = " AND id < $before";
            parameters.Add(("$before", before));
        }

        return Task.FromResult<IReadOnlyList<AccountRecord>>(store.ReadRows($"{Columns} WHERE kind = $kind{owned}{earlier} ORDER BY id DESC LIMIT $limit", Read, [.. parameters]));
    }

    /// <inheritdoc/>
    public Task<AccountWrite> WriteAsync(IReadOnlyList<AccountChange> batch, CancellationToken cancellation)
    {
        AccountStores.Require(batch);
        return store.WriteAsync((connection, transaction) =>
        {
            foreach (var remove in batch.OfType<AccountChange.Remove>())
            {
                if (!Remove(connection, transaction, remove))
                {
                    return (AccountWrite.Moved, false);
                }
            }

            foreach (var put in batch.OfType<AccountChange.Put>())
            {
                if (Put(connection, transaction, put.Record) is var write and not AccountWrite.Written)
                {
                    return (write, false);
                }
            }

            return (AccountWrite.Written, true);
        }, cancellation);
    }

    /// <inheritdoc/>
    public Task<int> ResealAsync(IReadOnlyList<AccountRecord> records, CancellationToken cancellation) => store.WriteAsync((connection, transaction) => (records.Sum(record => Run(
        connection, transaction, "UPDATE account_record SET lookup = $lookup, body = $body, version = version + 1 WHERE kind = $kind AND id = $id AND version = $version",
        ("$lookup", record.Lookup), ("$body", record.Body), ("$kind", (long)record.Kind), ("$id", record.Id), ("$version", record.Version))), true), cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveOwnedAsync(string owner, CancellationToken cancellation) =>
        store.WriteAsync((connection, transaction) => (Run(connection, transaction, "DELETE FROM account_record WHERE owner = $owner AND kind <> $log", ("$owner", owner), ("$log", SecurityEntry)), true), cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveExpiredAsync(DateTimeOffset at, CancellationToken cancellation) =>
        store.WriteAsync((connection, transaction) => (Run(connection, transaction, "DELETE FROM account_record WHERE until <= $at", ("$at", at.ToUnixTimeMilliseconds())), true), cancellation);

    /// <inheritdoc/>
    public Task<bool> IsEmptyAsync(CancellationToken cancellation) => Task.FromResult(store.ReadRows("SELECT 1 FROM account_record LIMIT 1", row => row.GetInt64(0)).Count == 0);

    private static bool Remove(SqliteConnection connection, SqliteTransaction transaction, AccountChange.Remove remove) => remove.Version is not { } version
        ? Run(connection, transaction, "DELETE FROM account_record WHERE kind = $kind AND id = $id", ("$kind", (long)remove.Kind), ("$id", remove.Id)) >= 0
        : Run(connection, transaction, "DELETE FROM account_record WHERE kind = $kind AND id = $id AND version = $version", ("$kind", (long)remove.Kind), ("$id", remove.Id), ("$version", version)) == 1;

    private static AccountWrite Put(SqliteConnection connection, SqliteTransaction transaction, AccountRecord record)
    {
        const string Insert = "INSERT INTO account_record (kind, id, owner, lookup, until, version, body) VALUES ($kind, $id, $owner, $lookup, $until, 1, $body) ON CONFLICT (kind, id) DO NOTHING";
        const string Update = "UPDATE account_record SET owner = $owner, lookup = $lookup, until = $until, version = version + 1, body = $body WHERE kind = $kind AND id = $id AND version = $version";
        try
        {
            var written = Run(
                connection, transaction, record.Version == 0 ? Insert : Update,
                ("$kind", (long)record.Kind), ("$id", record.Id), ("$owner", record.Owner), ("$lookup", record.Lookup), ("$until", record.Until?.ToUnixTimeMilliseconds()), ("$version", record.Version), ("$body", record.Body));
            return written == 1 ? AccountWrite.Written : AccountWrite.Moved;
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode == ConstraintUnique)
        {
            return AccountWrite.LookupTaken;
        }
    }

    private static int Run(SqliteConnection connection, SqliteTransaction transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a literal of this file; values only ever go as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command.ExecuteNonQuery();
    }

    private static AccountRecord Read(SqliteDataReader row) => new((AccountRecordKind)row.GetInt32(0), row.GetString(1), row.GetString(6))
    {
        Owner = row.IsDBNull(2) ? null : row.GetString(2),
        Lookup = row.IsDBNull(3) ? null : row.GetString(3),
        Until = row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        Version = row.GetInt64(5),
    };
}
