using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Maps;

/// <summary>What a tile shows of a projection: the layer <c>cells</c>, each with its count, the count of each family (<c>f0</c> to <c>f5</c>, none for zero) and the
/// dominant one, and the layer <c>organizations</c>, each by itself.</summary>
/// <remarks>Below zoom 12 a tile has at most 16 x 16 cells, and those whose signs would lie on each other are one (<see cref="TileSign"/>); a sign of
/// one is drawn as the organization. From zoom 12 each point has a sign of its own: more than <see cref="Ring"/> on one point, such as those of whom only the regency is told, stay a cell that says how many they are and which region they are in; up
/// to that number they carry their <c>slot</c>, so that the map can lay them around their point. Until the last zoom those that would lie on each other are still one cell; there everybody is drawn alone. Where there are more than <see cref="MostPoints"/> points, or than
/// <see cref="MostApart"/> before the last zoom, and where a tile would be larger than <see cref="Limit"/>, it is drawn in coarser cells.</remarks>
internal static class TileDrawing
{
    /// <summary>No tile is larger, in bytes before compression.</summary>
    internal const int Limit = 500_000;

    /// <summary>How many organizations on one point are still drawn one by one.</summary>
    internal const int Ring = 8;

    private const int PointsFrom = 12;
    private const int AloneFrom = TileAddress.LastZoom;
    private const int Points = 32;
    private const int Halvings = 4;
    private const int MostPoints = 1024;
    private const int MostApart = 256;
    private const int LongestName = 100;

    internal static byte[] Draw(Asking asking, TileAddress at)
    {
        for (var levels = at.Zoom < PointsFrom ? Halvings : Points; ; levels = Math.Min(levels - 1, Halvings))
        {
            var cells = asking.Graph.Map.CellsIn(at.Zoom, at.Column, at.Row, levels);
            if (levels == Points && cells.Count > (at.Zoom < AloneFrom ? MostApart : MostPoints))
            {
                continue;
            }

            var tile = Write(asking, at, cells);
            if (tile.Length <= Limit || levels == 0)
            {
                return tile;
            }
        }
    }

    private static byte[] Write(Asking asking, TileAddress at, IReadOnlyList<MapCell> cells)
    {
        var (gathered, alone) = (new TileLayer("cells"), new TileLayer("organizations"));
        foreach (var sign in at.Zoom < AloneFrom ? TileSign.Apart(cells, at, at.Zoom < PointsFrom ? 1 : Ring) : TileSign.Each(cells, at))
        {
            if (sign.Count == 1 || (at.Zoom >= PointsFrom && sign is { IsPoint: true, Count: <= Ring }))
            {
                PutAlone(alone, asking, sign);
            }
            else
            {
                Put(gathered, asking, at, sign);
            }
        }

        var tile = new TileBytes();
        gathered.AddTo(tile);
        alone.AddTo(tile);
        return tile.ToArray();
    }

    private static void Put(TileLayer layer, Asking asking, TileAddress at, TileSign sign)
    {
        layer.Set("count", sign.Count);
        for (var family = 0; family < MapCell.Families; family++)
        {
            if (sign.CountOf((Family)family) is > 0 and var count)
            {
                layer.Set(CountKeys[family], count);
            }
        }

        layer.Set("dominant", Names<Family>.Of(sign.Dominant));
        if (at.Zoom >= PointsFrom && sign.IsPoint && RegionOf(asking, sign.Cell) is { } region)
        {
            layer.Set("region", region.Value);
            layer.Set("regionName", asking.Telling.RegionName(region)!);
        }

        layer.Put(sign.X, sign.Y);
    }

    private static readonly string[] CountKeys = [.. Enumerable.Range(0, MapCell.Families).Select(i => "f" + i)];

    private static void PutAlone(TileLayer layer, Asking asking, TileSign sign)
    {
        var slot = 0;
        foreach (var handle in asking.Graph.StandingOn(sign.Cell))
        {
            Describe(layer, asking, handle);
            if (sign.Count > 1)
            {
                layer.Set("slot", slot++);
                layer.Set("of", sign.Count);
            }

            layer.Put(sign.X, sign.Y);
        }
    }

    private static void Describe(TileLayer layer, Asking asking, int handle)
    {
        var organization = asking.Graph.OrganizationAt(handle)!;
        layer.Set("id", organization.Id.ToString());
        layer.Set("name", Shortened(organization.Name));
        layer.Set("family", asking.Telling.FamilyOf(organization));
        layer.Set("actorKind", organization.ActorKind.Value);
        layer.Set("kindLabel", asking.Telling.Label(Taxonomy.ActorKind, organization.ActorKind));
        if (asking.Telling.RegionName(organization.Region) is { } region)
        {
            layer.Set("regionName", region);
        }

        if (asking.Telling.RegencyName(organization.Region) is { } regency)
        {
            layer.Set("regencyName", regency);
        }

        if (asking.Graph.PositionOf(handle) is { RadiusKm: > 0 and var radius })
        {
            layer.Set("radiusKm", (int)Math.Round(radius));
        }

        if (organization.Mediates)
        {
            layer.Set("mediates");
        }

        if (organization.Provenance.Example)
        {
            layer.Set("example");
        }
    }

    private static string Shortened(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var end = char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1;
        return name[..end] + "…";
    }

    /// <summary>The finest region that all on a point are told to be in.</summary>
    private static RegionCode? RegionOf(Asking asking, MapCell point)
    {
        RegionCode? all = null;
        foreach (var handle in asking.Graph.StandingOn(point))
        {
            if (asking.Graph.OrganizationAt(handle)?.Region is not { } region)
            {
                return null;
            }

            for (all ??= region; all is { } held && !held.Holds(region); all = held.Parent)
            {
            }

            if (all is null)
            {
                return null;
            }
        }

        return all;
    }
}
