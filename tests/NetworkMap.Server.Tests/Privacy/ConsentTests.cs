using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Tests.Live;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>A consent that runs out, begins or is withdrawn holds at once: on every route, on the first page, and for who follows.</summary>
public sealed class ConsentTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-11-20T03:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consent_ends_and_begins_at_midnight_in_Jakarta()
    {
        await using var desk = await OpenAsync();
        var id = await OrganizationAsync(desk, Contact("zqends", "\"until\":\"2026-11-20\""), Contact("zqbegins", "\"given\":\"2026-11-21\""));

        Assert.Equal(["zqends"], await SeenAsync(desk, id));
        Assert.Equal(["zqends over 2026-11-20: given", "zqbegins over : not_yet"], await KeptAsync(desk, id));
        Assert.Equal((true, false), await PageTellsAsync(desk, id, "zqends", "zqbegins"));

        clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 16, 59, 59, TimeSpan.Zero));
        Assert.Equal(["zqends"], await SeenAsync(desk, id));
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));

        Assert.Equal(["zqbegins"], await SeenAsync(desk, id));
        Assert.Equal(["zqends over 2026-11-20: over", "zqbegins over : given"], await KeptAsync(desk, id));
        Assert.Equal((false, true), await PageTellsAsync(desk, id, "zqends", "zqbegins"));
    }

    [Fact]
    public async Task A_withdrawal_holds_at_once_is_told_to_who_follows_without_the_contact_and_does_not_come_back_unasked()
    {
        await using var desk = await OpenAsync();
        var id = await OrganizationAsync(desk, Contact("zqtaken"));
        await using var ear = desk.Listen();
        await ear.FollowAsync();
        Assert.Equal(["zqtaken"], await SeenAsync(desk, id));

        await desk.ChangeAsync("organizations", id, $$"""{"contacts":[{{Contact("zqtaken", "\"withdrawn\":\"2026-11-20\"")}}]}""");

        var told = await ear.NextChangesAsync();
        Assert.Equal([id], LiveEar.Ids(told));
        Assert.DoesNotContain("zqtaken", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([], await SeenAsync(desk, id));
        Assert.Equal(["zqtaken over 2026-11-19: withdrawn"], await KeptAsync(desk, id));
        Assert.Equal((false, false), await PageTellsAsync(desk, id, "zqtaken", "zqtaken"));
        foreach (var path in new[] { $"/api/organizations/{id}", $"/api/organizations/{id}/page", $"/api/organizations/{id}/history", "/api/changesets?limit=20", "/api/search?q=zqtaken" })
        {
            Assert.DoesNotContain("\"zqtaken\"", (await desk.AskAsync(path))!.ToJsonString(), StringComparison.Ordinal);
        }

        var newest = (await desk.AskAsync("/api/changesets?limit=1", asSteward: true))!["items"]![0]!["id"];
        Assert.Equal("revert_widens", await desk.RefusedAsync($"/api/changesets/{newest}/revert", """{"reason":"a test"}"""));
    }

    [Fact]
    public async Task A_change_of_a_contact_that_is_not_shown_is_told_to_nobody_else()
    {
        await using var desk = await OpenAsync();
        var id = await OrganizationAsync(desk, Contact("zqover", "\"until\":\"2026-01-01\""));
        await using var ear = desk.Listen();
        await ear.FollowAsync();

        await desk.ChangeAsync("organizations", id, $$"""{"contacts":[{{Contact("zqovertoo", "\"until\":\"2026-01-01\"")}}],"confirmWidening":true}""");
        var open = await desk.OrganizationAsync("Terbuka");

        Assert.Equal([open], LiveEar.Ids(await ear.NextChangesAsync()));
    }

    private Task<LiveDesk> OpenAsync() => LiveDesk.OpenAsync(adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    private static string Contact(string value, string consent = "\"how\":\"spoken\"") => $$"""
        {"channel":"email","value":"{{value}}","purposes":["publication"],"audience":"public","consent":{"givenBy":"zqgiver"{{(consent.Contains("given", StringComparison.Ordinal) ? "" : ",\"given\":\"2026-01-01\"")}},{{consent}}} }
        """;

    private static Task<string> OrganizationAsync(LiveDesk desk, params string[] contacts) => desk.OrganizationAsync("Lembaga Berkontak", more: $$"""{"contacts":[{{string.Join(',', contacts)}}]}""");

    /// <summary>What anybody is told, which nobody may keep.</summary>
    private static async Task<IReadOnlyList<string>> SeenAsync(LiveDesk desk, string id)
    {
        using var anybody = new HttpClient { BaseAddress = desk.Address };
        using var answer = await anybody.GetAsync($"/api/organizations/{id}/contacts", Cancellation);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("zqgiver", text, StringComparison.Ordinal);
        return [.. JsonNode.Parse(text)!["items"]!.AsArray().Select(c => (string)c!["value"]!)];
    }

    /// <summary>What a steward is told.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync(LiveDesk desk, string id) =>
        [.. (await desk.AskAsync($"/api/organizations/{id}/contacts", asSteward: true))!["items"]!.AsArray().Select(c => $"{c!["value"]} over {c["until"]}: {c["state"]}")];

    /// <summary>Whether the page that the server writes first tells of one and of another.</summary>
    private static async Task<(bool One, bool Other)> PageTellsAsync(LiveDesk desk, string id, string one, string other)
    {
        using var anybody = new HttpClient { BaseAddress = desk.Address };
        using var answer = await anybody.GetAsync($"/organisasi/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        return (page.Contains(one, StringComparison.Ordinal), page.Contains(other, StringComparison.Ordinal));
    }
}
