using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;

namespace NetworkMap.Server.Tests.Live;

/// <summary>Who follows with rights of her own hears what is hers, and of the rest what everybody who signed in hears.</summary>
public sealed class ScopedFollowTests : IAsyncLifetime
{
    private LiveDesk? desk;
    private string own = "";
    private string other = "";

    private LiveDesk Desk => desk!;

    public async ValueTask InitializeAsync()
    {
        desk = await LiveDesk.OpenAsync();
        own = await Desk.OrganizationAsync("Sendiri");
        other = await Desk.OrganizationAsync("Lain");
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();

    [Fact]
    public async Task An_editor_hears_of_hidden_fields_of_her_own_and_not_of_those_of_others()
    {
        var (session, _) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        await using var ear = Desk.Listen(session);
        await ear.FollowAsync();

        await Desk.ChangeAsync("organizations", other, """{"note":"rahasia lain"}""");
        await Desk.ChangeAsync("organizations", own, """{"note":"rahasia sendiri"}""");

        var heard = await ear.NextChangesAsync();
        Assert.Equal([own], heard["items"]!.AsArray().Select(i => (string)i!["id"]!));
        Assert.Equal("rahasia sendiri", (string?)heard["items"]![0]!["element"]!["note"]);
    }

    [Fact]
    public async Task Who_made_a_change_is_told_that_it_was_she_and_another_of_the_same_audience_is_not()
    {
        var (session, account) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        var (colleague, _) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        await using var ear = Desk.Listen(session);
        await using var second = Desk.Listen(colleague);
        await ear.FollowAsync();
        await second.FollowAsync();

        var there = (OrganizationDraft)Desk.Services.GetRequiredService<NetworkView>().Latest.Full.Organization(new OrganizationId(Guid.Parse(own)))!.ToDraft();
        await Desk.WriteAsync(Edits.Change(there with { Note = "catatan" }, null), account);

        Assert.Equal(account, (string?)(await ear.NextChangesAsync())["by"]);
        Assert.Equal("steward", (string?)(await second.NextChangesAsync())["by"]);
    }

    [Fact]
    public async Task A_steward_who_looks_as_the_public_hears_no_more_than_it()
    {
        await using var ear = Desk.ListenAs("public");
        await ear.FollowAsync();

        await Desk.ChangeAsync("organizations", other, """{"note":"rahasia lain"}""");
        await Desk.ChangeAsync("organizations", own, """{"purpose":"Terlihat semua"}""");

        Assert.Equal([own], LiveEar.Ids(await ear.NextChangesAsync()));
    }

    [Fact]
    public async Task Two_who_may_see_the_same_both_hear_it_and_a_right_of_somebody_else_cuts_off_neither()
    {
        var (session, _) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        var (colleague, _) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        await using var ear = Desk.Listen(session);
        await using var second = Desk.Listen(colleague);
        await ear.FollowAsync();
        await second.FollowAsync();

        await Desk.GrantAsync("akun-lain", new GrantDraft { Role = "coordinator", Region = "33" });
        await Desk.ChangeAsync("organizations", own, """{"note":"catatan"}""");

        Assert.Equal([own], LiveEar.Ids(await ear.NextChangesAsync()));
        Assert.Equal([own], LiveEar.Ids(await second.NextChangesAsync()));
    }

    [Fact]
    public async Task What_was_missed_is_told_as_she_may_see_it()
    {
        var (session, _) = await Desk.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = own });
        var ear = Desk.Listen(session);
        await ear.FollowAsync();
        var cursor = ear.Cursor;
        await ear.DisposeAsync();

        await Desk.ChangeAsync("organizations", other, """{"note":"rahasia lain"}""");
        await Desk.TieAsync(own, other, "parties");
        await using var back = Desk.Listen(session);
        back.Cursor = cursor;
        var missed = await back.FollowAsync(resume: true);

        Assert.Equal(["tie"], missed.SelectMany(m => m["items"]!.AsArray()).Select(i => (string)i!["kind"]!));
    }

    [Fact]
    public async Task A_right_that_is_given_or_taken_away_ends_the_connection_and_the_next_one_is_of_who_she_is_now()
    {
        var (session, account) = await Desk.MemberAsync();
        var ear = Desk.Listen(session);
        await ear.FollowAsync();
        var closed = new TaskCompletionSource();
        ear.Connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        await Desk.GrantAsync(account, new GrantDraft { Role = "steward", Region = "33" });
        await closed.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        await using var back = Desk.Listen(session);
        back.Cursor = ear.Cursor;
        var told = await back.FollowAsync(resume: true);
        Assert.Equal("refetch", (string)Assert.Single(told)["type"]!);
        await Desk.ChangeAsync("organizations", other, """{"note":"catatan"}""");
        Assert.Equal("catatan", (string?)(await back.NextChangesAsync())["items"]![0]!["element"]!["note"]);
        await ear.DisposeAsync();
    }
}
