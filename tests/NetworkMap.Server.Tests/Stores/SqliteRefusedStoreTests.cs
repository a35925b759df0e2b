using Microsoft.Data.Sqlite;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>A store that is refused is only looked at: what a person or a tool could still mend is not touched by the refusal, nor by the next one.</summary>
public sealed class SqliteRefusedStoreTests : IDisposable
{
    private readonly DirectoryInfo made = Directory.CreateTempSubdirectory("networkmap-refused-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Killed => Path.Combine(made.FullName, "killed");

    private string Log => Path.Combine(Killed, "network.db-wal");

    public void Dispose() => made.Delete(recursive: true);

    [Theory]
    [InlineData("cut off", "to 8 are missing")]
    [InlineData("beginning spoiled", "changes 1 to 8 are missing")]
    [InlineData("end spoiled", "changes 8 to 8 are missing")]
    [InlineData("left behind", "changes 1 to 8 are missing")]
    [InlineData("end ahead", "changes 9 to 9 are missing")]
    [InlineData("both slots spoiled", "then check it with `verify`")]
    public async Task A_refused_store_keeps_every_byte(string damage, string told)
    {
        var end = await KilledAsync();
        Spoil(damage, end);
        var before = Bytes();

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains(told, Assert.Throws<StoreFailedException>(() => SqliteNetworkStore.Open(Killed)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task A_write_ahead_log_that_was_put_back_is_taken_up_again()
    {
        await KilledAsync();
        File.Move(Log, Log + ".kept");
        Assert.Throws<StoreFailedException>(() => SqliteNetworkStore.Open(Killed));
        File.Move(Log + ".kept", Log, overwrite: true);

        await using var store = SqliteNetworkStore.Open(Killed);
        Assert.Equal(8, store.Head.Sequence);
        Assert.Equal(8, (await store.RowsAsync(Cancellation)).Count);
    }

    private void Spoil(string damage, LogPosition end)
    {
        switch (damage)
        {
            case "cut off": Rewrite(Log, bytes => bytes[..(bytes.Length / 2)]); break;
            case "beginning spoiled": Rewrite(Log, bytes => Flipped(bytes, 20)); break;
            case "end spoiled": Rewrite(Log, bytes => Flipped(bytes, bytes.Length - 100)); break;
            case "left behind": File.Delete(Log); break;
            case "end ahead": Ahead(end); break;
            case "both slots spoiled": Rewrite(Path.Combine(Killed, "network.end"), bytes => Flipped(Flipped(bytes, 30), 130)); break;
            default: throw new ArgumentOutOfRangeException(nameof(damage), damage, "Not a damage.");
        }
    }

    private void Ahead(LogPosition end)
    {
        using var file = new EndFile(Path.Combine(Killed, "network.end"));
        file.Read();
        file.Write(end with { Sequence = end.Sequence + 1 });
    }

    /// <summary>A store as a killed process leaves it: nothing was moved out of the write-ahead log yet.</summary>
    private async Task<LogPosition> KilledAsync()
    {
        var running = Path.Combine(made.FullName, "running");
        await using var store = SqliteNetworkStore.Open(running);
        var story = new Story(store.Head);
        foreach (var number in Enumerable.Range(1, 8))
        {
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(number)], Cancellation));
        }

        Directory.CreateDirectory(Killed);
        foreach (var name in new[] { "network.db", "network.db-wal", "network.end" })
        {
            await using var source = new FileStream(Path.Combine(running, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var target = File.Create(Path.Combine(Killed, name));
            await source.CopyToAsync(target, Cancellation);
        }

        return store.Head;
    }

    /// <summary>What the files say; an empty write-ahead log, and the index over it, say nothing.</summary>
    private IEnumerable<string> Bytes()
    {
        SqliteConnection.ClearAllPools();
        return [.. new[] { "network.db", "network.db-wal", "network.end" }.Select(name => Path.Combine(Killed, name)).Where(File.Exists)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(File.ReadAllBytes(file))}").Where(line => !line.EndsWith(' '))];
    }

    private static void Rewrite(string file, Func<byte[], byte[]> change) => File.WriteAllBytes(file, change(File.ReadAllBytes(file)));

    private static byte[] Flipped(byte[] bytes, int at)
    {
        bytes[at] ^= 4;
        return bytes;
    }
}
