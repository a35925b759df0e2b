using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Graph.Text;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph;

/// <summary>After a start the public projection shares its arrays with the whole network. What is changed afterwards shows in the one that it is for, and only there.</summary>
public sealed class LoadedSnapshotTests
{
    [Property(MaxTest = 100)]
    public void Both_projections_of_a_loaded_network_go_on_as_if_they_had_been_loaded_so(int seed, byte size)
    {
        var organizations = 20 + (size % 60);
        var start = NetworkSnapshot.Load(Elements(seed, organizations), 1);
        var (full, open) = (Answers(start.Full), Answers(start.Public));
        var snapshot = start;
        foreach (var sequence in Enumerable.Range(2, 4))
        {
            snapshot = snapshot.After(Change(snapshot.Full, Elements(seed + sequence, organizations), sequence), new EditScope()).Next;
        }

        var loaded = NetworkSnapshot.Load(Elements(seed + 5, organizations), 5);
        Assert.Equal(Answers(loaded.Full), Answers(snapshot.Full));
        Assert.Equal(Answers(loaded.Public), Answers(snapshot.Public));
        Assert.Equal(full, Answers(start.Full));
        Assert.Equal(open, Answers(start.Public));
    }

    /// <summary>Behind the end of an array that both share there is room for one, and only one of the two projections may take it.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    public void What_only_one_projection_shows_is_not_written_over_by_the_other(int there)
    {
        Sketch Of(int organizations) => Enumerable.Range(0, organizations).Aggregate(
            new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("33", 110, -7), (s, i) => s.Organization(i, region: "33", with: o => o with { Precision = i == there ? Precision.Hidden : Precision.Exact }));
        var wanted = Of(there + 2).Graph().All(ElementKind.Organization).ToList();
        var snapshot = Of(there).Snapshot();
        foreach (var (i, element) in wanted.Skip(there).Index())
        {
            snapshot = snapshot.After(Change(snapshot.Full, [element], 2 + i), new EditScope()).Next;
        }

        var region = snapshot.Full.HandleOf(RegionCode.Of("33"));
        Assert.Equal(Names(snapshot.Full, [.. Enumerable.Range(0, there + 2)]), Names(snapshot.Full, snapshot.Full.OrganizationsIn(region)));
        Assert.Equal(Names(snapshot.Full, [.. Enumerable.Range(0, there + 2).Where(i => i != there)]), Names(snapshot.Public, snapshot.Public.OrganizationsIn(region)));
    }

    /// <summary>The same organizations each time, so that nothing has to be removed; what is said of them differs, and what of it is hidden.</summary>
    private static List<Element> Elements(int seed, int organizations)
    {
        var random = new Random(seed);
        var sketch = new Sketch().Terms(Taxonomy.Issue, RandomNetwork.Issues).Terms(Taxonomy.ActorKind, RandomNetwork.Kinds).TieType("partners_with", 0.9, symmetric: true);
        foreach (var (i, code) in RandomNetwork.Regions.Index())
        {
            sketch.Region(code, 110 + (0.1 * i), -7);
        }

        for (var i = 0; i < organizations; i++)
        {
            sketch.Organization(i, RandomNetwork.Kinds[random.Next(4)], RandomNetwork.Regions[random.Next(3)], o => o with
            {
                Name = "Kelompok " + "melati mawar kenanga".Split(' ')[random.Next(3)],
                Issues = [.. RandomNetwork.Some(random, RandomNetwork.Issues, 3).Select(Code.Of)],
                Precision = random.Next(12) == 0 ? Precision.Hidden : Precision.Exact,
            });
        }

        for (var i = 1; i < organizations; i++)
        {
            sketch.Tie(random.Next(i), i, with: t => t with { Audience = (TieAudience)random.Next(3), Id = new TieId(Sketch.Guid(900_000 + i)) });
        }

        // They come in another order each time: that says nothing of where somebody stands.
        foreach (var i in Enumerable.Range(0, organizations * 2).OrderBy(_ => random.Next()))
        {
            sketch.Add(new Place
            {
                Id = new PlaceId(Sketch.Guid(800_000 + i)), Organization = Sketch.Id(i % (organizations / 2)), Name = "Tempat", Region = RegionCode.Of(RandomNetwork.Regions[0]), Provenance = Sketch.Somebody,
                Point = new GeoPoint(110 + (random.Next(100) / 100.0), -7), Precision = Precision.Exact, Main = random.Next(3) == 0,
            });
        }

        var graph = sketch.Graph();
        return [.. new[] { ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Place, ElementKind.Tie }.SelectMany(graph.All)];
    }

    private static Changeset Change(NetworkGraph now, List<Element> wanted, long sequence) => new()
    {
        Sequence = sequence,
        At = DateTimeOffset.UnixEpoch,
        Attribution = new Attribution("test"),
        Revisions = [.. wanted.Select(e => now.Find(e.Ref) is { } before ? Revision.Change(before, e) : Revision.Create(e))],
    };

    private static List<string> Answers(NetworkGraph graph)
    {
        var answers = new List<string>();
        answers.AddRange(RandomNetwork.Issues.Select(i => Names(graph, graph.OrganizationsWith(Taxonomy.Issue, Code.Of(i)))));
        answers.AddRange(RandomNetwork.Regions.Select(r => Names(graph, graph.HandleOf(RegionCode.Of(r)) is >= 0 and var handle ? graph.OrganizationsIn(handle) : [])));
        answers.AddRange("kelompok melati mawar kenanga".Split(' ').Select(w => string.Join(',', NameSearch.Find(graph, w, FoundKind.Organization, 100).Select(f => f.Element.Ref.Id).Order(StringComparer.Ordinal))));
        answers.AddRange(graph.All(ElementKind.Organization).Cast<Organization>().Select(o => $"{o.Id}: {string.Join(',', graph.TiesOf(o.Id).Select(t => t.Id.ToString()).Order(StringComparer.Ordinal))} {graph.PositionOf(graph.HandleOf(o.Id))}").Order(StringComparer.Ordinal));
        return answers;
    }

    private static string Names(NetworkGraph graph, ReadOnlySpan<int> handles) => string.Join(',', handles.ToArray().Select(h => graph.OrganizationAt(h)!.Id.ToString()).Order(StringComparer.Ordinal));
}
