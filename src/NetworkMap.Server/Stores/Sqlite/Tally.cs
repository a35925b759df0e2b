using Microsoft.Data.Sqlite;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The checksums of all records of a table, combined by exclusive or: what is added or taken away changes it, whatever the order. Kept with every
/// commit, so that a record that got lost without a trace, such as by a flipped bit in a page's head, is noticed when the table is loaded.</summary>
internal readonly record struct Tally(long Elements, long Keys)
{
    internal const string Write = "INSERT OR REPLACE INTO meta (name, value) VALUES ('elements', $e), ('keys', $k)";

    internal Tally WithElement(long sum) => this with { Elements = Elements ^ sum };

    internal Tally WithKey(long sum) => this with { Keys = Keys ^ sum };

    /// <summary>The kept tally, or that of an empty store.</summary>
    internal static Tally Read(SqliteConnection connection) => new(
        Kept(connection.Scalar("SELECT value FROM meta WHERE name = 'elements'")),
        Kept(connection.Scalar("SELECT value FROM meta WHERE name = 'keys'")));

    private static long Kept(object? value) => value is string text && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
