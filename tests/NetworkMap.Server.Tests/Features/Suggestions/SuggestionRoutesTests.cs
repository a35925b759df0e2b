using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Suggestions;

/// <summary>Who has an account but not the right asks for a change; who could make it decides, and nobody else hears of it.</summary>
public sealed class SuggestionRoutesTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editors_change_of_what_is_not_hers_is_decided_by_whose_it_is()
    {
        var (editor, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var (owner, _) = await desk.Server.MemberAsync(EditorOf(desk.Second));
        var (stranger, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "mediator", Region = "33" });
        var (steward, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward", Region = "33" });
        var (element, id) = (await ElementAsync(editor, desk.Second), "");
        element["purpose"] = "Membela serikat";
        var body = new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["id"] = desk.Second, ["element"] = element, ["words"] = "Kami bekerja sama" };

        var (status, sent) = await SendAsync(editor, "/api/suggestions", body.ToJsonString());
        Assert.Equal((HttpStatusCode.Created, "waiting"), (status, Text(sent, "state")));
        id = Text(sent, "id");
        Assert.Equal(["purpose"], sent.GetProperty("changes").EnumerateArray().Select(c => Text(c, "field")));

        Assert.Contains(id, await QueueAsync(owner), StringComparer.Ordinal);
        Assert.Contains(id, await QueueAsync(steward), StringComparer.Ordinal);
        Assert.DoesNotContain(id, await QueueAsync(editor), StringComparer.Ordinal);
        Assert.Empty(await QueueAsync(stranger));
        Assert.Equal([id], await QueueAsync(editor, "/mine"));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(stranger, $"/api/suggestions/{id}/decisions", """{"decision":"accepted"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(editor, $"/api/suggestions/{id}/decisions", """{"decision":"accepted"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(owner, $"/api/suggestions/{id}/withdrawal", "")).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(owner, $"/api/suggestions/{id}/decisions", """{"decision":"declined"}""")).Status);
        var (declined, told) = await SendAsync(owner, $"/api/suggestions/{id}/decisions", """{"decision":"declined","answer":"Kami membela buruh, bukan serikat"}""");
        Assert.Equal((HttpStatusCode.OK, "declined"), (declined, Text(told, "state")));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(owner, $"/api/suggestions/{id}/decisions", """{"decision":"accepted"}""")).Status);
        using var mine = JsonDocument.Parse(await editor.GetStringAsync("/api/suggestions/mine", Cancellation));
        Assert.Equal("Kami membela buruh, bukan serikat", Text(mine.RootElement.GetProperty("items")[0], "answer"));
    }

    [Fact]
    public async Task Who_is_complained_of_cannot_make_the_complaint_or_its_withdrawal_undone_and_takes_back_her_own_decisions()
    {
        var (sender, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var (owner, _) = await desk.Server.MemberAsync(EditorOf(desk.Second));
        var (steward, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward" });
        var words = $$"""{"kind":"organization","id":"{{desk.Second}}","words":"Alamatnya keliru"}""";
        var suggestion = Text((await SendAsync(sender, "/api/suggestions", words)).Answer, "id");
        Task<(HttpStatusCode Status, JsonElement Answer)> RevertLastAsync(HttpClient who) => SendAsync(who, $"/api/changesets/{Change(suggestion)}/revert", """{"reason":"Keliru"}""");

        var (sent, why) = await RevertLastAsync(owner);
        Assert.Equal((HttpStatusCode.Forbidden, "not_permitted"), (sent, Text(why, "code")));
        Assert.Contains(suggestion, await QueueAsync(owner), StringComparer.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(owner, $"/api/suggestions/{suggestion}/decisions", """{"decision":"declined","answer":"Tidak"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await RevertLastAsync(owner)).Status);
        Assert.Contains(suggestion, await QueueAsync(owner), StringComparer.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(sender, $"/api/suggestions/{suggestion}/withdrawal", "")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RevertLastAsync(owner)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RevertLastAsync(steward)).Status);
        Assert.DoesNotContain(suggestion, await QueueAsync(owner), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Undoing_an_acceptance_takes_back_what_was_changed_and_the_suggestion_waits_again()
    {
        var (sender, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var (owner, _) = await desk.Server.MemberAsync(EditorOf(desk.Second));
        var element = await ElementAsync(sender, desk.Second);
        element["purpose"] = "Tujuan yang diusulkan";
        var suggestion = Text((await SendAsync(sender, "/api/suggestions", new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["id"] = desk.Second, ["element"] = element }.ToJsonString())).Answer, "id");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(owner, $"/api/suggestions/{suggestion}/decisions", """{"decision":"accepted"}""")).Status);
        Assert.Contains("Tujuan yang diusulkan", await owner.GetStringAsync("/api/organizations/" + desk.Second, Cancellation), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(owner, $"/api/changesets/{Change(suggestion)}/revert", """{"reason":"Keliru"}""")).Status);
        Assert.Contains(suggestion, await QueueAsync(owner), StringComparer.Ordinal);
        Assert.DoesNotContain("Tujuan yang diusulkan", await owner.GetStringAsync("/api/organizations/" + desk.Second, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moved_on_is_shown_anew_and_another_form_is_accepted_with_changes_as_one_change()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Sanggar Uji","actorKind":"ngo","region":"33.74"}"""));
        var (editor, account) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var element = await ElementAsync(editor, id);
        element["name"] = "Sanggar Uji Baru";
        var (_, sent) = await SendAsync(editor, "/api/suggestions", new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["id"] = id, ["element"] = element }.ToJsonString());
        var suggestion = Text(sent, "id");
        var now = StewardDesk.Of("""{"name":"Sanggar Uji","actorKind":"ngo","region":"33.74","purpose":"Melatih"}""");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, "/api/organizations/" + id, now.ToJsonString(), ("If-Match", "\"1\""))).Status);

        var (stale, why) = await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{suggestion}/decisions", """{"decision":"accepted","version":1}""");
        Assert.Equal((HttpStatusCode.Conflict, "version_stale", "Melatih"), (stale, Text(why, "code"), Text(why.GetProperty("current"), "purpose")));
        var waiting = (await desk.SendAsync(HttpMethod.Get, "/api/suggestions", null)).Answer.GetProperty("items").EnumerateArray().Single(s => Text(s, "id") == suggestion);
        Assert.Equal((true, 2, account, "Melatih"), (waiting.GetProperty("moved").GetBoolean(), waiting.GetProperty("version").GetInt32(), Text(waiting, "by"), Text(waiting.GetProperty("element"), "purpose")));

        now["name"] = "Sanggar Uji Raya";
        var (_, accepted) = await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{suggestion}/decisions", $$"""{"decision":"accepted","version":2,"element":{{now.ToJsonString()}}}""");
        Assert.Equal("accepted_changed", Text(accepted, "state"));
        var change = (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{id}/history?limit=1", null)).Answer.GetProperty("items")[0];
        var whole = (await desk.SendAsync(HttpMethod.Get, $"/api/changesets/{Text(change, "id")}", null)).Answer;
        Assert.Equal(["organization", "suggestion"], whole.GetProperty("elements").EnumerateArray().Select(e => Text(e, "kind")));
        using var anybody = desk.Server.CreateClient();
        using var seen = JsonDocument.Parse(await anybody.GetStringAsync($"/api/changesets/{Text(change, "id")}", Cancellation));
        Assert.Equal(["organization"], seen.RootElement.GetProperty("elements").EnumerateArray().Select(e => Text(e, "kind")));
        Assert.Equal(1, seen.RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task What_lets_others_see_more_is_asked_for_twice()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Kelompok Uji","actorKind":"home_worker_organization","region":"33.74"}"""));
        var (editor, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var element = await ElementAsync(editor, id);
        element["precision"] = "exact";
        var (_, sent) = await SendAsync(editor, "/api/suggestions", new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["id"] = id, ["element"] = element }.ToJsonString());
        var address = $"/api/suggestions/{Text(sent, "id")}/decisions";

        Assert.Equal("suggestion_widens", Text((await desk.SendAsync(HttpMethod.Post, address, """{"decision":"accepted"}""")).Answer, "code"));
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, address, """{"decision":"accepted","confirmWidening":true}""")).Status);
    }

    [Fact]
    public async Task Sent_twice_under_one_key_it_is_there_once_and_another_one_is_not_taken_for_it()
    {
        var (editor, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        var element = await ElementAsync(editor, desk.Second);
        async Task<(HttpStatusCode Status, JsonElement Answer)> SendOnceAsync(string purpose)
        {
            element["purpose"] = purpose;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/suggestions");
            request.Headers.Add("Idempotency-Key", "one-key-" + desk.Second);
            request.Content = new StringContent(new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["id"] = desk.Second, ["words"] = "Sama", ["element"] = element.DeepClone() }.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await editor.SendAsync(request, Cancellation);
            return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
        }

        var (first, sent) = await SendOnceAsync("Yang pertama");
        var (again, repeated) = await SendOnceAsync("Yang pertama");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, Text(sent, "id")), (first, again, Text(repeated, "id")));
        var (other, why) = await SendOnceAsync("Yang kedua");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other, Text(why, "code")));

        // What is answered is what is kept, whatever became of it meanwhile.
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/suggestions/{Text(sent, "id")}/decisions", """{"decision":"declined","answer":"Tidak"}""")).Status);
        Assert.Equal("declined", Text((await SendOnceAsync("Yang pertama")).Answer, "state"));
    }

    [Fact]
    public async Task Additions_in_words_alone_and_ties_are_called_what_they_are()
    {
        var (editor, _) = await desk.Server.MemberAsync(EditorOf(desk.First));
        editor.DefaultRequestHeaders.Add("Accept-Language", "en");
        var third = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Serikat Uji","actorKind":"ngo","region":"33.74"}"""));
        var tie = StewardDesk.Of($$"""{"type":"partners_with","from":"{{desk.Second}}","to":"{{third}}","status":"proposed"}""");
        async Task<string> TitleAsync(string body)
        {
            var (status, sent) = await SendAsync(editor, "/api/suggestions", body);
            Assert.True(status == HttpStatusCode.Created, sent.ToString());
            var queue = (await desk.SendAsync(HttpMethod.Get, "/api/suggestions", null)).Answer.GetProperty("items").EnumerateArray();
            Assert.Equal(Text(sent, "title"), Text(queue.Single(s => Text(s, "id") == Text(sent, "id")), "title"));
            return Text(sent, "title");
        }

        Assert.Equal("Suggestion to add an organization", await TitleAsync("""{"kind":"organization","words":"Ada kelompok di Wedi"}"""));
        Assert.Equal("Suggestion to add a tie", await TitleAsync("""{"kind":"tie","words":"Mereka bekerja sama"}"""));
        // Which of two partners stands first, their ids decide.
        Assert.Matches("^Suggestion to add (Trade Union Rights Centre .+ Serikat Uji|Serikat Uji .+ Trade Union Rights Centre)$", await TitleAsync(new System.Text.Json.Nodes.JsonObject { ["kind"] = "tie", ["element"] = tie }.ToJsonString()));
        Assert.Equal("Suggestion to add Kelompok Melati", await TitleAsync(new System.Text.Json.Nodes.JsonObject { ["kind"] = "organization", ["element"] = StewardDesk.Organization("Kelompok Melati") }.ToJsonString()));
    }

    [Fact]
    public async Task Who_sent_one_takes_it_back_and_who_has_no_account_is_told_the_way()
    {
        var (mediator, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "mediator", Region = "33" });
        var words = $$"""{"kind":"organization","id":"{{desk.First}}","words":"Keliru"}""";
        var (_, sent) = await SendAsync(mediator, "/api/suggestions", words);
        var (status, taken) = await SendAsync(mediator, $"/api/suggestions/{Text(sent, "id")}/withdrawal", "");
        Assert.Equal((HttpStatusCode.OK, "withdrawn"), (status, Text(taken, "state")));

        using var anybody = desk.Server.CreateClient();
        var (refused, why) = await SendAsync(anybody, "/api/suggestions", words);
        Assert.Equal((HttpStatusCode.Forbidden, "sign_in_first"), (refused, Text(why, "code")));
        Assert.Equal("suggestion_empty", Text((await SendAsync(mediator, "/api/suggestions", $$"""{"kind":"organization","id":"{{desk.First}}"}""")).Answer, "code"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(mediator, "/api/suggestions", """{"kind":"grant","words":"x"}""")).Status);
    }

    /// <summary>The change that last wrote a suggestion.</summary>
    private string Change(string suggestion) =>
        desk.Server.Services.GetRequiredService<ChangesetId>().Of(desk.Server.Services.GetRequiredService<NetworkView>().Latest.Full.Find(new ElementRef(ElementKind.Suggestion, suggestion))!.Sequence);

    private static GrantDraft EditorOf(string organization) => new() { Role = "organization_editor", Organization = organization };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<List<string>> QueueAsync(HttpClient client, string which = "")
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/suggestions" + which, Cancellation));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(s => Text(s, "id"))];
    }

    /// <summary>The written form of an organization as its asker sees it.</summary>
    private static async Task<System.Text.Json.Nodes.JsonObject> ElementAsync(HttpClient client, string id)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync("/api/organizations/" + id, Cancellation))!.AsObject();
        foreach (var shown in new[] { "version", "family", "kindLabel", "position", "regionName", "labels" })
        {
            body.Remove(shown);
        }

        return body;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content, Cancellation);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
    }
}
