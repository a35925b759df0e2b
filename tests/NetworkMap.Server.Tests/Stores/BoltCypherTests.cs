namespace NetworkMap.Server.Tests.Stores;

/// <summary>The way over Bolt, in a program that was built with it.</summary>
public sealed class BoltCypherTests : CypherWayContract
{
    protected override string Scheme(bool encrypted) => encrypted ? "bolt+s" : "bolt";

    [Fact]
    public async Task Who_wants_to_trust_anybody_may()
    {
        await using var other = await StrangeEndpoint.StartAsync(encrypted: true);
        var strange = Settings(other.Port, encrypted: true, token: true);
        var failure = await FailsAsync(new() { Address = new UriBuilder(strange.Address) { Scheme = "bolt+ssc" }.Uri, Token = strange.Token });
        Assert.DoesNotContain("whom this machine trusts", failure.Message, StringComparison.Ordinal);
    }
}
