namespace NetworkMap.Server.Tests.Stores;

/// <summary>The way over HTTP.</summary>
public sealed class HttpCypherTests : CypherWayContract
{
    protected override string Scheme(bool encrypted) => encrypted ? "https" : "http";

    [Theory]
    [InlineData(true, "Bearer a-secret-that-nobody-may-read")]
    [InlineData(false, "Basic c29tZWJvZHk6YS1zZWNyZXQtdGhhdC1ub2JvZHktbWF5LXJlYWQ=")]
    public async Task Who_asks_goes_along_with_the_question(bool token, string authorization)
    {
        await using var other = await StrangeEndpoint.StartAsync(encrypted: false);
        Assert.Contains("it answered 404, which is not an answer of Neo4j's Query API", (await FailsAsync(Settings(other.Port, encrypted: false, token))).Message, StringComparison.Ordinal);
        Assert.Equal(authorization, other.Authorization);
    }
}
