using System.Diagnostics;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Maps;

namespace NetworkMap.Benchmarks.Maps;

/// <summary>How long a tile takes, in process, uncompressed, while changes flow: every tile that shows anybody at low zooms, a sample at the others.</summary>
internal static class TileFigures
{
    private const int TilesOfAZoom = 400;

    /// <summary>Draws on the public projection; one organization changes before every tenth tile. A line a zoom, and one for all zooms below 12.</summary>
    internal static IReadOnlyList<string> Measure(NetworkSnapshot snapshot)
    {
        var told = new List<string> { $"tiles of {snapshot.Public.Map.Count} organizations on the map, ms" };
        var all = new List<double>();
        for (var zoom = 0; zoom <= TileAddress.LastZoom; zoom++)
        {
            var tiles = TilesAt(snapshot.Public.Map, zoom);
            Draw(snapshot, tiles.Take(20));
            var (times, largest, average) = Draw(snapshot, Enumerable.Repeat(tiles, (TilesOfAZoom / tiles.Count) + 1).SelectMany(t => t).Take(TilesOfAZoom));
            told.Add($"  zoom {zoom,2}: {tiles.Count,5} tiles, median {At(times, 0.5):0.00}, p99 {At(times, 0.99):0.00}, {average / 1000} KB, largest {largest / 1000} KB");
            all.AddRange(zoom < 12 ? times : []);
        }

        told.Add($"  aggregated, all zooms: median {At(all, 0.5):0.00} (bar 5), p99 {At(all, 0.99):0.00} (bar 15)");
        return told;
    }

    private static (List<double> Times, int Largest, long Average) Draw(NetworkSnapshot snapshot, IEnumerable<TileAddress> tiles)
    {
        var (times, largest, sum) = (new List<double>(), 0, 0L);
        foreach (var tile in tiles)
        {
            snapshot = times.Count % 10 == 9 ? Changed(snapshot, times.Count) : snapshot;
            var began = Stopwatch.GetTimestamp();
            var graph = snapshot.Public;
            var drawn = TileDrawing.Draw(new Asking(Caller.Public, graph, new Telling(graph, Language.Indonesian, mapper: null!)), tile);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            largest = Math.Max(largest, drawn.Length);
            sum += drawn.Length;
        }

        return (times, largest, sum / Math.Max(1, times.Count));
    }

    private static NetworkSnapshot Changed(NetworkSnapshot snapshot, int number)
    {
        var some = Enumerable.Range(number, snapshot.Full.OrganizationLimit - number).Select(snapshot.Full.OrganizationAt).OfType<Organization>().First();
        var revision = Revision.Change(some, some with { Retired = some.Retired is null ? new DateOnly(2026, 1, 1) : null }).At(snapshot.Sequence + 1);
        var changeset = new Changeset { Sequence = snapshot.Sequence + 1, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("figures"), Revisions = [revision] };
        return snapshot.After(changeset, new EditScope()).Next;
    }

    private static List<TileAddress> TilesAt(MapTree map, int zoom)
    {
        var tiles = map.CellsIn(0, 0, 0, Math.Min(zoom + 2, 16)).Select(c => zoom == 0 ? default : new TileAddress(zoom, (int)(c.X >> (32 - zoom)), (int)(c.Y >> (32 - zoom)))).Distinct();
        return [.. tiles.OrderBy(t => (t.Column * 7919) ^ (t.Row * 104729)).Take(TilesOfAZoom)];
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * part)));
}
