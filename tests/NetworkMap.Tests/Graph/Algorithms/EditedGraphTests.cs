using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>The indexes of the three jobs change with the graph: what was edited answers like what was loaded so.</summary>
public sealed class EditedGraphTests
{
    [Property(MaxTest = 200)]
    public void An_edited_graph_answers_like_one_that_was_loaded_so(int seed, byte size)
    {
        var organizations = 2 + (size % 12);
        var (before, after) = (RandomNetwork.Of(seed, organizations).Graph(), RandomNetwork.Of(seed + 1, organizations).Graph());
        var untouched = Answers(before);

        var edited = Become(before, after);

        Assert.Equal(Answers(after), Answers(edited));
        Assert.Equal(untouched, Answers(before));
        Assert.Equal(after.OrganizationCount, edited.OrganizationCount);
    }

    private static NetworkGraph Become(NetworkGraph before, NetworkGraph after)
    {
        var scope = new EditScope();
        var graph = before;
        foreach (var kind in new[] { ElementKind.Tie, ElementKind.Need, ElementKind.Service })
        {
            foreach (var gone in before.All(kind).Where(e => after.Find(e.Ref) is null).ToList())
            {
                graph = graph.With(gone.Ref, null, scope);
            }
        }

        foreach (var kind in new[] { ElementKind.Term, ElementKind.Region, ElementKind.Service, ElementKind.Organization, ElementKind.Tie, ElementKind.Need })
        {
            foreach (var element in after.All(kind).ToList())
            {
                graph = graph.With(element.Ref, element, scope);
            }
        }

        return graph;
    }

    private static List<string> Answers(NetworkGraph graph)
    {
        var answers = new List<string>();
        foreach (var axis in Enum.GetValues<CoverageAxis>())
        {
            foreach (var level in new[] { RegionLevel.Province, RegionLevel.Regency, RegionLevel.District })
            {
                var matrix = Coverage.Matrix(graph, new CoverageOptions { Axis = axis, Level = level, At = Sketch.Today }, CancellationToken.None);
                answers.AddRange(matrix.Rows.Select(r => $"{r.Region.Code} {string.Join('|', r.Cells.Select(c => $"{c.Services} {c.Capacity:F6} {c.WithoutCapacity} {c.Need}"))}"));
            }
        }

        var suggested = Partners.Suggest(graph, new PartnerOptions { For = Sketch.Id(0), At = Sketch.Today }, CancellationToken.None)!;
        answers.AddRange(suggested.Items.Select(i => $"{i.Score:F6}"));
        var introduced = Introductions.Find(graph, new IntroductionOptions { From = Sketch.Id(0), To = Sketch.Id(1), At = Sketch.Today }, CancellationToken.None)!;
        answers.AddRange(introduced.Paths.Select(p => $"{p.Score:F6}"));
        answers.AddRange(ShapeOf(graph));
        return answers;
    }

    private static IEnumerable<string> ShapeOf(NetworkGraph graph)
    {
        var near = new NearestOptions { Of = new GeoPoint(110.5, -7.5), At = Sketch.Today, Kind = Code.Of("ngo"), RadiusKm = 6_000 };
        var around = new NeighbourhoodOptions { Of = Sketch.Id(0), At = Sketch.Today, Steps = 3 };
        return Nearest.Find(graph, near, CancellationToken.None).Select(n => $"{n.Organization.Id} {n.Km:F6}")
            .Concat(Neighbourhood.Find(graph, around, CancellationToken.None)!.Organizations.Select(n => $"{n.Organization.Id} {n.Steps}").Order(StringComparer.Ordinal))
            .Append($"{ShortestPath.Find(graph, Sketch.Id(0), Sketch.Id(1), Sketch.Today, CancellationToken.None)!.Ties.Count} steps");
    }
}
