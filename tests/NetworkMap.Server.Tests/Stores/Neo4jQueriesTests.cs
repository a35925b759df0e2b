using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>The ten questions of <c>graph-seed/queries</c> on the demonstration network, answered by Neo4j as they are by walking the network in memory.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jQueriesTests(Neo4jServer server) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private NetworkGraph graph = NetworkGraph.Empty();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private List<Organization> Organizations => [.. Enumerable.Range(0, graph.OrganizationLimit).Select(graph.OrganizationAt).OfType<Organization>()];

    private List<Tie> Ties => [.. Enumerable.Range(0, graph.TieLimit).Select(graph.TieAt).OfType<Tie>()];

    private ILookup<string, (string Other, Tie Tie)> Current => Around(t => t.IsCurrentOn(Day));

    public async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        var story = new Story(store.Head);
        var seed = new SeedFolder(Neo4jServer.Seed);
        string[] files = ["organizations", "places", "services", "ties", "needs"];
        var elements = seed.Terms().Concat(seed.Regions(RegionLevel.Province)).Concat(seed.Regions(RegionLevel.Regency)).Concat(files.SelectMany(f => seed.Elements($"demo/{f}.ndjson")))
            .Select(draft => draft.Check().Value).ToList();
        foreach (var part in elements.Chunk(1000))
        {
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Write(part.Select(Revision.Create))], Cancellation));
        }

        graph = NetworkGraph.Of(elements, store.Head.Sequence);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_ten_questions_are_answered_as_the_network_in_memory_does()
    {
        // One test: the network is loaded once.
        await SharedIssuesAsync();
        await NeedsMetAsync();
        await IntroductionsAsync();
        await CoverageGapsAsync();
        await NearestAsync();
        await SupplyChainAsync();
        await AroundAsync();
        await OnlyLinkAsync();
        await StaleTiesAsync();
        await TiesAgreeAsync();
    }

    private async Task SharedIssuesAsync()
    {
        var she = Organizations.MaxBy(o => (o.Issues.Length, o.Id.ToString()))!;
        var partners = Current[she.Id.ToString()].Select(t => t.Other).ToHashSet(StringComparer.Ordinal);
        var expected = Organizations.Where(o => o.Id != she.Id && o.Retired is null && !partners.Contains(o.Id.ToString()) && o.Issues.Intersect(she.Issues).Any())
            .Select(o => (o.Id, Shared: o.Issues.Intersect(she.Issues).ToList()))
            .ToDictionary(o => o.Id.ToString(), o => FormattableString.Invariant($"{Joined(o.Shared)} {o.Shared.Sum(i => 1 / Math.Log(1 + graph.OrganizationsWith(Code.Of("issue"), i).Length)):0.000000}"), StringComparer.Ordinal);
        var rows = await AskAsync("01-shared-issues", ("organization", she.Id.ToString()), ("at", Day), ("limit", 5000));
        Assert.NotEmpty(rows);
        Assert.Equal(Sorted(expected), Sorted(rows.ToDictionary(r => Text(r[0]), r => FormattableString.Invariant($"{Joined(r[2])} {r[3]:0.000000}"), StringComparer.Ordinal)));
        Assert.Equal(rows.Select(r => r[3]).OrderByDescending(w => w), rows.Select(r => r[3]));
    }

    private async Task NeedsMetAsync()
    {
        var she = Organizations.MaxBy(o => (Math.Min(o.Needs.Length, 1) + o.Offers.Length, o.Id.ToString()))!;
        var expected = Organizations.Where(o => o.Id != she.Id && o.Retired is null)
            .Select(o => (o.Id, Gives: o.Offers.Intersect(she.Needs).ToList(), Takes: o.Needs.Intersect(she.Offers).ToList())).Where(o => o.Gives.Count + o.Takes.Count > 0)
            .ToDictionary(o => o.Id.ToString(), o => $"{Joined(o.Gives)}|{Joined(o.Takes)}", StringComparer.Ordinal);
        var rows = await AskAsync("02-needs-met", ("organization", she.Id.ToString()), ("limit", 5000));
        Assert.NotEmpty(rows);
        Assert.Equal(Sorted(expected), Sorted(rows.ToDictionary(r => Text(r[0]), r => $"{Joined(r[2])}|{Joined(r[3])}", StringComparer.Ordinal)));
    }

    private async Task IntroductionsAsync()
    {
        var current = Current;
        var from = Organizations.First(o => current[o.Id.ToString()].Any()).Id.ToString();
        var (to, length) = Steps(from, 4, id => current[id].Select(t => t.Other)).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).First();
        var rows = await AskAsync("03-introductions", ("from", from), ("to", to), ("at", Day));
        Assert.InRange(rows.Count, 1, 5);
        Assert.All(rows, row =>
        {
            var names = ((List<object?>)row[0]!).Select(Text).ToList();
            Assert.Equal(length, names.Count - 1);
            Assert.All(names.Zip(names.Skip(1)), pair => Assert.Contains(current, group => Name(group.Key) == pair.First && group.Any(t => Name(t.Other) == pair.Second)));
        });
    }

    private async Task CoverageGapsAsync()
    {
        var (province, term) = (RegionCode.Of("33"), Code.Of("mediation_service"));
        var services = Enumerable.Range(0, graph.ServiceLimit).Select(graph.ServiceAt).OfType<Service>().Where(s => s.Terms.Contains(term) && s.Status == ServiceStatus.Active && s.Valid.Contains(Day)).ToList();
        var needs = Enumerable.Range(0, graph.NeedLimit).Select(graph.NeedAt).OfType<Need>().Where(n => n.Terms.IsEmpty || n.Terms.Contains(term)).ToList();
        var expected = Enumerable.Range(0, graph.RegionLimit).Select(graph.RegionAt).OfType<Region>().Where(r => r.Code.Parent == province)
            .Where(r => !services.Exists(s => s.Areas.Any(a => a.Valid.Contains(Day) && (a.Region == r.Code || (a.Region == province && a.WithSubregions)))))
            .ToDictionary(r => r.Code.Value, r => needs.Where(n => n.Region == r.Code).ToList() is { Count: > 0 } there ? $"{there.Sum(n => n.Total ?? 0)}" : "unknown", StringComparer.Ordinal);
        var rows = await AskAsync("04-coverage-gaps", ("province", province.Value), ("term", term.Value), ("at", Day));
        Assert.NotEmpty(rows);
        Assert.Equal(Sorted(expected), Sorted(rows.ToDictionary(r => Text(r[0]), r => r[2]?.ToString() ?? "unknown", StringComparer.Ordinal)));
    }

    private async Task NearestAsync()
    {
        var here = new GeoPoint(110.42, -6.99);
        var expected = Organizations.Where(o => o.ActorKind.Value == "ngo" && o.Retired is null)
            .SelectMany(o => graph.PlacesOf(o.Id).Where(p => !p.Home && p.Precision == Precision.Exact && p.Point is not null).Select(p => (Id: o.Id.ToString(), Km: p.Point!.Value.KilometresTo(here))))
            .GroupBy(p => p.Id, StringComparer.Ordinal).Select(g => (Id: g.Key, Km: g.Min(p => p.Km))).OrderBy(p => p.Km).Take(5).ToList();
        var rows = await AskAsync("05-nearest", ("longitude", here.Longitude), ("latitude", here.Latitude), ("kind", "ngo"), ("withinKm", 5000), ("limit", 5));
        Assert.Equal(5, rows.Count);
        Assert.Equal(expected.Select(e => e.Id), rows.Select(r => Text(r[0])));
        Assert.All(expected.Zip(rows), pair => Assert.InRange(Convert.ToDouble(pair.Second[2], null), pair.First.Km * 0.995, pair.First.Km * 1.005));
    }

    private async Task SupplyChainAsync()
    {
        var down = Ties.Where(t => t.Type.Value == "supplies_work_to" && t.Status != TieStatus.Ended).ToLookup(t => t.From.ToString(), t => t.To.ToString(), StringComparer.Ordinal);
        var groups = Organizations.Where(o => o.ActorKind == Organization.HomeWorkerOrganization).Select(o => o.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> Reached(string company) => Steps(company, 5, id => down[id]).Where(s => groups.Contains(s.Key)).ToDictionary(s => s.Key, s => $"{s.Value} steps", StringComparer.Ordinal);
        var company = down.Select(g => g.Key).MaxBy(id => (Reached(id).Count, id))!;
        var rows = await AskAsync("06-supply-chain", ("company", company));
        Assert.NotEmpty(rows);
        Assert.Equal(Sorted(Reached(company)), Sorted(rows.ToDictionary(r => Text(r[0]), r => $"{r[2]} steps", StringComparer.Ordinal)));
    }

    private async Task AroundAsync()
    {
        var around = Around(t => t.Status != TieStatus.Ended);
        var she = around.MaxBy(g => (g.Count(), g.Key))!.Key;
        var rows = await AskAsync("07-around", ("organization", she), ("limit", 5000));
        Assert.NotEmpty(rows);
        Assert.Equal(Sorted(Steps(she, 2, id => around[id].Select(t => t.Other)).ToDictionary(s => s.Key, s => $"{s.Value}", StringComparer.Ordinal)), Sorted(rows.ToDictionary(r => Text(r[0]), r => $"{r[2]}", StringComparer.Ordinal)));
    }

    private async Task OnlyLinkAsync()
    {
        var helping = Around(t => t.IsCurrentOn(Day) && t.Type.Value != "supplies_work_to");
        var groups = Organizations.Where(o => o.ActorKind == Organization.HomeWorkerOrganization).Select(o => o.Id.ToString()).ToList();
        var lost = groups.Where(g => helping[g].Select(t => t.Other).Distinct(StringComparer.Ordinal).Count() == 1).ToLookup(g => helping[g].First().Other, StringComparer.Ordinal);
        var she = lost.MaxBy(g => (g.Count(), g.Key))!.Key;
        var rows = await AskAsync("08-only-link", ("organization", she), ("at", Day));
        Assert.NotEmpty(rows);
        Assert.Equal(lost[she].Order(StringComparer.Ordinal), rows.Select(r => Text(r[0])));
    }

    private async Task StaleTiesAsync()
    {
        var since = new DateOnly(2025, 6, 1);
        var expected = Ties.Where(t => t.Status == TieStatus.Confirmed && !(t.Provenance.LastVerified >= since)).Select(t => t.Id.ToString()).Order(StringComparer.Ordinal);
        var rows = await AskAsync("09-stale-ties", ("since", since), ("limit", 5000));
        Assert.NotEmpty(rows);
        Assert.Equal(expected, rows.Select(r => Text(r[0])).Order(StringComparer.Ordinal));
    }

    private async Task TiesAgreeAsync()
    {
        Assert.Empty(await AskAsync("10-ties-agree"));
        await server.RunAsync("MATCH (:Organization)-[r:PARTNERS_WITH]->() WITH r LIMIT 1 SET r.status = 'planted'");
        Assert.Single(await AskAsync("10-ties-agree"));
    }

    /// <summary>Days go as text, as they do from whoever asks over HTTP.</summary>
    private async Task<IReadOnlyList<object?[]>> AskAsync(string question, params (string Name, object? Value)[] parameters) =>
        await server.RunAsync(await File.ReadAllTextAsync(Path.Combine(Neo4jServer.Seed, "queries", question + ".cypher"), Cancellation),
            [.. parameters.Select(p => (p.Name, p.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : p.Value))]);

    private ILookup<string, (string Other, Tie Tie)> Around(Func<Tie, bool> counts) =>
        Ties.Where(counts).SelectMany(t => new[] { (At: t.From.ToString(), Other: t.To.ToString(), Tie: t), (At: t.To.ToString(), Other: t.From.ToString(), Tie: t) }).ToLookup(t => t.At, t => (t.Other, t.Tie), StringComparer.Ordinal);

    /// <summary>The fewest steps to everything within a limit, without the start.</summary>
    private static Dictionary<string, int> Steps(string start, int most, Func<string, IEnumerable<string>> next)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        var edge = new List<string> { start };
        for (var step = 1; step <= most; step++)
        {
            edge = [.. edge.SelectMany(next).Distinct(StringComparer.Ordinal).Where(id => found.TryAdd(id, step))];
        }

        found.Remove(start);
        return found;
    }

    private string Name(string id) => graph.OrganizationAt(graph.HandleOf(new OrganizationId(Guid.Parse(id))))!.Name;

    private static IEnumerable<string> Sorted(Dictionary<string, string> answers) => answers.Select(a => $"{a.Key} {a.Value}").Order(StringComparer.Ordinal);

    private static string Joined(IEnumerable<Code> codes) => string.Join(',', codes.Select(c => c.Value).Order(StringComparer.Ordinal));

    private static string Joined(object? codes) => string.Join(',', ((List<object?>)codes!).Select(Text).Order(StringComparer.Ordinal));

    private static string Text(object? value) => (string)value!;
}
