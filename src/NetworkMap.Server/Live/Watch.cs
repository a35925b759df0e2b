using System.Collections.Frozen;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain;

namespace NetworkMap.Server.Live;

/// <summary>What of the network somebody follows.</summary>
internal abstract record Watch
{
    /// <summary>True when a changed element belongs to it. An unknown reach (null) belongs to everybody.</summary>
    internal abstract bool Takes(Reach? reach);

    /// <summary>All of it.</summary>
    internal sealed record Everything : Watch
    {
        internal override bool Takes(Reach? reach) => true;
    }

    /// <summary>These organizations: themselves, their units, places and services, and the ties at either end.</summary>
    internal sealed record Organizations(FrozenSet<OrganizationId> Ids) : Watch
    {
        internal override bool Takes(Reach? reach) => reach is null || Any(reach.Organizations, Ids.Contains);
    }

    /// <summary>A region with all that lies in it: the organizations that have their seat there, what belongs to them, and the needs.</summary>
    internal sealed record InRegion(RegionCode Region) : Watch
    {
        internal override bool Takes(Reach? reach) => reach is null || Any(reach.Regions, Region.Holds);
    }

    /// <summary>A box of the map in degrees: the organizations that stand in it as the asker may know, and what belongs to them.</summary>
    internal sealed record InBox(double West, double South, double East, double North) : Watch
    {
        internal override bool Takes(Reach? reach) =>
            reach is null || Any(reach.Points, p => West <= p.Longitude && p.Longitude <= East && South <= p.Latitude && p.Latitude <= North);
    }

    private static bool Any<T>(IReadOnlyList<T> values, Func<T, bool> holds)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (holds(values[i]))
            {
                return true;
            }
        }

        return false;
    }
}
