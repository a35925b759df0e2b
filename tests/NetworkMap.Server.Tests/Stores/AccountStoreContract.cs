using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What every account store must do. Each has one subclass; it says only how such a store is opened.</summary>
public abstract class AccountStoreContract
{
    private const AccountRecordKind Session = AccountRecordKind.Session;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the network store of that name, made when it is not there, with its accounts.</summary>
    protected abstract Task<(INetworkStore Network, IAccountStore Accounts)> OpenAsync(string name);

    [Fact]
    public async Task What_was_put_is_found_by_its_id_and_its_lookup_as_it_was_after_reopening()
    {
        var record = new AccountRecord(Session, "b7", "Teks \u201cpanjang\u201d\n" + new string('x', 100_000)) { Owner = "sari", Lookup = "hash", Until = Noon };
        var (network, accounts) = await OpenAsync("a");
        await using (network)
        {
            Assert.True(await accounts.IsEmptyAsync(Cancellation));
            Assert.Null(await accounts.FindAsync(Session, "b7", Cancellation));
            Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(Cancellation, new AccountChange.Put(record)));
        }

        (network, accounts) = await OpenAsync("a");
        await using var again = network;
        Assert.Equal(record with { Version = 1 }, await accounts.FindAsync(Session, "b7", Cancellation));
        Assert.Equal(record with { Version = 1 }, await accounts.FindByLookupAsync(Session, "hash", Cancellation));
        Assert.Null(await accounts.FindAsync(AccountRecordKind.Token, "b7", Cancellation));
        Assert.Null(await accounts.FindByLookupAsync(AccountRecordKind.Token, "hash", Cancellation));
        Assert.False(await accounts.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task A_record_is_replaced_only_where_it_is_at_the_version_that_was_read()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "1", "first") { Owner = "sari", Lookup = "x", Until = Noon });

        Assert.Equal(AccountWrite.Moved, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "1", "new"))));
        Assert.Equal(AccountWrite.Moved, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "2", "never there") { Version = 1 })));
        Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "1", "second") { Version = 1 })));
        Assert.Equal(AccountWrite.Moved, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "1", "late") { Version = 1 })));
        Assert.Equal(new AccountRecord(Session, "1", "second") { Version = 2 }, await accounts.FindAsync(Session, "1", Cancellation));
        Assert.Null(await accounts.FindByLookupAsync(Session, "x", Cancellation));
    }

    [Fact]
    public async Task A_record_is_sealed_anew_only_at_its_version_also_a_line_of_the_security_log()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "1", "old") { Owner = "sari", Lookup = "x", Until = Noon });
        await PutAsync(accounts, new AccountRecord(AccountRecordKind.SecurityEntry, "line", "old") { Owner = "sari" });

        Assert.Equal(2, await accounts.ResealAsync([new AccountRecord(Session, "1", "new") { Lookup = "y", Version = 1 }, new AccountRecord(AccountRecordKind.SecurityEntry, "line", "new") { Version = 1 }], Cancellation));
        Assert.Equal(0, await accounts.ResealAsync([new AccountRecord(Session, "1", "late") { Lookup = "z", Version = 1 }], Cancellation));
        Assert.Equal(new AccountRecord(Session, "1", "new") { Owner = "sari", Lookup = "y", Until = Noon, Version = 2 }, await accounts.FindByLookupAsync(Session, "y", Cancellation));
        Assert.Null(await accounts.FindByLookupAsync(Session, "x", Cancellation));
        Assert.Equal("new", (await accounts.FindAsync(AccountRecordKind.SecurityEntry, "line", Cancellation))!.Body);
    }

    [Fact]
    public async Task A_lookup_belongs_to_one_record_of_its_kind_until_that_gives_it_away()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "1", "") { Lookup = "x" });
        await PutAsync(accounts, new AccountRecord(AccountRecordKind.Token, "1", "") { Lookup = "x" });
        var second = new AccountChange.Put(new AccountRecord(Session, "2", "") { Lookup = "x" });

        Assert.Equal(AccountWrite.LookupTaken, await accounts.WriteAsync(Cancellation, second));
        Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(Cancellation, second, new AccountChange.Remove(Session, "1")));
        Assert.Equal("2", (await accounts.FindByLookupAsync(Session, "x", Cancellation))?.Id);
        await PutAsync(accounts, new AccountRecord(Session, "2", "") { Lookup = "y", Version = 1 });
        await PutAsync(accounts, new AccountRecord(Session, "3", "") { Lookup = "x" });
        Assert.Equal(AccountWrite.LookupTaken, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "3", "") { Lookup = "y", Version = 1 })));
    }

    [Fact]
    public async Task A_batch_is_carried_out_whole_or_not_at_all()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "1", "one") { Lookup = "x" });

        Assert.Equal(AccountWrite.Moved, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "2", "two")), new AccountChange.Remove(Session, "1", 7)));
        Assert.Equal(AccountWrite.LookupTaken, await accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "2", "two")), new AccountChange.Put(new AccountRecord(Session, "3", "three") { Lookup = "x" })));
        Assert.Equal(["1"], (await accounts.ListAsync(Session, null, null, 10, Cancellation)).Select(r => r.Id));
        Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(
            Cancellation, new AccountChange.Put(new AccountRecord(Session, "2", "two")), new AccountChange.Remove(Session, "1", 1), new AccountChange.Remove(Session, "was never there")));
        Assert.Equal(["2"], (await accounts.ListAsync(Session, null, null, 10, Cancellation)).Select(r => r.Id));
        Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(Cancellation));
    }

    [Fact]
    public async Task Of_many_who_write_the_same_at_once_one_is_first()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "1", "first"));

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "1", $"{i}") { Version = 1 })))));
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(Session, "2", $"{i}") { Lookup = "x" })))));
        var removed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => accounts.WriteAsync(Cancellation, new AccountChange.Remove(Session, "1", 2)))));

        foreach (var outcomes in new[] { written, added, removed })
        {
            Assert.Single(outcomes, AccountWrite.Written);
            Assert.Equal(7, outcomes.Count(o => o == AccountWrite.Moved));
        }
    }

    [Fact]
    public async Task A_list_is_of_one_kind_or_of_what_one_account_has_of_it_newest_id_first_in_pieces()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        foreach (var (id, owner) in new[] { ("1", "sari"), ("2", "budi"), ("3", "sari"), ("4", "sari") })
        {
            await PutAsync(accounts, new AccountRecord(Session, id, "") { Owner = owner });
            await PutAsync(accounts, new AccountRecord(AccountRecordKind.Token, id, "") { Owner = owner });
        }

        Assert.Equal(["4", "3", "2", "1"], await IdsAsync(null, null, 10));
        Assert.Equal(["4", "3"], await IdsAsync("sari", null, 2));
        Assert.Equal(["1"], await IdsAsync("sari", "3", 2));
        Assert.Equal([], await IdsAsync("nobody", null, 2));

        async Task<List<string>> IdsAsync(string? owner, string? before, int limit) => [.. (await accounts.ListAsync(Session, owner, before, limit, Cancellation)).Select(r => r.Id)];
    }

    [Fact]
    public async Task What_an_account_owns_goes_with_it_but_for_the_security_log()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(AccountRecordKind.Account, "sari", "") { Owner = "sari" });
        await PutAsync(accounts, new AccountRecord(Session, "1", "") { Owner = "sari" });
        await PutAsync(accounts, new AccountRecord(Session, "2", "") { Owner = "budi" });
        await PutAsync(accounts, new AccountRecord(AccountRecordKind.SecurityEntry, "1", "") { Owner = "sari" });

        Assert.Equal(2, await accounts.RemoveOwnedAsync("sari", Cancellation));
        Assert.Null(await accounts.FindAsync(AccountRecordKind.Account, "sari", Cancellation));
        Assert.Equal(["2"], (await accounts.ListAsync(Session, null, null, 10, Cancellation)).Select(r => r.Id));
        Assert.NotNull(await accounts.FindAsync(AccountRecordKind.SecurityEntry, "1", Cancellation));
    }

    [Fact]
    public async Task What_is_over_is_cleared_away_and_nothing_else()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(Session, "over", "") { Until = Noon });
        await PutAsync(accounts, new AccountRecord(Session, "soon", "") { Until = Noon.AddMilliseconds(1) });
        await PutAsync(accounts, new AccountRecord(Session, "never", ""));

        Assert.Equal(1, await accounts.RemoveExpiredAsync(Noon, Cancellation));
        Assert.Equal(["soon", "never"], (await accounts.ListAsync(Session, null, null, 10, Cancellation)).Select(r => r.Id));
    }

    [Fact]
    public async Task The_security_log_is_only_added_to()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        await PutAsync(accounts, new AccountRecord(AccountRecordKind.SecurityEntry, "1", "what happened"));

        await Assert.ThrowsAsync<ArgumentException>(() => accounts.WriteAsync(Cancellation, new AccountChange.Put(new AccountRecord(AccountRecordKind.SecurityEntry, "1", "something else") { Version = 1 })));
        await Assert.ThrowsAsync<ArgumentException>(() => accounts.WriteAsync(Cancellation, new AccountChange.Remove(AccountRecordKind.SecurityEntry, "1")));
        await Assert.ThrowsAsync<ArgumentException>(() => accounts.WriteAsync(Cancellation, new AccountChange.Remove(Session, "1"), new AccountChange.Remove(Session, "1")));
        Assert.Equal("what happened", (await accounts.FindAsync(AccountRecordKind.SecurityEntry, "1", Cancellation))?.Body);
    }

    [Fact]
    public async Task The_network_goes_on_beside_it()
    {
        var (network, accounts) = await OpenAsync("a");
        await using var open = network;
        var story = new Story(network.Head);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await PutAsync(accounts, new AccountRecord(Session, $"{i}", ""));
            }
        });
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(AppendResult.Appended, await network.AppendAsync(network.Head, [story.Create(i)], Cancellation));
        }

        await writing;
        Assert.Equal((5, 20), (network.Head.Sequence, (await accounts.ListAsync(Session, null, null, 99, Cancellation)).Count));
    }

    private static async Task PutAsync(IAccountStore accounts, AccountRecord record) => Assert.Equal(AccountWrite.Written, await accounts.WriteAsync(Cancellation, new AccountChange.Put(record)));
}
