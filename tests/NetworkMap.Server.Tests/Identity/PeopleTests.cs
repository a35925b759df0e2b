using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Accounts are told by name to whom they are told at all.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private Visitor steward = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        steward = await Visitor.StewardAsync(server, "sari");
        await steward.SendAsync("/akun/nama", ("name", "Sari"));
    }

    public async ValueTask DisposeAsync()
    {
        steward.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Names_are_told_of_ones_own_account_and_of_those_whose_rights_one_sees()
    {
        using var rini = await NamedAsync("rini", "Rini", new GrantDraft { Role = "coordinator", Region = "33" });
        using var budi = await NamedAsync("budi", "Budi", new GrantDraft { Role = "steward", Region = "33" });
        using var anybody = new Visitor(server);

        Assert.Equal(["Budi", "Rini", "Sari"], await PeopleAsync(steward));
        Assert.Equal(["Rini"], await PeopleAsync(rini));
        Assert.Equal(["Budi", "Rini"], await PeopleAsync(budi));
        Assert.Empty(await PeopleAsync(anybody));
        Assert.Empty(await PeopleAsync(steward, "?preview=public"));
    }

    [Fact]
    public async Task A_right_that_was_given_is_told_in_the_log_by_the_name_of_its_holder()
    {
        using var rini = await NamedAsync("rini", "Rini", new GrantDraft { Role = "coordinator", Region = "33" });
        var account = (string)(await rini.MeAsync())["account"]!;

        var given = JsonNode.Parse(await steward.Client.GetStringAsync("/api/changesets?kind=grant&limit=1", Cancellation))!["items"]![0]!;
        Assert.Contains("Hak koordinator untuk Rini, Jawa Tengah", (string)given["summary"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(account, (string)given["summary"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(account, (string)given["elements"]![0]!["name"]!, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> PeopleAsync(Visitor visitor, string query = "") =>
        [.. JsonNode.Parse(await visitor.Client.GetStringAsync("/api/people" + query, Cancellation))!["items"]!.AsArray().Select(p => (string?)p!["name"])];

    private async Task<Visitor> NamedAsync(string signInName, string name, GrantDraft grant)
    {
        var visitor = await Visitor.StewardAsync(server, signInName);
        await visitor.SendAsync("/akun/nama", ("name", name));
        await server.GrantAsync((string)(await visitor.MeAsync())["account"]!, grant);
        return visitor;
    }
}
