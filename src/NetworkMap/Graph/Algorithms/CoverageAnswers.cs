using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Regions of a level times terms of an axis.</summary>
/// <param name="Terms">The columns, in the order of the taxonomy.</param>
/// <param name="Rows">In the order of region codes.</param>
public sealed record CoverageMatrix(IReadOnlyList<Term> Terms, IReadOnlyList<CoverageRow> Rows)
{
    /// <summary>How many cells stand so.</summary>
    public int Count(CoverageState state) => Rows.Sum(r => r.Cells.Count(c => c.State == state));
}

/// <summary>One region; its cells in the order of the terms.</summary>
public sealed record CoverageRow(Region Region, IReadOnlyList<CoverageCell> Cells);

/// <summary>A cell that is thin or has nobody, with need unmet.</summary>
public sealed record CoverageGap(Region Region, Term Term, CoverageCell Cell);

/// <summary>A cell with everything that it counts.</summary>
/// <param name="Parts">Who serves parts of the region without covering it: they count for nothing here, and whoever says that there is nobody says them too.</param>
public sealed record CoverageDetail(
    Region Region, Term Term, CoverageCell Cell, IReadOnlyList<CoveringService> Services, IReadOnlyList<Need> Needs, IReadOnlyList<PartService> Parts);

/// <summary>A service that states areas inside a region, and covers none of its own level with them.</summary>
/// <param name="Regions">The areas that it states there and that hold on the day, by code.</param>
/// <param name="DeliveredBy">Organizations that deliver it by a confirmed tie that holds on the day.</param>
public sealed record PartService(Service Service, Organization Organization, IReadOnlyList<Region> Regions, IReadOnlyList<Organization> DeliveredBy);

/// <summary>A service that covers a cell.</summary>
/// <param name="Area">The statement by which it does: the finest one.</param>
/// <param name="Regions">How many regions of the level it covers on the day.</param>
/// <param name="Share">Its capacity divided by them; null when unknown.</param>
/// <param name="DeliveredBy">Organizations that deliver it by a confirmed tie that holds on the day.</param>
public sealed record CoveringService(Service Service, Organization Organization, ServiceArea Area, int Regions, double? Share, IReadOnlyList<Organization> DeliveredBy);

/// <summary>Somebody who does elsewhere what a cell lacks.</summary>
/// <param name="Services">The services by which it does.</param>
/// <param name="Km">Kilometres from the region's point to where it stands; null when one of them is not known.</param>
/// <param name="SpareCapacity">Room left in them, people a year; null when unknown.</param>
/// <param name="WouldCover">How much of the unmet need that room is; null when either is unknown.</param>
/// <param name="Unmet">The unmet need of the cell; null when unknown.</param>
/// <param name="Inside">Where in the region it does so already, by code; empty when only outside of it.</param>
/// <param name="IsAtMost">True when parts of the region are served and the whole is not, so that the unmet need is no more than a ceiling.</param>
public sealed record CoverageHelp(
    Organization Organization, IReadOnlyList<Service> Services, double? Km, int? SpareCapacity, int? WouldCover, int? Unmet, IReadOnlyList<Region> Inside, bool IsAtMost);
