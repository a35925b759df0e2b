using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>What the accounts beside the network need: the one writer, and rows.</content>
public sealed partial class SqliteNetworkStore
{
    /// <summary>The accounts in the same file.</summary>
    public IAccountStore Accounts => new SqliteAccountStore(this);

    /// <summary>Writes in one transaction, between two groups of changes; the second of what <paramref name="work"/> gives says whether it is to be kept.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, (T Result, bool Keep)> work, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            using var transaction = connection!.BeginTransaction();
            var (result, keep) = work(connection, transaction);
            if (keep)
            {
                transaction.Commit();
            }
            else
            {
                transaction.Rollback();
            }

            return result;
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Rows of a table that is not the log's.</summary>
    internal List<T> ReadRows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        using var reading = OpenReading();
        return [.. Rows(reading, sql, read, parameters)];
    }
}
