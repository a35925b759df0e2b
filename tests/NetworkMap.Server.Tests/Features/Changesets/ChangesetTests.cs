using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>A change is told in the names of people, not in the ids and codes of the log.</summary>
public sealed class ChangesetTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    [Fact]
    public async Task What_the_fields_of_a_change_name_by_an_id_comes_with_its_name()
    {
        var tie = await desk.MakeAsync("ties", desk.Tie("funds"));
        var element = (await HistoryAsync("ties", tie))[0].GetProperty("elements")[0];
        Assert.Equal("Yasanti funds Trade Union Rights Centre", element.GetProperty("name").GetString());
        Assert.Equal([(desk.First, "Yasanti"), (desk.Second, "Trade Union Rights Centre")], Mentions(element));

        var organization = (await HistoryAsync("organizations", desk.First))[^1].GetProperty("elements")[0];
        Assert.Equal([("33.74", "Kota Semarang")], Mentions(organization));
    }

    [Fact]
    public async Task A_tie_that_went_with_its_ends_is_still_called_by_their_names()
    {
        var (one, other) = (await desk.MakeAsync("organizations", StewardDesk.Organization("Rukun Lama")), await desk.MakeAsync("organizations", StewardDesk.Organization("Mitra Lama")));
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{one}}","to":"{{other}}"}"""));
        foreach (var path in new[] { $"ties/{tie}", $"organizations/{one}", $"organizations/{other}" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync(HttpMethod.Delete, "/api/" + path, null, ("If-Match", "\"1\""))).Status);
        }

        var removal = (await HistoryAsync("ties", tie))[0];
        Assert.StartsWith("The tie “Rukun Lama ", removal.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(" Mitra Lama” was removed.", removal.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.All(removal.GetProperty("elements")[0].GetProperty("mentions").EnumerateArray(), m => Assert.True(m.GetProperty("gone").GetBoolean()));
    }

    [Fact]
    public async Task A_part_of_the_seed_says_in_words_which_part_it_is()
    {
        using var anybody = desk.Server.CreateClient();
        var page = JsonNode.Parse(await anybody.GetStringAsync("/api/changesets?limit=100", TestContext.Current.CancellationToken))!["items"]!.AsArray();
        var seed = page.Where(c => (string)c!["by"]! == "seed").Select(c => (string?)c!["reason"]).ToList();
        Assert.Contains("Data awal, bagian 1 dari 4: daftar istilah", seed);
        Assert.DoesNotContain(seed, r => r is null || r.Contains("seed", StringComparison.Ordinal));
        Assert.DoesNotContain(", part ", page.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "Langsung diurungkan oleh yang baru saja mengerjakannya")]
    [InlineData("en", "Undone right away by whoever had just done it")]
    public async Task Why_it_was_undone_at_once_is_told_in_the_language_of_who_reads(string language, string told)
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Keliru Sebentar"));
        var added = (await HistoryAsync("organizations", organization))[0].GetProperty("id").GetString();
        var (status, undone) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{added}/revert", """{"because":"undone_at_once"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, read) = await desk.SendAsync(HttpMethod.Get, $"/api/changesets/{undone.GetProperty("id").GetString()}", null, ("Accept-Language", language));
        Assert.Equal(told, read.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_revert_that_says_no_reason_or_an_unknown_one_is_refused()
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Tanpa Alasan"));
        var added = (await HistoryAsync("organizations", organization))[0].GetProperty("id").GetString();
        foreach (var (body, code) in new[] { ("{}", "text_missing"), ("""{"because":"bored"}""", "choice_unknown") })
        {
            var (status, problem) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{added}/revert", body);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, problem.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_revert_that_others_lean_on_names_them_and_says_where_they_are()
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Dipakai Lain"));
        var service = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{organization}}","name":"Pelatihan Batik"}"""));
        var added = (await HistoryAsync("organizations", organization))[0].GetProperty("id").GetString();

        var (status, problem) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{added}/revert", """{"reason":"a test"}""");
        Assert.Equal((HttpStatusCode.Conflict, "revert_leaned_on"), (status, problem.GetProperty("code").GetString()));
        Assert.Contains("Dipakai Lain, is now used by: Pelatihan Batik.", problem.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(("service", service), problem.GetProperty("elements").EnumerateArray().Select(e => (e.GetProperty("kind").GetString(), e.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task A_change_says_whether_it_can_be_reverted_now_and_a_list_promises_nothing()
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Bolak Balik"));
        var added = (await HistoryAsync("organizations", organization))[0].GetProperty("id").GetString();
        Assert.True((await ReadAsync(added)).GetProperty("revertible").GetBoolean());

        var renamed = StewardDesk.Organization("Bolak").ToJsonString();
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{organization}", renamed, ("If-Match", "\"1\""))).Status);
        var change = await ReadAsync(added);
        Assert.False(change.GetProperty("revertible").GetBoolean());
        var (_, problem) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{added}/revert", """{"reason":"a test"}""");
        Assert.Equal(problem.ToString(), change.GetProperty("obstacles").ToString());

        var history = await HistoryAsync("organizations", organization);
        Assert.All(history, c => Assert.False(c.TryGetProperty("revertible", out _)));
        foreach (var step in new[] { history[0].GetProperty("id").GetString(), added })
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{step}/revert", """{"reason":"a test"}""")).Status);
        }

        Assert.False((await ReadAsync(added)).GetProperty("revertible").GetBoolean());
        using var anybody = desk.Server.CreateClient();
        var seed = JsonNode.Parse(await anybody.GetStringAsync("/api/changesets", TestContext.Current.CancellationToken))!["items"]![0]!["id"];
        Assert.Null(JsonNode.Parse(await anybody.GetStringAsync($"/api/changesets/{seed}", TestContext.Current.CancellationToken))!["revertible"]);
    }

    [Fact]
    public async Task A_revert_that_a_later_change_stands_in_the_way_of_says_which_and_one_that_was_done_says_that()
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Nama Awal"));
        await RenameAsync(organization, 1, "Nama Kedua");
        await RenameAsync(organization, 2, "Nama Ketiga");
        var (later, second) = await HistoryAsync("organizations", organization) is [var newest, var before, ..] ? (newest.GetProperty("id").GetString(), before.GetProperty("id").GetString()) : default;

        var (_, blocked) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{second}/revert", """{"reason":"a test"}""");
        var error = blocked.GetProperty("errors")[0];
        Assert.Equal(("revert_blocked", later), (error.GetProperty("code").GetString(), error.GetProperty("arguments").GetProperty("later").GetString()));
        Assert.Matches(@"Nama Ketiga \(changed again on \d+ \w+ \d{4}\)\.$", error.GetProperty("message").GetString());

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{later}/revert", """{"reason":"a test"}""")).Status);
        var (status, done) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{later}/revert", """{"reason":"a test"}""");
        Assert.Equal((HttpStatusCode.Conflict, "revert_done"), (status, done.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"reason":"  "}""")]
    public async Task A_revert_says_why(string silent)
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Tanpa Alasan"));
        var added = (await HistoryAsync("organizations", organization))[0].GetProperty("id").GetString();
        var (status, problem) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{added}/revert", silent);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text_missing", "reason"), (status, problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.True((await ReadAsync(added)).GetProperty("revertible").GetBoolean());
    }

    [Fact]
    public async Task Who_would_be_seen_more_of_is_named_so_that_places_of_the_same_name_can_be_told_apart()
    {
        var (one, other) = (await desk.MakeAsync("organizations", StewardDesk.Organization("Rukun Satu")), await desk.MakeAsync("organizations", StewardDesk.Organization("Rukun Dua")));
        foreach (var owner in new[] { one, other })
        {
            await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{owner}}","name":"Kantor","region":"33.74","provenance":{"source":"a test","example":true} }"""));
        }

        var removed = (await desk.SendAsync(HttpMethod.Post, "/api/changesets/remove-examples", null)).Answer.GetProperty("id").GetString();
        var (_, problem) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{removed}/revert", """{"reason":"a test"}""");
        Assert.Equal("revert_widens", problem.GetProperty("code").GetString());
        Assert.Matches(@"more than now of Kantor \(Rukun (Satu|Dua)\), Kantor \(Rukun (Satu|Dua)\)\.$", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_removal_that_others_stand_in_the_way_of_names_them()
    {
        var organization = await desk.MakeAsync("organizations", StewardDesk.Organization("Dipakai Juga"));
        await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{organization}}","name":"Bantuan Upah"}"""));

        var (_, problem) = await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{organization}", null, ("If-Match", "\"1\""));
        Assert.Equal("This cannot be removed yet, since it is still used by: Bantuan Upah.", problem.GetProperty("title").GetString());
        Assert.Equal(["Bantuan Upah"], problem.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("name").GetString()));
    }

    private static List<(string?, string?)> Mentions(JsonElement element) =>
        [.. element.GetProperty("mentions").EnumerateArray().Select(m => (m.GetProperty("id").GetString(), m.GetProperty("name").GetString()))];

    private async Task RenameAsync(string id, int version, string name) =>
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization(name).ToJsonString(), ("If-Match", $"\"{version}\""))).Status);

    private async Task<JsonElement> ReadAsync(string? id) => (await desk.SendAsync(HttpMethod.Get, $"/api/changesets/{id}", null)).Answer;

    private async Task<List<JsonElement>> HistoryAsync(string segment, string id) =>
        [.. (await desk.SendAsync(HttpMethod.Get, $"/api/{segment}/{id}/history", null)).Answer.GetProperty("items").EnumerateArray()];
}
