using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Http;

/// <summary>Behind a proxy that speaks HTTPS to browsers and HTTP to the server, over a real socket.</summary>
public sealed class ProxiesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1, ::1", "https", true)]
    [InlineData("127.0.0.0/8 ::1", "https", true)]
    [InlineData("127.0.0.1, ::1", "http", false)]
    [InlineData("127.0.0.1, ::1", null, false)]
    [InlineData("10.0.0.5", "https", false)]
    [InlineData("", "https", false)]
    public async Task Only_a_proxy_that_was_named_is_believed_that_the_session_came_encrypted(string proxies, string? says, bool secure)
    {
        await using var server = await RunningServer.StartAsync(listening: true, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["proxies"] = proxies });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/welcome/{server.Services.GetRequiredService<WelcomeCode>().Make()}");
        if (says is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", says);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(secure, cookie.StartsWith("__Host-", StringComparison.Ordinal));
        Assert.Equal(secure, answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(["; httponly", "; samesite=lax", "; path=/;"], part => Assert.Contains(part, cookie + ";", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("; domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("172.30.57.10", null)]
    [InlineData("10.0.0.0/24,fd00::/8", null)]
    [InlineData("10.0.0.5/33", "names 10.0.0.5/33")]
    [InlineData("10.0.0.0/24, proxy", "names proxy")]
    public void What_names_no_proxy_is_told(string setting, string? told)
    {
        if (told is null)
        {
            Assert.Null(Proxies.Fault(setting));
        }
        else
        {
            Assert.Contains(told, Proxies.Fault(setting), StringComparison.Ordinal);
        }
    }
}
