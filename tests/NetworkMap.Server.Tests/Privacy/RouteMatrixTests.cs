using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Every route that changes something, asked as every role for what is her own, what is another's and what is gone. The routes come from the server: one that is in neither
/// table fails the build.</summary>
public sealed class RouteMatrixTests(StewardDesk desk) : IClassFixture<StewardDesk>, IAsyncLifetime
{
    private const string Own = "33.74";
    private const string Far = "34.04";
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };

    /// <summary>What a role may do to elements of its own scope and to others: a letter for each of add, change, delete, restore. What is missing is refused; a question mark: as unknown as
    /// what never was, since it may not be seen.</summary>
    private static readonly Dictionary<string, (string Kinds, string Own, string Other)[]> Table = new(StringComparer.Ordinal)
    {
        ["nobody"] = [("organization unit place service tie need region term grant", "", "")],
        ["mediator"] = [("organization unit place service tie need region term grant", "", "")],
        ["editor"] = [("organization", "cr", ""), ("unit place service tie", "acdr", ""), ("need region term", "", ""), ("grant", "acdr", "?")],
        ["coordinator"] = [("organization unit place service tie region term", "", ""), ("need", "acdr", ""), ("grant", "?", "?")],
        ["steward of a region"] = [("organization unit place service tie need", "acdr", ""), ("region term", "", ""), ("grant", "acdr", "?")],
        ["administrator"] = [("organization unit place service tie need region term", "", ""), ("grant", "acdr", "acdr")],
        ["steward"] = [("organization unit place service tie need region term grant", "acdr", "acdr")],
    };

    /// <summary>Routes that are not about one element of a scope: who guards each, and the test that says so.</summary>
    private static readonly Dictionary<string, string> Guarded = new(StringComparer.Ordinal)
    {
        ["POST /api/changesets/{id}/revert"] = "Identity.RightsTests",
        ["POST /api/changesets/remove-examples"] = "Identity.RightsTests",
        ["POST /api/sign-out"] = "Identity.SessionsTests: one's own session",
        ["POST /api/ties/{id}/statements"] = "Features.Ties.StatementRoutesTests: who keeps the side",
        ["POST /api/ties/{id}/acceptances"] = "Features.Ties.StatementRoutesTests: a steward",
        ["POST /api/ties/{id}/link"] = "Features.Ties.StatementRoutesTests: who is no party",
        ["POST /api/duplicates/told-apart"] = "Features.Duplicates.DuplicateRoutesTests: who keeps both as a steward",
        ["POST /api/duplicates/merges"] = "Features.Duplicates.DuplicateRoutesTests: who keeps both as a steward",
        ["POST /api/duplicates/merges/{id}/undo"] = "Features.Duplicates.DuplicateRoutesTests: who keeps both as a steward",
        ["POST /api/suggestions"] = "Features.Suggestions.SuggestionRoutesTests: whoever has an account",
        ["POST /api/suggestions/{id}/decisions"] = "Features.Suggestions.SuggestionRoutesTests: who could make the change",
        ["POST /api/suggestions/{id}/withdrawal"] = "Features.Suggestions.SuggestionRoutesTests: who sent it",
        ["POST /usulkan"] = "Features.Suggestions.SuggestByPageTests: anybody, as often as the limit allows",
        ["POST /usulkan/{id:guid}"] = "Features.Suggestions.SuggestByPageTests: anybody, as often as the limit allows",
        ["POST /usulan/{code:minlength(20)}"] = "Features.Suggestions.SuggestByPageTests: whoever has the code",
        ["POST /hubungan"] = "Features.Ties.AnswerByLinkTests: whoever has the code",
        ["POST /welcome/{code}"] = "Identity.WelcomeTests: whoever has the code",
        ["POST /undangan/{code}"] = "Identity.InvitationTests: whoever has the code",
        ["POST /pulihkan/{code}"] = "Identity.InvitationTests: whoever has the code",
        ["POST /pulihkan"] = "Identity.InvitationTests: whoever has a code of hers",
        ["POST /undangan"] = "Identity.InvitationTests: who may give the right",
        ["POST /undangan/tarik"] = "Identity.InvitationTests: who made it, and stewards",
        ["POST /undangan/pemulihan"] = "Identity.InvitationTests: a steward",
        ["POST /masuk"] = "Identity.AccountTests: whoever knows the password",
        ["POST /masuk/lembaga/{id}"] = "Identity.InstitutionTests: whoever the institution says she is",
        ["POST /akun/hapus"] = "Identity.ErasingTests: one's own account",
        ["POST /akun/lembaga"] = "Identity.InstitutionTests: one's own account",
        ["POST /akun/lembaga/lepas"] = "Identity.InstitutionTests: one's own account",
        ["POST /surel/{code}"] = "Identity.MailTests: whoever has the code",
        ["POST /pulihkan/surel"] = "Identity.MailTests: anybody, who learns nothing by it",
        ["POST /akun/surel"] = "Identity.MailTests: one's own account",
        ["POST /akun/surel/hapus"] = "Identity.MailTests: one's own account",
        ["POST /masuk/kunci"] = "Identity.PasskeyTests: whoever has the passkey",
        ["POST /masuk/kunci/mulai"] = "Identity.PasskeyTests: anybody",
        ["POST /keluar"] = "Identity.SessionsTests: one's own session",
        ["POST /akun/nama"] = "Identity.AccountTests: one's own account",
        ["POST /akun/masuk"] = "Identity.AccountTests: one's own account",
        ["POST /akun/sesi/akhiri"] = "Identity.AccountTests: one's own sessions",
        ["POST /akun/sesi/lain"] = "Identity.AccountTests: one's own sessions",
        ["POST /akun/kode"] = "Identity.InvitationTests: one's own account",
        ["POST /akun/kunci"] = "Identity.PasskeyTests: one's own account",
        ["POST /akun/kunci/hapus"] = "Identity.PasskeyTests: one's own account",
        ["POST /akun/kunci/mulai"] = "Identity.PasskeyTests: one's own account",
        ["POST /api/personal-data/erasures"] = "Features.PersonalData.ErasureTests: a steward, where she keeps the data",
        ["POST /api/personal-data/requests"] = "Features.PersonalData.RequestTests: a steward of everything",
        ["POST /api/personal-data/requests/{id}"] = "Features.PersonalData.RequestTests: a steward of everything",
        ["DELETE /api/personal-data/requests/{id}"] = "Features.PersonalData.RequestTests: a steward of everything",
        ["POST /api/personal-data/search"] = "Features.PersonalData.RequestTests: a steward of everything",
        ["POST /api/personal-data/withdrawals"] = "Features.PersonalData.RequestTests: a steward, where she keeps the data",
        ["POST /api/imports/check"] = "Features.Imports.ImportTests: a steward of everything",
        ["POST /api/imports/remarks"] = "Features.Imports.ImportTests: a steward of everything",
        ["POST /api/imports"] = "Features.Imports.ImportTests: a steward of everything",
        ["POST /akun/token"] = "Identity.TokenTests: one's own account",
        ["POST /akun/token/cabut"] = "Identity.TokenTests: one's own account",
    };

    private static int villages = 3000;
    private string farAway = "";
    private string account = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Roles => [.. Table.Keys];

    public async ValueTask InitializeAsync()
    {
        farAway = await desk.MakeAsync("organizations", StewardDesk.Of($$"""{"name":"Jauh","actorKind":"ngo","region":"{{Far}}"}"""));
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public void Every_route_that_changes_something_is_in_the_matrix()
    {
        var routes = desk.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}"))
            .Where(r => !r.StartsWith("GET ", StringComparison.Ordinal) && !r.StartsWith("HEAD ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var ofElements = ElementSegments.All.Values.SelectMany(s => new[] { $"POST /api/{s}", $"PUT /api/{s}/{{id}}", $"DELETE /api/{s}/{{id}}", $"POST /api/{s}/{{id}}/restore" }).ToList();

        Assert.True(routes.Count > 30, "The routes were not found.");
        Assert.Equal("", string.Join(", ", routes.Except(ofElements, StringComparer.Ordinal).Except(Guarded.Keys, StringComparer.Ordinal)));
        Assert.Equal("", string.Join(", ", Guarded.Keys.Except(routes, StringComparer.Ordinal)));
        Assert.All(Table.Values, rows => Assert.Equal(ElementSegments.All.Keys.Select(Names<ElementKind>.Of).Order(StringComparer.Ordinal), rows.SelectMany(r => r.Kinds.Split(' ')).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_may_do_what_the_matrix_says(string role)
    {
        using var client = await ClientAsync(role);
        var wrong = new List<string>();
        foreach (var (kinds, own, other) in Table[role])
        {
            foreach (var kind in kinds.Split(' ').Select(k => Names<ElementKind>.TryParse(k, out var known) ? known : throw new InvalidOperationException(k)))
            {
                foreach (var (whose, may) in new[] { ("own", own), ("other", other), ("gone", "gone") })
                {
                    wrong.AddRange((await TryAsync(client, role, kind, whose, may)).Where(r => r.Expected != r.Answered).Select(r => $"{role} {r.Verb} {kind} {whose}: {r.Answered}, not {r.Expected}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What would outlast a token is out of its reach, whatever its account may do: rights, links, and everything that is made on pages.</summary>
    [Fact]
    public async Task A_token_hands_nothing_on_by_any_route()
    {
        var (session, holder) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward" }, new GrantDraft { Role = "administrator" });
        session.Dispose();
        using var client = await desk.Server.TokenAsync(holder, new Delegation());
        var right = (GrantDraft)await DraftAsync(ElementKind.Grant, "own");
        await WriteAsync(Edits.Create(right));
        var made = (string)JsonNode.Parse(await desk.Client.GetStringAsync($"/api/grants/{right.Id}/history?limit=1", Cancellation))!["items"]![0]!["id"]!;
        await WriteAsync(Edits.Change(Changed(right), null));
        var newest = (string)JsonNode.Parse(await desk.Client.GetStringAsync($"/api/grants/{right.Id}/history?limit=1", Cancellation))!["items"]![0]!["id"]!;
        var tie = await desk.MakeAsync("ties", desk.Tie("funds"));
        var (sent, before) = (new List<string>(), desk.Server.Sequence);
        foreach (var (method, address, body) in new[]
        {
            (HttpMethod.Post, "/api/grants", Body(right with { Id = null })), (HttpMethod.Put, $"/api/grants/{right.Id}", Body(right with { Id = null })), (HttpMethod.Delete, $"/api/grants/{right.Id}", null),
            (HttpMethod.Post, $"/api/grants/{right.Id}/restore", $$"""{"changeset":"{{made}}","reason":"a test"}"""), (HttpMethod.Post, $"/api/changesets/{newest}/revert", """{"reason":"a test"}"""),
            (HttpMethod.Post, $"/api/ties/{tie}/link", """{"side":"to"}"""),
        })
        {
            sent.Add($"{method} {address} {await CodeAsync(client, method, address, body)}");
        }

        Assert.All(sent, s => Assert.EndsWith(" token_hands_on_nothing", s, StringComparison.Ordinal));
        foreach (var route in Guarded.Keys.Where(r => !r.Contains(" /api/", StringComparison.Ordinal)))
        {
            Assert.Equal("token_opens_no_page", await CodeAsync(client, HttpMethod.Post, "/" + System.Text.RegularExpressions.Regex.Replace(route.Split('/', 2)[1], "\\{[^}]*\\}", "0b8a5e0e7a534f7e9d510a6c2d7f4a11"), "{}"));
        }

        Assert.Equal(before, desk.Server.Sequence);
        Assert.Equal("done", await SendAsync(client, HttpMethod.Put, $"/api/organizations/{farAway}", StewardDesk.Organization("Jauh sekali").ToJsonString()));
    }

    private static async Task<string?> CodeAsync(HttpClient client, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["code"];
    }

    /// <summary>Each verb on an element of its own, and what is expected of it.</summary>
    private async Task<List<(string Verb, string Expected, string Answered)>> TryAsync(HttpClient client, string role, ElementKind kind, string whose, string may)
    {
        var segment = ElementSegments.All[kind];
        var results = new List<(string, string, string)>();
        string Expected(char verb) => role is "nobody" or "mediator" ? "refused" : may == "gone" || may == "?" ? "unknown" : may.Contains(verb, StringComparison.Ordinal) ? "done" : "refused";
        if (whose != "gone" && kind != ElementKind.Region)
        {
            var draft = await DraftAsync(kind, whose);
            results.Add(("add", may == "?" ? "refused" : Expected('a'), await SendAsync(client, HttpMethod.Post, $"/api/{segment}", Body(kind is ElementKind.Term ? draft : draft with { Id = null }))));
        }

        foreach (var (verb, method) in new[] { ('c', HttpMethod.Put), ('d', HttpMethod.Delete), ('r', HttpMethod.Post) })
        {
            if (verb == 'r' && kind == ElementKind.Region)
            {
                continue;
            }

            var draft = await DraftAsync(kind, whose);
            await WriteAsync(Edits.Create(draft));
            var element = draft.Check().Value.Ref;
            if (role == "editor" && element.Kind == ElementKind.Organization && whose == "own")
            {
                await desk.Server.GrantAsync(account, EditorOf(desk.First), EditorOf(element.Id));
            }

            var made = (string)JsonNode.Parse(await desk.Client.GetStringAsync($"/api/{segment}/{Uri.EscapeDataString(element.Id)}/history?limit=1", Cancellation))!["items"]![0]!["id"]!;
            await WriteAsync(Edits.Change(Changed(draft), null));
            if (whose == "gone")
            {
                await WriteAsync(Edits.Remove(element, null));
            }

            var body = verb == 'd' ? null : verb == 'c' ? Body(draft with { Id = null }) : $$"""{"changeset":"{{made}}","reason":"a test"}""";
            var address = $"/api/{segment}/{Uri.EscapeDataString(element.Id)}{(verb == 'r' ? "/restore" : verb == 'd' ? "?reason=a+test" : "")}";
            results.Add((verb.ToString(), Expected(verb), await SendAsync(client, method, address, body)));
        }

        return results;
    }

    private static async Task<string> SendAsync(HttpClient client, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent => "done",
            HttpStatusCode.Forbidden => "refused",
            HttpStatusCode.Conflict when (await answer.Content.ReadAsStringAsync(Cancellation)).Contains("element_in_use", StringComparison.Ordinal) => "refused",
            HttpStatusCode.NotFound => "unknown",
            _ => $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}",
        };
    }

    private async Task<HttpClient> ClientAsync(string role)
    {
        if (role == "nobody")
        {
            return desk.Server.CreateClient();
        }

        (var client, account) = await desk.Server.MemberAsync(role switch
        {
            "editor" => EditorOf(desk.First),
            "mediator" => new GrantDraft { Role = "mediator", Region = "33" },
            "coordinator" => new GrantDraft { Role = "coordinator", Region = "33" },
            "steward of a region" => new GrantDraft { Role = "steward", Region = "33" },
            _ => new GrantDraft { Role = role },
        });
        return client;
    }

    private static GrantDraft EditorOf(string organization) => new() { Role = "organization_editor", Organization = organization };

    /// <summary>Writes past the routes, as the house.</summary>
    private async Task WriteAsync(Decision decision)
    {
        var outcome = await desk.Server.Services.GetRequiredService<NetworkWriter>().WriteAsync(new WriteRequest(decision, new Attribution("test"), OfTheHouse: true), Cancellation);
        Assert.False(outcome.IsRefused, outcome.IsRefused ? $"{outcome.Refusals[0].Code} {outcome.Refusals[0].Field}" : "");
    }

    private static ElementDraft Changed(ElementDraft draft) => draft switch
    {
        OrganizationDraft o => o with { Purpose = "Lain" },
        UnitDraft u => u with { Name = "Lain" },
        PlaceDraft p => p with { Name = "Lain" },
        ServiceDraft s => s with { Name = "Lain" },
        TieDraft t => t with { Strength = 2 },
        NeedDraft n => n with { Women = 70 },
        RegionDraft r => r with { Name = "Desa lain" },
        TermDraft t => t with { LabelEn = "Other" },
        _ => ((GrantDraft)draft) with { Valid = new IntervalDraft { Until = new DateOnly(2099, 1, 1) } },
    };

    private static string Body(ElementDraft draft) => Encoding.UTF8.GetString(ElementText.ToBytes(draft));

    private static string NewId() => Guid.NewGuid().ToString("D");

    /// <summary>A new element of the scope that most roles here have, or of none of theirs.</summary>
    private async Task<ElementDraft> DraftAsync(ElementKind kind, string whose)
    {
        var (organization, region) = whose == "other" ? (farAway, Far) : (desk.First, Own);
        var partner = kind != ElementKind.Tie ? "" : await desk.MakeAsync("organizations", StewardDesk.Of($$"""{"name":"Pasangan","actorKind":"ngo","region":"{{region}}"}"""));
        var code = "t" + Guid.NewGuid().ToString("N")[..8];
        ElementDraft draft = kind switch
        {
            ElementKind.Organization => new OrganizationDraft { Id = NewId(), Name = "Uji " + code, ActorKind = "ngo", Region = region },
            ElementKind.Unit => new UnitDraft { Id = NewId(), Organization = organization, Name = "Uji", UnitKind = "branch" },
            ElementKind.Place => new PlaceDraft { Id = NewId(), Organization = organization, Name = "Uji", Region = region, Precision = "exact" },
            ElementKind.Service => new ServiceDraft { Id = NewId(), Organization = organization, Name = "Uji" },
            ElementKind.Tie => new TieDraft { Id = NewId(), Type = "trains", From = organization, To = partner, Status = "proposed", Audience = "public" },
            ElementKind.Need => new NeedDraft { Id = NewId(), Region = region, Women = 60, Year = 2025 },
            ElementKind.Region => new RegionDraft { Id = $"{(whose == "other" ? Far : Own)}.01.{Interlocked.Increment(ref villages)}", Name = "Desa uji" },
            ElementKind.Term => new TermDraft { Taxonomy = "skill", Code = code, LabelId = "Uji", LabelEn = "Test" },
            _ => new GrantDraft { Id = NewId(), Account = "akun-" + code, Role = "organization_editor", Organization = organization },
        };
        return draft with { Provenance = Told };
    }
}
