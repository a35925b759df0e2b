using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Duplicates;

/// <summary>What is left of a merge in the past, after it was taken apart: who may read it, and what an erasure takes of it.</summary>
public sealed class MergedPastTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Note = "Rahasia simpul";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whose_contact_is_erased_after_a_merge_and_its_undoing_is_in_the_past_of_neither()
    {
        const string Number = "+6281311112222";
        const string Own = "+6281311113333";
        var (kept, other) = (await MakeAsync("Serikat Angsana", Own), await MakeAsync("Serikat Angsana Dua", Number, Note));
        var (merge, undo) = (await MergeAsync(kept, other, edit: true), await UndoAsync(other));
        foreach (var where in Past(kept, other, merge, undo))
        {
            Assert.Contains(Number, await ReadAsync(desk.Client, where), StringComparison.Ordinal);
        }

        Assert.Contains(kept, (await SearchAsync(Number)).ToString(), StringComparison.Ordinal);
        var (_, preview) = await Send(HttpMethod.Get, $"/api/personal-data/erasure?element=organization/{other}", null);
        Assert.Equal([("organization/" + kept, 3)], preview.GetProperty("also").EnumerateArray().Select(a => (Text(a, "element"), a.GetProperty("entries").GetInt32())));
        await EraseAsync(other, "Serikat Angsana Dua", 0);
        foreach (var where in Past(kept, other, merge, undo).Append($"/api/organizations/{kept}?asOf={merge}"))
        {
            var told = await ReadAsync(desk.Client, where);
            Assert.DoesNotContain(Number, told, StringComparison.Ordinal);
            Assert.DoesNotContain(where.Contains(other, StringComparison.Ordinal) ? Number : Note, told, StringComparison.Ordinal);
        }

        Assert.Empty((await SearchAsync(Number)).GetProperty("items").EnumerateArray());
        Assert.Equal(Own, Text((await Send(HttpMethod.Get, $"/api/organizations/{kept}", null)).Answer.GetProperty("contacts")[0], "value"));
        Assert.Equal(Note, Text((await Send(HttpMethod.Get, $"/api/organizations/{other}", null)).Answer, "note"));
    }

    [Fact]
    public async Task Who_keeps_the_kept_one_alone_reads_nothing_of_the_other_once_the_two_are_two_again()
    {
        const string Number = "+6281322221111";
        const string Own = "+6281322223333";
        var (kept, other) = (await MakeAsync("Serikat Bidara", Own), await MakeAsync("Serikat Bidara Dua", Number, Note));
        var (one, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = kept });
        var (both, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = kept }, new GrantDraft { Role = "organization_editor", Organization = other });
        var merge = await MergeAsync(kept, other, edit: true);
        Assert.Contains(Number, await ReadAsync(one, $"/api/organizations/{kept}/history"), StringComparison.Ordinal);
        var undo = await UndoAsync(other);
        foreach (var where in Past(kept, other, merge, undo).Concat(["/api/changesets?limit=100", "/api/changesets/log", $"/api/organizations/{kept}?asOf={merge}"]))
        {
            var told = await ReadAsync(one, where);
            Assert.DoesNotContain(Number, told, StringComparison.Ordinal);
            Assert.DoesNotContain(Note, told, StringComparison.Ordinal);
        }

        Assert.Contains(Own, await ReadAsync(one, $"/api/organizations/{kept}/history"), StringComparison.Ordinal);
        Assert.Contains(Number, await ReadAsync(both, $"/api/changesets/{merge}"), StringComparison.Ordinal);
        Assert.Contains(Number, await ReadAsync(desk.Client, $"/api/organizations/{kept}/history"), StringComparison.Ordinal);
        var (regional, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward", Region = "33" });
        Assert.Contains(Number, await ReadAsync(regional, $"/api/organizations/{kept}/history"), StringComparison.Ordinal);
        await Send(HttpMethod.Put, $"/api/organizations/{other}", StewardDesk.Of($$"""{"name":"Serikat Bidara Dua","actorKind":"ngo","region":"34.04","note":"{{Note}}","contacts":[{"channel":"phone","value":"{{Number}}"}]}"""), ("If-Match", "*"));
        Assert.DoesNotContain(Number, await ReadAsync(regional, $"/api/organizations/{kept}/history"), StringComparison.Ordinal);
        var (status, refused) = await SendAsync(regional, HttpMethod.Post, $"/api/organizations/{kept}/restore", new JsonObject { ["changeset"] = merge, ["confirmWidening"] = true }, ("If-Match", "*"));
        Assert.True((HttpStatusCode.Forbidden, "not_permitted") == (status, Text(refused, "code")), refused.ToString());
    }

    [Fact]
    public async Task Contacts_go_back_to_where_they_came_from_also_when_one_was_erased_meanwhile()
    {
        string[] numbers = ["+6281300000333", "+6281300000444", "+6281300000555", "+6281300000666", "+6281300000777"];
        var kept = await desk.MakeAsync("organizations", Form("Serikat Cempaka", numbers[0], numbers[3]));
        var other = await desk.MakeAsync("organizations", Form("Serikat Cempaka Dua", numbers[1], numbers[2], numbers[3]));
        await MergeAsync(kept, other, edit: false);
        var (_, whole) = await Send(HttpMethod.Get, $"/api/organizations/{kept}", null);
        Assert.Equal([numbers[0], numbers[3], numbers[1], numbers[2]], Numbers(whole));
        await EraseAsync(kept, "Serikat Cempaka", 2);
        Assert.DoesNotContain(numbers[1], await ReadAsync(desk.Client, $"/api/organizations/{other}/history"), StringComparison.Ordinal);
        Assert.Empty((await Send(HttpMethod.Get, $"/api/duplicates/merges/{other}", null)).Answer.GetProperty("undecided").EnumerateArray());
        var later = Form("Serikat Cempaka", numbers[0], numbers[3], numbers[2], numbers[4]);
        later["otherNames"] = new JsonArray("Serikat Cempaka Dua");
        await Send(HttpMethod.Put, $"/api/organizations/{kept}", later, ("If-Match", "*"));
        Assert.Equal(["fields.contacts"], (await Send(HttpMethod.Get, $"/api/duplicates/merges/{other}", null)).Answer.GetProperty("undecided").EnumerateArray().Select(u => Text(u, "key")));
        await UndoAsync(other, """{"fields.contacts":"other"}""");
        Assert.Equal([numbers[0], numbers[3]], Numbers((await Send(HttpMethod.Get, $"/api/organizations/{kept}", null)).Answer).Order(StringComparer.Ordinal));
        Assert.Equal([numbers[2], numbers[3], numbers[4]], Numbers((await Send(HttpMethod.Get, $"/api/organizations/{other}", null)).Answer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_left_of_contacts_after_two_erasures_still_goes_back()
    {
        var kept = await desk.MakeAsync("organizations", Form("Serikat Delima", "+6281300001333"));
        var other = await desk.MakeAsync("organizations", Form("Serikat Delima Dua", "+6281300001444", "+6281300001555", "+6281300001666"));
        await MergeAsync(kept, other, edit: false);
        await EraseAsync(kept, "Serikat Delima", 1);
        await EraseAsync(other, "Serikat Delima", 1);
        Assert.DoesNotContain("+6281300001555", await ReadAsync(desk.Client, $"/api/organizations/{other}/history"), StringComparison.Ordinal);
        await UndoAsync(other);
        Assert.Equal(["+6281300001333"], Numbers((await Send(HttpMethod.Get, $"/api/organizations/{kept}", null)).Answer));
        Assert.Equal(["+6281300001666"], Numbers((await Send(HttpMethod.Get, $"/api/organizations/{other}", null)).Answer));
    }

    [Fact]
    public async Task What_is_suggested_in_words_of_one_that_was_merged_is_about_the_kept_one()
    {
        var (kept, other) = (await MakeAsync("Serikat Flamboyan", "+6281300002333"), await MakeAsync("Serikat Flamboyan Dua", "+6281300002444"));
        await MergeAsync(kept, other, edit: false);
        var (sender, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "mediator", Region = "33" });
        var (sent, suggestion) = await SendAsync(sender, HttpMethod.Post, "/api/suggestions", new JsonObject { ["kind"] = "organization", ["id"] = other, ["words"] = "Alamatnya keliru" });
        Assert.True(sent == HttpStatusCode.Created, suggestion.ToString());
        var (_, log) = await Send(HttpMethod.Get, $"/api/suggestions/{Text(suggestion, "id")}", null);
        Assert.Contains(kept, suggestion + log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(other, suggestion + log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_apart_foretells_what_widens_and_refuses_what_is_not_there_to_be_decided()
    {
        var (kept, other) = (await MakeAsync("Serikat Gayam", "+6281300003333"), await MakeAsync("Serikat Gayam Dua", "+6281300003444"));
        await Send(HttpMethod.Post, "/api/ties", StewardDesk.Of($$"""{"type":"supports","from":"{{kept}}","to":"{{other}}","status":"confirmed","audience":"public"}"""));
        await MergeAsync(kept, other, edit: false);
        Assert.True((await Send(HttpMethod.Get, $"/api/duplicates/merges/{other}", null)).Answer.GetProperty("widens").GetBoolean());
        var (status, refused) = await Send(HttpMethod.Post, $"/api/duplicates/merges/{other}/undo", JsonNode.Parse("""{"assign":{"fields.nothing":"kept"},"reason":"Dua"}"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "unmerge_choice_unknown"), (status, Text(refused, "code")));
        await UndoAsync(other);
    }

    private static JsonObject Form(string name, params string[] numbers) =>
        StewardDesk.Of($$"""{"name":"{{name}}","actorKind":"ngo","region":"33.74","contacts":[{{string.Join(",", numbers.Select(n => $$"""{"channel":"phone","value":"{{n}}"}"""))}}]}""");

    private static IEnumerable<string> Numbers(JsonElement organization) => organization.GetProperty("contacts").EnumerateArray().Select(c => Text(c, "value"));

    private static string[] Past(string kept, string other, string merge, string undo) => [$"/api/changesets/{merge}", $"/api/changesets/{undo}", $"/api/organizations/{kept}/history?limit=100", $"/api/organizations/{other}/history?limit=100"];

    private Task<string> MakeAsync(string name, string number, string? note = null) => desk.MakeAsync("organizations", Form(name, number) is var form && note is null ? form : With(form, note));

    private static JsonObject With(JsonObject form, string note)
    {
        form["note"] = note;
        return form;
    }

    /// <summary>Merges two, and edits the kept one when asked for, so that there are forms of it between.</summary>
    private async Task<string> MergeAsync(string kept, string other, bool edit)
    {
        var (status, told) = await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","other":"{{other}}","reason":"Sama"}"""));
        Assert.True(status == HttpStatusCode.OK, told.ToString());
        if (edit)
        {
            var there = JsonNode.Parse((await Send(HttpMethod.Get, $"/api/organizations/{kept}", null)).Answer.GetRawText())!.AsObject();
            var form = StewardDesk.Of("""{"purpose":"Bersama"}""");
            foreach (var field in new[] { "name", "otherNames", "actorKind", "region", "note" })
            {
                form[field] = there[field]?.DeepClone();
            }

            form["contacts"] = new JsonArray([.. there["contacts"]!.AsArray().Select(c => new JsonObject { ["channel"] = "phone", ["value"] = (string?)c!["value"] })]);
            var (changed, answer) = await Send(HttpMethod.Put, $"/api/organizations/{kept}", form, ("If-Match", "*"));
            Assert.True(changed == HttpStatusCode.OK, answer.ToString());
        }

        return Text(told, "id");
    }

    private async Task<string> UndoAsync(string other, string assign = "{}")
    {
        var (status, told) = await Send(HttpMethod.Post, $"/api/duplicates/merges/{other}/undo", JsonNode.Parse($$"""{"reason":"Dua","assign":{{assign}},{{(assign == "{}" ? "\"rest\":\"kept\"," : "")}}"confirmWidening":true}"""));
        Assert.True(status == HttpStatusCode.OK, told.ToString());
        return Text(told, "id");
    }

    private async Task EraseAsync(string id, string name, int contact)
    {
        var (_, preview) = await Send(HttpMethod.Get, $"/api/personal-data/erasure?element=organization/{id}", null);
        var (status, told) = await Send(HttpMethod.Post, "/api/personal-data/erasures", JsonNode.Parse($$"""{"element":"organization/{{id}}","version":{{preview.GetProperty("version")}},"contacts":[{{contact}}],"confirm":"{{name}}"}"""));
        Assert.True(status == HttpStatusCode.OK, told.ToString());
    }

    private async Task<JsonElement> SearchAsync(string number) => (await Send(HttpMethod.Post, "/api/personal-data/search", new JsonObject { ["q"] = number, ["past"] = true })).Answer;

    private static async Task<string> ReadAsync(HttpClient who, string path)
    {
        using var answer = await who.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound ? text.Replace("\\u002B", "+", StringComparison.OrdinalIgnoreCase) : throw new InvalidOperationException($"{path} {text}");
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers) => SendAsync(desk.Client, method, path, body, headers);

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : $"no {name} in {of}";

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpClient who, HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await who.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
