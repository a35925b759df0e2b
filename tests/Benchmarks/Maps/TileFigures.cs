using System.Diagnostics;
using NetworkMap.Benchmarks.Figures;
using NetworkMap.Benchmarks.Network;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Maps;

namespace NetworkMap.Benchmarks.Maps;

/// <summary>How long a tile takes, in process and uncompressed, while changes flow: one organization goes from the map or comes back before every tenth tile.</summary>
internal static class TileFigures
{
    internal static readonly Figure[] All =
    [
        new("aggregated tile", "ms", 5, 15, s => Task.FromResult(Measure(s.Graph, 0, 11)), s => Plain(s.Graph)),
        new("tile of single organizations", "ms", null, null, s => Task.FromResult(Measure(s.Graph, 12, TileAddress.LastZoom))),
        new("largest aggregated tile", "KB", 150, null, s => Task.FromResult(Largest(s.Graph))),
    ];

    private const int TilesOfAZoom = 200;

    /// <summary>Up to 200 tiles of every zoom, each drawn once after a warm-up.</summary>
    private static Measured Measure(NetworkGraph graph, int first, int last)
    {
        var zooms = Enumerable.Range(first, last - first + 1).Select(z => TilesAt(graph.Map, z)).ToList();
        Draw(graph, zooms.SelectMany(t => t.Take(20)));
        var medians = zooms.Select(t => Measured.Of([.. Draw(graph, t)]).Median);
        var note = $"zoom {first} to {last}, median of each: {string.Join(' ', medians.Select(m => m.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}";
        return Measured.Of([.. Draw(graph, zooms.SelectMany(t => Enumerable.Repeat(t, Math.Max(1, TilesOfAZoom / Math.Max(1, t.Count))).SelectMany(x => x)))], note);
    }

    private static List<double> Draw(NetworkGraph graph, IEnumerable<TileAddress> tiles)
    {
        var times = new List<double>();
        foreach (var tile in tiles)
        {
            graph = times.Count % 10 == 9 ? Changed(graph, times.Count) : graph;
            var began = Stopwatch.GetTimestamp();
            _ = Draw(graph, tile);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }

    private static byte[] Draw(NetworkGraph graph, TileAddress tile) => TileDrawing.Draw(new Asking(Caller.Public, graph, new Telling(graph, Language.Indonesian, mapper: null!)), tile);

    private static Measured Largest(NetworkGraph graph)
    {
        var sizes = Enumerable.Range(0, 12).SelectMany(z => TilesAt(graph.Map, z)).Select(t => (Size: Draw(graph, t).Length, Tile: t)).ToList();
        var (size, tile) = sizes.MaxBy(s => s.Size);
        return new Measured(size / 1000.0, Note: $"{tile.Zoom}/{tile.Column}/{tile.Row}, before compression; on average {sizes.Average(s => s.Size) / 1000:0} KB");
    }

    /// <summary>A branch, so that the network of the other figures stays as it is.</summary>
    private static NetworkGraph Changed(NetworkGraph graph, int number)
    {
        var some = Enumerable.Range(number, graph.OrganizationLimit - number).Select(graph.OrganizationAt).OfType<Organization>().First();
        return graph.With(some.Ref, some with { Retired = some.Retired is null ? BigNetwork.Today : null }, EditScope.Branch());
    }

    private static List<TileAddress> TilesAt(MapTree map, int zoom)
    {
        var tiles = map.CellsIn(0, 0, 0, Math.Min(zoom + 2, 16)).Select(c => zoom == 0 ? default : new TileAddress(zoom, (int)(c.X >> (32 - zoom)), (int)(c.Y >> (32 - zoom)))).Distinct();
        return [.. tiles.OrderBy(t => (t.Column * 7919) ^ (t.Row * 104729)).Take(TilesOfAZoom)];
    }

    /// <summary>What counting everybody for a tile of the world costs, without drawing it: two arrays of coordinates, one of families.</summary>
    private static Measured Plain(NetworkGraph graph)
    {
        var there = Enumerable.Range(0, graph.OrganizationLimit).Select(graph.PositionOf).OfType<Position>().Select(p => MapGrid.Mercator(p.Point)).ToArray();
        var (x, y, family) = (Array.ConvertAll(there, p => (int)(p.X * 64)), Array.ConvertAll(there, p => (int)(p.Y * 64)), new byte[there.Length]);
        return Measured.Of(100, _ =>
        {
            var counts = new int[64 * 64 * MapCell.Families];
            for (var i = 0; i < x.Length; i++)
            {
                counts[(((y[i] << 6) + x[i]) * MapCell.Families) + family[i]]++;
            }
        });
    }
}
