using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Http;

/// <summary>Street maps of somebody else's are let in by name only.</summary>
public sealed class StreetMapTests
{
    [Fact]
    public async Task A_style_is_told_to_the_pages_and_its_sites_are_let_in()
    {
        await using var server = await RunningServer.StartAsync(adjust: services => services.AddSingleton(Read("https://peta.example/gaya.json?k=1", "https://ubin.example:8443")));
        using var client = server.CreateClient();
        using var answer = await client.GetAsync("/api/me", TestContext.Current.CancellationToken);
        Assert.Equal("https://peta.example/gaya.json?k=1", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["mapStyle"]);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("connect-src 'self' https://peta.example https://ubin.example:8443 ws: wss:;", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' https://peta.example https://ubin.example:8443 data:", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_told_and_nobody_let_in()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.CreateClient().GetAsync("/api/me", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("mapStyle", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(Headers.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("http://peta.example/gaya.json")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//peta.example/gaya.json")]
    [InlineData("gaya.json")]
    public void What_is_no_address_of_a_style_keeps_the_server_from_starting(string style) =>
        Assert.Contains(style, Assert.Throws<InvalidDataException>(() => Read(style, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_setting_cannot_add_a_rule_of_its_own()
    {
        Assert.Equal("connect-src 'self' https://a.example", Read("https://a.example/x; script-src *", null).Admitted("connect-src 'self'"));
        Assert.Throws<InvalidDataException>(() => Read("/gaya.json", "https://a.example; *"));
        Assert.Equal("connect-src 'self'", Read("/gaya.json", null).Admitted("connect-src 'self'"));
    }

    private static StreetMap Read(string style, string? origins) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Map:StyleUrl"] = style, ["Map:Origins"] = origins }).Build());
}
