using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

public sealed class AccountCopyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-account-copy-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_copy_holds_the_accounts_as_they_are_and_follows_what_changed_and_what_went()
    {
        await using var one = SqliteNetworkStore.Open(Path.Combine(folder.FullName, "one"));
        await using var two = SqliteNetworkStore.Open(Path.Combine(folder.FullName, "two"));
        var (from, to) = (one.Accounts, two.Accounts);
        await from.WriteAsync(
            Cancellation,
            new AccountChange.Put(new AccountRecord(AccountRecordKind.Account, "sari", "sealed") { Owner = "sari", Lookup = "x" }),
            new AccountChange.Put(new AccountRecord(AccountRecordKind.Account, "budi", "sealed") { Owner = "budi", Lookup = "y" }),
            new AccountChange.Put(new AccountRecord(AccountRecordKind.Session, "1", "sealed") { Owner = "sari" }),
            new AccountChange.Put(new AccountRecord(AccountRecordKind.SecurityEntry, "1", "sealed") { Owner = "sari" }));

        Assert.Equal(2, await AccountCopy.RunAsync(from, to, Cancellation));
        Assert.Equal(await from.FindAsync(AccountRecordKind.Account, "sari", Cancellation), await to.FindAsync(AccountRecordKind.Account, "sari", Cancellation));
        Assert.NotNull(await to.FindAsync(AccountRecordKind.SecurityEntry, "1", Cancellation));
        Assert.Null(await to.FindAsync(AccountRecordKind.Session, "1", Cancellation));

        await from.WriteAsync(Cancellation, new AccountChange.Remove(AccountRecordKind.Account, "budi"), new AccountChange.Put(new AccountRecord(AccountRecordKind.Account, "sari", "sealed anew") { Owner = "sari", Lookup = "y", Version = 1 }));
        Assert.Equal(1, await AccountCopy.RunAsync(from, to, Cancellation));
        Assert.Equal("sealed anew", (await to.FindByLookupAsync(AccountRecordKind.Account, "y", Cancellation))?.Body);
        Assert.Null(await to.FindAsync(AccountRecordKind.Account, "budi", Cancellation));
    }
}
