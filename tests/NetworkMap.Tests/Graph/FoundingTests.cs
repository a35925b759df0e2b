using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Tests.Graph;

/// <summary>A network that was loaded at once is the one that the changes led to, in every projection, and changes on like it.</summary>
public sealed class FoundingTests
{
    [Property(MaxTest = 150)]
    public void A_loaded_network_shows_what_the_changes_led_to(int[][] steps)
    {
        var tale = Told(steps);

        var loaded = Loaded(tale);

        Assert.Equal(Description.Of(tale.Latest.Full), Description.Of(loaded.Full));
        Assert.Equal(Description.Of(tale.Latest.Public), Description.Of(loaded.Public));
        Assert.Equal(OnTheMap(tale.Latest.Public), OnTheMap(loaded.Public));
        Assert.Equal(Indexed(tale.Latest.Public), Indexed(loaded.Public));
    }

    [Property(MaxTest = 100)]
    public void A_loaded_network_changes_on_and_stays_as_it_was(int[][] before, int[][] later)
    {
        var tale = Told(before);
        var loaded = Loaded(tale);
        var (full, open) = (Description.Of(loaded.Full), Description.Of(loaded.Public));
        var known = tale.Changesets.Count;
        Array.ForEach(later, tale.Go);

        var changed = tale.Changesets.Skip(known).Aggregate(loaded, (snapshot, changeset) => snapshot.After(changeset, new EditScope()).Next);

        Assert.Equal(Description.Of(tale.Latest.Full), Description.Of(changed.Full));
        Assert.Equal(Description.Of(tale.Latest.Public), Description.Of(changed.Public));
        Assert.Equal(OnTheMap(tale.Latest.Public), OnTheMap(changed.Public));
        Assert.Equal(full, Description.Of(loaded.Full));
        Assert.Equal(open, Description.Of(loaded.Public));
    }

    private static Tale Told(int[][] steps)
    {
        var tale = new Tale();
        Array.ForEach(steps, tale.Go);
        return tale;
    }

    private static NetworkSnapshot Loaded(Tale tale)
    {
        ElementKind[] order = [ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Suggestion];
        return NetworkSnapshot.Load(order.SelectMany(tale.Latest.Full.All), tale.Latest.Sequence);
    }

    /// <summary>Who is found in which square, by name of the place.</summary>
    private static List<string> OnTheMap(NetworkGraph graph) =>
        [.. Enumerable.Range(1099, 13).Select(x => MapGrid.CellOf(new GeoPoint(x / 10.0, -7))).Distinct()
            .Select(cell => string.Join(',', graph.Grid.In(cell.X, cell.Y).ToArray().Select(o => graph.OrganizationAt(o)!.Name).Order(StringComparer.Ordinal)))];

    private static List<string> Indexed(NetworkGraph graph) =>
    [
        .. Names(graph, graph.OrganizationsWith(Domain.Taxonomies.Taxonomy.ActorKind, Code.Of("ngo"))),
        .. new[] { "33", "33.74" }.SelectMany(region => Names(graph, graph.OrganizationsIn(graph.HandleOf(RegionCode.Of(region)))).Prepend(region)),
    ];

    private static List<string> Names(NetworkGraph graph, ReadOnlySpan<int> organizations) => [.. organizations.ToArray().Select(o => graph.OrganizationAt(o)!.Name).Order(StringComparer.Ordinal)];
}
