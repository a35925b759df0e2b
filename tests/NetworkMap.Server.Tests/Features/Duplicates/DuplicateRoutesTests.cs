using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Duplicates;

/// <summary>From the queue to one organization and back to two, through the whole server.</summary>
public sealed class DuplicateRoutesTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_that_are_one_are_found_looked_at_merged_and_taken_apart_again()
    {
        var (kept, other) = await PairAsync("Yayasan Suara Lembayung", "Yay. Suara Lembayung");
        var pair = (await QueueAsync(desk.Client)).Single(p => Both(p).SetEquals([kept, other]));
        Assert.True(pair.GetProperty("score").GetDouble() >= 50);
        Assert.Contains(pair.GetProperty("reasons").EnumerateArray(), r => Text(r, "sentence") == "They have the same name.");

        var (_, service) = await Send(HttpMethod.Post, "/api/services", StewardDesk.Of($$"""{"organization":"{{other}}","name":"Pendampingan","status":"active"}"""));
        await Send(HttpMethod.Post, "/api/ties", StewardDesk.Of($$"""{"type":"partners_with","from":"{{other}}","to":"{{desk.First}}","status":"confirmed","audience":"public"}"""));
        await Send(HttpMethod.Post, "/api/ties", StewardDesk.Of($$"""{"type":"partners_with","from":"{{kept}}","to":"{{desk.First}}","status":"confirmed","audience":"public"}"""));
        await Send(HttpMethod.Post, "/api/ties", StewardDesk.Of($$"""{"type":"supports","from":"{{kept}}","to":"{{other}}","status":"confirmed","audience":"public"}"""));
        var (_, side) = await Get($"/api/duplicates/pair?kept={kept}&other={other}");
        Assert.Equal((1, 1, 1), (side.GetProperty("moves").GetProperty("service").GetInt32(), side.GetProperty("meeting").GetArrayLength(), side.GetProperty("dropping").GetArrayLength()));
        Assert.Empty(side.GetProperty("obstacles").EnumerateArray());
        Assert.Contains("Yayasan Suara Lembayung", Text(side.GetProperty("meeting")[0], "with"), StringComparison.Ordinal);
        Assert.Contains(side.GetProperty("fields").EnumerateArray(), f => Text(f, "field") == "name" && f.GetProperty("differs").GetBoolean() && Text(f, "usual") == "kept");

        var before = await WholeAsync();
        var (status, merged) = await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","keptVersion":1,"other":"{{other}}","otherVersion":1,"fields":{"name":"other"},"reason":"Dicatat dua kali"}""")!);
        Assert.True(status == HttpStatusCode.OK, merged.ToString());
        await LeadsAsync(kept, other);
        var (_, page) = await Get($"/api/organizations/{kept}/page");
        Assert.Equal(("Yay. Suara Lembayung", 1, 1), (Text(page.GetProperty("organization"), "name"), page.GetProperty("services").GetArrayLength(), page.GetProperty("ties").GetArrayLength()));
        Assert.Equal(["Yayasan Suara Lembayung"], page.GetProperty("organization").GetProperty("otherNames").EnumerateArray().Select(n => n.GetString()));
        Assert.DoesNotContain(await QueueAsync(desk.Client), p => Both(p).Contains(other));

        var (_, later) = await Send(HttpMethod.Post, "/api/services", StewardDesk.Of($$"""{"organization":"{{other}}","name":"Pelatihan","status":"active"}"""));
        Assert.Equal(kept, Text(later, "organization"));
        var (_, apart) = await Get($"/api/duplicates/merges/{other}");
        Assert.Equal(["service/" + Text(later, "id")], apart.GetProperty("undecided").EnumerateArray().Select(u => Text(u, "key")));
        var undo = $"/api/duplicates/merges/{other}/undo";
        var (asked, refused) = await Send(HttpMethod.Post, undo, JsonNode.Parse("""{"reason":"Ternyata dua","confirmWidening":true}""")!);
        Assert.Equal((HttpStatusCode.Conflict, "unmerge_undecided"), (asked, Text(refused, "code")));
        Assert.Contains("Pelatihan", Text(refused, "title"), StringComparison.Ordinal);
        var (done, told) = await Send(HttpMethod.Post, undo, new JsonObject { ["reason"] = "Ternyata dua", ["confirmWidening"] = true, ["assign"] = new JsonObject { ["service/" + Text(later, "id")] = "other" } });
        Assert.True(done == HttpStatusCode.OK, told.ToString());
        Assert.Equal(other, Text((await Get($"/api/services/{Text(later, "id")}")).Answer, "organization"));
        await Send(HttpMethod.Delete, $"/api/services/{Text(later, "id")}", null, ("If-Match", "*"));
        Assert.Equal(before, await WholeAsync());
        Assert.Equal(other, Text((await Get($"/api/services/{Text(service, "id")}")).Answer, "organization"));
        Assert.Equal("not_merged", Text((await Send(HttpMethod.Post, undo, JsonNode.Parse("""{"reason":"Sekali lagi"}""")!)).Answer, "code"));
    }

    [Fact]
    public async Task Two_that_were_told_apart_do_not_come_again_also_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-test-").FullName;
        string one, other;
        await using (var server = await RunningServer.StartAsync("terms", folder))
        {
            using var steward = await server.StewardAsync();
            one = Text((await SendAsync(steward, HttpMethod.Post, "/api/organizations", StewardDesk.Organization("Perkumpulan Kembang Telang").ToJsonString())).Answer, "id");
            other = Text((await SendAsync(steward, HttpMethod.Post, "/api/organizations", StewardDesk.Organization("Perkumpulan Kembang Telang").ToJsonString())).Answer, "id");
            Assert.Contains(await QueueAsync(steward), p => Both(p).SetEquals([one, other]));
            var (status, told) = await SendAsync(steward, HttpMethod.Post, "/api/duplicates/told-apart", $$"""{"one":"{{one}}","other":"{{other}}","reason":"Yang satu pecahan dari yang lain"}""");
            Assert.True(status == HttpStatusCode.OK, told.ToString());
            Assert.DoesNotContain(await QueueAsync(steward), p => Both(p).Contains(one));
            Assert.True((await SendAsync(steward, HttpMethod.Get, $"/api/duplicates/pair?kept={one}&other={other}", null)).Answer.GetProperty("toldApart").GetBoolean());
            using var anybody = server.CreateClient();
            Assert.DoesNotContain("distinctFrom", await anybody.GetStringAsync($"/api/organizations/{one}", Cancellation), StringComparison.Ordinal);
        }

        await using (var again = await RunningServer.StartAsync("terms", folder))
        {
            using var steward = await again.StewardAsync();
            Assert.DoesNotContain(await QueueAsync(steward), p => Both(p).Contains(one));
            var back = await SendAsync(steward, HttpMethod.Post, "/api/duplicates/told-apart", $$"""{"one":"{{one}}","other":"{{other}}","areTwo":false}""");
            Assert.Equal(HttpStatusCode.OK, back.Status);
            Assert.Contains(await QueueAsync(steward), p => Both(p).SetEquals([one, other]));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Only_who_keeps_both_as_a_steward_may_look_merge_or_tell_apart()
    {
        var (here, there) = (await desk.MakeAsync("organizations", StewardDesk.Organization("Koperasi Rumput Laut Biru")), await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Koperasi Rumput Laut Biru","actorKind":"ngo","region":"34.04"}""")));
        var (twin, note) = (await desk.MakeAsync("organizations", StewardDesk.Organization("Kop. Rumput Laut Biru")), """{"note":"Rahasia"}""");
        await Send(HttpMethod.Put, $"/api/organizations/{there}", StewardDesk.Of("""{"name":"Koperasi Rumput Laut Biru","actorKind":"ngo","region":"34.04"}""", note), ("If-Match", "*"));
        using var anybody = desk.Server.CreateClient();
        var (editor, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = here }, new GrantDraft { Role = "organization_editor", Organization = there });
        var (coordinator, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "coordinator", Region = "33" });
        var (regional, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "steward", Region = "33" });
        var merge = $$"""{"kept":"{{here}}","other":"{{there}}","reason":"Sama"}""";
        var apart = $$"""{"one":"{{here}}","other":"{{there}}"}""";
        foreach (var (who, code) in new[] { (anybody, "steward_only"), (editor, "not_permitted"), (coordinator, "not_permitted") })
        {
            Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Get, "/api/duplicates", null)).Answer, "code"));
            Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Get, $"/api/duplicates/pair?kept={here}&other={twin}", null)).Answer, "code"));
            Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Get, $"/api/duplicates/merges/{here}", null)).Answer, "code"));
            if (who != anybody)
            {
                Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Post, "/api/duplicates/merges", merge)).Answer, "code"));
                Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Post, "/api/duplicates/told-apart", apart)).Answer, "code"));
                Assert.Equal(code, Text((await SendAsync(who, HttpMethod.Post, $"/api/duplicates/merges/{here}/undo", """{"reason":"x"}""")).Answer, "code"));
            }
        }

        var queue = await QueueAsync(regional);
        Assert.Contains(queue, p => Both(p).SetEquals([here, twin]));
        Assert.DoesNotContain(queue, p => Both(p).Contains(there));
        Assert.Equal("not_permitted", Text((await SendAsync(regional, HttpMethod.Get, $"/api/duplicates/pair?kept={here}&other={there}", null)).Answer, "code"));
        Assert.Equal("not_permitted", Text((await SendAsync(regional, HttpMethod.Post, "/api/duplicates/merges", merge)).Answer, "code"));
        Assert.Equal("not_permitted", Text((await SendAsync(regional, HttpMethod.Post, "/api/duplicates/told-apart", apart)).Answer, "code"));

        var (sender, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "mediator", Region = "33" });
        var (sent, suggestion) = await SendAsync(sender, HttpMethod.Post, "/api/suggestions", $$"""{"kind":"organization","id":"{{twin}}","words":"Alamatnya keliru"}""");
        Assert.Equal(HttpStatusCode.Created, sent);
        var (owner, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "organization_editor", Organization = twin });
        var (status, merged) = await SendAsync(regional, HttpMethod.Post, "/api/duplicates/merges", $$"""{"kept":"{{here}}","other":"{{twin}}","reason":"Dicatat dua kali"}""");
        Assert.True(status == HttpStatusCode.OK, merged.ToString());
        Assert.Contains(Text(suggestion, "id"), (await SendAsync(owner, HttpMethod.Get, "/api/suggestions", null)).Answer.ToString(), StringComparison.Ordinal);
        var (changed, answer) = await SendAsync(owner, HttpMethod.Put, $"/api/organizations/{here}", StewardDesk.Organization("Koperasi Rumput Laut Biru Sekali").ToJsonString(), ("If-Match", "*"));
        Assert.True(changed == HttpStatusCode.OK, answer.ToString());
        Assert.Equal("organization_merged", Text((await SendAsync(desk.Client, HttpMethod.Put, $"/api/organizations/{twin}", StewardDesk.Organization("Apa saja").ToJsonString(), ("If-Match", "*"))).Answer, "code"));
    }

    [Fact]
    public async Task A_merge_is_refused_in_words_where_somebody_was_quicker_and_asks_again_where_others_would_see_more()
    {
        var (kept, other) = await PairAsync("Paguyuban Sekar Wangi Jati", "Paguyuban Sekar Wangi Jati");
        await Send(HttpMethod.Put, $"/api/organizations/{other}", StewardDesk.Of("""{"name":"Paguyuban Sekar Wangi Jati","actorKind":"ngo","region":"33.74","precision":"district"}"""), ("If-Match", "*"));
        var (stale, versions) = await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","keptVersion":1,"other":"{{other}}","otherVersion":1,"reason":"Sama"}""")!);
        Assert.Equal((HttpStatusCode.Conflict, "version_stale", 2), (stale, Text(versions, "code"), versions.GetProperty("versions").GetProperty(other).GetInt32()));
        Assert.Equal("text_missing", Text((await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","other":"{{other}}"}""")!)).Answer, "code"));
        Assert.Equal("merge_choice_unknown", Text((await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","other":"{{other}}","fields":{"contacts":"other"},"reason":"Sama"}""")!)).Answer, "code"));
        Assert.Equal("choice_unknown", Text((await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","other":"{{other}}","fields":{"name":"mine"},"reason":"Sama"}""")!)).Answer, "code"));
        await Send(HttpMethod.Post, "/api/services", StewardDesk.Of($$"""{"organization":"{{other}}","name":"Pendampingan","status":"active"}"""));
        var open = $$"""{"kept":"{{kept}}","other":"{{other}}","fields":{"precision":"kept"},"reason":"Sama"}""";
        var (asked, widens) = await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse(open)!);
        Assert.Equal((HttpStatusCode.Conflict, "change_widens"), (asked, Text(widens, "code")));
        var (done, told) = await Send(HttpMethod.Post, "/api/duplicates/merges", StewardDesk.Of(open, """{"confirmWidening":true,"provenance":null}"""));
        Assert.True(done == HttpStatusCode.OK, told.ToString());
        var (_, history) = await Get($"/api/organizations/{other}/history");
        Assert.Equal("Sama", Text(history.GetProperty("items")[0], "reason"));
    }

    [Fact]
    public async Task Whose_contact_is_erased_after_a_merge_is_nowhere_in_the_past_of_the_one_that_went_and_the_two_still_come_apart()
    {
        const string Number = "+6281398765432";
        var kept = await desk.MakeAsync("organizations", StewardDesk.Organization("Serikat Tenun Pagi Cerah"));
        var other = await desk.MakeAsync("organizations", StewardDesk.Of($$"""{"name":"Serikat Tenun Pagi Cerah","actorKind":"ngo","region":"33.74.01","precision":"regency","note":"Catatan","contacts":[{"name":"Ibu Sari","channel":"phone","value":"{{Number}}"}]}"""));
        var (status, merged) = await Send(HttpMethod.Post, "/api/duplicates/merges", JsonNode.Parse($$"""{"kept":"{{kept}}","other":"{{other}}","reason":"Sama"}""")!);
        Assert.True(status == HttpStatusCode.OK, merged.ToString());
        var (_, organization) = await Get($"/api/organizations/{kept}");
        Assert.Equal(Number, Text(organization.GetProperty("contacts")[0], "value"));
        Assert.Contains(Number, (await Get($"/api/organizations/{other}/history")).Answer.ToString(), StringComparison.Ordinal);

        var (erased, answer) = await Send(HttpMethod.Post, "/api/personal-data/erasures", JsonNode.Parse($$"""{"element":"organization/{{kept}}","version":{{organization.GetProperty("version")}},"contacts":[0],"confirm":"Serikat Tenun Pagi Cerah"}""")!);
        Assert.True(erased == HttpStatusCode.OK, answer.ToString());
        Assert.DoesNotContain(Number, (await Get($"/api/organizations/{other}/history")).Answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Number, (await Get($"/api/organizations/{kept}/history")).Answer.ToString(), StringComparison.Ordinal);

        var (done, told) = await Send(HttpMethod.Post, $"/api/duplicates/merges/{other}/undo", JsonNode.Parse("""{"reason":"Dua","rest":"kept","confirmWidening":true}""")!);
        Assert.True(done == HttpStatusCode.OK, told.ToString());
        var (_, back) = await Get($"/api/organizations/{other}");
        Assert.Equal(("33.74.01", "Catatan"), (Text(back, "region"), Text(back, "note")));
        Assert.False(back.TryGetProperty("contacts", out _));
    }

    /// <summary>Every way to ask for the one that went leads to the one that stayed.</summary>
    private async Task LeadsAsync(string kept, string other)
    {
        using var anybody = desk.Server.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var question in new[] { "", "/page", "/contacts", "/around?depth=2", "/partners?limit=5" })
        {
            using var led = await anybody.GetAsync($"/api/organizations/{other}{question}", Cancellation);
            Assert.Equal(await anybody.GetStringAsync($"/api/organizations/{kept}{question}", Cancellation), await led.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal($"/api/organizations/{kept}{question}", led.Content.Headers.ContentLocation?.OriginalString);
        }

        Assert.Equal(await anybody.GetStringAsync($"/api/ties?organization={kept}", Cancellation), await anybody.GetStringAsync($"/api/ties?organization={other}", Cancellation));
        using var page = await anybody.GetAsync($"/organisasi/{other}?bahasa=en", Cancellation);
        Assert.Equal((HttpStatusCode.Found, $"/organisasi/{kept}?bahasa=en"), (page.StatusCode, page.Headers.Location?.OriginalString));
        using var elsewhere = await anybody.GetAsync(new Uri($"http://localhost//contoh.id/{other}"), Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, null), (elsewhere.StatusCode, elsewhere.Headers.Location));
        Assert.DoesNotContain(other, await anybody.GetStringAsync("/api/search?q=suara+lembayung", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(other, await anybody.GetStringAsync("/api/organizations?q=lembayung", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(other, await anybody.GetStringAsync("/api/exports/csv?list=organizations", Cancellation), StringComparison.Ordinal);
    }

    private async Task<(string Kept, string Other)> PairAsync(string one, string other) => (await desk.MakeAsync("organizations", StewardDesk.Organization(one)), await desk.MakeAsync("organizations", StewardDesk.Organization(other)));

    /// <summary>All that there is, without versions and without the accounts that said so.</summary>
    private async Task<string> WholeAsync()
    {
        var all = new StringBuilder();
        foreach (var kind in new[] { "organizations", "ties", "services" })
        {
            foreach (var item in (await Get($"/api/{kind}?limit=200")).Answer.GetProperty("items").EnumerateArray())
            {
                var form = JsonNode.Parse(item.GetRawText())!.AsObject();
                form.Remove("version");
                all.AppendLine(form.ToJsonString());
            }
        }

        return all.ToString();
    }

    private static async Task<List<JsonElement>> QueueAsync(HttpClient who)
    {
        JsonElement answer = default;
        await Patience.UntilAsync(async () => !(answer = (await SendAsync(who, HttpMethod.Get, "/api/duplicates?limit=100", null)).Answer).TryGetProperty("working", out _), Cancellation);
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    private static HashSet<string> Both(JsonElement pair) => [Text(pair.GetProperty("one"), "id"), Text(pair.GetProperty("other"), "id")];

    private Task<(HttpStatusCode Status, JsonElement Answer)> Get(string path) => desk.SendAsync(HttpMethod.Get, path, null);

    private Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers) => desk.SendAsync(method, path, body?.ToJsonString(), headers);

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : $"no {name} in {of}";

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpClient who, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers.Append(("Accept-Language", "en")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await who.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
