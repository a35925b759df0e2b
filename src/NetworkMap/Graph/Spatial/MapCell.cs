using System.Runtime.CompilerServices;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Spatial;

/// <summary>Everybody in one square of the map, added up: how many of each family, where their middle is, and, while they do not all stand on one point, the four
/// quarters of the square.</summary>
public sealed class MapCell
{
    /// <summary>How many families there are.</summary>
    public const int Families = 6;

    private MapCell?[]? quarters;
    private Counts counts;
    private long handles;
    private long x;
    private long y;

    private MapCell()
    {
    }

    /// <summary>How many organizations.</summary>
    public int Count { get; private set; }

    /// <summary>True when all of them stand on one and the same point.</summary>
    public bool IsPoint => quarters is null;

    /// <summary>The handle of the organization; meaningful only when there is one.</summary>
    public int Handle => (int)handles;

    /// <summary>Their middle from the west in steps of 2^-32 of the map's width.</summary>
    public uint X => (uint)(x / Count);

    /// <summary>Their middle from the north in steps of 2^-32 of the map's height.</summary>
    public uint Y => (uint)(y / Count);

    /// <summary>The family that most belong to; the first of equals.</summary>
    public Family Dominant
    {
        get
        {
            var most = 0;
            for (var i = 1; i < Families; i++)
            {
                most = counts[i] > counts[most] ? i : most;
            }

            return (Family)most;
        }
    }

    /// <summary>How many organizations of a family.</summary>
    public int CountOf(Family family) => counts[(int)family];

    /// <summary>A quarter: 0 north-west, 1 north-east, 2 south-west, 3 south-east; null when nobody is there, or all stand on one point.</summary>
    internal MapCell? Quarter(int which) => quarters?[which];

    /// <summary>The quarter of a square of a depth that holds a point.</summary>
    internal static int QuarterOf(uint x, uint y, int depth) => (int)(((y >> (31 - depth)) & 1) << 1 | ((x >> (31 - depth)) & 1));

    internal static MapCell With(MapCell? cell, int handle, MapMark mark, int depth, EditScope scope)
    {
        if (cell is null)
        {
            var first = scope.Own(new MapCell());
            first.Add(handle, mark, 1);
            return first;
        }

        var next = cell.Owned(scope);
        if (next.quarters is null && (next.X != mark.X || next.Y != mark.Y))
        {
            next = scope.Own(cell.Copy());
            next.quarters = new MapCell?[4];
            next.quarters[QuarterOf(cell.X, cell.Y, depth)] = cell;
        }

        next.Add(handle, mark, 1);
        if (next.quarters is { } below)
        {
            var quarter = QuarterOf(mark.X, mark.Y, depth);
            below[quarter] = With(below[quarter], handle, mark, depth + 1, scope);
        }

        return next;
    }

    internal static MapCell? Without(MapCell cell, int handle, MapMark mark, int depth, EditScope scope)
    {
        if (cell.Count == 1)
        {
            return null;
        }

        var next = cell.Owned(scope);
        next.Add(handle, mark, -1);
        if (next.quarters is not { } below)
        {
            return next;
        }

        var quarter = QuarterOf(mark.X, mark.Y, depth);
        below[quarter] = Without(below[quarter]!, handle, mark, depth + 1, scope);
        return next.OnlyPoint() ?? next;
    }

    /// <summary>The one point that is left of the four quarters, so that a square has the same form however it came about.</summary>
    private MapCell? OnlyPoint()
    {
        MapCell? only = null;
        foreach (var quarter in quarters!)
        {
            if (quarter is null)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = quarter;
        }

        return only is { IsPoint: true } ? only : null;
    }

    private MapCell Owned(EditScope scope) => scope.Owns(this) ? this : scope.Own(Copy());

    private MapCell Copy()
    {
        var copy = (MapCell)MemberwiseClone();
        copy.quarters = (MapCell?[]?)quarters?.Clone();
        return copy;
    }

    private void Add(int handle, MapMark mark, int sign)
    {
        Count += sign;
        counts[(int)mark.Family] += sign;
        handles += sign * handle;
        x += sign * (long)mark.X;
        y += sign * (long)mark.Y;
    }

    [InlineArray(Families)]
    private struct Counts
    {
        private int first;
    }
}
