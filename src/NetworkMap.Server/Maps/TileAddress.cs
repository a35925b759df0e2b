using System.Globalization;
using NetworkMap.Domain;

namespace NetworkMap.Server.Maps;

/// <summary>Which square of the Web Mercator map: zoom 0 is the world, each further one quarters every square.</summary>
internal readonly record struct TileAddress(int Zoom, int Column, int Row)
{
    /// <summary>The last zoom that has tiles; the map draws closer ones from these.</summary>
    internal const int LastZoom = 14;

    /// <summary>The address of three numbers, or what is wrong with each.</summary>
    internal static Outcome<TileAddress> Read(string zoom, string column, string row)
    {
        var checks = new Checks();
        var z = Number(checks, "z", zoom, LastZoom);
        var last = (1 << (checks.Refusals.Count > 0 ? LastZoom : z)) - 1;
        var address = new TileAddress(z, Number(checks, "x", column, last), Number(checks, "y", row, last));
        return checks.Finish(address);
    }

    /// <summary>Where a point of the map, in steps of 2^-32, stands in the tile, in steps of the tile's extent.</summary>
    internal (int X, int Y) Within(uint x, uint y) => ((int)((x << Zoom) >> 20), (int)((y << Zoom) >> 20));

    private static int Number(Checks checks, string field, string text, int most)
    {
        var good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        checks.Require(good, "parameter_malformed", field, ("value", text), ("expected", $"0 … {most}"));
        return good ? checks.Range(field, number, 0, most) ?? 0 : 0;
    }
}
