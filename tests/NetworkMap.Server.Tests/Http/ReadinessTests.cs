using System.Net;
using System.Text.Json;

namespace NetworkMap.Server.Tests.Http;

/// <summary>What a server answers while its first seed is loading.</summary>
public sealed class ReadinessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_everything_is_loaded_questions_are_asked_to_come_back_and_never_get_half_an_answer()
    {
        await using var server = RunningServer.Start("demo");
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answers = new HashSet<string>(StringComparer.Ordinal);
        var waited = false;
        foreach (var last in Enumerable.Range(0, 1800).Select(i => i == 1799))
        {
            Assert.Equal("live", await client.GetStringAsync("/health/live", Cancellation));
            using var answer = await client.GetAsync("/api/coverage?level=province", Cancellation);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                answers.Add(await answer.Content.ReadAsStringAsync(Cancellation));
                break;
            }

            waited = true;
            Assert.False(last, "The server did not become ready.");
            var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal(("starting", TimeSpan.FromSeconds(2)), (problem.GetProperty("code").GetString(), answer.Headers.RetryAfter?.Delta));
            using var change = await client.PostAsync("/api/organizations", new StringContent("{}"), Cancellation);
            using var ready = await client.GetAsync("/health/ready", Cancellation);
            Assert.Contains((change.StatusCode, ready.StatusCode), new[] { (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (HttpStatusCode.Forbidden, HttpStatusCode.OK) });
            await Task.Delay(100, Cancellation);
        }

        await server.BecomeReadyAsync();
        answers.Add(await client.GetStringAsync("/api/coverage?level=province", Cancellation));
        Assert.True(waited);
        Assert.Single(answers);
    }
}
