using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Server.Maps;

/// <summary>What a tile draws as one sign: a cell, and those beside it whose own signs would have lain on this one. It stands where the cell stands.</summary>
internal sealed class TileSign
{
    private const int UnitsPerPixel = TileLayer.Extent / 512;
    private readonly int[] families = new int[MapCell.Families];
    private readonly (int X, int Y) middle;
    private readonly int opened;

    private TileSign(MapCell cell, TileAddress at, int opened)
    {
        this.opened = opened;
        Cell = cell;
        Count = cell.Count;
        middle = at.Within(cell.X, cell.Y);
        for (var family = 0; family < families.Length; family++)
        {
            families[family] = cell.CountOf((Family)family);
        }
    }

    /// <summary>The cell that it stands for.</summary>
    internal MapCell Cell { get; }

    /// <summary>How many organizations, with those beside it.</summary>
    internal int Count { get; private set; }

    /// <summary>True when all whom it counts stand on one point.</summary>
    internal bool IsPoint => Cell.IsPoint && Count == Cell.Count;

    /// <summary>From the west of the tile, in steps of its extent.</summary>
    internal int X => Along(middle.X);

    /// <summary>From the north of the tile, in steps of its extent.</summary>
    internal int Y => Along(middle.Y);

    /// <summary>The family that most belong to; the first of equals.</summary>
    internal Family Dominant => (Family)families.AsSpan().IndexOf(families.Max());

    /// <summary>How large the map draws it (<c>cell</c> in <c>client/src/map/images.ts</c>, and those who are opened around their point as <c>petal</c> in <c>client/src/map/style.ts</c>),
    /// in steps of the extent of a tile that is 512 pixels wide, which is as small as tiles are drawn.</summary>
    private int Radius => (int)(UnitsPerPixel * (Count == 1 ? 10 : IsPoint && Count <= opened ? 24 + (3 * Count) : Math.Min(28, 13 + (3.2 * Math.Log10(Count))) + 1.5));

    /// <summary>A sign for each cell.</summary>
    internal static List<TileSign> Each(IReadOnlyList<MapCell> cells, TileAddress at) => [.. cells.Select(cell => new TileSign(cell, at, opened: 0))];

    /// <summary>Signs of which none lies on another one of the tile: the largest stay and take in those that they meet. Together they are everybody in the cells. Up to <paramref name="opened"/>
    /// who stand on one point are drawn around it, which needs more room.</summary>
    internal static List<TileSign> Apart(IReadOnlyList<MapCell> cells, TileAddress at, int opened)
    {
        var signs = cells.Select(cell => new TileSign(cell, at, opened)).ToList();
        for (var before = int.MaxValue; signs.Count < before;)
        {
            before = signs.Count;
            signs = Gathered(signs);
        }

        return signs;
    }

    private static List<TileSign> Gathered(List<TileSign> signs)
    {
        var apart = new List<TileSign>(signs.Count);
        foreach (var next in signs.OrderByDescending(s => s.Count).ThenBy(s => s.Cell.X).ThenBy(s => s.Cell.Y))
        {
            if (apart.Find(next.Meets) is { } larger)
            {
                larger.Add(next);
            }
            else
            {
                apart.Add(next);
            }
        }

        return apart;
    }

    /// <summary>How many organizations of a family.</summary>
    internal int CountOf(Family family) => families[(int)family];

    /// <summary>A sum stands a little inside the tile, so that it meets none of the next one; those who all stand on one point stay there.</summary>
    private int Along(int at) => IsPoint ? at : Math.Clamp(at, Radius, TileLayer.Extent - Radius);

    private bool Meets(TileSign other)
    {
        long x = X - other.X, y = Y - other.Y, reach = Radius + other.Radius;
        return (x * x) + (y * y) < reach * reach;
    }

    private void Add(TileSign other)
    {
        Count += other.Count;
        for (var family = 0; family < families.Length; family++)
        {
            families[family] += other.families[family];
        }
    }
}
