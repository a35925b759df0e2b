using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>From schema 1 to 2: the checksum of a record was the first eight bytes of SHA-256 and is XXH3. A damaged element is
/// mended first; a damaged key stays so, and the tally changes only by what the records that are there change by, so that what is missing is missed after, too.</summary>
internal static class ChecksumMigration
{
    private const string Statements =
        """
        UPDATE meta SET value = apart(CAST(value AS INTEGER), (SELECT apart_all(apart(sum, renewed(sum, rank, id, version, sequence, body))) FROM element)) WHERE name = 'elements';
        UPDATE meta SET value = apart(CAST(value AS INTEGER), (SELECT apart_all(apart(sum, renewed(sum, rank, id || element, 0, 0, wrapped))) FROM sealing_key)) WHERE name = 'keys';
        UPDATE element SET sum = renewed(sum, rank, id, version, sequence, body);
        UPDATE sealing_key SET sum = renewed(sum, rank, id || element, 0, 0, wrapped);
        """;

    internal static void Run(SqliteConnection connection, SqliteTransaction transaction, Func<ElementRef, ElementRow> mend)
    {
        connection.CreateFunction<long, long, long>("apart", (one, other) => one ^ other, isDeterministic: true);
        connection.CreateAggregate<long, long>("apart_all", 0, (all, one) => all ^ one, isDeterministic: true);
        connection.CreateFunction<long, long, string, long, long, byte[], long>("renewed", Renewed, isDeterministic: true);
        connection.CreateFunction<long, string, long, long, byte[], long>("old", (rank, id, first, second, body) => Old(rank, Encoding.UTF8.GetBytes(id), first, second, body), isDeterministic: true);
        Mend(connection, transaction, mend);
        connection.Run(Statements, transaction);
    }

    /// <summary>The checksum of schema 1.</summary>
    internal static long Old(long rank, ReadOnlySpan<byte> id, long first, long second, ReadOnlySpan<byte> body) =>
        Checksum.Of(static bytes => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(bytes)), rank, id, first, second, body);

    private static void Mend(SqliteConnection connection, SqliteTransaction transaction, Func<ElementRef, ElementRow> mend)
    {
        using var find = connection.Prepared("SELECT rank, id FROM element WHERE sum <> old(rank, id, version, sequence, body)");
        using var put = connection.Prepared(
            "UPDATE element SET version = $v, sequence = $s, body = $b, sum = old($r, $i, $v, $s, $b) WHERE rank = $r AND id = $i", "$r", "$i", "$v", "$s", "$b");
        (find.Transaction, put.Transaction) = (transaction, transaction);
        var damaged = new List<(int Rank, string Id)>();
        using (var reader = find.ExecuteReader())
        {
            while (reader.Read())
            {
                damaged.Add((reader.GetInt32(0), reader.GetString(1)));
            }
        }

        foreach (var (rank, id) in damaged)
        {
            var good = mend(new ElementRef(SqliteSchema.KindOf(rank), id));
            put.With(rank, id, good.Version, good.Sequence, good.Body!).ExecuteNonQuery();
        }
    }

    private static long Renewed(long sum, long rank, string id, long first, long second, byte[] body)
    {
        var name = Encoding.UTF8.GetBytes(id);
        return sum == Old(rank, name, first, second, body) ? Checksum.Of(rank, name, first, second, body) : sum;
    }
}
