using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>Reads the rows of a whole table straight from SQLite, without what a data reader does for every value: a start reads more than a million rows.
/// What SQLite cannot read throws <see cref="SqliteException"/>; a value of another type than was written comes as what SQLite makes of it, and does not have
/// the checksum of its record.</summary>
internal sealed class RowCursor : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;

    internal RowCursor(SqliteConnection connection, string sql, params ReadOnlySpan<string> values)
    {
        this.connection = connection;
        Require(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), raw.SQLITE_OK);
        for (var i = 0; i < values.Length; i++)
        {
            Require(raw.sqlite3_bind_text(statement, i + 1, values[i]), raw.SQLITE_OK);
        }
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    internal bool Read()
    {
        var result = raw.sqlite3_step(statement);
        Require(result == raw.SQLITE_ROW ? raw.SQLITE_DONE : result, raw.SQLITE_DONE);
        return result == raw.SQLITE_ROW;
    }

    internal long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>UTF-8; holds until the next row.</summary>
    internal ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>Holds until the next row.</summary>
    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    internal string String(int column) => Encoding.UTF8.GetString(Text(column));

    public void Dispose() => statement.Dispose();

    private void Require(int result, int expected)
    {
        if (result != expected)
        {
            throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), raw.sqlite3_errcode(connection.Handle), raw.sqlite3_extended_errcode(connection.Handle));
        }
    }
}
