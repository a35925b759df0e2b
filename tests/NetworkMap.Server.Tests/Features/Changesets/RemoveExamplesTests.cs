using System.Net;
using System.Text.Json;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>Removing the examples tells what went, and what went along; where there is none, it names no change.</summary>
public sealed class RemoveExamplesTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Example = """{"provenance":{"source":"invented","example":true}}""";

    [Fact]
    public async Task What_stood_on_an_example_is_counted_and_without_examples_no_change_is_named()
    {
        var (group, real) = (await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Rekaan","actorKind":"ngo","region":"33.74"}""", Example)), desk.First);
        await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Rekaan Lain","actorKind":"ngo","region":"33.74"}""", Example));
        await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{group}}","name":"Kelas"}"""));
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{real}}","to":"{{group}}"}"""));

        var (status, answer) = await RemoveAsync("en");
        Assert.Equal((HttpStatusCode.OK, 4), (status, answer.GetProperty("removed").GetInt32()));
        Assert.Equal("""{"service":1,"tie":1}""", answer.GetProperty("alongside").GetRawText());
        Assert.Equal("2 examples were removed. 2 records that stood on an example went with them: 1 service and 1 tie.", answer.GetProperty("summary").GetString());

        var change = (await desk.SendAsync(HttpMethod.Get, $"/api/changesets/{answer.GetProperty("id").GetString()}", null)).Answer;
        Assert.EndsWith("Among them are 2 records that are not marked as an example but stood on one.", change.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(change.GetProperty("summary").GetString(), (await desk.SendAsync(HttpMethod.Get, "/api/changesets?limit=1", null)).Answer.GetProperty("items")[0].GetProperty("summary").GetString());

        var (again, nothing) = await RemoveAsync("id");
        Assert.Equal((HttpStatusCode.OK, "Tidak ada contoh yang perlu dihapus."), (again, nothing.GetProperty("summary").GetString()));
        Assert.False(nothing.TryGetProperty("id", out _));
        Assert.False(nothing.TryGetProperty("sequence", out _));
    }

    [Fact]
    public async Task The_elements_of_a_change_are_paged_to_the_last()
    {
        var seed = (await desk.SendAsync(HttpMethod.Get, "/api/changesets?by=seed&kind=region&limit=100", null)).Answer.GetProperty("items").EnumerateArray().OrderByDescending(c => c.GetProperty("count").GetInt32()).First();
        var (path, count) = ($"/api/changesets/{seed.GetProperty("id").GetString()}", seed.GetProperty("count").GetInt32());
        Assert.True(count > 200);
        var (ids, cursor) = (new List<string?>(), "");
        do
        {
            var page = (await desk.SendAsync(HttpMethod.Get, path + (cursor.Length > 0 ? "?cursor=" + cursor : ""), null)).Answer;
            Assert.Equal((count, seed.GetProperty("summary").GetString()), (page.GetProperty("count").GetInt32(), page.GetProperty("summary").GetString()));
            ids.AddRange(page.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString()! : "";
        }
        while (cursor.Length > 0 && ids.Count <= count);
        Assert.Equal((count, count), (ids.Count, ids.Distinct().Count()));

        var list = (await desk.SendAsync(HttpMethod.Get, "/api/changesets?limit=1", null)).Answer;
        foreach (var wrong in new[] { "nonsense", list.GetProperty("next").GetString() })
        {
            var (status, problem) = await desk.SendAsync(HttpMethod.Get, $"{path}?cursor={wrong}", null);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "cursor_malformed"), (status, problem.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_restore_that_changes_nothing_names_no_change()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Sudah Begitu"));
        var made = (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{id}/history", null)).Answer.GetProperty("items")[0].GetProperty("id").GetString();
        await desk.MakeAsync("organizations", StewardDesk.Organization("Orang Lain"));
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/organizations/{id}/restore", $$"""{"changeset":"{{made}}"}""", ("If-Match", "*"));
        Assert.Equal((HttpStatusCode.OK, "{}"), (status, answer.GetRawText()));
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> RemoveAsync(string language) => desk.SendAsync(HttpMethod.Post, "/api/changesets/remove-examples", null, ("Accept-Language", language));
}
