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
    [InlineData("cursor=nonsense!", "parameter_malformed", "cursor")]
    [InlineData("region=11.1", "region_code_malformed", "region")]
    [InlineData("kind=NGO", "code_malformed", "kind")]
    [InlineData("issue=%00", "text_forbidden_character", "issue")]
    [InlineData("organization=nonsense", "id_malformed", "organization")]
    [InlineData("q=%E2%80%AEabc", "text_forbidden_character", "q")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string code, string field)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, "/api/organizations?" + query, null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(field, answer.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("cursor=gICA")]
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
    [InlineData("POST", "/api/organizations/all")]
    [InlineData("PATCH", "/api/organizations")]
    public async Task An_address_that_does_not_exist_is_told_as_a_problem(string method, string path)
    {
        var (status, answer) = await desk.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}");
        Assert.Equal((HttpStatusCode.NotFound, "route_unknown"), (status, answer.GetProperty("code").GetString()));
    }
}
