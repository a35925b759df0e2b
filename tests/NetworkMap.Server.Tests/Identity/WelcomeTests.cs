using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Identity;

public sealed class WelcomeTests : IAsyncLifetime
{
    private RunningServer? server;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync();

    public async ValueTask DisposeAsync() => await (server?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>The page gives no referrer, so browsers send its own button's request with <c>Origin: null</c>.</summary>
    [Theory]
    [InlineData("same-origin", HttpStatusCode.Redirect)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task The_button_of_the_link_works_in_a_browser_and_only_from_its_own_page(string? site, HttpStatusCode expected)
    {
        using var answer = await PressAsync(NewCode(), "null", site);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Opening_the_link_does_not_use_it_up_and_pressing_its_button_does()
    {
        var code = NewCode();
        using var client = server!.CreateClient();
        for (var preview = 0; preview < 2; preview++)
        {
            using var page = await client.GetAsync($"/welcome/{code}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("no-referrer", string.Join(',', page.Headers.GetValues("Referrer-Policy")));
        }

        using var first = await PressAsync(code, server.Server.BaseAddress.GetLeftPart(UriPartial.Authority), "same-origin");
        using var second = await PressAsync(code, server.Server.BaseAddress.GetLeftPart(UriPartial.Authority), "same-origin");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Gone), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData(null, null, "<html lang=\"id\">", "bahasa=en\"")]
    [InlineData(null, "en", "<html lang=\"en\">", "bahasa=id\"")]
    [InlineData("en", null, "<html lang=\"en\">", "bahasa=id\"")]
    [InlineData("en", "id", "<html lang=\"id\">", "bahasa=en\"")]
    public async Task The_page_of_the_link_is_in_Indonesian_until_the_other_language_is_chosen_whatever_the_browser_speaks(string? cookie, string? asked, string language, string link)
    {
        using var client = server!.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/welcome/{NewCode()}{(asked is null ? "" : "?bahasa=" + asked)}");
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("Cookie", cookie is null ? "other=1" : "bahasa=" + cookie);
        using var page = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(language, html, StringComparison.Ordinal);
        Assert.Contains(link, html, StringComparison.Ordinal);
        Assert.Equal(asked is not null, page.Headers.Contains("Set-Cookie"));
    }

    private string NewCode() => server!.Services.GetRequiredService<WelcomeCode>().Make();

    private async Task<HttpResponseMessage> PressAsync(string code, string origin, string? site)
    {
        using var client = server!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/welcome/{code}");
        request.Headers.Add("Origin", origin);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
