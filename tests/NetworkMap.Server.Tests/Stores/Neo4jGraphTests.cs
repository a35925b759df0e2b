using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>The graph that people ask in Cypher is what the log left.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jGraphTests(Neo4jServer server) : IAsyncLifetime
{
    private const string Hostile = "'}) DETACH DELETE n // \" ` \\u0027 $x CREATE (:Planted) UNION MATCH (n) DETACH DELETE n";
    private static readonly ProvenanceDraft Told = new() { Source = Hostile, AssertedBy = Hostile };
    private INetworkStore store = null!;
    private Story story = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await server.EmptyAsync();
        store = await server.OpenAsync();
        story = new Story(store.Head);
    }

    public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("MATCH (o:Organization:Ngo {name: 'Organization 1'})-[:SEATED_IN]->(:Region {code: '33.74'})-[:WITHIN]->(:Region:Province {name: 'Jawa Tengah'}) RETURN count(o)")]
    [InlineData("MATCH (u:Unit {name: 'Council', unitKind: 'council'})-[:UNIT_OF]->(:Organization {name: 'Organization 1'}) RETURN count(u)")]
    [InlineData("MATCH (p:Place {sealed: true})-[:PLACE_OF]->(:Organization {name: 'Organization 1'}) WHERE p.address IS NULL RETURN count(p)")]
    [InlineData("MATCH (s:Service {name: 'Legal aid', status: 'active'})-[:SERVICE_OF]->(:Organization) RETURN count(s)")]
    [InlineData("MATCH (n:Need {women: 900, year: 2025})-[:IN_REGION]->(:Region {name: 'Semarang'}) RETURN count(n)")]
    [InlineData("MATCH (t:Term:ActorKind {code: 'ngo', labelEn: 'NGO'}) RETURN count(t)")]
    [InlineData("MATCH (a:Organization)<-[:FROM]-(t:Tie {type: 'partners_with', status: 'confirmed'})-[:TO]->(b:Organization) MATCH (a)-[r:PARTNERS_WITH {id: t.id, status: 'confirmed'}]->(b) RETURN count(t)")]
    [InlineData("MATCH (c:Changeset {sequence: 1})-[:CHANGED]->(:Organization {name: 'Organization 2'}) RETURN count(c)")]
    public async Task One_of_each_is_found_as_one_would_have_drawn_it(string question)
    {
        await AppendAsync(story.Write(Story.OneOfEach().Select(Revision.Create)));
        Assert.Equal(1L, await OneAsync(question));
    }

    [Fact]
    public async Task A_change_takes_along_labels_relationships_and_properties()
    {
        var before = Make(new OrganizationDraft { Name = "Before", Acronym = "B", ActorKind = "ngo", Region = "33.74", Issues = ["safety", "pay"] });
        var after = Make(new OrganizationDraft { Name = "After", ActorKind = "company", Region = "33", Issues = ["pay", "childcare"] });
        await AppendAsync(story.Write([Revision.Create(before)]));
        await AppendAsync(story.Write([Revision.Change(story.Elements[before.Ref], after)]));

        Assert.Equal(1L, await OneAsync("MATCH (o:Organization:Company {name: 'After', version: 2, sequence: 2}) WHERE NOT o:Ngo AND o.acronym IS NULL RETURN count(o)"));
        var rows = await server.RunAsync("MATCH (:Organization)-[r:WORKS_ON|SEATED_IN]->(to) RETURN to.ref ORDER BY to.ref");
        Assert.Equal(["region/33", "term/issue:childcare", "term/issue:pay"], rows.Select(r => (string)r[0]!));
    }

    [Fact]
    public async Task Relationships_are_made_anew_only_when_they_are_others()
    {
        var organization = Make(new OrganizationDraft { Name = "Before", ActorKind = "ngo", Region = "33.74", Issues = ["safety", "pay"] });
        StoredEntry Become(Func<Organization, Organization> change) => story.Write([Revision.Change(story.Elements[organization.Ref], change((Organization)story.Elements[organization.Ref]))]);
        await AppendAsync(story.Write([Revision.Create(organization)]));
        var made = await OwnedAsync();
        await AppendAsync(Become(o => o with { Name = "After" }), Become(o => o with { Acronym = "A" }));
        Assert.Equal(made, await OwnedAsync());
        Assert.Equal(1L, await OneAsync("MATCH (:Changeset {sequence: 3})-[:CHANGED]->(o:Organization:Ngo {name: 'After', acronym: 'A', version: 3}) RETURN count(o)"));

        await AppendAsync(Become(o => o with { Issues = [Code.Of("pay")] }), Become(o => o with { Name = "Again" }));
        Assert.Equal(["pay"], (await server.RunAsync("MATCH (:Organization {name: 'Again'})-[:WORKS_ON]->(t) RETURN t.ref")).Select(r => ((string)r[0]!).Split(':')[1]));
        Assert.Empty(made.Intersect(await OwnedAsync()));
    }

    [Fact]
    public async Task What_is_removed_leaves_a_mark_and_what_pointed_to_it_still_does()
    {
        await AppendAsync(story.Write(Story.OneOfEach().Select(Revision.Create)));
        var region = story.Elements.Values.Single(e => e.Ref.Id == "33.74");
        await AppendAsync(story.Write([Revision.Remove(region)]));
        Assert.Equal(0L, await OneAsync("MATCH (r:Region {code: '33.74'}) RETURN count(r)"));
        Assert.Equal(2L, await OneAsync("MATCH (:Organization)-[:SEATED_IN]->(e:Element {ref: 'region/33.74', removed: 2}) WHERE labels(e) = ['Element'] RETURN count(e)"));

        await AppendAsync(story.Write([Revision.Restore(region)]));
        Assert.Equal(2L, await OneAsync("MATCH (:Organization)-[:SEATED_IN]->(r:Region {code: '33.74', version: 3}) WHERE r.removed IS NULL RETURN count(r)"));
    }

    [Fact]
    public async Task A_tie_is_the_same_as_node_and_as_relationship_whatever_becomes_of_it()
    {
        await AppendAsync(story.Write(Enumerable.Range(1, 4).Select(n => Revision.Create(Story.Organization(n)))));
        await AppendAsync(Tie("funds", 1, 2, "proposed"));
        await AppendAsync(Tie("funds", 1, 2, "confirmed"), Tie("trains", 1, 2, "confirmed"));
        Assert.Equal([["TRAINS", "confirmed"]], await RelationsAsync());

        await AppendAsync(Tie("trains", 3, 4, "ended"));
        Assert.Equal([["TRAINS", "ended"]], await RelationsAsync());
        Assert.Equal(1L, await OneAsync("MATCH (:Organization {name: 'Organization 3'})-[r:TRAINS]->(:Organization {name: 'Organization 4'}) RETURN count(r)"));

        await AppendAsync(Tie("3_weird", 3, 4, "ended"));
        Assert.Equal([["TIED_TO", "ended"]], await RelationsAsync());
        await AppendAsync(story.Write([Revision.Remove(story.Elements.Values.OfType<Tie>().Single())]));
        Assert.Empty(await RelationsAsync());
    }

    [Fact]
    public async Task What_a_side_last_said_is_a_relationship_to_it_and_its_words_are_not_in_the_graph()
    {
        await AppendAsync(story.Write(Enumerable.Range(1, 2).Select(n => Revision.Create(Story.Organization(n)))));
        await AppendAsync(Tie("funds", 1, 2, "proposed"));
        var tie = story.Elements.Values.OfType<Tie>().Single();
        StoredEntry Say(TieStatementDraft said, StatementWay way)
        {
            var now = (Tie)story.Elements[tie.Ref];
            var statement = new TieStatement(Names<TieWord>.TryParse(said.Says!, out var says) ? says : default, new DateOnly(2026, 3, 1), way, said.Until, Reason: "Sealed", Word: "Sealed");
            return story.Write([Revision.Change(now, now with { Details = new TieDetails(null, null, now.Statements.With(said.Side == "to" ? TieSide.To : TieSide.From, statement), null, null, null) })]);
        }

        await AppendAsync(Say(new() { Side = "from", Says = "confirmed" }, StatementWay.Product), Say(new() { Side = "to", Says = "disputed" }, StatementWay.Link));
        Assert.Equal(1L, await OneAsync("MATCH (o:Organization {name: 'Organization 2'})<-[s:STATED_BY {side: 'to', says: 'disputed', way: 'link'}]-(:Tie)-[:TO]->(o) WHERE s.day = date('2026-03-01') RETURN count(s)"));
        await AppendAsync(Say(new() { Side = "to", Says = "ended", Until = new DateOnly(2026, 2, 1) }, StatementWay.Link));
        Assert.Equal([["ended", "2026-02-01"]], (await server.RunAsync("MATCH (:Tie)-[s:STATED_BY {side: 'to'}]->() RETURN s.says, toString(s.until)")).Select(r => r.Cast<string>().ToArray()));
        Assert.Equal(0L, await OneAsync("MATCH (n:Element) WHERE any(key IN keys(n) WHERE toString(n[key]) CONTAINS 'Sealed') RETURN count(n)"));
        Assert.Equal(0L, await OneAsync("MATCH ()-[r]->() WHERE any(key IN keys(r) WHERE toString(r[key]) CONTAINS 'Sealed') RETURN count(r)"));
    }

    [Fact]
    public async Task The_days_on_which_sides_confirmed_in_an_older_graph_become_what_they_said()
    {
        await AppendAsync(story.Write(Enumerable.Range(1, 2).Select(n => Revision.Create(Story.Organization(n)))));
        await AppendAsync(Tie("funds", 1, 2, "confirmed"));
        await server.RunAsync("MATCH (t:Tie) SET t.confirmedFrom = date('2018-04-28'), t.confirmedTo = date('2018-05-01')");
        await server.RunAsync("MATCH (s:Schema) SET s.version = 2");
        await store.DisposeAsync();
        store = await server.OpenAsync();
        var said = await server.RunAsync("MATCH (:Tie)-[s:STATED_BY]->(o) RETURN s.side, s.says, toString(s.day), s.way, o.name ORDER BY s.side");
        Assert.Equal([["from", "confirmed", "2018-04-28", "source", "Organization 1"], ["to", "confirmed", "2018-05-01", "source", "Organization 2"]], said.Select(r => r.Cast<string>().ToArray()));
        Assert.Equal(0L, await OneAsync("MATCH (t:Tie) WHERE t.confirmedFrom IS NOT NULL OR t.confirmedTo IS NOT NULL RETURN count(t)"));
    }

    [Fact]
    public async Task Cypher_planted_in_every_field_stays_text()
    {
        var organization = Make(new OrganizationDraft
        {
            Name = Hostile, OtherNames = [Hostile], Acronym = "'}) DETACH DELETE n //", ActorKind = "log", LegalForm = "schema", Purpose = Hostile, Website = "https://example.org/DETACH",
            Members = new CountSetDraft { Women = 1, Source = Hostile }, Note = Hostile, Contacts = [new ContactDraft { Role = Hostile, Purpose = Hostile, Value = Hostile, Name = Hostile }],
        });
        var term = (Term)new TermDraft { Taxonomy = "tie_type", Code = "offers", LabelId = Hostile, LabelEn = Hostile, DescriptionEn = Hostile, LegalReference = "'}) //", Provenance = Told }.Check().Value;
        await AppendAsync(story.Write([Revision.Create(organization), Revision.Create(Story.Organization(2)), Revision.Create(term)]));
        await AppendAsync(Tie("offers", 1, 2, "confirmed"));
        await AppendAsync(story.Rename(2, Hostile));

        Assert.Equal(0L, await OneAsync("MATCH (n:Planted) RETURN count(n)"));
        Assert.Equal(1L, await OneAsync("MATCH (n:Log) RETURN count(n)"));
        Assert.Equal(2L, await OneAsync("MATCH (n:Organization {name: $text}) RETURN count(n)"));
        Assert.Equal(1L, await OneAsync("MATCH (n:Organization)-[r:OFFERS]->(:Organization) RETURN count(r)"));
        await AppendAsync(story.Write([Revision.Change(story.Elements[organization.Ref], organization with { Acronym = null })]));
        Assert.Equal([["OFFERS", "confirmed"]], await RelationsAsync());
        Assert.Equal(4, (await store.RowsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Sealed_text_stands_in_no_property()
    {
        await AppendAsync(story.Write(Story.OneOfEach().Select(Revision.Create)));
        await AppendAsync(story.Rename(1, "Renamed"));
        const string holding = "MATCH (n) WHERE any(k IN keys(n) WHERE toStringOrNull(n[k]) CONTAINS $text) RETURN count(n)";
        Assert.Equal(0L, (await server.RunAsync(holding, ("text", "Kenanga")))[0][0]);
        Assert.NotEqual(0L, (await server.RunAsync(holding, ("text", "Renamed")))[0][0]);
    }

    [Fact]
    public async Task A_new_tie_type_brings_its_constraint()
    {
        await server.RunAsync("DROP CONSTRAINT hosts_id IF EXISTS");
        await AppendAsync(story.Write([Revision.Create(new TermDraft { Taxonomy = "tie_type", Code = "hosts", LabelId = "x", LabelEn = "x", Provenance = Told }.Check().Value)]));
        Assert.Equal(1L, await OneAsync("SHOW CONSTRAINTS YIELD name WHERE name = 'hosts_id' RETURN count(*)"));
    }

    /// <summary>The relationships that go out from organizations, by what the database calls each.</summary>
    private async Task<List<string>> OwnedAsync() => (await server.RunAsync("MATCH (:Organization)-[r]->() RETURN elementId(r) ORDER BY elementId(r)")).Select(r => (string)r[0]!).ToList();

    [Fact]
    public async Task Days_points_and_numbers_are_what_they_are_and_no_text()
    {
        var need = new NeedDraft { Id = "00000008-0000-0000-0000-000000000002", Region = "33.73", Women = 5, Year = 2025, Indicators = new Dictionary<string, double> { ["access"] = 1, ["support"] = 0.25 }, Provenance = Told with { LastVerified = new DateOnly(2026, 3, 1) } };
        var region = new RegionDraft { Id = "33.73", Name = "Salatiga", Point = new GeoPointDraft { Longitude = 110, Latitude = -7.33 }, Provenance = Told };
        await AppendAsync(story.Write([Revision.Create(need.Check().Value), Revision.Create(region.Check().Value)]));
        const string types = "MATCH (n:Need {women: 5}) RETURN valueType(n.women), valueType(n.access), valueType(n.support), valueType(n.lastVerified)";
        Assert.Equal(["INTEGER", "FLOAT", "FLOAT", "DATE"], (await server.RunAsync(types))[0].Select(t => ((string)t!).Split(' ')[0]));
        Assert.Equal(1L, await OneAsync("MATCH (r:Region) WHERE point.distance(r.point, point({longitude: 110.0, latitude: -7.33})) < 1 RETURN count(r)"));
    }

    [Fact]
    public async Task A_change_in_place_keeps_what_it_does_not_say_and_takes_away_what_went()
    {
        var region = new RegionDraft { Id = "33.73", Name = "Salatiga", Bps = "3373", Point = new GeoPointDraft { Longitude = 110, Latitude = -7.33 }, Provenance = Told with { LastVerified = new DateOnly(2026, 3, 1) } };
        Task BecomeAsync(RegionDraft draft)
        {
            var element = draft.Check().Value;
            return AppendAsync(story.Write([story.Elements.TryGetValue(element.Ref, out var before) ? Revision.Change(before, element) : Revision.Create(element)]));
        }

        await BecomeAsync(region);
        await BecomeAsync(region with { Name = "Kota Salatiga", Provenance = Told with { LastVerified = new DateOnly(2026, 4, 1) } });
        const string kept = "MATCH (r:Region {name: 'Kota Salatiga', bps: '3373', version: 2, sequence: 2}) WHERE point.distance(r.point, point({longitude: 110.0, latitude: -7.33})) < 1";
        Assert.Equal(1L, await OneAsync($"{kept} AND r.lastVerified = date('2026-04-01') RETURN count(r)"));
        await BecomeAsync(region with { Point = region.Point with { Latitude = -7.5 } });
        Assert.Equal(1L, await OneAsync("MATCH (r:Region {name: 'Salatiga', version: 3}) WHERE r.point.latitude = -7.5 RETURN count(r)"));
        await BecomeAsync(region with { Point = null, Provenance = Told });
        Assert.Equal(1L, await OneAsync("MATCH (r:Region {name: 'Salatiga', bps: '3373', version: 4}) WHERE r.point IS NULL AND r.lastVerified IS NULL RETURN count(r)"));
    }

    private async Task AppendAsync(params StoredEntry[] group) => Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, group, Cancellation));

    private StoredEntry Tie(string type, int from, int to, string status)
    {
        var tie = (Tie)new TieDraft
        {
            Id = "00000007-0000-0000-0000-000000000001", Type = type, Status = status, Audience = "public", Provenance = Told,
            From = Story.Organization(from).Ref.Id, To = Story.Organization(to).Ref.Id,
        }.Check().Value;
        return story.Write([story.Elements.TryGetValue(tie.Ref, out var before) ? Revision.Change(before, tie) : Revision.Create(tie)]);
    }

    private static Organization Make(OrganizationDraft draft) => (Organization)(draft with { Id = Story.Organization(1).Ref.Id, Region = draft.Region ?? "33.74", Provenance = Told }).Check().Value;

    private async Task<List<string[]>> RelationsAsync()
    {
        Assert.Empty(await server.RunAsync(await File.ReadAllTextAsync(Path.Combine(Neo4jServer.Seed, "queries", "10-ties-agree.cypher"), Cancellation)));
        return [.. (await server.RunAsync("MATCH (:Organization)-[r]->(:Organization) RETURN type(r), r.status")).Select(r => new[] { (string)r[0]!, (string)r[1]! })];
    }

    private async Task<object?> OneAsync(string question) => (await server.RunAsync(question, ("text", Hostile)))[0][0];
}
