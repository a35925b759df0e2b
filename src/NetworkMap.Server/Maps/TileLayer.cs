namespace NetworkMap.Server.Maps;

/// <summary>A layer of points as a Mapbox Vector Tile 2.1 holds it: equal keys and equal values are written once. Why not by a library stands in
/// <c>src/decisions/0005-vector-tiles.md</c>.</summary>
internal sealed class TileLayer(string name)
{
    /// <summary>Units of a tile's side.</summary>
    internal const int Extent = 4096;

    private const int MoveToOnePoint = 9;
    private readonly TileBytes features = new();
    private readonly TileBytes values = new();
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Text, long Number), int> known = [];
    private readonly List<int> tags = [];

    /// <summary>A text of the feature that is being written.</summary>
    internal void Set(string key, string value)
    {
        var at = FindValue(value, 0, out var isNew);
        if (isNew)
        {
            var text = new TileBytes();
            text.Field(1, value);
            values.Field(4, text.Written);
        }

        Tag(key, at);
    }

    /// <summary>A number of the feature that is being written, not negative.</summary>
    internal void Set(string key, int value)
    {
        var at = FindValue(null, value, out var isNew);
        if (isNew)
        {
            values.Begin(4, 1 + TileBytes.SizeOf((uint)value));
            values.Field(5, (uint)value);
        }

        Tag(key, at);
    }

    /// <summary>Says that something is so of the feature that is being written.</summary>
    internal void Set(string key)
    {
        var at = FindValue(null, -1, out var isNew);
        if (isNew)
        {
            values.Begin(4, 2);
            values.Field(7, 1);
        }

        Tag(key, at);
    }

    /// <summary>Ends a feature: the point of everything that was set since the last one.</summary>
    internal void Put(int x, int y)
    {
        var (right, down) = (TileBytes.ZigZag(x), TileBytes.ZigZag(y));
        var written = 0;
        foreach (var tag in tags)
        {
            written += TileBytes.SizeOf((uint)tag);
        }

        var point = 1 + TileBytes.SizeOf(right) + TileBytes.SizeOf(down);
        features.Begin(2, 1 + TileBytes.SizeOf((uint)written) + written + 2 + 2 + point);
        features.Begin(2, written);
        foreach (var tag in tags)
        {
            features.Number((uint)tag);
        }

        features.Field(3, 1);
        features.Begin(4, point);
        features.Number(MoveToOnePoint);
        features.Number(right);
        features.Number(down);
        tags.Clear();
    }

    /// <summary>Adds the layer to a tile; one without features is left out.</summary>
    internal void AddTo(TileBytes tile)
    {
        if (features.Length == 0)
        {
            return;
        }

        var layer = new TileBytes();
        layer.Field(15, 2);
        layer.Field(1, name);
        layer.Add(features.Written);
        foreach (var key in keys.Keys)
        {
            layer.Field(3, key);
        }

        layer.Add(values.Written);
        layer.Field(5, Extent);
        tile.Field(3, layer.Written);
    }

    private int FindValue(string? text, long number, out bool isNew)
    {
        isNew = known.TryAdd((text, number), known.Count);
        return isNew ? known.Count - 1 : known[(text, number)];
    }

    private void Tag(string key, int value)
    {
        keys.TryAdd(key, keys.Count);
        tags.Add(keys[key]);
        tags.Add(value);
    }
}
