using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Maps;

namespace NetworkMap.Server.Tests.Maps;

/// <summary>One feature of a tile as somebody else's reader sees it.</summary>
internal sealed record Shown(string Layer, Point At, IReadOnlyDictionary<string, object> Properties)
{
    internal int Count => Properties.TryGetValue("count", out var count) ? Convert.ToInt32(count, System.Globalization.CultureInfo.InvariantCulture) : 1;

    internal string? Text(string property) => Properties.GetValueOrDefault(property) as string;
}

/// <summary>Draws tiles, and reads them with the library that the server does not write them with.</summary>
internal static class TileReading
{
    internal static List<Shown> Read(byte[] bytes, TileAddress at)
    {
        using var stream = new MemoryStream(bytes);
        var tile = new MapboxTileReader().Read(stream, new NetTopologySuite.IO.VectorTiles.Tiles.Tile(at.Column, at.Row, at.Zoom));
        return [.. tile.Layers.SelectMany(l => l.Features.Select(f => new Shown(l.Name, (Point)f.Geometry, f.Attributes.GetNames().ToDictionary(n => n, n => f.Attributes[n], StringComparer.Ordinal))))];
    }

    internal static byte[] Draw(NetworkGraph graph, TileAddress at, Language language = Language.Indonesian) =>
        TileDrawing.Draw(new Asking(new Caller(Audience.Public, null, []), graph, new Telling(graph, language, mapper: null!)), at);

    /// <summary>Every tile of a zoom that shows anybody.</summary>
    internal static IEnumerable<TileAddress> TilesOf(MapTree map, int zoom) => map.CellsIn(0, 0, 0, 32)
        .Select(c => zoom == 0 ? default : new TileAddress(zoom, (int)(c.X >> (32 - zoom)), (int)(c.Y >> (32 - zoom)))).Distinct();
}
