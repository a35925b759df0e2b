using Microsoft.Data.Sqlite;
using NetworkMap.Changes;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What a SQLite store says and does when its files are not what was written.</summary>
public sealed class SqliteDamageTests : IDisposable
{
    private readonly DirectoryInfo made = Directory.CreateTempSubdirectory("networkmap-damage-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(made.FullName, "store");

    private string Database => Path.Combine(Folder, "network.db");

    private string End => Path.Combine(Folder, "network.end");

    public void Dispose() => made.Delete(recursive: true);

    [Fact]
    public async Task A_whole_store_is_verified_with_its_counts()
    {
        await FillAsync(6);
        var report = await VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((6, 6, 6), (report.Entries, report.Elements, report.Keys));
    }

    [Fact]
    public async Task A_flipped_bit_in_an_element_record_is_mended_from_the_log()
    {
        await FillAsync(6);
        Change("UPDATE element SET body = replace(body, 'Organization 4', 'Organizatiom 4') WHERE id LIKE '%4'");

        await using var store = SqliteNetworkStore.Open(Folder);
        var rows = await store.RowsAsync(Cancellation);
        Assert.Equal(6, rows.Count);
        Assert.Contains("Organization 4", System.Text.Encoding.UTF8.GetString(rows[3].Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_in_a_log_entry_is_named()
    {
        await FillAsync(6);
        Change("UPDATE log SET text = replace(text, 'Organization 4', 'Organizatiom 4') WHERE sequence = 4");

        await using (var store = SqliteNetworkStore.Open(Folder))
        {
            var damage = await Assert.ThrowsAsync<DamagedException>(async () => await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
            Assert.Equal("log entry 4", damage.Record);
        }

        Assert.Equal(["Stored record log entry 4 is damaged: its text does not have its hash."], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task An_element_and_its_log_entry_both_damaged_are_refused_by_name()
    {
        await FillAsync(6);
        Change("UPDATE element SET version = 7 WHERE id LIKE '%4'; UPDATE log SET text = x'00' WHERE sequence = 4");

        await using var store = SqliteNetworkStore.Open(Folder);
        var damage = await Assert.ThrowsAsync<DamagedException>(async () => await store.RowsAsync(Cancellation));
        Assert.Equal("log entry 4", damage.Record);
    }

    [Theory]
    [InlineData("DELETE FROM element WHERE id LIKE '%4'", "000000000004: its record is lost; log entry 4 holds what it said, so it can be rebuilt from there, which the next start does")]
    [InlineData("UPDATE element SET body = replace(body, 'Organization 4', 'Organizatiom 4') WHERE id LIKE '%4'", "000000000004: its record is damaged; log entry 4 holds what it said, so it can be rebuilt from there, which the next start does")]
    [InlineData("DELETE FROM sealing_key WHERE element LIKE '%4'", "key")]
    [InlineData("DELETE FROM log WHERE sequence = 4", "log entry 4")]
    [InlineData("DELETE FROM log WHERE sequence = 1", "log entry 1")]
    [InlineData("UPDATE request SET key = 'other' WHERE sequence = 4", "its idempotency key is not known")]
    [InlineData("UPDATE request SET sequence = 3 WHERE sequence = 4", "idempotency key of log entry 3")]
    [InlineData("DELETE FROM touched WHERE sequence = 4", "history")]
    [InlineData("UPDATE element SET id = '00000000-0000-0000-0000-000000000001' WHERE id LIKE '%4'", "organization")]
    public async Task A_record_that_vanished_or_changed_its_name_is_noticed(string damage, string named)
    {
        await FillAsync(6);
        Change(damage);
        Assert.Contains(named, string.Join('\n', (await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_notices_that_the_first_entry_is_gone()
    {
        await FillAsync(6);
        Change("DELETE FROM log WHERE sequence = 1");
        await using var store = SqliteNetworkStore.Open(Folder);
        var damage = await Assert.ThrowsAsync<DamagedException>(async () => await store.ReadBackAsync(6, Cancellation).ToListAsync(Cancellation));
        Assert.Equal("log entry 1", damage.Record);
    }

    [Fact]
    public async Task A_request_and_an_instant_are_answered_from_the_entry_and_not_from_what_stands_beside_it()
    {
        await FillAsync(6);
        Change("UPDATE request SET hash = 'another', at = 0; UPDATE request SET key = 'moved' WHERE sequence = 5; UPDATE log SET at = 0 WHERE sequence = 6");
        await using var store = SqliteNetworkStore.Open(Folder);

        Assert.Equal(new KnownRequest(new RequestKey("key 4", "request"), 4, Story.Begin.AddMinutes(4)), await store.FindRequestAsync("key 4", Story.Begin, Cancellation));
        Assert.Equal("idempotency key of log entry 5", (await Assert.ThrowsAsync<DamagedException>(() => store.FindRequestAsync("moved", Story.Begin, Cancellation))).Record);
        Assert.Equal("log entry 6", (await Assert.ThrowsAsync<DamagedException>(() => store.LastUntilAsync(Story.Begin.AddMinutes(2), Cancellation))).Record);
    }

    [Fact]
    public async Task A_row_that_is_older_than_the_log_is_noticed()
    {
        await FillAsync(3);
        Change("CREATE TABLE old AS SELECT * FROM element WHERE id LIKE '%2'");
        await using (var store = SqliteNetworkStore.Open(Folder))
        {
            var story = new Story(store.Head);
            story.Elements[Story.Organization(2).Ref] = Story.Organization(2) with { Version = 1, Sequence = 2 };
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Rename(2, "Renamed")], Cancellation));
        }

        Assert.Empty((await VerifyAsync()).Faults);
        Change("INSERT OR REPLACE INTO element SELECT * FROM old");
        Assert.Contains("the current graph does not hold what the log left", string.Join('\n', (await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_slot_of_the_kept_end_is_mended_and_two_are_refused()
    {
        await FillAsync(3);
        foreach (var slot in new[] { 0, 96 })
        {
            Flip(End, slot + 40);
            await using var store = SqliteNetworkStore.Open(Folder);
            Assert.Equal(3, store.Head.Sequence);
        }

        Flip(End, 50);
        Flip(End, 96 + 50);
        Assert.Contains("delete the file, then check it with `verify`", Refused(), StringComparison.Ordinal);
        File.Delete(End);
        await using var accepted = SqliteNetworkStore.Open(Folder);
        Assert.Equal(3, accepted.Head.Sequence);
    }

    [Fact]
    public async Task A_log_that_is_shorter_than_acknowledged_is_refused_with_what_is_missing()
    {
        await FillAsync(6);
        Change("DELETE FROM log WHERE sequence > 4");
        Assert.Contains("ends at 4, but 6 was acknowledged: changes 5 to 6 are missing", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_whose_last_entry_is_another_one_is_refused()
    {
        await FillAsync(6);
        Change("UPDATE log SET hash = zeroblob(32) WHERE sequence = 6");
        Assert.Contains("Entry 6", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_end_of_another_log_is_refused()
    {
        await FillAsync(2);
        File.Move(End, End + ".kept");
        Directory.Move(Folder, Folder + "-one");
        await FillAsync(2);
        File.Move(Folder + "-one/network.end.kept", End, overwrite: true);
        Assert.Contains("another log", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("empty")]
    public async Task A_database_that_is_gone_or_empty_is_not_taken_for_a_new_store(string how)
    {
        await FillAsync(3);
        File.Delete(Database);
        if (how == "empty")
        {
            await File.Create(Database).DisposeAsync();
        }

        Assert.Contains("changes 1 to 3 were acknowledged", Refused(), StringComparison.Ordinal);
        Assert.Contains("changes 1 to 3 were acknowledged", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await FillAsync(2);
        Change("PRAGMA user_version = 99");
        Assert.Contains("schema 99, which is newer", Refused(), StringComparison.Ordinal);
        Change($"PRAGMA user_version = {SqliteSchema.Version}");
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_second_opener_of_the_folder_is_refused_and_the_first_goes_on()
    {
        await using var first = SqliteNetworkStore.Open(Folder);
        Assert.Contains("Another process", Refused(), StringComparison.Ordinal);
        Assert.Equal(AppendResult.Appended, await first.AppendAsync(first.Head, [new Story(first.Head).Create(1)], Cancellation));
    }

    [Fact]
    public void A_path_that_is_no_folder_is_told()
    {
        File.WriteAllText(Folder, "a file");
        Assert.Contains("cannot be used", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_end_that_cannot_be_opened_is_told_and_leaves_no_lock()
    {
        Directory.CreateDirectory(End);
        Assert.Contains("cannot be used", Refused(), StringComparison.Ordinal);
        Directory.Delete(End);
        await SqliteNetworkStore.Open(Folder).DisposeAsync();
    }

    private string Refused() => Assert.Throws<StoreFailedException>(() => SqliteNetworkStore.Open(Folder)).Message;

    private async Task FillAsync(int count)
    {
        await using var store = SqliteNetworkStore.Open(Folder);
        var story = new Story(store.Head);
        foreach (var number in Enumerable.Range(1, count))
        {
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(number, new RequestKey($"key {number}", "request"))], Cancellation));
        }
    }

    private async Task<VerificationReport> VerifyAsync()
    {
        await using var store = SqliteNetworkStore.Open(Folder);
        return await Verification.OfAsync(store, new Story(store.Head).Master, Cancellation);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // The statements stand in this file.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 4;
        File.WriteAllBytes(file, bytes);
    }
}
