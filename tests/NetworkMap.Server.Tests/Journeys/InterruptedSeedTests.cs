using System.Text.Json;

namespace NetworkMap.Server.Tests.Journeys;

public sealed class InterruptedSeedTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-interrupted-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_first_start_that_was_killed_while_it_loaded_the_seed_goes_on_where_it_stopped()
    {
        await ServerProcess.KillWhenItSaysAsync("village regions", folder.FullName, "demo");
        using (var second = await ServerProcess.ServeAsync(folder.FullName, "none"))
        {
            Assert.Contains("The first start was interrupted", second.Said, StringComparison.Ordinal);
            using var client = new HttpClient();
            using var places = JsonDocument.Parse(await client.GetStringAsync(new Uri(second.Address, "/api/places?limit=1"), TestContext.Current.CancellationToken));
            Assert.Equal(1, places.RootElement.GetProperty("items").GetArrayLength());
            await second.KillAsync();
        }

        using (var third = await ServerProcess.ServeAsync(folder.FullName))
        {
            Assert.DoesNotContain("seed", third.Said, StringComparison.OrdinalIgnoreCase);
            await third.KillAsync();
        }

        var (code, said) = await ServerProcess.RunAsync("verify", folder.FullName);
        Assert.True(code == 0, said);
    }
}
