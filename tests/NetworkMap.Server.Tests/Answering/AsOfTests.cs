using System.Net;
using System.Text.Json;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Answering;

/// <summary>What was known then (<c>asOf</c>), over HTTP.</summary>
public sealed class AsOfTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_shown_as_it_was_before_a_change_by_the_changes_id_or_its_instant()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Early name"));
        var (made, at) = await NewestAsync();
        await ChangeAsync("organizations", id, """{"name":"Late name"}""");

        foreach (var asOf in new[] { made, at, at.Replace("Z", "+00:00", StringComparison.Ordinal) })
        {
            var question = $"asOf={Uri.EscapeDataString(asOf)}";
            var page = await AnybodyAsync($"/api/organizations/{id}/page?{question}&at=2026-03-01");
            Assert.Equal(("Early name", "2026-03-01"), (page.Body.GetProperty("organization").GetProperty("name").GetString(), page.Body.GetProperty("at").GetString()));
            Assert.Equal("Early name", (await AnybodyAsync($"/api/organizations/{id}?{question}")).Body.GetProperty("name").GetString());
            Assert.Equal(1, (await AnybodyAsync($"/api/organizations?q=early+name&{question}")).Body.GetProperty("items").GetArrayLength());
            Assert.Equal(asOf == made ? made : DateTimeOffset.Parse(at, null).UtcDateTime.ToString("O"), page.AsOf);
        }

        var latest = await AnybodyAsync($"/api/organizations/{id}");
        Assert.Equal(("Late name", null), (latest.Body.GetProperty("name").GetString(), latest.AsOf));
    }

    [Fact]
    public async Task Partners_introductions_and_coverage_answer_from_what_was_known_then()
    {
        var one = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"One","actorKind":"ngo","region":"33.74","issues":["piece_rate"]}"""));
        var other = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Other","actorKind":"ngo","region":"33.74"}"""));
        var before = (await NewestAsync()).Id;
        await ChangeAsync("organizations", other, """{"issues":["piece_rate"]}""");
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"advises","from":"{{one}}","to":"{{other}}","status":"confirmed"}"""));
        await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{one}}","name":"Legal aid","functions":["health"],"areas":[{"region":"33.74"}]}"""));

        foreach (var (question, told) in new[]
        {
            ($"organizations/{other}/partners", "shared_issue"), ($"organizations/{one}/introductions?to={other}", "\"tie\""), ("coverage/cell?region=33.74&term=health", "\"Legal aid\""),
        })
        {
            var now = await AnybodyAsync("/api/" + question);
            var then = await AnybodyAsync($"/api/{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={before}");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, before), (now.Status, then.Status, then.AsOf));
            Assert.DoesNotContain(told, then.Text, StringComparison.Ordinal);
            if (!question.EndsWith("partners", StringComparison.Ordinal))
            {
                Assert.Contains(told, now.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_was_hidden_too_late_stays_hidden_in_the_past()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Group at home"));
        var tie = await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"trains","from":"{{id}}","to":"{{desk.Second}}","status":"confirmed"}"""));
        var (change, open) = await NewestAsync();
        Assert.Contains("33.74", (await AnybodyAsync($"/api/organizations/{id}/page?asOf={open}")).Text, StringComparison.Ordinal);

        await ChangeAsync("organizations", id, """{"precision":"hidden"}""");
        await ChangeAsync("ties", tie, """{"audience":"parties"}""");

        var past = await AnybodyAsync($"/api/organizations/{id}/page?asOf={open}");
        Assert.False(past.Body.GetProperty("organization").TryGetProperty("region", out _), past.Text);
        Assert.Equal(0, past.Body.GetProperty("ties").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await AnybodyAsync($"/api/ties/{tie}?asOf={open}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnybodyAsync($"/api/ties/{tie}?asOf={change}")).Status);
        Assert.Contains("33.74", (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{id}/page?asOf={open}", null)).Answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_the_public_may_not_see_is_as_unknown_to_it_as_one_that_never_was()
    {
        await desk.MakeAsync("ties", StewardDesk.Of(desk.Tie("supports").ToJsonString(), """{"audience":"parties"}"""));
        var (hidden, at) = await NewestAsync();

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Get, $"/api/organizations/{desk.First}?asOf={hidden}", null)).Status);
        var answer = await AnybodyAsync($"/api/organizations/{desk.First}?asOf={hidden}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "as_of_unknown"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.Equal(answer.Text, (await AnybodyAsync($"/api/organizations/{desk.First}?asOf={new string('a', 32)}")).Text);

        // An instant on which a hidden change fell is told back as the instant, not as the change.
        var instant = await AnybodyAsync($"/api/organizations/{desk.First}?asOf={at}");
        Assert.Equal(DateTimeOffset.Parse(at, null).UtcDateTime.ToString("O"), instant.AsOf);
        Assert.DoesNotContain("sequence", instant.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("version", instant.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "as_of_unknown")]
    [InlineData("yesterday", "as_of_unknown")]
    [InlineData("2026-01-31", "as_of_unknown")]
    [InlineData("2026-01-31T12:00:00", "as_of_unknown")]
    [InlineData("2026-02-30T12:00:00Z", "as_of_unknown")]
    [InlineData("9999-01-01T00:00:00Z", "as_of_future")]
    [InlineData("%E2%80%AE", "text_forbidden_character")]
    public async Task A_point_of_the_record_that_cannot_be_used_is_refused_everywhere(string asOf, string code)
    {
        string[] questions =
        [
            "organizations?", $"organizations/{desk.First}?", $"organizations/{desk.First}/page?", $"organizations/{desk.First}/partners?", $"organizations/{desk.First}/introductions?to={desk.Second}&",
            $"organizations/{desk.First}/around?", $"organizations/{desk.First}/shortest-path?to={desk.Second}&", $"nearest?near={desk.First}&", "search?q=yasanti&", "coverage?", "coverage/gaps?", "coverage/cell?region=33.74&term=health&", "coverage/helpers?region=33.74&term=health&", "coverage/closing?", "coverage/fragility?", $"coverage/fragility/{desk.First}?", "taxonomies?", "taxonomies/issue?", "regions/33.74/path?",
        ];
        foreach (var question in questions)
        {
            var (status, body, text, _) = await AnybodyAsync($"/api/{question}asOf={asOf}");
            Assert.True(status == HttpStatusCode.UnprocessableEntity && body.GetProperty("code").GetString() == code && body.GetProperty("errors")[0].GetProperty("field").GetString() == "asOf", $"{question} {status} {text}");
        }
    }

    [Fact]
    public async Task Before_the_record_began_there_was_nothing() =>
        Assert.Equal(HttpStatusCode.NotFound, (await AnybodyAsync($"/api/organizations/{desk.First}?asOf=2001-01-01T07:00:00%2B07:00")).Status);

    private async Task ChangeAsync(string segment, string id, string patch)
    {
        var (_, now) = await desk.SendAsync(HttpMethod.Get, $"/api/{segment}/{id}", null);
        string[] written = segment == "ties" ? ["type", "from", "to", "status", "audience"] : ["name", "actorKind", "region"];
        var body = StewardDesk.Of("{" + string.Join(',', written.Select(f => $"\"{f}\":{now.GetProperty(f).GetRawText()}")) + "}", patch);
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/{segment}/{id}", body.ToJsonString(), ("If-Match", $"\"{now.GetProperty("version").GetInt32()}\""));
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
    }

    /// <summary>The newest change, a little while ago: what follows has another instant.</summary>
    private async Task<(string Id, string At)> NewestAsync()
    {
        var (_, changes) = await desk.SendAsync(HttpMethod.Get, "/api/changesets?limit=1", null);
        await Task.Delay(5, Cancellation);
        var newest = changes.GetProperty("items")[0];
        return (newest.GetProperty("id").GetString()!, newest.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body, string Text, string? AsOf)> AnybodyAsync(string path)
    {
        using var anybody = desk.Server.CreateClient();
        using var answer = await anybody.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, JsonElement.Parse(text), text, answer.Headers.TryGetValues("As-Of", out var asOf) ? asOf.Single() : null);
    }
}
