using Microsoft.AspNetCore.Mvc.Testing;

namespace NetworkMap.Server.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task The_server_says_that_it_is_alive()
    {
        await using var server = new WebApplicationFactory<Program>();
        using var client = server.CreateClient();

        Assert.Equal("live", await client.GetStringAsync("/health/live"));
    }
}
