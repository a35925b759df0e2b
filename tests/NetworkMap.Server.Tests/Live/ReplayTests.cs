using NetworkMap.Changes;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain;

namespace NetworkMap.Server.Tests.Live;

/// <summary>What a follower hears who was away.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-live-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_missed_is_told_once_and_as_it_is_now()
    {
        await using var desk = await LiveDesk.OpenAsync();
        var (one, other) = (await desk.OrganizationAsync("One"), await desk.OrganizationAsync("Other"));
        var tie = await desk.TieAsync(one, other);
        await using var ear = desk.Listen();
        await ear.FollowAsync();
        await ear.Connection.StopAsync();

        await desk.ChangeAsync("organizations", one, """{"name":"Uno"}""");
        await desk.ChangeAsync("organizations", one, """{"name":"Eins"}""");
        await desk.RemoveAsync("ties", tie);
        await desk.TieAsync(one, other, "parties");

        var missed = Assert.Single(await ear.FollowAsync(resume: true));
        Assert.Equal([one, tie], LiveEar.Ids(missed));
        FollowTests.AssertSame(await desk.AskAsync($"/api/organizations/{one}"), missed["items"]![0]!["element"]);
        Assert.True((bool)missed["items"]![1]!["removed"]!);
        Assert.Empty(await ear.FollowAsync(resume: true));
    }

    [Fact]
    public async Task A_cursor_from_before_a_restart_resumes_and_hidden_changes_did_not_move_it()
    {
        string id, cursor, hidden, shown, gone;
        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            id = await desk.OrganizationAsync("Before");
            var other = await desk.OrganizationAsync("Other");
            (hidden, shown, gone) = (await desk.TieAsync(id, other, "parties"), await desk.TieAsync(other, id, "parties"), await desk.TieAsync(id, await desk.OrganizationAsync("Third")));
            await using var ear = desk.Listen();
            await ear.FollowAsync();
            cursor = ear.Cursor!;
            await desk.ChangeAsync("ties", hidden, """{"strength":2}""");
        }

        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            await using var ear = desk.Listen();
            ear.Cursor = cursor;
            Assert.Empty(await ear.FollowAsync(resume: true));
            Assert.Equal(cursor, ear.Cursor);
            await desk.ChangeAsync("organizations", id, """{"name":"After"}""");
            await desk.ChangeAsync("ties", shown, """{"audience":"public","confirmWidening":true}""");
            await desk.ChangeAsync("ties", gone, """{"audience":"parties"}""");
        }

        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            await using var ear = desk.Listen();
            ear.Cursor = cursor;
            var missed = Assert.Single(await ear.FollowAsync(resume: true));
            Assert.Equal([id, shown, gone], LiveEar.Ids(missed));
            Assert.Equal("After", (string?)missed["items"]![0]!["element"]!["name"]);
            Assert.NotNull(missed["items"]![1]!["element"]);
            Assert.True((bool)missed["items"]![2]!["removed"]!);
        }
    }

    [Fact]
    public async Task What_hung_on_a_precision_that_changed_before_a_restart_is_to_be_asked_again()
    {
        string cursor;
        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            var id = await desk.OrganizationAsync("One");
            await desk.CreateAsync("places", $$"""{"organization":"{{id}}","region":"33.74","precision":"exact"}""");
            await using var ear = desk.Listen();
            await ear.FollowAsync();
            cursor = ear.Cursor!;
            await desk.ChangeAsync("organizations", id, """{"precision":"hidden"}""");
        }

        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            await using var ear = desk.Listen();
            ear.Cursor = cursor;
            Assert.Equal("refetch", LiveEar.Type(Assert.Single(await ear.FollowAsync(resume: true))));
        }
    }

    [Fact]
    public async Task When_a_region_moves_everybody_on_it_is_to_be_asked_again()
    {
        string cursor;
        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            var id = await desk.OrganizationAsync("On the region");
            await using var ear = desk.Listen();
            await ear.FollowAsync();
            cursor = ear.Cursor!;
            var before = (await desk.AskAsync($"/api/organizations/{id}"))!["position"]!.ToJsonString();
            await desk.ChangeAsync("regions", "33.74", """{"point":{"longitude":110.5,"latitude":-7.1}}""");
            Assert.NotEqual(before, (await desk.AskAsync($"/api/organizations/{id}"))!["position"]!.ToJsonString());
            Assert.Equal(("refetch", "too_much"), Said(await ear.NextAsync()));
        }

        await using (var desk = await LiveDesk.OpenAsync(folder.FullName))
        {
            await using var ear = desk.Listen();
            ear.Cursor = cursor;
            Assert.Equal(("refetch", "too_much"), Said(Assert.Single(await ear.FollowAsync(resume: true))));
        }
    }

    [Fact]
    public async Task A_cursor_of_another_audience_or_of_another_log_means_to_ask_again()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var anybody = desk.Listen();
        await using var steward = desk.Listen(asSteward: true);
        await steward.FollowAsync();
        foreach (var cursor in new[] { steward.Cursor, new string('a', 32) })
        {
            anybody.Cursor = cursor;
            Assert.Equal(("refetch", "cursor_foreign"), Said(Assert.Single(await anybody.FollowAsync(resume: true))));
            Assert.NotEqual(cursor, anybody.Cursor);
        }
    }

    [Fact]
    public async Task A_change_that_is_too_large_to_send_is_to_be_asked_for_live_and_later()
    {
        await using var desk = await LiveDesk.OpenAsync();
        await using var following = desk.Listen();
        await using var away = desk.Listen();
        await following.FollowAsync();
        await away.FollowAsync();
        await away.Connection.StopAsync();

        await desk.WriteAsync(Batch.Create([.. Enumerable.Range(1, 501).Select(i => new OrganizationDraft
        {
            Id = Guid.NewGuid().ToString("D"), Name = $"Organization {i}", ActorKind = "ngo", Region = "33.74", Provenance = new ProvenanceDraft { Source = "a test", AssertedBy = "test" },
        })]));

        Assert.Equal(("refetch", "too_much"), Said(await following.NextAsync()));
        Assert.Equal(("refetch", "too_much"), Said(Assert.Single(await away.FollowAsync(resume: true))));
        Assert.Equal(following.Cursor, away.Cursor);
        var next = await desk.OrganizationAsync("Next");
        Assert.Equal([next], LiveEar.Ids(await following.NextChangesAsync()));
        Assert.Equal([next], LiveEar.Ids(await away.NextChangesAsync()));
    }

    private static (string Type, string? Why) Said(System.Text.Json.Nodes.JsonNode message) => (LiveEar.Type(message), (string?)message["why"]);
}
