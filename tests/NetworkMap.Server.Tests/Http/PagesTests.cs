using System.Net;

namespace NetworkMap.Server.Tests.Http;

/// <summary>What browsers ask for of their own accord is answered quietly.</summary>
public sealed class PagesTests
{
    [Fact]
    public async Task The_icon_that_browsers_ask_for_of_their_own_accord_is_no_error()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.CreateClient().GetAsync("/favicon.ico", TestContext.Current.CancellationToken);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NoContent });
        Assert.Contains(answer.Content.Headers.ContentType?.MediaType, new[] { null, "image/svg+xml" });
    }
}
