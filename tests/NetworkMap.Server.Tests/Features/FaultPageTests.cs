using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Features;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Features;

public sealed class FaultPageTests
{
    [Theory]
    [InlineData("", "<html lang=\"id\">", "Ada yang tidak beres")]
    [InlineData("?bahasa=en", "<html lang=\"en\">", "Something went wrong")]
    public async Task Whoever_opens_an_address_that_fails_is_shown_a_page_with_a_way_on(string question, string language, string title)
    {
        await using var app = await FailingAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        using var answer = await client.GetAsync("/akun" + question, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(language, page, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/akun{question}\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Of the inside", page, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> FailingAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider()).AddSingleton<RefusalLog>();
        var app = builder.Build();
        app.UseFaults(_ => false, FaultPage.WriteAsync);
        app.MapGet("/akun", (HttpContext _) => throw new InvalidOperationException("Of the inside"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
