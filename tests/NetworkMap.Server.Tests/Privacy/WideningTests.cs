using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>An edit after which others would see more is asked for a second time, of an editor as of a steward; nothing is lost meanwhile.</summary>
public sealed class WideningTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Contact = "{\"channel\":\"email\",\"value\":\"a@example.org\",\"purposes\":[\"publication\"],\"purpose\":\"undangan\",\"audience\":\"{audience}\",\"consent\":{\"givenBy\":\"Ibu\",\"given\":\"2026-01-01\",\"how\":\"spoken\"}}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of a kind what is there, and what an edit makes of it.</summary>
    public static TheoryData<string, string, string> Widening => new()
    {
        { "organizations", """{"name":"A","actorKind":"ngo","region":"33.74","precision":"regency"}""", """{"precision":"district"}""" },
        { "organizations", """{"name":"B","actorKind":"ngo","region":"33.74","precision":"hidden"}""", """{"precision":"exact"}""" },
        { "organizations", """{"name":"C","actorKind":"ngo","region":"33.74","members":{"women":3,"date":"2026-01-01","source":"a list"}}""", """{"members":{"women":3,"date":"2026-01-01","source":"a list","published":true}}""" },
        { "organizations", $$"""{"name":"D","actorKind":"ngo","region":"33.74","contacts":[{{Shown("own")}}]}""", $$"""{"contacts":[{{Shown("public")}}]}""" },
        { "organizations", """{"name":"E","actorKind":"ngo","region":"33.74"}""", $$"""{"contacts":[{{Shown("signed_in")}}]}""" },
        { "units", """{"organization":"{own}","name":"A","unitKind":"branch","members":{"women":3,"date":"2026-01-01","source":"a list"}}""", """{"members":{"women":3,"date":"2026-01-01","source":"a list","published":true}}""" },
        { "places", """{"organization":"{own}","region":"33.74","point":{"longitude":110.42,"latitude":-6.99},"precision":"district"}""", """{"precision":"exact"}""" },
        { "places", """{"organization":"{own}","region":"33.74","home":true,"precision":"district"}""", """{"home":false}""" },
        { "ties", """{"type":"funds","from":"{own}","to":"{other}","status":"proposed","audience":"parties"}""", """{"audience":"signed_in"}""" },
        { "ties", """{"type":"trains","from":"{own}","to":"{other}","status":"proposed","audience":"signed_in"}""", """{"audience":"public"}""" },
    };

    [Theory]
    [MemberData(nameof(Widening))]
    public async Task What_lets_others_see_more_is_stored_when_that_was_said_separately(string segment, string before, string patch)
    {
        var body = StewardDesk.Of(Filled(before));
        var id = await desk.MakeAsync(segment, body);
        var (editor, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = segment == "organizations" ? id : desk.First });
        using var __ = editor;
        foreach (var who in new[] { editor, desk.Client })
        {
            var (stored, written) = (desk.Server.Sequence, StewardDesk.Of(body.ToJsonString(), patch));
            var refused = await ChangeAsync(who, segment, id, written, "asked");
            Assert.Equal((HttpStatusCode.Conflict, "change_widens", "confirmWidening", stored), (refused.Status, (string?)refused.Answer["code"], (string?)refused.Answer["errors"]![0]!["field"], desk.Server.Sequence));

            written["confirmWidening"] = true;
            Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(who, segment, id, written, "asked")).Status);

            // Nothing is asked of what stays as it is, nor of the way back.
            written["confirmWidening"] = false;
            Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(who, segment, id, written, "same")).Status);
            Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(who, segment, id, body, "back")).Status);
        }
    }

    [Fact]
    public async Task What_is_entered_anew_is_public_as_far_as_its_form_says()
    {
        foreach (var (segment, whole) in new[]
        {
            ("organizations", $$"""{"name":"Baru","actorKind":"ngo","region":"33.74","precision":"exact","contacts":[{{Shown("public")}}]}"""),
            ("places", """{"organization":"{own}","region":"33.74","point":{"longitude":110.42,"latitude":-6.99},"precision":"exact"}"""),
            ("ties", """{"type":"supports","from":"{own}","to":"{other}","status":"proposed","audience":"public"}"""),
        })
        {
            Assert.NotEmpty(await desk.MakeAsync(segment, StewardDesk.Of(Filled(whole))));
        }
    }

    [Fact]
    public async Task What_moves_to_who_tells_more_of_where_she_is_is_asked_about_as_well()
    {
        var shy = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Malu","actorKind":"ngo","region":"33.74","precision":"regency"}"""));
        var body = StewardDesk.Of($$"""{"organization":"{{shy}}","region":"33.74","precision":"exact"}""");
        var id = await desk.MakeAsync("places", body);
        body["organization"] = desk.First;

        Assert.Equal("change_widens", (string?)(await ChangeAsync(desk.Client, "places", id, body, "asked")).Answer["code"]);
        body["confirmWidening"] = true;
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(desk.Client, "places", id, body, "asked")).Status);
    }

    [Fact]
    public async Task To_agree_is_to_say_yes()
    {
        var id = await desk.MakeAsync("organizations", StewardDesk.Organization("Ya"));
        var refused = await ChangeAsync(desk.Client, "organizations", id, StewardDesk.Of("""{"name":"Ya","actorKind":"ngo","region":"33.74","confirmWidening":"yes"}"""), "malformed");
        Assert.Equal(("field_wrong_type", "confirmWidening"), ((string?)refused.Answer["errors"]![0]!["code"], (string?)refused.Answer["errors"]![0]!["field"]));
    }

    private static string Shown(string audience) => Contact.Replace("{audience}", audience, StringComparison.Ordinal);

    private string Filled(string body) => body.Replace("{own}", desk.First, StringComparison.Ordinal).Replace("{other}", desk.Second, StringComparison.Ordinal);

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> ChangeAsync(HttpClient who, string segment, string id, JsonObject body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{segment}/{id}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{key} {id}");
        using var answer = await who.SendAsync(request, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!);
    }
}
