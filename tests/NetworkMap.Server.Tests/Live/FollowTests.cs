using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Live;

/// <summary>What a follower hears as it happens.</summary>
public sealed class FollowTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_followers_see_a_change_in_the_form_that_they_would_get_when_asking(bool messagePack)
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen(messagePack: messagePack);
        await using var steward = desk.Listen(asSteward: true, messagePack, "en");
        Assert.Empty(await anybody.FollowAsync());
        Assert.Empty(await steward.FollowAsync());

        var id = await desk.OrganizationAsync("Yasanti", more: """{"note":"only for stewards","reason":"Founded"}""");

        var (open, whole) = (await anybody.NextChangesAsync(), await steward.NextChangesAsync());
        AssertSame(await desk.AskAsync($"/api/organizations/{id}"), open["items"]![0]!["element"]);
        AssertSame(await desk.AskAsync($"/api/organizations/{id}", asSteward: true, "en"), whole["items"]![0]!["element"]);
        Assert.Equal("steward", (string?)open["by"]);
        Assert.StartsWith("steward-", (string?)whole["by"], StringComparison.Ordinal);
        Assert.Equal((null, "Founded"), ((string?)open["reason"], (string?)whole["reason"]));
        Assert.NotEqual((string?)open["items"]![0]!["element"]!["kindLabel"], (string?)whole["items"]![0]!["element"]!["kindLabel"]);
        Assert.NotEqual((string?)open["cursor"], (string?)whole["cursor"]);
        await desk.OrganizationAsync("TURC", more: """{"reason":"All of it can be seen"}""");
        Assert.Equal("All of it can be seen", (string?)(await anybody.NextChangesAsync())["reason"]);
    }

    [Theory]
    [InlineData("id", "Data awal, bagian 5 dari 6: organisasi")]
    [InlineData("en", "Initial data, part 5 of 6: organizations")]
    public async Task A_part_of_a_seed_is_told_in_words(string language, string reason)
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen(language: language);
        await anybody.FollowAsync();
        var draft = new OrganizationDraft { Id = "6f1c2d3e-0000-4000-8000-000000000001", Name = "Yasanti", ActorKind = "ngo", Region = "33.74", Provenance = new() { Source = "a test", AssertedBy = "seed" } };
        await desk.Services.GetRequiredService<NetworkWriter>().WriteAsync(new WriteRequest(Batch.Create([draft]), new Attribution("seed", "seed: organizations", "demo, part 5 of 6"), OfTheHouse: true), TestContext.Current.CancellationToken);

        Assert.Equal(reason, (string?)(await anybody.NextChangesAsync())["reason"]);
    }

    [Fact]
    public async Task A_hidden_tie_never_reaches_the_public_and_does_not_move_its_cursor()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen();
        await using var steward = desk.Listen(asSteward: true);
        var (one, other) = (await desk.OrganizationAsync("One"), await desk.OrganizationAsync("Other"));
        await anybody.FollowAsync();
        await steward.FollowAsync();
        var cursor = anybody.Cursor;

        var tie = await desk.TieAsync(one, other, "parties");
        Assert.Equal([tie], LiveEar.Ids(await steward.NextChangesAsync()));
        await desk.ChangeAsync("ties", tie, """{"strength":4}""");
        Assert.Equal([tie], LiveEar.Ids(await steward.NextChangesAsync()));

        Assert.Empty(await anybody.FollowAsync(resume: true));
        Assert.Equal(cursor, anybody.Cursor);
        var next = await desk.OrganizationAsync("Next");
        Assert.Equal([next], LiveEar.Ids(await anybody.NextChangesAsync()));
        Assert.NotEqual(cursor, anybody.Cursor);
    }

    [Fact]
    public async Task What_becomes_visible_arrives_whole_and_what_becomes_hidden_is_removed()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen();
        var (one, other) = (await desk.OrganizationAsync("One"), await desk.OrganizationAsync("Other"));
        var tie = await desk.TieAsync(one, other, "parties");
        await anybody.FollowAsync();

        await desk.ChangeAsync("ties", tie, """{"audience":"public","strength":3,"confirmWidening":true}""");
        AssertSame(await desk.AskAsync($"/api/ties/{tie}"), (await anybody.NextChangesAsync())["items"]![0]!["element"]);

        await desk.ChangeAsync("ties", tie, """{"audience":"parties"}""");
        var gone = (await anybody.NextChangesAsync())["items"]![0]!;
        Assert.True((bool)gone["removed"]!);
        Assert.Null(gone["element"]);
        Assert.Equal(tie, (string?)gone["id"]);
    }

    [Fact]
    public async Task An_organization_that_moved_with_its_place_is_told_with_it()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen();
        var id = await desk.OrganizationAsync("Yasanti");
        await anybody.FollowAsync();

        var place = await desk.CreateAsync("places", $$$"""{"organization":"{{{id}}}","region":"33.74","precision":"exact","main":true,"point":{"longitude":110.4,"latitude":-7.0}}""");

        var message = await anybody.NextChangesAsync();
        Assert.Equal([place, id], LiveEar.Ids(message));
        AssertSame(await desk.AskAsync($"/api/organizations/{id}"), message["items"]![1]!["element"]);
    }

    [Fact]
    public async Task A_reason_is_told_to_the_public_only_with_all_of_the_change()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen();
        var (one, other) = (await desk.OrganizationAsync("One"), await desk.OrganizationAsync("Other"));
        var tie = await desk.TieAsync(one, other, "parties");
        await anybody.FollowAsync();

        await desk.WriteAsync(network => new[]
        {
            Change(network, "organization", one, e => ((Domain.Organizations.Organization)e) with { Name = "Uno" }),
            Change(network, "tie", tie, e => ((Domain.Ties.Tie)e) with { Strength = 5 }),
        });

        var message = await anybody.NextChangesAsync();
        Assert.Equal([one], LiveEar.Ids(message));
        Assert.Null(message["reason"]);
    }

    [Fact]
    public async Task Followers_of_an_area_or_of_organizations_hear_only_what_belongs_to_it()
    {
        await using var desk = await LiveDesk.OpenAsync();
        var (semarang, kudus) = (await desk.OrganizationAsync("Semarang", "33.74"), await desk.OrganizationAsync("Kudus", "33.19"));
        var position = (await desk.AskAsync($"/api/organizations/{semarang}"))!["position"]!;
        var (x, y) = ((double)position["longitude"]!, (double)position["latitude"]!);
        await using var inRegion = desk.Listen();
        await using var inBox = desk.Listen();
        await using var ofOne = desk.Listen();
        await inRegion.FollowAsync("""{"area":{"region":"33.74"}}""");
        await inBox.FollowAsync(new JsonObject { ["area"] = new JsonObject { ["west"] = x - 0.05, ["south"] = y - 0.05, ["east"] = x + 0.05, ["north"] = y + 0.05 } }.ToJsonString());
        await ofOne.FollowAsync($$"""{"organizations":["{{semarang}}"]}""");
        LiveEar[] ears = [inRegion, inBox, ofOne];

        await desk.ChangeAsync("organizations", kudus, """{"purpose":"unheard"}""");
        var service = await desk.CreateAsync("services", $$"""{"organization":"{{semarang}}","name":"Advice","status":"active"}""");
        await All(ears, async ear => Assert.Equal([service], LiveEar.Ids(await ear.NextChangesAsync())));
        var tie = await desk.TieAsync(kudus, semarang);
        await All(ears, async ear => Assert.Equal([tie], LiveEar.Ids(await ear.NextChangesAsync())));

        // Who leaves is heard once more, with where it went.
        await desk.ChangeAsync("organizations", semarang, """{"region":"33.19"}""");
        await All(ears, async ear => Assert.Equal("33.19", (string?)(await ear.NextChangesAsync())["items"]![0]!["element"]!["region"]));
        await desk.ChangeAsync("organizations", semarang, """{"purpose":"heard by name"}""");
        await desk.OrganizationAsync("Newcomer", "33.74");
        Assert.Equal("heard by name", (string?)(await ofOne.NextChangesAsync())["items"]![0]!["element"]!["purpose"]);
        await All([inRegion, inBox], async ear => Assert.Equal("Newcomer", (string?)(await ear.NextChangesAsync())["items"]![0]!["element"]!["name"]));
    }

    [Fact]
    public async Task Whoever_signs_out_is_cut_off_and_comes_back_as_the_public()
    {
        await using var desk = await LiveDesk.OpenAsync();
        var tie = await desk.TieAsync(await desk.OrganizationAsync("One"), await desk.OrganizationAsync("Other"), "parties");
        await using var steward = desk.Listen(asSteward: true);
        await using var anybody = desk.Listen();
        await steward.FollowAsync();
        await anybody.FollowAsync();
        var closed = new TaskCompletionSource();
        steward.Connection.Closed += _ => Task.FromResult(closed.TrySetResult());

        await desk.SignOutAsync();

        await closed.Task.WaitAsync(Patience.Limit);
        Assert.Equal("refetch", LiveEar.Type(Assert.Single(await steward.FollowAsync(resume: true))));
        Assert.Equal(anybody.Cursor, steward.Cursor);
        Assert.Null(await desk.AskAsync($"/api/ties/{tie}", asSteward: true));
    }

    [Fact]
    public async Task Who_asks_where_the_network_is_and_follows_later_misses_nothing_between()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var ear = desk.Listen();
        ear.Cursor = (string?)(await desk.AskAsync("/api/cursor"))!["cursor"];
        var id = await desk.OrganizationAsync("Between");
        Assert.Equal([id], LiveEar.Ids(Assert.Single(await ear.FollowAsync(resume: true))));
    }

    internal static void AssertSame(JsonNode? expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected}\n\n{actual}");

    private static async Task All(IEnumerable<LiveEar> ears, Func<LiveEar, Task> check)
    {
        foreach (var ear in ears)
        {
            await check(ear);
        }
    }

    private static Changes.Revision Change(Changes.INetwork network, string kind, string id, Func<Domain.Element, Domain.Element> change)
    {
        Assert.True(Domain.Names<Domain.ElementKind>.TryParse(kind, out var parsed));
        var before = network.Find(new Domain.ElementRef(parsed, id))!;
        return Changes.Revision.Change(before, change(before));
    }
}
