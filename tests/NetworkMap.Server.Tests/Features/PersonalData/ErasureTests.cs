using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Features.PersonalData;

/// <summary>Personal data that is erased is gone: now, in the past, in memory, in the files, and in a backup that is put back.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Village = "33.74.01.1009";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-erase-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_erased_comes_back_in_no_way_not_even_with_a_backup()
    {
        string group, place, hidden, tie;
        long before;
        await using (var server = await RunningServer.StartAsync("terms", folder.FullName))
        {
            using var steward = await server.StewardAsync();
            (group, place, hidden, tie) = await PlantAsync(steward);
            before = server.Sequence;
        }

        // The backup of before.
        var backup = Directory.CreateDirectory(Path.Combine(folder.FullName, "backup")).FullName;
        string[] files = ["network.db", "network.end"];
        Array.ForEach(files, f => File.Copy(Path.Combine(folder.FullName, f), Path.Combine(backup, f)));

        await using (var server = await RunningServer.StartAsync("terms", folder.FullName))
        {
            using var steward = await server.StewardAsync();
            var asOf = await IdAtAsync(steward, before);
            Assert.Contains("zqgone", await steward.GetStringAsync($"/api/organizations/{group}?asOf={asOf}", Cancellation), StringComparison.Ordinal);
            Assert.Contains("zqgone", await steward.GetStringAsync($"/api/organizations/{group}/history", Cancellation), StringComparison.Ordinal);

            await EraseAsync(steward, $$"""{"element":"organization/{{group}}","contacts":[0],"confirm":"kelompok zq"}""");
            await EraseAsync(steward, $$"""{"element":"organization/{{hidden}}","confirm":"Sunyi"}""");
            await EraseAsync(steward, $$"""{"element":"place/{{place}}","confirm":"Rumah zqgone"}""");
            await EraseAsync(steward, $$"""{"element":"tie/{{tie}}","confirm":"Kelompok zq mendukung Sunyi"}""");

            await NothingIsToldAsync(server, steward, asOf, group, place, hidden, tie);
            var now = await steward.GetStringAsync($"/api/organizations/{group}", Cancellation);
            Assert.Contains("zqkept", now, StringComparison.Ordinal);
            var account = JsonNode.Parse(await steward.GetStringAsync("/api/me", Cancellation))!["account"]!.GetValue<string>();
            var lines = await server.Services.GetRequiredService<SecurityLog>().NewestAsync(account, 9, Cancellation);
            Assert.Contains(lines, l => l.Value is { What: SecurityEvent.PersonalDataErased } && l.Value.Of == "organization/" + group);
        }

        Assert.Equal(0, await Verbs.Find(["verify", "--data", folder.FullName], new FakeTimeProvider())!());
        Array.ForEach(files, f => File.Copy(Path.Combine(backup, f), Path.Combine(folder.FullName, f), overwrite: true));
        Array.ForEach(Directory.GetFiles(folder.FullName, "network.db-*"), File.Delete);
        await using (var restored = await RunningServer.StartAsync("terms", folder.FullName))
        {
            using var steward = await restored.StewardAsync();
            await NothingIsToldAsync(restored, steward, await IdAtAsync(steward, before), group, place, hidden, tie);

            // What stood beside it in the same element was under the same keys, and could not be kept apart in what was written before.
            Assert.DoesNotContain("zqkept", await steward.GetStringAsync($"/api/organizations/{group}", Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal(0, await Verbs.Find(["verify", "--data", folder.FullName], new FakeTimeProvider())!());
    }

    [Fact]
    public async Task A_list_that_is_damaged_keeps_the_store_shut()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
        }

        await File.WriteAllTextAsync(ErasureList.In(folder.FullName), "no erasure\n", Cancellation);
        var (code, said) = await Journeys.ServerProcess.RunAsync("--urls=http://127.0.0.1:0", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Line 1 of the list of erasures", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_of_the_region_may_and_nobody_else_and_only_by_the_name()
    {
        await using var server = await RunningServer.StartAsync("terms", folder.FullName);
        using var steward = await server.StewardAsync();
        var (group, _, _, _) = await PlantAsync(steward);
        var wish = $$"""{"element":"organization/{{group}}","confirm":"Kelompok zq"}""";
        var (near, _) = await server.MemberAsync(new GrantDraft { Role = "steward", Region = "33" });
        var (far, _) = await server.MemberAsync(new GrantDraft { Role = "steward", Region = "34" });
        var (editor, _) = await server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = group });
        using var anybody = server.CreateClient();
        var expected = new[] { (anybody, HttpStatusCode.Forbidden), (editor, HttpStatusCode.Forbidden), (far, HttpStatusCode.NotFound) };
        foreach (var (client, status) in expected)
        {
            Assert.Equal(status, (await SendAsync(client, wish)).Status);
            using var asked = await client.GetAsync($"/api/personal-data/erasure?element=organization/{group}", Cancellation);
            Assert.Equal(status, asked.StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(near, wish.Replace("zq", "z", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(near, wish.Replace(group, Guid.NewGuid().ToString("D"), StringComparison.Ordinal))).Status);
        using var shown = await near.GetAsync($"/api/personal-data/erasure?element=organization/{group}", Cancellation);
        var answer = JsonNode.Parse(await shown.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(("zqgone", 90), (answer["contacts"]![0]!["name"]!.GetValue<string>(), answer["backupDays"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(near, wish)).Status);
        Array.ForEach(new[] { near, far, editor }, c => c.Dispose());
    }

    private static async Task NothingIsToldAsync(RunningServer server, HttpClient steward, string asOf, params string[] ids)
    {
        string[] segments = ["organizations", "places", "organizations", "ties"];
        foreach (var (segment, id) in segments.Zip(ids))
        {
            foreach (var path in new[] { $"{segment}/{id}", $"{segment}/{id}?asOf={asOf}", $"{segment}/{id}/history", $"changesets?limit=50", $"organizations/{ids[0]}/page?asOf={asOf}" })
            {
                using var answer = await steward.GetAsync("/api/" + path, Cancellation);
                var text = await answer.Content.ReadAsStringAsync(Cancellation);
                Assert.True(answer.IsSuccessStatusCode, path + text);
                Assert.False(text.Contains("zqgone", StringComparison.Ordinal), path + text);
            }
        }

        await foreach (var changeset in server.Services.GetRequiredService<LogReader>().DownAsync(server.Sequence, Cancellation))
        {
            Assert.DoesNotContain("zqgone", System.Text.Json.JsonSerializer.Serialize(changeset.Revisions.SelectMany(r => new[] { r.Before?.ToDraft(), r.After?.ToDraft() }).Select(d => (object?)d)), StringComparison.Ordinal);
        }
    }

    private static async Task<string> IdAtAsync(HttpClient steward, long sequence) => (await ItemsAsync(steward)).First(i => i!["sequence"]!.GetValue<long>() == sequence)!["id"]!.GetValue<string>();

    private static async Task<JsonArray> ItemsAsync(HttpClient steward) => JsonNode.Parse(await steward.GetStringAsync("/api/changesets?limit=100", Cancellation))!["items"]!.AsArray();

    /// <summary>A group with two contacts and a note, its home, a hidden organization, and a tie that one side denied in words.</summary>
    private static async Task<(string Group, string Place, string Hidden, string Tie)> PlantAsync(HttpClient steward)
    {
        var group = await MakeAsync(steward, "organizations", """
            {"name":"Kelompok zq","actorKind":"home_worker_organization","region":"33.74","note":"zqkept",
             "contacts":[{"name":"zqgone","channel":"email","value":"zqgone@example.org"},{"name":"zqkept","channel":"email","value":"zqkept@example.org"}]}
            """);
        var hidden = await MakeAsync(steward, "organizations", $$"""{"name":"Sunyi","actorKind":"home_worker_organization","region":"33.74.02","precision":"hidden","note":"zqgone"}""");
        var place = await MakeAsync(steward, "places", $$"""
            {"organization":"{{group}}","name":"Rumah zqgone","home":true,"precision":"hidden","region":"33.74.01","point":{"longitude":110.4321987,"latitude":-6.9876543},"address":"zqgone"}
            """);
        var tie = await MakeAsync(steward, "ties", $$"""
            {"type":"supports","from":"{{group}}","to":"{{hidden}}","audience":"parties","note":"zqgone"}
            """);
        using var denial = new HttpRequestMessage(HttpMethod.Post, $"/api/ties/{tie}/statements")
        {
            Content = new StringContent("""{"side":"from","says":"disputed","word":"zqgone","reason":"zqgone"}""", Encoding.UTF8, "application/json"),
        };
        denial.Headers.TryAddWithoutValidation("If-Match", "*");
        using var denied = await steward.SendAsync(denial, Cancellation);
        Assert.Equal(HttpStatusCode.OK, denied.StatusCode);
        return (group, place, hidden, tie);
    }

    private static async Task<string> MakeAsync(HttpClient steward, string segment, string json)
    {
        using var body = new StringContent(StewardDesk.Of(json).ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await steward.PostAsync("/api/" + segment, body, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!["id"]!.GetValue<string>();
    }

    private static async Task EraseAsync(HttpClient steward, string wish)
    {
        var (status, text) = await SendAsync(steward, wish);
        Assert.True(status == HttpStatusCode.OK, text);
    }

    /// <summary>Erases what was looked at just before.</summary>
    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient client, string wish)
    {
        var stated = JsonNode.Parse(wish)!;
        using var looked = await client.GetAsync("/api/personal-data/erasure?element=" + stated["element"]!.GetValue<string>(), Cancellation);
        stated["version"] = looked.IsSuccessStatusCode ? JsonNode.Parse(await looked.Content.ReadAsStringAsync(Cancellation))!["version"]?.DeepClone() : null;
        using var body = new StringContent(stated.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/personal-data/erasures", body, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
