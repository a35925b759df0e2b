using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.PersonalData;

/// <summary>What is erased for good is what was looked at: the same person, of a request that there is.</summary>
public sealed class ErasureLookTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Erasures = "/api/personal-data/erasures";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_took_the_place_of_a_contact_meanwhile_is_not_erased_in_its_stead()
    {
        var group = await MakeAsync("Kelompok Geser", "a@example.org", "b@example.org");
        var looked = (await LookAsync(group))["version"]!.GetValue<int>();
        await ChangeAsync(group, Written("Kelompok Geser", "b@example.org"));

        var wish = $$"""{"element":"organization/{{group}}","contacts":[0],"confirm":"Kelompok Geser","version":{{looked}}}""";
        Assert.Equal((HttpStatusCode.Conflict, "version_stale"), await SendAsync(Erasures, wish));
        Assert.Equal((HttpStatusCode.PreconditionRequired, "version_missing"), await SendAsync(Erasures, wish.Replace($",\"version\":{looked}", "", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "contact_unknown"), await SendAsync(Erasures, wish.Replace("[0]", "[99]", StringComparison.Ordinal).Replace($":{looked}", $":{looked + 1}", StringComparison.Ordinal)));
        Assert.Equal("b@example.org", Assert.Single((await LookAsync(group))["contacts"]!.AsArray())!["value"]!.GetValue<string>());
        Assert.Contains("a@example.org", await desk.Client.GetStringAsync($"/api/organizations/{group}/history", Cancellation), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, wish.Replace($":{looked}", $":{looked + 1}", StringComparison.Ordinal))).Status);
        Assert.Empty((await LookAsync(group))["contacts"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_is_done_for_a_request_that_is_not_there()
    {
        var group = await MakeAsync("Kelompok Tanpa Kasus", "c@example.org");
        const string None = "0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9";
        Assert.Equal((HttpStatusCode.NotFound, "element_unknown"), await SendAsync(Erasures, $$"""{"element":"organization/{{group}}","version":1,"confirm":"Kelompok Tanpa Kasus","request":"{{None}}"}"""));
        Assert.Equal((HttpStatusCode.NotFound, "element_unknown"), await SendAsync("/api/personal-data/withdrawals", $$"""{"element":"organization/{{group}}","contact":0,"request":"{{None}}"}"""));
        Assert.Equal(1, (await LookAsync(group))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_suggestions_say_is_found_answered_and_goes_with_what_they_are_about()
    {
        var group = await MakeAsync("Kelompok Usul", "d@example.org");
        var place = await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{group}}","name":"Rumah zqsug","home":true,"region":"33.74.01"}"""));
        var element = StewardDesk.Of($$"""{"organization":"{{group}}","name":"Rumah zqsug baru","home":true,"region":"33.74.01"}""");
        var sent = await desk.SendAsync(HttpMethod.Post, "/api/suggestions", new JsonObject { ["kind"] = "place", ["id"] = place, ["element"] = element, ["words"] = "zqsug pindah, 0811-9988-7766" }.ToJsonString());
        Assert.True(sent.Status == HttpStatusCode.Created, sent.Answer.ToString());
        var suggestion = "suggestion/" + sent.Answer.GetProperty("id").GetString();

        using var anybody = desk.Server.CreateClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "Kelompok Usul"), KeyValuePair.Create("words", "Ganti"), KeyValuePair.Create("sender", "Bu zqsug")]);
        using (var answer = await anybody.PostAsync("/usulkan/" + group, form, Cancellation))
        {
            Assert.True(answer.IsSuccessStatusCode, answer.ToString());
        }

        var found = JsonNode.Parse((await desk.SendAsync(HttpMethod.Post, "/api/personal-data/search", """{"q":"zqsug","past":true}""")).Answer.GetRawText())!["items"]!.AsArray();
        Assert.Equal(["sender", "wanted", "words"], found.Where(f => f!["element"]!.GetValue<string>().StartsWith("suggestion/", StringComparison.Ordinal)).Select(f => f!["field"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Contains(suggestion, await desk.Client.GetStringAsync("/api/personal-data/breach?from=2020-01-01&exposed=element&of=place/" + place, Cancellation), StringComparison.Ordinal);
        var request = (await desk.SendAsync(HttpMethod.Post, "/api/personal-data/requests", """{"what":"access","name":"zqsug"}""")).Answer.GetProperty("id").GetString();
        await desk.SendAsync(HttpMethod.Post, "/api/personal-data/requests/" + request, $$"""{"found":["{{suggestion}}"]}""");
        Assert.Contains("0811-9988", await desk.Client.GetStringAsync($"/api/personal-data/requests/{request}/answer", Cancellation), StringComparison.Ordinal);

        var look = JsonNode.Parse(await desk.Client.GetStringAsync("/api/personal-data/erasure?element=place/" + place, Cancellation))!;
        Assert.StartsWith("zqsug pindah", Assert.Single(look["suggestions"]!.AsArray())!["words"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, $$"""{"element":"organization/{{group}}","version":1,"confirm":"Kelompok Usul"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, $$"""{"element":"place/{{place}}","version":1,"confirm":"{{look["title"]}}"}""")).Status);
        Assert.Equal("""{"count":0,"items":[]}""", (await desk.SendAsync(HttpMethod.Post, "/api/personal-data/search", """{"q":"zqsug","past":true}""")).Answer.GetRawText());
        var mine = await desk.Client.GetStringAsync("/api/suggestions/mine", Cancellation);
        Assert.Contains(suggestion.Split('/')[1], mine, StringComparison.Ordinal);
        Assert.DoesNotContain("zqsug", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("9988", await desk.Client.GetStringAsync("/api/suggestions", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_some_contacts_only_those_suggestions_go_that_are_named()
    {
        var group = await MakeAsync("Kelompok Pilih", "e@example.org", "f@example.org");
        var ids = new List<string>();
        foreach (var words in new[] { "zqfirst", "zqsecond" })
        {
            ids.Add((await desk.SendAsync(HttpMethod.Post, "/api/suggestions", $$"""{"kind":"organization","id":"{{group}}","words":"{{words}}"}""")).Answer.GetProperty("id").GetString()!);
        }

        var wish = $$"""{"element":"organization/{{group}}","version":1,"contacts":[0],"confirm":"Kelompok Pilih","suggestions":["{{ids[1]}}"]}""";
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "suggestion_unknown"), await SendAsync(Erasures, wish.Replace(ids[1], Guid.NewGuid().ToString("D"), StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, wish)).Status);
        var mine = await desk.Client.GetStringAsync("/api/suggestions/mine", Cancellation);
        Assert.Contains("zqfirst", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("zqsecond", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_was_once_shown_exactly_comes_back_by_no_way()
    {
        var group = await MakeAsync("Kelompok Rumah", "g@example.org");
        const string Open = """{"name":"Rumah zqopen","precision":"exact","region":"33.74.01","point":{"longitude":110.4321987,"latitude":-6.9876543}}""";
        var body = StewardDesk.Of(Open);
        body["organization"] = group;
        var place = await desk.MakeAsync("places", body);
        (body["home"], body["precision"]) = (true, "village");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, "/api/places/" + place, body.ToJsonString(), ("If-Match", "*"))).Status);
        var changes = await ChangesAsync($"/api/places/{place}/history");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, $$"""{"element":"place/{{place}}","version":2,"confirm":"Rumah zqopen"}""")).Status);
        var erasing = (await ChangesAsync($"/api/places/{place}/history"))[0];

        foreach (var path in new[] { $"places/{place}", $"places/{place}/history", $"places/{place}?asOf={changes[0]}", $"places/{place}?asOf={changes[1]}", $"changesets/{changes[1]}", $"changesets/{changes[0]}" })
        {
            var told = await desk.Client.GetStringAsync("/api/" + path, Cancellation);
            Assert.False(told.Contains("zqopen", StringComparison.Ordinal) || told.Contains("432198", StringComparison.Ordinal), path + told);
        }

        foreach (var change in new[] { erasing, changes[0] })
        {
            Assert.Equal((HttpStatusCode.Conflict, "element_erased"), await SendAsync($"/api/changesets/{change}/revert", """{"reason":"Salah","confirmWidening":true}"""));
        }

        Assert.Equal((HttpStatusCode.Conflict, "element_erased"), await RestoreAsync("places", place, changes[1]));
        Assert.DoesNotContain("zqopen", await desk.Client.GetStringAsync("/api/personal-data/breach?from=2020-01-01", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_beside_what_was_erased_is_not_taken_away_by_a_restore()
    {
        var group = await MakeAsync("Kelompok Sisa", "h@example.org", "i@example.org");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Erasures, $$"""{"element":"organization/{{group}}","version":1,"contacts":[0],"confirm":"Kelompok Sisa"}""")).Status);
        var changes = await ChangesAsync($"/api/organizations/{group}/history");
        foreach (var change in changes)
        {
            var (status, code) = await RestoreAsync("organizations", group, change);
            Assert.True((status, code) == (HttpStatusCode.Conflict, "element_erased") || (status == HttpStatusCode.OK && code is null), $"{status} {code}");
            var now = await desk.Client.GetStringAsync("/api/organizations/" + group, Cancellation);
            Assert.Contains("i@example.org", now, StringComparison.Ordinal);
            Assert.Contains("zqnote", now, StringComparison.Ordinal);
        }

        // What was done since can be taken back as ever.
        await ChangeAsync(group, Written("Kelompok Sisa Baru", "i@example.org"));
        Assert.Equal(HttpStatusCode.OK, (await RestoreAsync("organizations", group, (await ChangesAsync($"/api/organizations/{group}/history"))[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync($"/api/changesets/{(await ChangesAsync($"/api/organizations/{group}/history"))[0]}/revert", """{"reason":"Salah"}""")).Status);
        Assert.Contains("i@example.org", await desk.Client.GetStringAsync("/api/organizations/" + group, Cancellation), StringComparison.Ordinal);
    }

    private async Task<List<string>> ChangesAsync(string path) => [.. JsonNode.Parse(await desk.Client.GetStringAsync(path, Cancellation))!["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>())];

    private async Task<(HttpStatusCode Status, string? Code)> RestoreAsync(string segment, string id, string change)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/{segment}/{id}/restore", $$"""{"changeset":"{{change}}","confirmWidening":true}""", ("If-Match", "*"));
        return (status, answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString() : null);
    }

    private static string Written(string name, params string[] contacts) => StewardDesk.Of($$"""
        {"name":"{{name}}","actorKind":"ngo","region":"33.74","note":"zqnote","contacts":[{{string.Join(',', contacts.Select(c => $$"""{"channel":"email","value":"{{c}}"}"""))}}]}
        """).ToJsonString();

    private Task<string> MakeAsync(string name, params string[] contacts) => desk.MakeAsync("organizations", JsonNode.Parse(Written(name, contacts))!.AsObject());

    private async Task ChangeAsync(string group, string written) => Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, "/api/organizations/" + group, written, ("If-Match", "*"))).Status);

    private async Task<JsonNode> LookAsync(string group) => JsonNode.Parse(await desk.Client.GetStringAsync("/api/personal-data/erasure?element=organization/" + group, Cancellation))!;

    private async Task<(HttpStatusCode Status, string? Code)> SendAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await desk.Client.PostAsync(path, body, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["errors"]?[0]?["code"]?.GetValue<string>());
    }
}
