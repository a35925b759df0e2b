using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Spatial;

/// <summary>Organizations by the cell of the Web Mercator grid of zoom 12 (about 10 km wide at the equator) that they stand in. One index for "nearest",
/// for a rectangle of the map and for tiles.</summary>
public sealed class MapGrid
{
    /// <summary>The zoom whose tiles are the cells.</summary>
    public const int Zoom = 12;

    /// <summary>Cells from the west to the east of the world.</summary>
    public const int Width = 1 << Zoom;

    /// <summary>Degrees of longitude across a cell; a cell is nowhere more degrees of latitude high.</summary>
    public const double CellDegrees = 360.0 / Width;

    private const int Cells = Width;
    private readonly HandleTable<int> cells;
    private readonly ChunkedArray<Bag<int>> members;

    private MapGrid(HandleTable<int> cells, ChunkedArray<Bag<int>> members)
    {
        this.cells = cells;
        this.members = members;
    }

    /// <summary>The cell of a point: column from the west, row from the north.</summary>
    public static (int X, int Y) CellOf(GeoPoint point)
    {
        var (x, y) = Mercator(point);
        return (Math.Clamp((int)(x * Cells), 0, Cells - 1), Math.Clamp((int)(y * Cells), 0, Cells - 1));
    }

    /// <summary>Web Mercator (EPSG:3857) scaled to the unit square, y from the north.</summary>
    public static (double X, double Y) Mercator(GeoPoint point)
    {
        var sine = Math.Sin(point.Latitude * Math.PI / 180);
        return ((point.Longitude + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    /// <summary>Width of a cell in kilometres at a latitude.</summary>
    public static double CellKm(double latitude) => 2 * Math.PI * 6378.137 * Math.Cos(latitude * Math.PI / 180) / Cells;

    /// <summary>No point of a cell is nearer than this, in kilometres: as far as its middle, less half of its diagonal.</summary>
    public static double KilometresTo(int x, int y, GeoPoint point)
    {
        var latitude = Math.Atan(Math.Sinh(Math.PI * (1 - (2 * (y + 0.5) / Cells)))) * 180 / Math.PI;
        var middle = new GeoPoint(((x + 0.5) / Cells * 360) - 180, latitude);
        return middle.KilometresTo(point) - (CellKm(Math.Max(0, Math.Abs(latitude) - CellDegrees)) * 0.72);
    }

    /// <summary>Handles of the organizations in a cell.</summary>
    public ReadOnlySpan<int> In(int x, int y)
    {
        var cell = (uint)x < Cells && (uint)y < Cells ? cells.Find(Key(x, y)) : -1;
        return cell < 0 ? [] : members[cell].Span;
    }

    /// <summary>Every cell that ever held an organization has a number below this.</summary>
    internal int CellLimit => cells.Count;

    /// <summary>Where the cell of a number is.</summary>
    internal (int X, int Y) CellAt(int cell) => (cells[cell] & (Cells - 1), cells[cell] >> Zoom);

    /// <summary>Handles of the organizations in the cell of a number.</summary>
    internal ReadOnlySpan<int> In(int cell) => members[cell].Span;

    internal static MapGrid Empty() => new(new HandleTable<int>(), ChunkedArray<Bag<int>>.Empty());

    internal MapGrid Add(GeoPoint point, int organization, EditScope scope)
    {
        var cell = cells.FindOrAdd(Key(CellOf(point)));
        return new MapGrid(cells, members.With(cell, members[cell].Add(organization, scope), scope));
    }

    internal MapGrid Remove(GeoPoint point, int organization, EditScope scope)
    {
        var cell = cells.FindOrAdd(Key(CellOf(point)));
        var index = members[cell].Span.IndexOf(organization);
        return index < 0 ? this : new MapGrid(cells, members.With(cell, members[cell].RemoveAt(index), scope));
    }

    internal void Trim() => members.Settle(b => b.Trim());

    private static int Key((int X, int Y) cell) => Key(cell.X, cell.Y);

    private static int Key(int x, int y) => (y << Zoom) | x;
}
