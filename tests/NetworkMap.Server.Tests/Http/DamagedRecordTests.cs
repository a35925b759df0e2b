using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NetworkMap.Server.Tests.Http;

/// <summary>What is answered where an entry of the log is damaged: which one to stewards, that trying again does not help to all, and whatever can still be read.</summary>
public sealed class DamagedRecordTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-record-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_damaged_entry_is_told_as_damage_and_the_rest_is_still_shown()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
        }

        Damage(entry: 3);
        await using var server = await RunningServer.StartAsync("terms", folder.FullName);
        using var steward = await server.StewardAsync();
        using var anybody = server.CreateClient();
        foreach (var client in new[] { steward, anybody })
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        }

        var page = JsonElement.Parse(await steward.GetStringAsync("/api/changesets?limit=100", Cancellation));
        Assert.Equal(server.Sequence - 1, page.GetProperty("items").GetArrayLength());
        Assert.Contains("log entry 3", page.GetProperty("incomplete").GetString(), StringComparison.Ordinal);
        var told = JsonElement.Parse(await anybody.GetStringAsync("/api/changesets?limit=100", Cancellation)).GetProperty("incomplete").GetString()!;
        Assert.Contains("restore a backup", told, StringComparison.Ordinal);
        Assert.DoesNotContain("entry 3", told, StringComparison.Ordinal);

        var first = page.GetProperty("items").EnumerateArray().Last().GetProperty("id").GetString();
        await IsDamagedAsync(steward, $"/api/organizations?asOf={first}", "log entry 3");
        await IsDamagedAsync(anybody, $"/api/organizations?asOf={first}", "damaged on the server.");
    }

    private static async Task IsDamagedAsync(HttpClient client, string address, string says)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.InternalServerError, null, "record_damaged"), (answer.StatusCode, answer.Headers.RetryAfter, problem.GetProperty("code").GetString()));
        Assert.Contains(says, problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("does not help", problem.GetProperty("errors")[0].GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    private void Damage(int entry)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "network.db")};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand("UPDATE log SET text = x'00' WHERE sequence = $entry", connection);
        command.Parameters.AddWithValue("$entry", entry);
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
