namespace NetworkMap.Server.Tests;

/// <summary>What a start warns of.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("http://localhost:5080", null, false)]
    [InlineData("http://127.0.0.1:5080", null, false)]
    [InlineData("http://[::1]:5080", "", false)]
    [InlineData("https://0.0.0.0:443", null, false)]
    [InlineData("http://0.0.0.0:5080", null, true)]
    [InlineData("http://[::]:5080", "", true)]
    [InlineData("http://*:5080", null, true)]
    [InlineData("http://map.example.org:80", null, true)]
    [InlineData("http://*:5080", "172.30.57.10", false)]
    public void Listening_beyond_this_machine_without_encryption_is_warned_of(string address, string? proxies, bool warned) =>
        Assert.Equal(warned, Start.Exposed([address], proxies)?.StartsWith($"Warning: {address} is open to other machines", StringComparison.Ordinal) ?? false);
}
