using System.Text.Json;

namespace NetworkMap.Server.Http;

/// <summary>Fields that stand twice in one object of JSON, of which a reader would silently take one.</summary>
internal static class DoubledFields
{
    /// <summary>One object or list on the way in: the names met so far, or how many entries; and what stands there now.</summary>
    private sealed class Inside(bool isList)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private int entries = -1;

        internal string At { get; private set; } = "";

        internal bool Meets(string name)
        {
            At = name;
            return !names.Add(name);
        }

        internal void Next() => At = isList ? $"[{++entries}]" : At;
    }

    /// <summary>The path of the first that is there twice, as <c>areas[0].region</c>; null when there is none, or when the text is no JSON before it.</summary>
    internal static string? First(ReadOnlySpan<byte> bytes, int depth)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = depth });
        var way = new List<Inside>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (way[^1].Meets(reader.GetString()!))
                    {
                        return Path(way);
                    }
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    way.RemoveAt(way.Count - 1);
                }
                else
                {
                    way.LastOrDefault()?.Next();
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        way.Add(new Inside(reader.TokenType == JsonTokenType.StartArray));
                    }
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }

    private static string Path(List<Inside> way) =>
        way.Aggregate("", (path, inside) => path.Length == 0 || inside.At.StartsWith('[') ? path + inside.At : $"{path}.{inside.At}");
}
