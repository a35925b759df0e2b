using System.Text;
using NetworkMap.Domain;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Bits flipped and bytes cut off anywhere: the store either says so or gives exactly what was written; it never answers with something else.</summary>
public sealed class SqliteFlippedBitTests : IDisposable
{
    private readonly DirectoryInfo made = Directory.CreateTempSubdirectory("networkmap-bits-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Kept => Path.Combine(made.FullName, "kept");

    private string Tried => Path.Combine(made.FullName, "tried");

    public void Dispose() => made.Delete(recursive: true);

    [Theory]
    [InlineData("network.db", 150)]
    [InlineData("network.db-wal", 150)]
    [InlineData("network.end", 40)]
    public async Task A_flipped_bit_is_told_or_does_no_harm(string file, int times)
    {
        var written = await KeepAsync(inWal: file == "network.db-wal");
        var random = new Random(20260301);
        var told = 0;
        for (var i = 0; i < times; i++)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(Kept, file), Cancellation);
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            told += await TellsAsync(file, bytes, written, $"bit flipped at {at}") ? 1 : 0;
        }

        // Every frame of the write-ahead log is summed together with all before it; the main file has unused bytes.
        Assert.True(file == "network.db-wal" ? told == times : told < times, $"{told} of {times} flips in {file} were told.");
    }

    [Theory]
    [InlineData("network.db")]
    [InlineData("network.db-wal")]
    public async Task A_file_that_was_cut_off_is_told_or_does_no_harm(string file)
    {
        var written = await KeepAsync(inWal: file == "network.db-wal");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Kept, file), Cancellation);
        for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 24))
        {
            Assert.True(await TellsAsync(file, bytes[..length], written, $"cut off at {length}"), $"{file} cut off at {length} of {bytes.Length} was not told.");
        }
    }

    /// <summary>True when opening, loading or verifying says that something is wrong.</summary>
    private async Task<bool> TellsAsync(string file, byte[] bytes, string written, string damage)
    {
        Copy(Kept, Tried);
        await File.WriteAllBytesAsync(Path.Combine(Tried, file), bytes, Cancellation);
        try
        {
            await using var store = SqliteNetworkStore.Open(Tried);
            Assert.True(written == await ContentAsync(store), $"{file}, {damage}: the store gave another graph and did not say so.");
            return !(await Verification.OfAsync(store, new Story(store.Head).Master, Cancellation)).IsWhole;
        }
        catch (Exception told) when (told is StoreFailedException or DamagedException)
        {
            return true;
        }
    }

    /// <summary>A copy of a store in use: all in the main file, or all in the write-ahead log.</summary>
    private async Task<string> KeepAsync(bool inWal)
    {
        var source = Path.Combine(made.FullName, "source");
        var store = SqliteNetworkStore.Open(source);
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Write(Story.OneOfEach().Select(Changes.Revision.Create))], Cancellation);
        foreach (var number in Enumerable.Range(3, 20))
        {
            await store.AppendAsync(store.Head, [story.Create(number), story.Rename(1, $"Name {number}")], Cancellation);
        }

        var content = await ContentAsync(store);
        if (inWal)
        {
            Copy(source, Kept);
        }

        await store.DisposeAsync();
        if (!inWal)
        {
            Copy(source, Kept);
        }

        return content;
    }

    private static async Task<string> ContentAsync(SqliteNetworkStore store)
    {
        var text = new StringBuilder();
        foreach (var row in await store.RowsAsync(Cancellation))
        {
            text.Append(row.Element).Append(' ').Append(row.Version).Append(' ').Append(row.Sequence).Append(' ').Append(Encoding.UTF8.GetString(row.Body!)).Append('\n');
        }

        foreach (var key in (await store.KeysAsync(Cancellation).ToListAsync(Cancellation)).OrderBy(k => k.Id))
        {
            text.Append(key.Id).Append(Convert.ToHexString(key.Wrapped)).Append('\n');
        }

        return text.ToString();
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        Directory.CreateDirectory(to);
        foreach (var name in new[] { "network.db", "network.db-wal", "network.end" }.Where(name => File.Exists(Path.Combine(from, name))))
        {
            using var source = new FileStream(Path.Combine(from, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(to, name));
            source.CopyTo(target);
        }
    }
}
