using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Changesets;

/// <summary>An earlier version comes back as a change of its own.</summary>
public sealed class RestoreTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    [Fact]
    public async Task An_earlier_version_comes_back_with_all_its_fields_as_a_new_change()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Nama Lama","purpose":"Tujuan lama","actorKind":"ngo","region":"33.74"}"""));
        var first = await NewestAsync(id);
        await ChangeAsync(id, 1, """{"name":"Nama Baru","actorKind":"ngo","region":"33.74"}""");
        await ChangeAsync(id, 2, """{"name":"Nama Terbaru","acronym":"NT","actorKind":"ngo","region":"33.74"}""");

        var (status, answer) = await RestoreAsync(id, first, 3);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        var now = (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{id}", null)).Answer;
        Assert.Equal(("Nama Lama", "Tujuan lama", 4), (now.GetProperty("name").GetString(), now.GetProperty("purpose").GetString(), now.GetProperty("version").GetInt32()));
        Assert.False(now.TryGetProperty("acronym", out _));
        Assert.Equal(answer.GetProperty("id").GetString(), await NewestAsync(id));
    }

    [Fact]
    public async Task What_the_public_would_see_more_of_is_agreed_to_separately()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Dulu Tepat"));
        var first = await NewestAsync(id);
        await ChangeAsync(id, 1, """{"name":"Dulu Tepat","actorKind":"ngo","region":"33.74","precision":"district"}""");

        var (status, answer) = await RestoreAsync(id, first, 2);
        Assert.Equal((HttpStatusCode.Conflict, "restore_widens", "confirmWidening"), (status, answer.GetProperty("code").GetString(), answer.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await RestoreAsync(id, first, 2, confirm: true)).Status);
    }

    [Fact]
    public async Task It_is_refused_on_another_version_for_a_change_of_something_else_and_when_what_it_spoke_of_is_gone()
    {
        var term = await desk.MakeAsync("terms", StewardDesk.Of("""{"taxonomy":"skill","code":"short_lived","labelId":"Sebentar","labelEn":"Short-lived"}"""));
        var id = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Pernah Ahli","actorKind":"ngo","region":"33.74","offers":["short_lived"]}"""));
        var first = await NewestAsync(id);
        var other = await NewestAsync(desk.First);
        await ChangeAsync(id, 1, """{"name":"Pernah Ahli","actorKind":"ngo","region":"33.74"}""");
        Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync(HttpMethod.Delete, "/api/terms/" + term, null, ("If-Match", "*"))).Status);

        Assert.Equal("version_stale", (await RestoreAsync(id, first, 1)).Answer.GetProperty("code").GetString());
        Assert.Equal("changeset_unknown", (await RestoreAsync(id, other, 2)).Answer.GetProperty("code").GetString());
        var (status, answer) = await RestoreAsync(id, first, 2);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "term_unknown"), (status, answer.GetProperty("code").GetString()));
        using var anybody = desk.Server.CreateClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.PostAsync($"/api/organizations/{id}/restore", new StringContent(Body(first, false), System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string Body(string changeset, bool confirm) => new JsonObject { ["changeset"] = changeset, ["reason"] = "Yang dulu benar", ["confirmWidening"] = confirm }.ToJsonString();

    private Task<(HttpStatusCode Status, JsonElement Answer)> RestoreAsync(string id, string changeset, int version, bool confirm = false) =>
        desk.SendAsync(HttpMethod.Post, $"/api/organizations/{id}/restore", Body(changeset, confirm), ("If-Match", $"\"{version}\""));

    private async Task ChangeAsync(string id, int version, string body) =>
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Of(body).ToJsonString(), ("If-Match", $"\"{version}\""))).Status);

    private async Task<string> NewestAsync(string id) =>
        (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{id}/history", null)).Answer.GetProperty("items")[0].GetProperty("id").GetString()!;
}
