using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>A network with a secret of its own in every field that the policy hides: words that stand nowhere else, ids of what is hidden, codes and points that are
/// too fine, counts that are too small, accounts.</summary>
public sealed class Planted : IAsyncLifetime
{
    internal const string Village = "33.74.01.1009";
    private const string Hidden = "33.74.02";
    private readonly StewardDesk desk;
    private readonly List<string> secrets = [];
    private int touched;

    public Planted() : this(null)
    {
    }

    internal Planted(Action<IServiceCollection>? adjust) => desk = new StewardDesk(adjust);

    /// <summary>What is there, and where it is read.</summary>
    internal static IReadOnlyList<(string Name, string Segment)> Segments { get; } =
    [
        ("group", "organizations"), ("shy", "organizations"), ("late", "organizations"), ("proud", "organizations"), ("unit", "units"), ("home", "places"), ("hidden place", "places"), ("moved", "places"),
        ("service", "services"), ("need", "needs"), ("hidden tie", "ties"), ("signed-in tie", "ties"), ("open tie", "ties"), ("stated tie", "ties"), ("late tie", "ties"),
    ];

    internal RunningServer Server => desk.Server;

    internal HttpClient Steward => desk.Client;

    internal HttpClient Anybody { get; private set; } = new();

    internal IReadOnlyList<string> Secrets => secrets;

    /// <summary>One element of each kind by its segment, some more of interest behind a number.</summary>
    internal Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The id of a changeset of before anything was planted.</summary>
    internal string Before { get; private set; } = "";

    /// <summary>The public's place in the stream of before anything was planted.</summary>
    internal string Beginning { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        Anybody = Server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Before = (await ReadAsync("/api/changesets?limit=1"))["items"]![0]!["id"]!.GetValue<string>();
        Beginning = JsonNode.Parse(await Anybody.GetStringAsync("/api/cursor", TestContext.Current.CancellationToken))!["cursor"]!.GetValue<string>();
        secrets.Add((await ReadAsync("/api/me"))["account"]!.GetValue<string>());
        secrets.AddRange([Village, Hidden, "110.4321", "-6.9876", "\"women\":3,\"men\":41", "\"women\":31,\"men\":2", "\"women\":3,\"men\":60", "\"workersWomen\":2", "\"women\":1,\"men\":77"]);
        await PlantOrganizationsAsync();
        await PlantWhatBelongsAsync();
        await PlantTiesAsync();
        await PlantPastAsync();
        await PlantSuggestionsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Anybody.Dispose();
        await desk.DisposeAsync();
    }

    /// <summary>Changes that nobody but a steward can see: a note, a contact, small counts, an address, a hidden region, a hidden tie, and hidden things that come, go and are
    /// taken back.</summary>
    internal async Task StirAsync()
    {
        await EditAsync("organizations", "group", b =>
        {
            b["note"] = "zqstirrednote";
            b["provenance"]!["assertedBy"] = "steward-another";
        });
        await EditAsync("organizations", "group", b => b["contacts"]![0]!["value"] = "zqstirredcontact");
        await EditAsync("places", "home", b => b["address"] = "zqstirredaddress");
        await EditAsync("ties", "hidden tie", b => b["strength"] = 1);
        await EditAsync("organizations", "group", b => b["members"] = JsonNode.Parse("{\"women\":4,\"men\":40,\"date\":\"2026-01-01\",\"source\":\"hitungan\"}"));
        await EditAsync("organizations", "shy", b => b["region"] = "33.74.03");
        await MakeAsync("places", "stirred", $$"""{"organization":"{{Ids["shy"]}}","region":"33.74.03"}""");
        await RemoveAsync("places", "stirred");
        await MakeAsync("ties", "stirred", $$"""{"type":"trains","from":"{{Ids["group"]}}","to":"{{desk.First}}","status":"confirmed","audience":"parties"}""");
        var newest = (await ReadAsync("/api/changesets?limit=1"))["items"]![0]!["id"];
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/changesets/{newest}/revert", """{"reason":"a test"}""");
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        Ids.Remove("stirred");
    }

    /// <summary>Changes every element that is there once more, so that whoever follows is told of all that she may see.</summary>
    internal async Task TouchAllAsync()
    {
        foreach (var (name, segment) in Segments)
        {
            await EditAsync(segment, name, b => b["provenance"]!["sourceUrl"] = $"https://example.org/{touched++}");
        }
    }

    /// <summary>The secrets that an answer tells beyond what was asked with.</summary>
    internal IEnumerable<string> Found(string told, string asked) =>
        secrets.Where(s => told.Contains(s, StringComparison.OrdinalIgnoreCase) && !asked.Contains(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>A change that everybody may see.</summary>
    internal Task OpenlyAsync(string acronym = "TURC") => EditAsync("organizations", "second", b => b["acronym"] = acronym);

    /// <summary>A company that nothing ties to anybody; its id.</summary>
    internal async Task<string> CompanyAsync() =>
        Ids.TryGetValue("company", out var known) ? known : await MakeAsync("organizations", "company", """{"name":"PT Uji Garmen","actorKind":"company","region":"33.74"}""");

    /// <summary>The changes of which the public can see nothing.</summary>
    internal async Task<IReadOnlyList<string>> HiddenChangesAsync()
    {
        var seen = JsonNode.Parse(await Anybody.GetStringAsync("/api/changesets?limit=100", TestContext.Current.CancellationToken))!;
        return [.. IdsOf(await ReadAsync("/api/changesets?limit=100")).Except(IdsOf(seen), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> IdsOf(JsonNode page) => page["items"]!.AsArray().Select(c => (string)c!["id"]!);

    private async Task PlantOrganizationsAsync()
    {
        Ids["first"] = desk.First;
        Ids["second"] = desk.Second;
        await MakeAsync("regions", "village", $$"""{"id":"{{Village}}","name":"Desa Uji"}""");
        await MakeAsync("organizations", "group", $$"""
            {"name":"Kelompok Melati","actorKind":"home_worker_organization","region":"{{Village}}","issues":["piece_rate"],"needs":["legal_aid"],
             "members":{"women":3,"men":41,"date":"2026-01-01","source":"hitungan"},"note":"{{Word("orgnote")}}","reason":"{{Word("orgreason")}}",
             "contacts":[{"name":"{{Word("contactname")}}","role":"{{Word("contactrole")}}","channel":"post","value":"{{Word("contactvalue")}}","purpose":"{{Word("contactpurpose")}}",
               "consent":{"givenBy":"{{Word("consentgiver")}}","given":"2026-01-01"} },
               {{Contact("signed", "signed_in", """ "until":"2999-12-31" """)}}, {{Contact("coordinator", "coordinators", """ "until":"2999-12-31" """)}}, {{Contact("withdrawn", "public", """ "withdrawn":"2021-01-01" """)}},
               {{Contact("over", "public", """ "until":"2021-01-01" """)}}, {{Contact("future", "public", """ "given":"2999-01-01" """)}} ]}
            """);
        await MakeAsync("organizations", "shy", $$"""{"name":"Yayasan Sunyi","actorKind":"ngo","region":"{{Hidden}}","precision":"hidden","issues":["piece_rate"],"offers":["legal_aid"]}""");
    }

    /// <summary>A contact for somebody, with the words of its consent.</summary>
    private string Contact(string name, string audience, string consent) => $$"""
        {"name":"{{Word(name + "contact")}}","channel":"email","value":"{{Word(name + "value")}}","purposes":["publication"],"audience":"{{audience}}",
         "consent":{"givenBy":"{{Word(name + "giver")}}"{{(consent.Contains("given", StringComparison.Ordinal) ? "" : ",\"given\":\"2020-01-01\"")}},{{consent}}} }
        """;

    private async Task PlantWhatBelongsAsync()
    {
        await MakeAsync("units", "unit", $$"""{"organization":"{{Ids["group"]}}","name":"Ranting Uji","unitKind":"village_group","region":"{{Village}}","members":{"women":31,"men":2,"date":"2026-01-01","source":"hitungan"} }""");
        await MakeAsync("places", "home", $$"""
            {"organization":"{{Ids["group"]}}","name":"{{Word("placename")}}","region":"{{Village}}","point":{"longitude":110.4321987,"latitude":-6.9876543},"home":true,"main":true,
             "address":"{{Word("address")}}","reason":"{{Word("placereason")}}"}
            """);
        secrets.Add(await MakeAsync("places", "hidden place", $$"""
            {"organization":"{{Ids["shy"]}}","name":"{{Word("hiddenplace")}}","region":"{{Hidden}}","point":{"longitude":110.4321,"latitude":-6.9876},"precision":"exact","main":true,"reason":"{{Word("hiddenreason")}}"}
            """));
        await MakeAsync("services", "service", $$"""
            {"organization":"{{Ids["group"]}}","name":"Bantuan uji","functions":["education"],"terms":["legal_aid"],"capacity":40,"areas":[{"region":"{{Village}}"},{"region":"33.74"}]}
            """);
        await MakeAsync("needs", "need", """{"region":"33.74","women":3,"men":60,"year":2025}""");
        await MakeAsync("terms", "term", """{"taxonomy":"issue","code":"leak_test","labelId":"Uji","labelEn":"Test"}""");
    }

    private async Task PlantTiesAsync()
    {
        secrets.Add(await MakeAsync("ties", "hidden tie", $$"""
            {"type":"supports","from":"{{desk.First}}","to":"{{Ids["group"]}}","status":"confirmed","audience":"parties","note":"{{Word("hiddentienote")}}","reason":"{{Word("hiddentiereason")}}",
             "agreement":{"kind":"mou","number":"{{Word("agreement")}}"},"supply":{"product":"{{Word("product")}}"},"provenance":{"source":"{{Word("hiddentiesource")}}"} }
            """));
        secrets.Add(await MakeAsync("ties", "signed-in tie", $$"""{"type":"advises","from":"{{desk.Second}}","to":"{{Ids["group"]}}","status":"confirmed","audience":"signed_in"}"""));
        await MakeAsync("ties", "open tie", $$"""
            {"type":"partners_with","from":"{{desk.First}}","to":"{{desk.Second}}","status":"confirmed","audience":"public","note":"{{Word("opentienote")}}","reason":"{{Word("opentiereason")}}",
             "supply":{"workersWomen":2,"workersMen":45} }
            """);
        await MakeAsync("ties", "stated tie", $$"""
            {"type":"trains","from":"{{desk.First}}","to":"{{desk.Second}}","audience":"public","statements":[{"side":"from","says":"confirmed","day":"2026-01-05","way":"product","word":"{{Word("statedword")}}"}]}
            """);
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{Ids["stated tie"]}/statements", $$"""{"side":"to","says":"disputed","word":"{{Word("deniedword")}}","reason":"{{Word("deniedreason")}}"}""", ("If-Match", "\"1\""));
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
    }

    /// <summary>Secrets that were open for a while, or are gone.</summary>
    private async Task PlantPastAsync()
    {
        await MakeAsync("organizations", "late", $$"""{"name":"Sanggar Terlambat","actorKind":"ngo","region":"{{Hidden}}"}""");
        await EditAsync("organizations", "late", b => b["precision"] = "hidden");
        secrets.Add(await MakeAsync("ties", "late tie", $$"""{"type":"funds","from":"{{desk.First}}","to":"{{desk.Second}}","status":"confirmed","audience":"public","provenance":{"source":"{{Word("latetie")}}"} }"""));
        await EditAsync("ties", "late tie", b => b["audience"] = "parties");
        await MakeAsync("units", "gone", $$"""{"organization":"{{desk.Second}}","name":"{{Word("goneunit")}}","unitKind":"branch"}""");
        await RemoveAsync("units", "gone", Word("gonereason"));
        await MakeAsync("organizations", "proud", """{"name":"Koperasi Bangga","actorKind":"ngo","region":"33.74","members":{"women":1,"men":77,"date":"2026-01-01","source":"hitungan","published":true}}""");
        await EditAsync("organizations", "proud", b => b["members"]!["published"] = false);
        secrets.Add(await MakeAsync("places", "moved", $$"""{"organization":"{{desk.Second}}","name":"{{Word("movedplace")}}","region":"33.74"}"""));
        await EditAsync("places", "moved", b => b["organization"] = Ids["shy"]);
    }

    /// <summary>What anybody suggests about the group, and a group that somebody wants to be added.</summary>
    private async Task PlantSuggestionsAsync()
    {
        await SuggestAsync("/usulkan/" + Ids["group"], ("name", "Kelompok Melati"), ("purpose", Word("suggestpurpose")), ("words", Word("suggestwords")), ("sender", Word("suggestsender")));
        await SuggestAsync("/usulkan", ("name", Word("suggestname")), ("kind", "ngo"), ("where", "Semarang"), ("region", "33.74"), ("words", Word("newwords")), ("sender", Word("newsender")));
        Ids["suggestion"] = (string)(await ReadAsync("/api/suggestions"))["items"]![0]!["id"]!;
        secrets.Add(Ids["suggestion"]);
    }

    private async Task SuggestAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await Anybody.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 400, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task RemoveAsync(string segment, string name, string? reason = null)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Delete, $"/api/{segment}/{Ids[name]}?reason={reason}", null, ("If-Match", "\"1\""));
        Assert.True(status == HttpStatusCode.NoContent, answer.ToString());
    }

    private string Word(string where)
    {
        secrets.Add("zq" + where);
        return secrets[^1];
    }

    private async Task<string> MakeAsync(string segment, string name, string body) => Ids[name] = await desk.MakeAsync(segment, StewardDesk.Of(body));

    private async Task EditAsync(string segment, string name, Action<JsonObject> edit)
    {
        var body = (await ReadAsync($"/api/{segment}/{Ids[name]}")).AsObject();
        var version = body["version"]!.GetValue<int>();
        foreach (var shown in new[] { "version", "family", "kindLabel", "position", "regionName", "labels", "label", "fromName", "toName", "level" })
        {
            body.Remove(shown);
        }

        edit(body);
        var (status, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/{segment}/{Ids[name]}", body.ToJsonString(), ("If-Match", $"\"{version}\""));
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
    }

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await Steward.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}
