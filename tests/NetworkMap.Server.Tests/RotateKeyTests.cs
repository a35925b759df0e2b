using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Domain;
using NetworkMap.Server.Features.Suggestions;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Tests.Journeys;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests;

/// <summary>The verb <c>rotate-key</c>, on a whole installation.</summary>
public sealed class RotateKeyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-rotate-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string KeyFile => MasterKeyFile.In(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_was_signed_in_stays_so_and_what_was_sealed_opens_and_the_old_key_opens_nothing()
    {
        var (id, cookie) = await BeginAsync();
        var old = MasterKeyFile.Open(null, KeyFile, isEmpty: false, _ => { });

        var (code, said) = await ServerProcess.RunAsync("rotate-key", folder.FullName);

        Assert.True(code == 0, said);
        Assert.Contains("nothing with the old one", said, StringComparison.Ordinal);
        Assert.Equal((0, true), (await RunAsync("verify"), File.Exists(KeyFile + ".before")));
        await NothingOpensAsync(old);
        await ServesAsync(id, cookie);

        // Back on the old key: nothing is served, nothing is written.
        File.Move(KeyFile + ".before", KeyFile, overwrite: true);
        (code, said) = await ServerProcess.RunAsync("--urls=http://127.0.0.1:0", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Another master key is in force", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_suggested_something_without_an_account_still_follows_it_by_her_link()
    {
        await BeginAsync();
        var (link, before) = (new SuggestionId(Guid.NewGuid()), "");
        await using (var server = await RunningServer.StartAsync("terms", folder.FullName))
        {
            before = server.Services.GetRequiredService<Receipts>().Make(link);
        }

        for (var changed = 0; changed < 2; changed++)
        {
            Assert.Equal(0, await RunAsync("rotate-key"));
        }

        await using var after = await RunningServer.StartAsync("terms", folder.FullName);
        var receipts = after.Services.GetRequiredService<Receipts>();
        Assert.Equal(link, receipts.Read(before));
        Assert.NotEqual(before, receipts.Make(link));
        Assert.Equal(link, receipts.Read(receipts.Make(link)));
        Assert.Null(receipts.Read(before[..^4] + (before.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")));
    }

    [Fact]
    public async Task One_that_was_cut_off_is_refused_by_servers_and_goes_on_with_the_same_keys_alone()
    {
        var (id, cookie) = await BeginAsync();
        var old = MasterKeyFile.Open(null, KeyFile, isEmpty: false, _ => { });
        var next = MasterKeyFile.OpenNext(null, KeyFile);
        await using (var store = SqliteNetworkStore.Open(folder.FullName))
        {
            Assert.True(await store.MarkAsync(null, new MasterMark(old.Mark, next.Mark), Cancellation));
            await store.RewrapAsync([old.Rewrap(await store.KeysAsync(Cancellation).FirstAsync(Cancellation), next)!], Cancellation);
            var record = (await store.Accounts.ListAsync(AccountRecordKind.Token, null, null, 1, Cancellation))[0];
            await store.Accounts.ResealAsync([new RecordSeal(next).Seal(new RecordSeal(old).Open(record))], Cancellation);
        }

        var (code, said) = await ServerProcess.RunAsync("--urls=http://127.0.0.1:0", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Run `rotate-key` again", said, StringComparison.Ordinal);

        File.Move(KeyFile + ".next", KeyFile + ".kept");
        (code, said) = await ServerProcess.RunAsync("rotate-key", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("begun with another pair of keys", said, StringComparison.Ordinal);

        File.Move(KeyFile + ".kept", KeyFile + ".next", overwrite: true);
        Assert.Equal(0, await RunAsync("rotate-key"));
        await NothingOpensAsync(old);
        await ServesAsync(id, cookie);
    }

    [Fact]
    public async Task Nothing_is_changed_while_a_server_has_the_store_or_for_a_key_that_is_not_the_one()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
            var (code, said) = await ServerProcess.RunAsync("rotate-key", folder.FullName);
            Assert.Equal(1, code);
            Assert.Contains("Another process has the store", said, StringComparison.Ordinal);
        }

        await BeginAsync();
        var right = await File.ReadAllTextAsync(KeyFile, Cancellation);
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[MasterKey.Size]), Cancellation);
        Assert.Equal(1, await RunAsync("rotate-key"));
        await File.WriteAllTextAsync(KeyFile, right, Cancellation);
        Assert.Equal(0, await RunAsync("verify"));
    }

    [Fact]
    public async Task A_copy_of_before_is_brought_to_the_new_key_by_copying_again()
    {
        await BeginAsync();
        var there = Directory.CreateDirectory(Path.Combine(folder.FullName, "there")).FullName;
        Assert.Equal(0, await RunAsync("copy", "--from", folder.FullName, "--to", there));
        Assert.Equal(0, await RunAsync("rotate-key"));
        Assert.Equal(0, await RunAsync("copy", "--from", folder.FullName, "--to", there));
        Assert.Equal(0, await RunAsync("verify", "--against", there));
        Assert.Equal(0, await RunAsync("rotate-key"));
        Assert.Equal(0, await RunAsync("verify"));
    }

    [Fact]
    public async Task One_that_is_run_again_after_its_end_says_so_and_writes_over_no_key_that_was_kept()
    {
        await BeginAsync();
        var keys = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            keys.Add(await File.ReadAllTextAsync(KeyFile, Cancellation));
            var (code, said) = await ServerProcess.RunAsync("rotate-key", folder.FullName);
            Assert.True(code == 0, said);
            Assert.Contains(round == 0 ? "No earlier key is kept" : "The master key was changed before", said, StringComparison.Ordinal);
        }

        Assert.Equal(keys, new[] { ".before", ".before.2", ".before.3" }.Select(end => File.ReadAllText(KeyFile + end)));
        Assert.Equal(4, keys.Append(await File.ReadAllTextAsync(KeyFile, Cancellation)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, await RunAsync("verify"));
    }

    private Task<int> RunAsync(string verb, params string[] more) => Verbs.Find([verb, .. more, "--data", folder.FullName], new FakeTimeProvider())!();

    /// <summary>An organization with a note, and a steward who signed in by a name.</summary>
    private async Task<(string Id, string Cookie)> BeginAsync()
    {
        await using var server = await RunningServer.StartAsync("terms", folder.FullName);
        using var steward = await server.StewardAsync();
        using var body = new StringContent(StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"33.74","note":"zqsealed"}""").ToJsonString(), Encoding.UTF8, "application/json");
        using var made = await steward.PostAsync("/api/organizations", body, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = JsonNode.Parse(await made.Content.ReadAsStringAsync(Cancellation))!["id"]!.GetValue<string>();
        var account = JsonNode.Parse(await steward.GetStringAsync("/api/me", Cancellation))!["account"]!.GetValue<string>();
        var users = server.Services.GetRequiredService<AccountUsers>();
        var user = (await users.FindByIdAsync(account, Cancellation))!;
        (user.Name, user.SignInName) = ("Sari", "sari.rotates");
        Assert.True((await users.UpdateAsync(user, Cancellation)).Succeeded);
        var tokens = server.Services.GetRequiredService<Tokens>();
        return (id, (await tokens.MakeAsync(user, "program", TokenScope.Read, new NetworkMap.Changes.Delegation(), 30, Cancellation)).Value);
    }

    private async Task ServesAsync(string id, string secret)
    {
        await using var server = await RunningServer.StartAsync("terms", folder.FullName);
        using var program = server.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Contains("zqsealed", await program.GetStringAsync("/api/organizations/" + id, Cancellation), StringComparison.Ordinal);
        Assert.Equal("Sari", (await server.Services.GetRequiredService<AccountUsers>().FindByNameAsync("sari.rotates", Cancellation))!.Name);
    }

    private async Task NothingOpensAsync(MasterKey old)
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        Assert.All(await store.KeysAsync(Cancellation).ToListAsync(Cancellation), key => Assert.Null(old.Unwrap(key)));
        var seal = new RecordSeal(old);
        foreach (var kind in Enum.GetValues<AccountRecordKind>())
        {
            Assert.All(await store.Accounts.ReadAsync(kind, null, Cancellation).ToListAsync(Cancellation), record => Assert.Null(seal.TryOpen(record)));
        }

        Assert.Null(await store.Accounts.FindByLookupAsync(AccountRecordKind.Account, seal.LookupOf(AccountRecordKind.Account, "sari.rotates"), Cancellation));
    }
}
