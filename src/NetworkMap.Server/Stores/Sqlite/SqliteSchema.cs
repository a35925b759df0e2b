using System.Globalization;
using Microsoft.Data.Sqlite;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The tables, made and changed by numbered migrations, each in one transaction.</summary>
internal static class SqliteSchema
{
    private static readonly Action<SqliteConnection, SqliteTransaction, Func<ElementRef, ElementRow>>[] Migrations =
    [
        (connection, transaction, _) => connection.Run(Tables, transaction),
        ChecksumMigration.Run,
        (connection, transaction, _) => connection.Run(SqliteAccountStore.Tables, transaction),
        (connection, transaction, _) => connection.Run("CREATE TABLE IF NOT EXISTS erasure (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID", transaction),
    ];

    private const string Tables =
        """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE log (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, text BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE element (rank INTEGER NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL,
            PRIMARY KEY (rank, id)) WITHOUT ROWID;
        CREATE TABLE touched (rank INTEGER NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (rank, id, sequence)) WITHOUT ROWID;
        CREATE TABLE sealing_key (id TEXT PRIMARY KEY, rank INTEGER NOT NULL, element TEXT NOT NULL, wrapped BLOB NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE request (key TEXT PRIMARY KEY, hash TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Kinds in the order in which they are loaded: what is referred to comes first.</summary>
    private static readonly ElementKind[] Ranks =
    [
        ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Grant, ElementKind.Suggestion,
    ];

    internal static int Version => Migrations.Length;

    internal static int RankOf(ElementKind kind) => Array.IndexOf(Ranks, kind);

    internal static ElementKind KindOf(int rank) => Ranks[rank];

    /// <summary>The schema of the file, 0 when it has none yet. A newer one than this program knows is refused.</summary>
    internal static int VersionOf(SqliteConnection connection, string file)
    {
        var version = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        return version <= Version
            ? version
            : throw new StoreFailedException($"The store '{file}' has schema {version}, which is newer than schema {Version} that this program knows. Start a newer program, or restore a backup made by this one.");
    }

    /// <summary>The identity of the log.</summary>
    internal static Guid LogOf(SqliteConnection connection) => Guid.Parse((string)connection.Scalar("SELECT value FROM meta WHERE name = 'log'")!);

    /// <summary>Gives the log another identity.</summary>
    internal static void Become(SqliteConnection connection, Guid log)
    {
        using var command = connection.Prepared("UPDATE meta SET value = $log WHERE name = 'log'", "$log").With(log.ToString("D"));
        command.ExecuteNonQuery();
    }

    /// <summary>Brings the file from a schema to this one. A log gets its identity together with its tables. <paramref name="mend"/> gives a damaged element from the log.</summary>
    internal static void Prepare(SqliteConnection connection, int version, Func<ElementRef, ElementRow> mend)
    {
        for (; version < Version; version++)
        {
            using var transaction = connection.BeginTransaction();
            Migrations[version](connection, transaction, mend);
            if (version == 0)
            {
                connection.Run($"INSERT INTO meta (name, value) VALUES ('log', '{Guid.NewGuid():D}')", transaction);
            }

            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"), transaction);
            transaction.Commit();
        }
    }
}

#pragma warning disable CA2100 // Every statement is a literal of this folder; values only ever go as parameters.
/// <summary>Short forms for single statements.</summary>
internal static class SqliteStatements
{
    internal static void Run(this SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    internal static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Whether the last one to close leaves the write-ahead log as it is, instead of moving it into the file and deleting it.</summary>
    internal static void KeepLogOnClose(this SqliteConnection connection, bool keep) =>
        SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, out _);

    internal static SqliteCommand Prepared(this SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        command.Prepare();
        return command;
    }

    internal static SqliteCommand With(this SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}
