using System.Net;

namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>Parameters and headers that cannot be used.</summary>
public sealed class QuestionTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    [Theory]
    [InlineData("limit=0", "number_out_of_range", "limit")]
    [InlineData("limit=201", "number_out_of_range", "limit")]
    [InlineData("limit=-1", "number_out_of_range", "limit")]
    [InlineData("limit=ten", "parameter_malformed", "limit")]
    [InlineData("limit=99999999999999999999", "parameter_malformed", "limit")]
    [InlineData("cursor=nonsense!", "cursor_malformed", "cursor")]
    [InlineData("cursor=gICA", "cursor_malformed", "cursor")]
    [InlineData("cursor=dGllCkE", "cursor_malformed", "cursor")]
    [InlineData("kind=ngo&kind=university", "parameter_repeated", "kind")]
    [InlineData("limit=1&limit=2", "parameter_repeated", "limit")]
    [InlineData("region=11.1", "region_code_malformed", "region")]
    [InlineData("kind=NGO", "code_malformed", "kind")]
    [InlineData("issue=%00", "text_forbidden_character", "issue")]
    [InlineData("organization=nonsense", "id_malformed", "organization")]
    [InlineData("q=%E2%80%AEabc", "text_forbidden_character", "q")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string code, string field)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, $"/api/{(field == "organization" ? "services" : "organizations")}?{query}", null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(field, answer.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_told_with_where_a_good_one_stands()
    {
        var (_, answer) = await desk.SendAsync(HttpMethod.Get, "/api/organizations?cursor=garbage", null);
        Assert.Contains("“next” of the page before", answer.GetProperty("errors")[0].GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changesets")]
    [InlineData("organizations/30eb083d-e054-8da4-a28c-4de1028e0532/history")]
    public async Task A_cursor_of_another_list_is_told_like_any_other_that_is_none(string path)
    {
        var next = (await desk.SendAsync(HttpMethod.Get, "/api/organizations?limit=1", null)).Answer.GetProperty("next").GetString();
        foreach (var list in new[] { path, "ties" })
        {
            var (status, answer) = await desk.SendAsync(HttpMethod.Get, $"/api/{list}?cursor={next}", null);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "cursor_malformed"), (status, answer.GetProperty("code").GetString()));
            Assert.Equal("cursor", answer.GetProperty("errors")[0].GetProperty("field").GetString());
        }
    }

    [Theory]
    [InlineData("cursor=")]
    [InlineData("region=99")]
    [InlineData("kind=pirates")]
    [InlineData("q=%27%3B--")]
    public async Task A_question_without_an_answer_gets_an_empty_or_a_first_page(string query)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, "/api/organizations?" + query, null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(answer.GetProperty("items").GetArrayLength() >= 0);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_and_give_everything_once()
    {
        foreach (var number in Enumerable.Range(0, 7))
        {
            await desk.MakeAsync("organizations", StewardDesk.Organization($"Same name {number % 2}"));
        }

        var found = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var (_, page) = await desk.SendAsync(HttpMethod.Get, $"/api/organizations?limit=2&cursor={Uri.EscapeDataString(next)}", null);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.Equal(9, found.Count);
        Assert.Equal(9, found.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_idempotency_key_and_a_reason_have_limits()
    {
        var (key, answer) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", StewardDesk.Organization("A").ToJsonString(), ("Idempotency-Key", new string('k', 201)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text_too_long"), (key, answer.GetProperty("code").GetString()));
        var (reason, _) = await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{desk.First}?reason={new string('r', 301)}", null, ("If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reason);
    }

    [Theory]
    [InlineData("GET", "/api/ships")]
    [InlineData("POST", "/api/organizations/all/of/them")]
    [InlineData("OPTIONS", "/api/ships")]
    public async Task An_address_that_does_not_exist_is_told_as_a_problem(string method, string path)
    {
        var (status, answer) = await desk.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}");
        Assert.Equal((HttpStatusCode.NotFound, "route_unknown"), (status, answer.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("PATCH", "/api/organizations", "GET, HEAD, POST")]
    [InlineData("OPTIONS", "/api/organizations/all", "DELETE, GET, HEAD, PUT")]
    [InlineData("OPTIONS", "/api/search", "GET, HEAD")]
    [InlineData("HEAD", "/api/sign-out", "POST")]
    [InlineData("POST", "/tiles/0/0/0.mvt", "GET, HEAD")]
    public async Task What_cannot_be_done_at_an_address_is_told_with_what_can(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(method == "HEAD", text.Length == 0);
        Assert.True(text.Length == 0 || text.Contains("\"method_not_allowed\"", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("/api/organizations?limit=1")]
    [InlineData("/api/regions/33.74")]
    [InlineData("/api/ships")]
    [InlineData("/tiles/0/0/0.mvt")]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/cakupan")]
    [InlineData("/tidak-ada")]
    public async Task A_question_for_the_head_is_answered_as_the_question_itself_without_its_body(string path)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await desk.Client.SendAsync(head, TestContext.Current.CancellationToken);
        using var whole = await desk.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((whole.StatusCode, whole.Headers.ETag, whole.Content.Headers.ContentType), (answer.StatusCode, answer.Headers.ETag, answer.Content.Headers.ContentType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/organizations?limt=3", "limt", "limit")]
    [InlineData("/api/nearest?near=x&radius=7", "radius", "radiusKm")]
    [InlineData("/api/coverage?nothing_like_it=1", "nothing_like_it", "")]
    [InlineData("/api/me?%E2%80%AE=1", "\uFFFD", "")]
    public async Task A_parameter_that_is_not_known_is_refused_with_those_that_are_like_it(string path, string name, string nearest)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, path, null);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "parameter_unknown", name), (status, answer.GetProperty("code").GetString(), error.GetProperty("field").GetString()));
        Assert.Equal(nearest, string.Join(',', error.GetProperty("arguments").GetProperty("nearest").EnumerateArray()));
        Assert.Equal(nearest.Length > 0, error.GetProperty("mend").GetString()!.Contains($"Did you mean {nearest}?", StringComparison.Ordinal));
    }
}
