using System.Net;
using System.Text.RegularExpressions;

namespace NetworkMap.Server.Tests.Http;

[Collection(DemonstrationCollection.Name)]
public sealed partial class DocsTests(DemonstrationServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_readable_page_brings_its_own_scripts_and_names_no_other_site()
    {
        using var client = server.Server.CreateClient();
        using var answer = await client.GetAsync("/docs/", Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        var scripts = Script().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            using var own = await client.GetAsync(new Uri(new Uri("http://localhost/docs/"), script), Cancellation);
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        }
    }

    [Fact]
    public async Task The_policy_of_the_readable_page_lets_nothing_in_from_outside_and_no_script_without_the_nonce_of_this_answer()
    {
        using var client = server.Server.CreateClient();
        var nonces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await client.GetAsync("/docs/", Cancellation);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            var nonce = Nonce().Match(policy).Groups[1].Value;
            Assert.Contains($"nonce=\"{nonce}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.True(nonce.Length > 16 && nonces.Add(nonce));
        }
    }

    [GeneratedRegex("""(?:src="|from '|import\(')([^"']+\.js)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex("'nonce-([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
