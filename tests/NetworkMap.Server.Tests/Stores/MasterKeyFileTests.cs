using NetworkMap.Domain;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

public sealed class MasterKeyFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-key-");
    private readonly List<string> told = [];

    private string KeyFile => MasterKeyFile.In(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_made_once_for_its_owner_only_and_told_with_what_to_do()
    {
        var made = Open();
        Assert.Contains("Keep a copy", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains(KeyFile, told[0], StringComparison.Ordinal);
        Assert.DoesNotContain(File.ReadAllText(KeyFile), told[0], StringComparison.Ordinal);
        Assert.Equal([KeyFile], Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }

        Assert.True(Opens(Open(isEmpty: false), made));
        Assert.Single(told);
    }

    [Fact]
    public void A_key_that_was_not_finished_before_the_power_went_is_made_anew()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile + ".new", "half");
        Assert.True(Opens(Open(), Open()));
        Assert.False(File.Exists(KeyFile + ".new"));
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_end_with_one_key()
    {
        for (var round = 0; round < 100; round++)
        {
            var file = Path.Combine(folder.FullName, $"{round}", "keys", "master.key");
            using var line = new Barrier(8);
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    line.SignalAndWait();
                    return MasterKeyFile.Open(null, file, isEmpty: true, _ => { });
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.All(keys, key => Assert.True(Opens(key, keys[0])));
            Assert.Equal([file], Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not Base64!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_key_is_refused_wherever_it_stands(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, text);
        Assert.Contains("there is no master key", Refused(null), StringComparison.Ordinal);
        Assert.Contains("the setting MasterKey", Refused(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_key_needs_no_file_and_makes_none()
    {
        var text = Convert.ToBase64String(Enumerable.Range(1, MasterKey.Size).Select(i => (byte)i).ToArray());
        Assert.True(Opens(MasterKeyFile.Open($" {text}\n", KeyFile, isEmpty: false, told.Add), MasterKeyFile.Open(text, KeyFile, isEmpty: true, told.Add)));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        Assert.Empty(told);
    }

    [Fact]
    public void A_lost_key_is_never_replaced_beside_a_network_that_it_sealed()
    {
        Assert.Contains("is gone", Assert.Throws<StoreFailedException>(() => Open(isEmpty: false)).Message, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    private MasterKey Open(bool isEmpty = true) => MasterKeyFile.Open(null, KeyFile, isEmpty, told.Add);

    private string Refused(string? configured) => Assert.Throws<StoreFailedException>(() => MasterKeyFile.Open(configured, KeyFile, isEmpty: true, told.Add)).Message;

    private static bool Opens(MasterKey one, MasterKey other) => other.Unwrap(one.NewKey(new ElementRef(ElementKind.Need, "x")).Key) is not null;
}
