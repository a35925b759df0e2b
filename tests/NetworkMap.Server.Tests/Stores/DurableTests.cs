using NetworkMap.Server.Stores;

namespace NetworkMap.Server.Tests.Stores;

public sealed class DurableTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-durable-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_sync_that_fails_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A device that cannot be synced is known on Linux only.");
        using var device = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite);
        Assert.Throws<IOException>(() => Durable.Sync(device));
        Assert.Throws<IOException>(() => Durable.SyncFolder(Path.Combine(folder.FullName, "not there")));
    }

    [Fact]
    public void Folders_are_made_down_to_the_last_and_once()
    {
        var last = Path.Combine(folder.FullName, "a", "b", "c");
        Durable.MakeFolder(last);
        Durable.MakeFolder(last);
        Assert.True(Directory.Exists(last));

        using var file = File.OpenHandle(Path.Combine(last, "file"), FileMode.Create, FileAccess.ReadWrite);
        Durable.Sync(file);
        Durable.SyncFolder(last);
    }
}
