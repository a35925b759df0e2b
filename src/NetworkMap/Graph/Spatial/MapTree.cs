namespace NetworkMap.Graph.Spatial;

/// <summary>Everybody on the map in squares that are quartered down to single points, each with its sums: what a tile of any zoom shows costs what it shows, not how
/// many it counts. A change copies the squares above one point. Retired organizations are not on the map.</summary>
public sealed class MapTree
{
    private readonly MapCell? root;

    private MapTree(MapCell? root) => this.root = root;

    /// <summary>How many organizations are on the map.</summary>
    public int Count => root?.Count ?? 0;

    internal static MapTree Empty { get; } = new(null);

    /// <summary>The cells of a tile: the tile quartered <paramref name="levels"/> times, without those where nobody is. A cell whose people all stand on one point
    /// comes once, whatever the level.</summary>
    /// <param name="zoom">Zoom of the tile, 0 for the world.</param>
    /// <param name="column">Column from the west, 0 to 2^zoom - 1.</param>
    /// <param name="row">Row from the north.</param>
    /// <param name="levels">6 for 64 x 64 cells; 32 goes down to points.</param>
    public IReadOnlyList<MapCell> CellsIn(int zoom, int column, int row, int levels)
    {
        var cells = new List<MapCell>();
        if (TileOf(zoom, column, row) is { } tile)
        {
            Gather(tile, levels, cells);
        }

        return cells;
    }

    /// <summary>How many organizations are in a tile.</summary>
    public int CountIn(int zoom, int column, int row) => TileOf(zoom, column, row)?.Count ?? 0;

    /// <summary>The points of a rectangle where somebody stands; null when more than <paramref name="most"/> organizations stand there.</summary>
    public IReadOnlyList<MapCell>? PointsIn(MapRectangle rectangle, int most)
    {
        var (west, north, east, south) = rectangle.Steps();
        var points = new List<MapCell>();
        var (room, open) = (most, new Stack<(MapCell Cell, ulong Left, ulong Top, int Depth)>());
        if (root is not null && west <= east && north <= south)
        {
            open.Push((root, 0, 0, 0));
        }

        while (open.TryPop(out var next))
        {
            var (cell, left, top, depth) = next;
            var side = 1UL << (32 - depth);
            if (cell.IsPoint ? cell.X < west || cell.X > east || cell.Y < north || cell.Y > south : left > east || left + side <= west || top > south || top + side <= north)
            {
                continue;
            }

            if (cell.IsPoint)
            {
                points.Add(cell);
                room -= cell.Count;
            }

            // Who stands in a square that lies in the rectangle as a whole need not be counted one by one.
            if (room < 0 || (left >= west && left + side - 1 <= east && top >= north && top + side - 1 <= south && cell.Count > room && !cell.IsPoint))
            {
                return null;
            }

            for (var quarter = 0; quarter < 4 && !cell.IsPoint; quarter++)
            {
                if (cell.Quarter(quarter) is { } part)
                {
                    open.Push((part, left + ((quarter & 1) == 0 ? 0 : side / 2), top + ((quarter & 2) == 0 ? 0 : side / 2), depth + 1));
                }
            }
        }

        return points;
    }

    internal MapTree With(int handle, MapMark mark, EditScope scope) => new(MapCell.With(root, handle, mark, 0, scope));

    internal MapTree Without(int handle, MapMark mark, EditScope scope) => new(MapCell.Without(root!, handle, mark, 0, scope));

    private MapCell? TileOf(int zoom, int column, int row)
    {
        var cell = root;
        for (var depth = 0; depth < zoom && cell is { IsPoint: false }; depth++)
        {
            var (right, below) = ((column >> (zoom - 1 - depth)) & 1, (row >> (zoom - 1 - depth)) & 1);
            cell = cell.Quarter((below << 1) | right);
        }

        // A point may have been met above the tile, and then stand beside it.
        return zoom == 0 || (cell is not null && cell.X >> (32 - zoom) == column && cell.Y >> (32 - zoom) == row) ? cell : null;
    }

    private static void Gather(MapCell cell, int levels, List<MapCell> cells)
    {
        if (levels == 0 || cell.IsPoint)
        {
            cells.Add(cell);
            return;
        }

        for (var quarter = 0; quarter < 4; quarter++)
        {
            if (cell.Quarter(quarter) is { } part)
            {
                Gather(part, levels - 1, cells);
            }
        }
    }
}
