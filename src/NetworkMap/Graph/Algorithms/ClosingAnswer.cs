using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Which gaps are to be closed, by how many, and from how far.</summary>
public sealed record ClosingOptions
{
    /// <summary>The cells among which the gaps are.</summary>
    public required CoverageOptions Cells { get; init; }

    /// <summary>At most so many organizations.</summary>
    public int Count { get; init; } = 5;

    /// <summary>No further away than this, in kilometres; who does it in parts of a region already is near.</summary>
    public double WithinKm { get; init; } = 150;

    /// <summary>So many of those who could do something are listed beside the set.</summary>
    public int Listed { get; init; } = 20;
}

/// <summary>Who together would close the most of some gaps (see <see cref="Closing"/>).</summary>
/// <param name="Gaps">The gaps, the greatest unmet need first.</param>
/// <param name="Unmet">Home workers in them whom nobody serves, as far as that is told.</param>
/// <param name="Chosen">The set, in the order in which it was chosen: each adds the most to those before.</param>
/// <param name="Others">Who else could do something, by what each would do alone.</param>
/// <param name="Able">How many organizations could do something for at least one of the gaps.</param>
/// <param name="Unplaced">How many more offer it, of whom it is not told where they are.</param>
/// <param name="Looked">How many cells were looked at.</param>
/// <param name="Unasked">In how many of them no need is on record, so that nothing can be said of a gap.</param>
public sealed record ClosingAnswer(
    IReadOnlyList<CoverageGap> Gaps, long Unmet, IReadOnlyList<ClosingPick> Chosen, IReadOnlyList<ClosingPick> Others, int Able, int Unplaced, int Looked, int Unasked)
{
    /// <summary>Home workers whom the set would serve, within its room.</summary>
    public long Covered => Chosen.Sum(c => c.Covers);

    /// <summary>The gaps in which the room of the set serves somebody.</summary>
    public int Served => Chosen.SelectMany(c => c.Cells).Where(c => c.People > 0).Select(c => c.Gap).Distinct().Count();

    /// <summary>The gaps for which somebody of the set could do something.</summary>
    public int Reached => Chosen.SelectMany(c => c.Cells).Select(c => c.Gap).Distinct().Count();
}

/// <summary>What one organization would do.</summary>
/// <param name="Services">The services by which it would.</param>
/// <param name="Covers">Home workers whom its room would serve, beside the others of the set; 0 when its room is not known.</param>
/// <param name="Spare">Its room in these services, people a year; null when one of them states none.</param>
/// <param name="Cells">The gaps it could do something for.</param>
public sealed record ClosingPick(Organization Organization, IReadOnlyList<Service> Services, long Covers, long? Spare, IReadOnlyList<ClosingCell> Cells);

/// <summary>One gap that an organization could do something for.</summary>
/// <param name="Gap">Which one, by its place among the gaps.</param>
/// <param name="People">Home workers of it whom its room would serve in this set; others of the set, or no room, may leave 0.</param>
/// <param name="Km">How far it is, in kilometres; null where it serves a part of the region and it is not told from where.</param>
public sealed record ClosingCell(int Gap, long People, double? Km);
