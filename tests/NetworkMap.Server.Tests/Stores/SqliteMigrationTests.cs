using System.Text;
using Microsoft.Data.Sqlite;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;

namespace NetworkMap.Server.Tests.Stores;

public sealed class SqliteMigrationTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-migrations-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_store_of_the_first_schema_is_brought_to_this_one_with_all_that_it_holds()
    {
        var story = await WriteAsync();
        Back("");

        await using var store = SqliteNetworkStore.Open(folder.FullName);

        Assert.Equal(story.Elements.Count, (await store.RowsAsync(Cancellation)).Count);
        Assert.NotEmpty(await store.KeysAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal([], (await Verification.OfAsync(store, story.Master, Cancellation)).Faults);
    }

    [Fact]
    public async Task What_was_damaged_before_is_mended_after()
    {
        await WriteAsync();
        Back("UPDATE element SET version = 7 WHERE rank = 2");

        await using var store = SqliteNetworkStore.Open(folder.FullName);

        Assert.DoesNotContain(await store.RowsAsync(Cancellation), r => r.Version == 7);
    }

    [Fact]
    public async Task What_was_lost_before_is_missed_after()
    {
        await WriteAsync();
        Back("DELETE FROM element WHERE rank = 6");

        await using var store = SqliteNetworkStore.Open(folder.FullName);

        await Assert.ThrowsAsync<Storage.DamagedException>(() => store.RowsAsync(Cancellation));
    }

    private async Task<Story> WriteAsync()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Write(Story.OneOfEach().Select(Changes.Revision.Create))], Cancellation);
        return story;
    }

    /// <summary>Makes the store what the first schema was, then does something to it.</summary>
    private void Back(string then)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "network.db"), Pooling = false }.ToString());
        connection.Open();
        connection.CreateFunction<long, string, long, long, byte[], long>("old", (rank, id, first, second, body) => ChecksumMigration.Old(rank, Encoding.UTF8.GetBytes(id), first, second, body));
        connection.CreateAggregate<long, long>("tally", 0, (all, one) => all ^ one);
        connection.Run(
            $"""
            UPDATE element SET sum = old(rank, id, version, sequence, body);
            UPDATE sealing_key SET sum = old(rank, id || element, 0, 0, wrapped);
            UPDATE meta SET value = (SELECT tally(sum) FROM element) WHERE name = 'elements';
            UPDATE meta SET value = (SELECT tally(sum) FROM sealing_key) WHERE name = 'keys';
            DROP TABLE account_record;
            PRAGMA user_version = 1;
            {then}
            """);
    }
}
