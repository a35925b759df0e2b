using System.Net;

namespace NetworkMap.Server.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task The_server_says_that_it_is_alive_and_ready()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = server.CreateClient();

        Assert.Equal("live", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_public_may_not_write_and_hears_who_may()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = server.CreateClient();

        using var answer = await client.PostAsync("/api/organizations", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("steward_only", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_link_makes_a_steward_once_and_looking_at_it_changes_nothing()
    {
        await using var server = await RunningServer.StartAsync();
        using var steward = await server.StewardAsync();

        Assert.Contains("steward", await steward.GetStringAsync("/api/me", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var publicClient = server.CreateClient();
        Assert.Contains("\"public\"", await publicClient.GetStringAsync("/api/me", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
