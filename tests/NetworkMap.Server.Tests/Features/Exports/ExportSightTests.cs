using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Features.Exports;

/// <summary>What is in a file, for whom.</summary>
public sealed class ExportSightTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private HttpClient steward = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        steward = await server.StewardAsync();
    }

    public async ValueTask DisposeAsync()
    {
        steward.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_does_no_harm()
    {
        await MakeAsync("""{"name":"=HYPERLINK(\"http://jahat\")","actorKind":"ngo","region":"33.74","provenance":{"source":"+1"}}""");
        var text = await steward.GetStringAsync("/api/exports/csv?list=organizations", TestContext.Current.CancellationToken);
        Assert.Contains("\"'=HYPERLINK(\"\"http://jahat\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains(",'+1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_leave_to_who_keeps_the_organization_and_to_nobody_else()
    {
        const string Contact = """[{"role":"Ketua","channel":"whatsapp","value":"0812-3456-7890","purposes":["publication"],"audience":"public","consent":{"givenBy":"Ketua","given":"2026-01-01"}}]""";
        var id = await MakeAsync($$"""{"name":"Kelompok Melati","actorKind":"home_worker_organization","region":"33.74","contacts":{{Contact}},"provenance":{"source":"Uji"} }""");
        var other = await MakeAsync($$"""{"name":"Yayasan Lain","actorKind":"ngo","region":"33.74","contacts":{{Contact.Replace("7890", "1111", StringComparison.Ordinal)}},"provenance":{"source":"Uji"} }""");
        var (editor, account) = await server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = id });
        using (editor)
        {
            var own = await editor.GetStringAsync("/api/exports/csv?list=contacts", TestContext.Current.CancellationToken);
            Assert.Contains(id + ",", own, StringComparison.Ordinal);
            Assert.Contains("7890", own, StringComparison.Ordinal);
            Assert.DoesNotContain(other, own, StringComparison.Ordinal);
            var taken = await server.Services.GetRequiredService<SecurityLog>().NewestAsync(account, 10, TestContext.Current.CancellationToken);
            Assert.Contains(taken, e => e.Value is { What: SecurityEvent.Exported, Of: "csv" });
        }

        using var anybody = server.CreateClient();
        Assert.DoesNotContain("0812", await anybody.GetStringAsync("/api/exports/csv?list=contacts", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("1111", await steward.GetStringAsync("/api/exports/csv?list=contacts", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_known_then_can_be_had_as_a_file()
    {
        await MakeAsync("""{"name":"Yayasan Dulu","actorKind":"ngo","region":"33.74","provenance":{"source":"Uji"}}""");
        var before = (string)JsonNode.Parse(await steward.GetStringAsync("/api/changesets?limit=1", TestContext.Current.CancellationToken))!["items"]![0]!["id"]!;
        await MakeAsync("""{"name":"Yayasan Kemudian","actorKind":"ngo","region":"33.74","provenance":{"source":"Uji"}}""");
        var then = await steward.GetStringAsync($"/api/exports/csv?list=organizations&asOf={before}", TestContext.Current.CancellationToken);
        Assert.Contains("Yayasan Dulu", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Yayasan Kemudian", then, StringComparison.Ordinal);
    }

    private async Task<string> MakeAsync(string organization)
    {
        using var answer = await steward.PostAsync("/api/organizations", new StringContent(organization, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body!.ToJsonString());
        return (string)body["id"]!;
    }
}
