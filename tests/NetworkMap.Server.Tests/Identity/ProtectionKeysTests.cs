using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Identity;

public sealed class ProtectionKeysTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-protection-");
    private SqliteNetworkStore store = null!;

    public ValueTask InitializeAsync()
    {
        store = SqliteNetworkStore.Open(folder.FullName);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_one_process_protects_another_opens_that_shares_database_and_master_key()
    {
        await using var one = Process(1);
        await using var two = Process(1);
        var text = ProtectorOf(one).Protect("state");

        Assert.Equal("state", ProtectorOf(two).Unprotect(text));
        var kept = Assert.Single(await store.Accounts.ListAsync(AccountRecordKind.ProtectionKey, null, null, 10, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("masterKey", kept.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_another_master_key_nothing_opens()
    {
        await using var one = Process(1);
        await using var two = Process(2);
        var text = ProtectorOf(one).Protect("state");

        Assert.ThrowsAny<Exception>(() => ProtectorOf(two).Unprotect(text));
    }

    private static IDataProtector ProtectorOf(ServiceProvider process) => process.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Process(byte key)
    {
        var vault = new AccountVault(store.Accounts, new MasterKey(Enumerable.Repeat(key, MasterKey.Size).ToArray()), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)));
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("NetworkMap");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new ProtectionKeys(vault));
        return services.BuildServiceProvider();
    }
}
