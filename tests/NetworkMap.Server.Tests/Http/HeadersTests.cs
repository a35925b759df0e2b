using System.Net;

namespace NetworkMap.Server.Tests.Http;

/// <summary>What every answer says of itself to browsers, whatever it is an answer to.</summary>
public sealed class HeadersTests
{
    private static readonly (string Method, string Address, string Type)[] Answers =
    [
        ("GET", "/", "text/html"),
        ("GET", "/masuk", "text/html"),
        ("GET", "/organisasi/baru", "text/html"),
        ("GET", "/account.js", "text/javascript"),
        ("GET", "/undangan/bukan-kode", "text/html"),
        ("GET", "/hubungan/bukan-kode", "text/html"),
        ("GET", "/welcome/bukan-kode", "text/html"),
        ("GET", "/tidak-ada", "text/html"),
        ("GET", "/api/regions", "application/json"),
        ("GET", "/api/tidak-ada", "application/problem+json"),
        ("GET", "/api/search", "application/problem+json"),
        ("DELETE", "/api/organizations/x", "application/problem+json"),
        ("TRACE", "/api/regions", "application/problem+json"),
        ("GET", "/openapi/v1.json", "application/json"),
        ("GET", "/docs", "text/html"),
        ("GET", "/health/live", "text/plain"),
        ("GET", "/tiles/0/0/0.mvt", "application/vnd.mapbox-vector-tile"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_is_of_one_type_in_no_frame_and_runs_only_what_is_of_this_site()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var client = server.CreateClient();
        foreach (var (method, address, type) in Answers)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
            using var answer = await client.SendAsync(request, Cancellation);
            var where = $"{method} {address}: ";
            string Said(string header) => answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : "";

            Assert.Equal(where + "nosniff", where + Said("X-Content-Type-Options"));
            Assert.Contains(Said("Referrer-Policy"), new[] { "same-origin", "no-referrer" });
            Assert.Equal(where + "same-origin", where + Said("Cross-Origin-Opener-Policy"));
            Assert.Contains("camera=()", Said("Permissions-Policy"), StringComparison.Ordinal);
            Assert.Equal(where, where + Said("Access-Control-Allow-Origin"));
            var policy = where + Said("Content-Security-Policy");
            Assert.Matches("default-src '(self|none)';.*base-uri 'none';.*frame-ancestors 'none'", policy);
            Assert.DoesNotMatch("script-src[^;]*unsafe|unsafe-eval", policy);
            Assert.Equal(where + (method == "TRACE" ? HttpStatusCode.MethodNotAllowed : answer.StatusCode), where + answer.StatusCode);
            if (answer.Content.Headers.ContentType is { } said)
            {
                Assert.Equal(where + type, where + said.MediaType);
                Assert.Equal(where + (type.StartsWith("text/", StringComparison.Ordinal) ? "utf-8" : said.CharSet), where + said.CharSet);
            }
        }
    }
}
