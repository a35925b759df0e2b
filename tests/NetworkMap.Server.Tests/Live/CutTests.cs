using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Live;

/// <summary>A connection that breaks, again and again, while others write.</summary>
public sealed class CutTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_socket_cut_twenty_times_in_the_middle_of_changes_leaves_the_follower_equal_to_the_server(bool asSteward)
    {
        await using var desk = await LiveDesk.OpenAsync();
        var known = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        string? cursor;
        await using (var first = desk.Listen(asSteward))
        {
            await first.FollowAsync();
            cursor = first.Cursor;
        }

        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(desk, enough.Token);
        var random = new Random(20260301);
        for (var cut = 0; cut < 20; cut++)
        {
            await using var ear = Resume(desk, asSteward, known, cursor);
            await ear.FollowAsync(resume: true);
            for (var heard = random.Next(1, 6); heard > 0; heard--)
            {
                await ear.NextChangesAsync();
            }

            cursor = ear.Cursor;
        }

        await enough.CancelAsync();
        await writing;
        await using var last = Resume(desk, asSteward, known, cursor);
        await last.FollowAsync(resume: true);
        foreach (var segment in new[] { "organizations", "ties" })
        {
            await AssertEqualAsync(desk, segment, asSteward, known);
        }
    }

    private static LiveEar Resume(LiveDesk desk, bool asSteward, Dictionary<string, JsonNode> known, string? cursor)
    {
        return new LiveEar(desk.Address, asSteward ? desk.Session : null, messagePack: false, "id") { Known = known, Cursor = cursor };
    }

    /// <summary>Organizations and ties that come, change, hide and go.</summary>
    private static async Task WriteAsync(LiveDesk desk, CancellationToken enough)
    {
        var random = new Random(1);
        var organizations = new List<string> { await desk.OrganizationAsync("A"), await desk.OrganizationAsync("B") };
        var ties = new List<string>();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            switch (random.Next(5))
            {
                case 0:
                    organizations.Add(await desk.OrganizationAsync($"Organization {i}"));
                    ties.Add(await desk.TieAsync(organizations[^1], organizations[^2], random.Next(2) == 0 ? "public" : "parties"));
                    break;
                case 1 when ties.Count > 3:
                    await desk.RemoveAsync("ties", ties[0]);
                    ties.RemoveAt(0);
                    break;
                case 2 when ties.Count > 0:
                    await desk.ChangeAsync("ties", ties[random.Next(ties.Count)], $$"""{"audience":"{{(random.Next(2) == 0 ? "public" : "parties")}}","confirmWidening":true}""");
                    break;
                default:
                    await desk.ChangeAsync("organizations", organizations[random.Next(organizations.Count)], $$"""{"purpose":"Round {{i}}","note":"{{i}}"}""");
                    break;
            }
        }

        // Whatever was drawn by chance, there is a tie at the end that everybody sees.
        await desk.TieAsync(organizations[0], organizations[1], "public");
    }

    /// <summary>The follower knows exactly what a list of the server shows, in the same form; the names beside a tie are those of when it was told.</summary>
    private static async Task AssertEqualAsync(LiveDesk desk, string segment, bool asSteward, Dictionary<string, JsonNode> known)
    {
        var kind = segment[..^1] + "/";
        var served = (await desk.AskAsync($"/api/{segment}?limit=200", asSteward))!["items"]!.AsArray().Select(i => (string)i!["id"]!).ToList();
        Assert.NotEmpty(served);
        Assert.Equal(served.Order(StringComparer.Ordinal), known.Keys.Where(k => k.StartsWith(kind, StringComparison.Ordinal)).Select(k => k[kind.Length..]).Order(StringComparer.Ordinal));
        foreach (var id in served)
        {
            FollowTests.AssertSame(await desk.AskAsync($"/api/{segment}/{id}", asSteward), known[kind + id]);
        }
    }
}
