using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>Writing over HTTP: repeated, stale, at once, and against the rules of the network.</summary>
public sealed class WritingTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Nobody = "/api/organizations/6f1c2d3e-0000-4000-8000-000000000000";

    [Fact]
    public async Task A_repeated_request_gets_the_same_element_and_is_carried_out_once()
    {
        var (key, body) = (("Idempotency-Key", "repeat"), StewardDesk.Organization("Repeated").ToJsonString());
        var (first, created) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, key);
        var before = desk.Server.Sequence;
        var (second, again) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first, second));
        Assert.Equal(created.ToString(), again.ToString());
        Assert.Equal(before, desk.Server.Sequence);
        var (other, refused) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", StewardDesk.Organization("Another").ToJsonString(), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other, Code(refused)));
        var (elsewhere, _) = await desk.SendAsync(HttpMethod.Post, "/api/services", StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"Legal aid"}""").ToJsonString(), key);
        Assert.Equal(HttpStatusCode.Created, elsewhere);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_current_answer_also_after_the_element_changed_or_went()
    {
        var (key, body) = (("Idempotency-Key", "later"), StewardDesk.Organization("Early").ToJsonString());
        var id = (await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, key)).Answer.GetProperty("id").GetString();
        await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization("Late").ToJsonString(), ("If-Match", "\"1\""));
        Assert.Equal("Late", (await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, key)).Answer.GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{id}", null, ("If-Match", "\"2\""))).Status);
        var (status, gone) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, key);
        Assert.Equal((HttpStatusCode.NotFound, "element_unknown"), (status, Code(gone)));
    }

    [Fact]
    public async Task A_stale_edit_gets_the_current_element_and_the_fields_that_differ()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Version one"));
        var (changed, _) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization("Version two").ToJsonString(), ("If-Match", "\"1\""));
        var stale = StewardDesk.Of("""{"name":"Version three","actorKind":"ngo","region":"33.74","acronym":"V3"}""").ToJsonString();
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", stale, ("If-Match", "\"1\""));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, "version_stale"), (changed, status, Code(answer)));
        Assert.Equal("Version two", answer.GetProperty("current").GetProperty("name").GetString());
        Assert.Equal(2, answer.GetProperty("current").GetProperty("version").GetInt32());
        Assert.Equal(["acronym", "name"], answer.GetProperty("differing").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{id}", null, ("If-Match", "\"1\""))).Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired, "version_missing")]
    [InlineData("one", HttpStatusCode.UnprocessableEntity, "parameter_malformed")]
    [InlineData("\"-1\"", HttpStatusCode.UnprocessableEntity, "parameter_malformed")]
    [InlineData("\"99\"", HttpStatusCode.Conflict, "version_stale")]
    public async Task An_edit_must_name_the_version_it_was_made_from(string? version, HttpStatusCode status, string code)
    {
        (string, string)[] headers = version is null ? [] : [("If-Match", version)];
        var (put, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{desk.First}", StewardDesk.Organization("Yasanti").ToJsonString(), headers);
        Assert.Equal((status, code), (put, Code(answer)));
        Assert.Equal(status, (await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{desk.First}", null, headers)).Status);
    }

    [Fact]
    public async Task A_star_for_the_version_takes_whichever_there_is()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Any version"));
        await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization("Any version 2").ToJsonString(), ("If-Match", "\"1\""));
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization("Any version 3").ToJsonString(), ("If-Match", "*"));
        Assert.Equal((HttpStatusCode.OK, 3), (status, answer.GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{id}", null, ("If-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Put, Nobody, StewardDesk.Organization("A").ToJsonString(), ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_version()
    {
        var (before, body) = (desk.Server.Sequence, StewardDesk.Organization("Trade Union Rights Centre").ToJsonString());
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{desk.Second}", body, ("If-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.OK, 1, before), (status, answer.GetProperty("version").GetInt32(), desk.Server.Sequence));
    }

    [Theory]
    [InlineData("GET", Nobody)]
    [InlineData("PUT", Nobody)]
    [InlineData("DELETE", Nobody)]
    [InlineData("GET", "/api/organizations/nonsense")]
    [InlineData("GET", "/api/regions/33.99")]
    [InlineData("GET", "/api/terms/issue")]
    [InlineData("GET", "/api/terms/issue:NO")]
    [InlineData("DELETE", "/api/ties/nonsense")]
    public async Task An_unknown_id_is_not_found(string method, string path)
    {
        var body = method == "PUT" ? StewardDesk.Organization("A").ToJsonString() : null;
        var (status, answer) = await desk.SendAsync(new HttpMethod(method), path, body, ("If-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.NotFound, "element_unknown"), (status, Code(answer)));
    }

    [Fact]
    public async Task A_hidden_id_and_an_unknown_id_get_byte_equal_answers()
    {
        var hidden = await desk.MakeAsync("ties", StewardDesk.Of(desk.Tie("trains").ToJsonString(), """{"audience":"parties"}"""));
        using var anybody = desk.Server.CreateClient();
        var answers = new List<string>();
        foreach (var id in new[] { hidden, "6f1c2d3e-0000-4000-8000-000000000000" })
        {
            using var answer = await anybody.GetAsync($"/api/ties/{id}", TestContext.Current.CancellationToken);
            answers.Add($"{answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        Assert.Equal(answers[1], answers[0]);
    }

    [Fact]
    public async Task A_symmetric_tie_is_stored_once_whichever_way_it_is_written()
    {
        var one = desk.Tie("partners_with");
        var other = StewardDesk.Of(one.ToJsonString(), $$"""{"from":"{{desk.Second}}","to":"{{desk.First}}"}""");
        var id = await desk.MakeAsync("ties", one);

        foreach (var body in new[] { one, other })
        {
            var (status, answer) = await desk.SendAsync(HttpMethod.Post, "/api/ties", body.ToJsonString());
            Assert.Equal((HttpStatusCode.Conflict, "tie_duplicate"), (status, Code(answer)));
            Assert.Equal(id, answer.GetProperty("errors")[0].GetProperty("arguments").GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("en", "This tie is already there: ", " partners with ")]
    [InlineData("id", "Hubungan ini sudah ada: ", " bermitra dengan ")]
    public async Task A_tie_that_is_there_already_is_named_with_the_way_to_it(string language, string wrong, string label)
    {
        var third = await desk.MakeAsync("organizations", StewardDesk.Organization("Asosiasi " + language));
        var tie = StewardDesk.Of(desk.Tie("partners_with").ToJsonString(), $$"""{"to":"{{third}}"}""");
        var id = await desk.MakeAsync("ties", tie);
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, "/api/ties", tie.ToJsonString(), ("Accept-Language", language));

        var message = answer.GetProperty("errors")[0].GetProperty("message").GetString()!;
        Assert.StartsWith(wrong, message, StringComparison.Ordinal);
        Assert.Contains(label, message, StringComparison.Ordinal);
        Assert.True(message.Contains("Yasanti", StringComparison.Ordinal) && message.Contains("Asosiasi " + language, StringComparison.Ordinal), message);
        var element = Assert.Single(answer.GetProperty("elements").EnumerateArray());
        Assert.Equal(("tie", id), (element.GetProperty("kind").GetString(), element.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("en", "A tie “registers” does not join “Non-governmental organization” with “Non-governmental organization”.")]
    [InlineData("id", "Hubungan “mencatat” tidak menghubungkan “Lembaga swadaya masyarakat (LSM)” dengan “Lembaga swadaya masyarakat (LSM)”.")]
    public async Task Kinds_that_a_type_of_tie_does_not_join_are_told_by_their_names(string language, string message)
    {
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, "/api/ties", desk.Tie("registers").ToJsonString(), ("Accept-Language", language));
        Assert.Equal(message, answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"to":"{first}"}""", "tie_to_itself", "to")]
    [InlineData("""{"to":"6f1c2d3e-0000-4000-8000-000000000000"}""", "organization_unknown", "to")]
    [InlineData("""{"type":"registers"}""", "tie_kinds_not_joined", "type")]
    [InlineData("""{"type":"befriends"}""", "term_unknown", "type")]
    [InlineData("""{"valid":{"from":"2026-02-01","until":"2026-01-31"}}""", "interval_reversed", "valid.until")]
    [InlineData("""{"service":"6f1c2d3e-0000-4000-8000-000000000000"}""", "service_unknown", "service")]
    [InlineData("""{"strength":6}""", "number_out_of_range", "strength")]
    public async Task A_tie_that_cannot_be_is_refused(string patch, string code, string field)
    {
        var body = StewardDesk.Of(desk.Tie("advises").ToJsonString(), patch.Replace("{first}", desk.First, StringComparison.Ordinal)).ToJsonString();
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, "/api/ties", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, field), (status, Code(answer), answer.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task What_others_stand_on_cannot_be_removed()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Owner"));
        await desk.MakeAsync("services", StewardDesk.Of($$"""{"organization":"{{id}}","name":"Training"}"""));
        var (status, answer) = await desk.SendAsync(HttpMethod.Delete, $"/api/organizations/{id}", null, ("If-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.Conflict, "element_in_use"), (status, Code(answer)));
    }

    [Fact]
    public async Task Many_write_at_once_and_a_refusal_drops_only_its_own_change()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => desk.SendAsync(
            HttpMethod.Post, "/api/organizations", StewardDesk.Of($$"""{"name":"At once {{i}}","actorKind":"{{(i % 3 == 0 ? "pirates" : "ngo")}}","region":"33.74"}""").ToJsonString())));

        Assert.Equal(40, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity && Code(a.Answer) == "term_unknown"));
        var made = answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.Answer.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(80, made.Count);
        var store = desk.Server.Services.GetRequiredService<INetworkStore>();
        Assert.Empty((await Verification.OfAsync(store, desk.Server.Services.GetRequiredService<MasterKey>(), TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task One_of_many_who_edit_the_same_version_wins_and_the_others_hear_of_it()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Contested"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
            desk.SendAsync(HttpMethod.Put, $"/api/organizations/{id}", StewardDesk.Organization($"Contested {i}").ToJsonString(), ("If-Match", "\"1\""))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal("version_stale", Code(a.Answer)));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var body = new JsonObject { ["purpose"] = new string('a', Server.Http.BodyReader.Limit) }.ToJsonString();
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body_too_large"), (status, Code(answer)));
    }

    private static string? Code(JsonElement answer) => answer.GetProperty("code").GetString();
}
