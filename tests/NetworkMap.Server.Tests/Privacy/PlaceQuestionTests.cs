using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Somebody who asks ten thousand times where a group is, in every way there is, learns the region that is told of it and nothing nearer: two networks in which the groups are
/// elsewhere in their regions, anew every few hundred questions, answer byte for byte alike. So every spot that was tried, which are all villages of each region, fits all answers.</summary>
public sealed class PlaceQuestionTests
{
    private const int Questions = 10_000;
    private const int Placements = 20;
    private readonly Random random = new(20261127);
    private List<GeoPoint> spots = [];

    [Fact]
    public async Task Ten_thousand_questions_place_no_group_nearer_than_the_region_that_is_told_of_it()
    {
        await using var desk = new StewardDesk();
        var groups = new Neighbourhoods(desk, random);
        var cookies = await OpenAsync(desk, groups);
        var now = desk.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var one = await Twin.OfAsync(desk.Server, null, now);
        await using var other = await Twin.OfAsync(desk.Server, null, now);
        var asking = cookies.Select(c => (One: one.ClientOf(c), Other: other.ClientOf(c))).ToList();
        var watched = Watched();
        var ears = await Task.WhenAll(watched.Select(async w => (One: await one.FollowAsync((JsonObject)w.DeepClone()), Other: await other.FollowAsync((JsonObject)w.DeepClone()))));
        foreach (var (ear, otherEar) in ears)
        {
            Assert.Equal(await ear.UntilAsync("caughtUp"), await otherEar.UntilAsync("caughtUp"));
        }

        var answered = 0;
        for (var asked = 0; asked < Questions; asked++)
        {
            if (asked % (Questions / Placements) == 0)
            {
                await MoveAsync(groups, one, other);
                foreach (var (ear, otherEar) in ears)
                {
                    var told = await ear.UntilAsync("changes");
                    Assert.Equal(told, await otherEar.UntilAsync("changes"));
                    Assert.All(JsonNode.Parse(told)!["items"]!.AsArray(), i => Assert.DoesNotContain((string)i!["id"]!, groups.Ids));
                }
            }

            var (client, otherClient) = asking[asked % asking.Count];
            var question = Ask(groups);
            var (answer, otherAnswer) = (await Reading.ReadAsync(client, question), await Reading.ReadAsync(otherClient, question));
            answered += answer.StartsWith("200", StringComparison.Ordinal) ? 1 : 0;
            Assert.True(answer == otherAnswer, $"{asked}: {question} tells where a group is:\n{answer}\n{otherAnswer}");
        }

        Assert.True(answered > Questions * 2 / 3, $"{answered} were answered");
        asking.ForEach(a =>
        {
            a.One.Dispose();
            a.Other.Dispose();
        });
        foreach (var (ear, otherEar) in ears)
        {
            await ear.DisposeAsync();
            await otherEar.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_steward_is_told_where_the_groups_are_so_that_the_twins_do_differ()
    {
        await using var desk = new StewardDesk();
        var groups = new Neighbourhoods(desk, random);
        _ = await OpenAsync(desk, groups);
        var steward = await SignInAsync(desk, new GrantDraft { Role = "steward" });
        var now = desk.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var one = await Twin.OfAsync(desk.Server, steward, now);
        await using var other = await Twin.OfAsync(desk.Server, steward, now);
        await MoveAsync(groups, one, other);
        var differing = 0;
        for (var asked = 0; asked < 300; asked++)
        {
            var question = Ask(groups);
            differing += await Reading.ReadAsync(one.Client, question) == await Reading.ReadAsync(other.Client, question) ? 0 : 1;
        }

        Assert.True(differing > 100, $"{differing} of 300 differ");
    }

    private static async Task<IReadOnlyList<string?>> OpenAsync(StewardDesk desk, Neighbourhoods groups)
    {
        await desk.InitializeAsync();
        await groups.SettleAsync();
        return
        [
            null,
            await SignInAsync(desk, new GrantDraft { Role = "mediator", Region = "33" }),
            await SignInAsync(desk, new GrantDraft { Role = "organization_editor", Organization = groups.Pin }),
            await SignInAsync(desk, new GrantDraft { Role = "coordinator", Region = "33.76" }),
            await SignInAsync(desk, new GrantDraft { Role = "steward", Region = "33.76" }),
        ];
    }

    private static async Task<string> SignInAsync(StewardDesk desk, GrantDraft grant) => (await desk.Server.SessionAsync(grant)).Cookie;

    private async Task MoveAsync(Neighbourhoods groups, Twin one, Twin other)
    {
        var (here, there) = (groups.Scatter(), groups.Scatter());
        var pin = groups.MovePin(groups.SpotIn("33.74.01.1001"));
        await one.WriteAsync([.. here.Select(h => h.Move), pin]);
        await other.WriteAsync([.. there.Select(h => h.Move), pin]);
        spots = [.. here.Concat(there).Select(s => s.Spot)];
    }

    /// <summary>Everything, the whole of the country, a city, a district, a village, and squares.</summary>
    private static List<JsonObject> Watched() =>
    [
        new() { ["everything"] = true },
        new() { ["area"] = new JsonObject { ["region"] = "33.74" } },
        new() { ["area"] = new JsonObject { ["west"] = 110.2, ["south"] = -7.2, ["east"] = 110.6, ["north"] = -6.8 } },
    ];

    private string Ask(Neighbourhoods groups)
    {
        var spot = spots[random.Next(spots.Count)];
        var (longitude, latitude) = random.Next(3) == 0 ? (spot.Longitude, spot.Latitude) : (spot.Longitude + ((random.NextDouble() - 0.5) / 5), spot.Latitude + ((random.NextDouble() - 0.5) / 5));
        var (who, village) = (groups.Ids[random.Next(groups.Ids.Count)], Neighbourhoods.Villages.ElementAt(random.Next(15)));
        var region = village[..new[] { 2, 5, 8, 13 }[random.Next(4)]];
        var radius = Text(Math.Round(Math.Pow(10, (random.NextDouble() * 4) - 1), 2));
        return random.Next(21) switch
        {
            0 or 1 => $"/api/nearest?longitude={Text(longitude)}&latitude={Text(latitude)}&radiusKm={radius}&limit={random.Next(1, 40)}",
            2 => $"/api/nearest?near={groups.Pin}&radiusKm={radius}&kind=home_worker_organization",
            3 => $"/api/nearest?near={who}&radiusKm={radius}",
            4 or 5 => Privacy.Questions.TileOf(longitude, latitude, random.Next(0, 15)),
            6 => $"/api/map/ties?west={Text(longitude - 0.02)}&south={Text(latitude - 0.02)}&east={Text(longitude + 0.02)}&north={Text(latitude + 0.02)}",
            7 => $"/api/{new[] { "organizations", "places", "units", "services" }[random.Next(4)]}?region={region}&limit={random.Next(1, 200)}",
            8 => $"/api/organizations/{groups.Pin}/partners?limit=50&radiusKm={radius}&weights.nearness=1",
            9 => $"/api/organizations/{who}/partners?limit=50&region={region}",
            10 => $"/api/organizations/{groups.Pin}/introductions?kind=home_worker_organization&region={region}",
            11 => $"/api/coverage/cell?region={region}&term=education",
            12 => $"/api/coverage/helpers?region={(region.Length > 2 ? region : "33.01")}&term=education&limit=20",
            13 => $"/api/regions/tally{(region.Length < 8 ? "?parent=" + region : "")}",
            14 => $"/api/organizations/{who}/{new[] { "page", "around?depth=2", "history" }[random.Next(3)]}",
            16 => $"/ogc/collections/organizations/items?bbox={Text(longitude - 0.01)},{Text(latitude - 0.01)},{Text(longitude + 0.01)},{Text(latitude + 0.01)}&limit={random.Next(1, 100)}",
            17 => $"/ogc/collections/{new[] { "organizations", "services" }[random.Next(2)]}/items?bbox={Text(longitude - (double.Parse(radius, CultureInfo.InvariantCulture) / 111))},{Text(latitude - 1)},{Text(longitude)},{Text(latitude)}&limit=1000",
            18 => $"/ogc/collections/organizations/items/{who}{new[] { "", "?f=html" }[random.Next(2)]}",
            19 => $"/hsds/organizations/{who}?full_service=true",
            15 => $"/api/search?q={new[] { "kelompok", "ranting", "bantuan", "desa+1002", "RT+01" }[random.Next(5)]}",
            _ => $"/mitra?untuk={groups.Pin}&radius={radius}",
        };
    }

    private static string Text(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
