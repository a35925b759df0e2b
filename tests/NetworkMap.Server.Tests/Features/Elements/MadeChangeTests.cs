using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>Whoever wrote is told which change that was, and only of changes of her own.</summary>
public sealed class MadeChangeTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    [Fact]
    public async Task A_write_names_the_change_that_it_made_which_takes_it_back()
    {
        var body = StewardDesk.Organization("Baru Saja");
        var (made, added) = await WriteAsync(HttpMethod.Post, "organizations", body);
        var path = "organizations/" + (string)added!["id"]!;
        var (changed, _) = await WriteAsync(HttpMethod.Put, path, StewardDesk.Organization("Baru Saja Diubah"), "\"1\"");
        Assert.NotNull(made);
        Assert.NotEqual(made, changed);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{changed}/revert", """{"reason":"a test"}""")).Status);
        Assert.Equal("Baru Saja", (await desk.SendAsync(HttpMethod.Get, "/api/" + path, null)).Answer.GetProperty("name").GetString());

        var (removed, _) = await WriteAsync(HttpMethod.Delete, path, null, "\"3\"");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{removed}/revert", """{"reason":"a test"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Get, "/api/" + path, null)).Status);
    }

    [Fact]
    public async Task A_write_that_changed_nothing_names_no_change()
    {
        var (_, added) = await WriteAsync(HttpMethod.Post, "organizations", StewardDesk.Organization("Sama Saja"));
        var path = "organizations/" + (string)added!["id"]!;
        Assert.Null((await WriteAsync(HttpMethod.Put, path, StewardDesk.Organization("Sama Saja"), "\"1\"")).Change);
        Assert.Null((await WriteAsync(HttpMethod.Put, path, StewardDesk.Organization("Sama Saja"), "*")).Change);
    }

    [Fact]
    public async Task A_stale_edit_gets_the_names_of_all_that_either_version_speaks_of()
    {
        var service = await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"Kelas","areas":[{"region":"33.74"}]}"""));
        var edit = StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"Kelas","areas":[{"region":"34.04","withSubregions":true}]}""").ToJsonString();
        await desk.SendAsync(HttpMethod.Put, "/api/services/" + service, StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"Kelas malam","areas":[{"region":"33.74"}]}""").ToJsonString(), ("If-Match", "\"1\""));
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, "/api/services/" + service, edit, ("If-Match", "\"1\""));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(["Kabupaten Sleman", "Kota Semarang", "Yasanti"], answer.GetProperty("mentions").EnumerateArray().Select(m => m.GetProperty("name").GetString()).Order());
    }

    private async Task<(string? Change, JsonNode? Answer)> WriteAsync(HttpMethod method, string path, JsonObject? body, string? version = null)
    {
        using var request = new HttpRequestMessage(method, "/api/" + path);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return (answer.Headers.TryGetValues("Changeset", out var values) ? values.Single() : null, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
