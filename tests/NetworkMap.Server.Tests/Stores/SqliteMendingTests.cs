using Microsoft.Data.Sqlite;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What the log still holds is written back into the current graph, or nothing is.</summary>
public sealed class SqliteMendingTests : IDisposable
{
    /// <summary>Where the head of the file says, in its last byte, how many pages are free.</summary>
    private const int FreePages = 39;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-mending-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder.FullName, "network.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("damaged", "UPDATE element SET body = replace(body, 'Organization 4', 'Organizatiom 4') WHERE id LIKE '%4'", "4 from 4")]
    [InlineData("lost", "DELETE FROM element WHERE id LIKE '%4'", "4 from 4")]
    [InlineData("several", "DELETE FROM element WHERE id LIKE '%4' OR id LIKE '%2'; UPDATE element SET version = 9 WHERE id LIKE '%5'", "2 from 7, 4 from 4, 5 from 5")]
    [InlineData("older", "INSERT OR REPLACE INTO element SELECT * FROM earlier WHERE id LIKE '%2'", "2 from 7")]
    [InlineData("back again", "INSERT INTO element SELECT * FROM earlier WHERE id LIKE '%3'", "3 gone by 8")]
    [InlineData("under another name", "UPDATE element SET id = '00000000-0000-0000-0000-000000000001' WHERE id LIKE '%4'", "1 gone by 0, 4 from 4")]
    public async Task A_record_is_as_the_log_left_it_after_mending(string what, string damage, string mended)
    {
        Assert.NotEmpty(what);
        var written = await FillAsync();
        Change(damage);
        Assert.False((await VerifyAsync()).IsWhole);
        await using (var store = SqliteNetworkStore.Open(folder.FullName))
        {
            await LoadAsync(store);
            Assert.Equal(mended, string.Join(", ", (await store.MendAsync(Cancellation)).Select(r => $"{r.Element.Id[^1]} {(r.Body is null ? "gone by" : "from")} {r.Sequence}")));
            Assert.Empty((await VerifyAsync(store)).Faults);
            Assert.Empty(await store.MendAsync(Cancellation));
        }

        Assert.Empty((await VerifyAsync()).Faults);
        await using var again = SqliteNetworkStore.Open(folder.FullName);
        Assert.Equal(written, await ContentAsync(again));
        Assert.Equal(AppendResult.Appended, await again.AppendAsync(again.Head, [new Story(again.Head).Create(9)], Cancellation));
    }

    [Theory]
    [InlineData("DELETE FROM element WHERE id LIKE '%2'; DELETE FROM touched WHERE sequence = 7", "organization/")]
    [InlineData("DELETE FROM element WHERE id LIKE '%2'; UPDATE log SET text = x'00' WHERE sequence = 7", "log entry 7")]
    [InlineData("DELETE FROM element WHERE id LIKE '%2'; DELETE FROM log WHERE sequence = 7", "log entry 7")]
    public async Task What_the_log_does_not_give_back_is_refused_by_name_and_nothing_is_written(string damage, string named)
    {
        await FillAsync();
        Change(damage);
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        await LoadAsync(store);
        var refused = await Assert.ThrowsAsync<DamagedException>(() => store.MendAsync(Cancellation));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal(6L, Count());
    }

    [Fact]
    public async Task A_file_whose_pages_are_damaged_is_not_written_into()
    {
        await FillAsync();
        Change("UPDATE element SET version = 9 WHERE id LIKE '%5'");
        var bytes = await File.ReadAllBytesAsync(Database, Cancellation);
        bytes[FreePages]++;
        await File.WriteAllBytesAsync(Database, bytes, Cancellation);
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        Assert.Equal(7, (await store.RowsAsync(Cancellation)).Count);
        Assert.Contains("nothing was written into it", (await Assert.ThrowsAsync<StoreFailedException>(() => store.MendAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_accuses_no_record_that_it_or_another_entry_left()
    {
        await FillAsync();
        Change("UPDATE log SET text = replace(text, 'Organization 2', 'Organizatiom 2') WHERE sequence = 2; UPDATE log SET text = x'00' WHERE sequence = 8");
        Assert.Equal(["log entry 2", "log entry 8"], (await VerifyAsync()).Faults.Select(f => f.Split(" is damaged")[0].Replace("Stored record ", "", StringComparison.Ordinal)));
    }

    /// <summary>Seven organizations left of eight: the second renamed by entry 7, the third removed by entry 8, each as it was before in a table beside.</summary>
    private async Task<IReadOnlyList<string>> FillAsync()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [.. Enumerable.Range(1, 6).Select(n => story.Create(n))], Cancellation);
        Change("CREATE TABLE earlier AS SELECT * FROM element");
        await store.AppendAsync(store.Head, [story.Rename(2, "Renamed"), story.Remove(3), story.Create(7), story.Create(8)], Cancellation);
        return await ContentAsync(store);
    }

    /// <summary>Loads as a start does, which may end with what was found.</summary>
    private static async Task LoadAsync(SqliteNetworkStore store)
    {
        try
        {
            await store.RowsAsync(Cancellation);
        }
        catch (DamagedException damage)
        {
            Assert.NotEmpty(damage.Record);
        }
    }

    private static async Task<IReadOnlyList<string>> ContentAsync(SqliteNetworkStore store) =>
        (await store.RowsAsync(Cancellation)).ConvertAll(r => $"{r.Element} {r.Version} {r.Sequence} {Convert.ToHexString(r.Body!)}");

    private async Task<VerificationReport> VerifyAsync()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        return await VerifyAsync(store);
    }

    private static Task<VerificationReport> VerifyAsync(SqliteNetworkStore store) => Verification.OfAsync(store, new Story(store.Head).Master, Cancellation);

    private void Change(string sql) => Ask(sql);

    private object? Count() => Ask("SELECT COUNT(*) FROM element");

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // The statements stand in this file.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
