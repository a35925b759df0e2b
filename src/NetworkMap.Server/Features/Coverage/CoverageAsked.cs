using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>Reads which cells a question is about.</summary>
internal static class CoverageAsked
{
    private static readonly RegionLevel[] Levels = [RegionLevel.Province, RegionLevel.Regency, RegionLevel.District];

    /// <summary>What <see cref="Cells"/> takes.</summary>
    internal static Parameter[] CellsTaken { get; } =
    [
        AxisTaken(),
        Parameter.Query("level", "The level of the rows.", "regency", "choice_unknown", "parent_missing") with { Choices = [.. Levels.Select(Names<RegionLevel>.Of)] },
        Parameter.Region("parent", "Only regions in this one; districts need it.", "34"),
        Parameter.Term("term", "Only this term of the axis.", "health"),
        Parameter.Term("terms", "Only these terms of the axis, with commas between them.", "health,education"),
        Parameter.At, Parameter.AsOf,
    ];

    /// <summary>What <see cref="Cell"/> takes.</summary>
    internal static Parameter[] CellTaken { get; } =
    [
        AxisTaken(),
        Parameter.Region("region", "The region of the cell.") with { Required = true },
        Parameter.Term("term", "The term of the cell.", "health") with { Required = true },
        Parameter.At, Parameter.AsOf,
    ];

    /// <summary>What the states of a cell mean, for the description of the API.</summary>
    internal static readonly string States = FormattableString.Invariant($"""
        A cell has one of four states. `covered`: at least one service states this region, on the day, and nothing known says that it is not enough; that is no promise that it is. `thin`: the capacities of all its services are known, and together they are less than {CoverageCell.ThinBelow:0%} of the known need. `nobody`: there is a need, and no service. `unknown`: neither is known. Where nobody covers the cell, `partly` says how many organizations serve a part of its region; they count for nothing in the whole.
        Where a service states no capacity (`withoutCapacity`), `capacity` is a floor, so the cell is never `thin`, and whether it is enough is not known: its sentence says so. Numbers under {Disclosure.SmallCount} point at people: `needUnder` says that the whole need is under it, and `held` how many numbers are not in the need, since they are as small or one that is could be worked out from them. Where the need is not known (`withoutNeed` counts those cells), the same holds.
        """);

    /// <summary>The axis; without one, functions.</summary>
    internal static CoverageAxis Axis(Asked asked) => asked.Checks.Choice("axis", asked.Text("axis"), CoverageAxis.HsoFunction);

    /// <summary>Rows and columns. Districts are given by province or regency only, since all of them are too many for one answer.</summary>
    internal static CoverageOptions Cells(Asked asked, NetworkGraph graph)
    {
        var axis = Axis(asked);
        var level = asked.Checks.Choice("level", asked.Text("level"), RegionLevel.Regency);
        asked.Checks.Require(Levels.Contains(level), "choice_unknown", "level", ("value", Names<RegionLevel>.Of(level)), ("choices", Levels.Select(Names<RegionLevel>.Of).ToList()));
        var parent = asked.Value("parent", RegionCode.Parse);
        asked.Known("parent", parent, graph);
        asked.Checks.Require(level != RegionLevel.District || parent is not null, "parent_missing", "parent");
        return new CoverageOptions { Axis = axis, Level = level, Parent = parent, Terms = Terms(asked, axis, graph), At = asked.At() };
    }

    /// <summary>The region and term of one cell; both must be there.</summary>
    internal static (CoverageAxis Axis, RegionCode Region, Code Term, DateOnly At) Cell(Asked asked, NetworkGraph graph)
    {
        var axis = Axis(asked);
        var region = asked.Value("region", RegionCode.Parse);
        asked.Known("region", region, graph);
        asked.Checks.Require(region is not null, "text_missing", "region");
        var term = asked.Term("term", CoverageOptions.TaxonomyOf(axis), graph);
        asked.Checks.Require(term is not null, "text_missing", "term");
        return (axis, region.GetValueOrDefault(), term.GetValueOrDefault(), asked.At());
    }

    /// <summary>The axis, for the description of the API.</summary>
    internal static Parameter AxisTaken() => Parameter.Query("axis", "What the columns are.", Names<CoverageAxis>.Of(CoverageAxis.HsoFunction), "choice_unknown") with { Choices = Names<CoverageAxis>.All };

    private static List<Code>? Terms(Asked asked, CoverageAxis axis, NetworkGraph graph)
    {
        var taxonomy = CoverageOptions.TaxonomyOf(axis);
        if (asked.Term("term", taxonomy, graph) is { } one)
        {
            return [one];
        }

        var codes = asked.Text("terms", 4000) is { } text ? asked.Checks.Codes("terms", text.Split(','), 100) : default(System.Collections.Immutable.ImmutableArray<Code>?);
        foreach (var code in codes ?? [])
        {
            asked.Checks.Require(graph.Term(taxonomy, code) is not null, "term_unknown", "terms", ("taxonomy", taxonomy.Value), ("value", code.Value));
        }

        return codes is null ? null : [.. codes];
    }
}
