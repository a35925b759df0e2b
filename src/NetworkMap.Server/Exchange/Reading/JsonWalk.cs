using System.Text.Json;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>What stands at the top of a JSON file: a property, or the file itself when it is a list.</summary>
/// <param name="Name">Of the property; null of the file itself.</param>
/// <param name="Kind">A list, an object or something plain.</param>
/// <param name="Items">How many things are in the list.</param>
/// <param name="OfObjects">True when all of them are objects.</param>
/// <param name="Number">The number that it is, when it is one.</param>
internal sealed record JsonPart(string? Name, JsonTokenType Kind, int Items, bool OfObjects, int? Number = null);

/// <summary>Goes through a JSON file from its beginning, with no more of it in memory than one thing of a list.</summary>
internal sealed class JsonWalk(Stream bytes, ReadingLimits limits) : IDisposable
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isFinal;
    private JsonReaderState state;
    private JsonTokenType token;
    private string? name;
    private int? plain;
    private JsonDocument? current;

    public void Dispose()
    {
        current?.Dispose();
        bytes.Dispose();
    }

    /// <summary>What stands at the top. Reads the whole file, so that damage is known.</summary>
    internal List<JsonPart> Outline()
    {
        var parts = new List<JsonPart>();
        Next();
        if (token == JsonTokenType.StartArray)
        {
            parts.Add(Count(null));
        }
        else
        {
            while (Next() && token == JsonTokenType.PropertyName)
            {
                var property = name;
                Next();
                parts.Add(Count(property));
                if (parts.Count > limits.Columns)
                {
                    throw UnreadableException.Of("file_too_many_columns", "", ("limit", limits.Columns));
                }
            }
        }

        while (Next())
        {
            // Nothing may follow; the reader throws when something does.
        }

        return parts;
    }

    /// <summary>The things of a list, one at a time: each is gone when the next is asked for.</summary>
    internal IEnumerable<JsonElement> Items(string? list)
    {
        Next();
        if (list is not null)
        {
            while (Next() && token == JsonTokenType.PropertyName)
            {
                var isWanted = name == list;
                Next();
                if (isWanted)
                {
                    break;
                }

                Skip();
            }
        }

        for (var number = 1; NextItem(list, number); number++)
        {
            yield return current!.RootElement;
        }
    }

    /// <summary>The whole file as one thing, when it is small enough to be one.</summary>
    internal JsonElement Whole()
    {
        NextItem(null, 1);
        return current!.RootElement;
    }

    private JsonPart Count(string? part)
    {
        var (kind, items, ofObjects) = (token, 0, true);
        if (kind != JsonTokenType.StartArray)
        {
            var number = plain;
            Skip();
            return new JsonPart(part, kind, 0, false, number);
        }

        while (Next() && token != JsonTokenType.EndArray)
        {
            items++;
            ofObjects &= token == JsonTokenType.StartObject;
            Skip();
        }

        return new JsonPart(part, kind, items, ofObjects);
    }

    private bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            if (reader.Read())
            {
                token = reader.TokenType;
                name = token == JsonTokenType.PropertyName ? reader.GetString() : null;
                plain = token == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
                Take(ref reader);
                return true;
            }

            Take(ref reader);
            if (isFinal)
            {
                return false;
            }

            Fill("", 0);
        }
    }

    /// <summary>From the beginning of an object or list to its end; nothing of what is plain.</summary>
    private void Skip()
    {
        var depth = token is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
        while (depth > 0)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            while (depth > 0 && reader.Read())
            {
                depth += reader.TokenType switch
                {
                    JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                    JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                    _ => 0,
                };
            }

            Take(ref reader);
            if (depth > 0)
            {
                Fill("", 0);
            }
        }
    }

    private bool NextItem(string? list, int number)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    return false;
                }

                if (JsonDocument.TryParseValue(ref reader, out var next))
                {
                    current?.Dispose();
                    current = next;
                    Take(ref reader);
                    return true;
                }
            }
            else if (isFinal)
            {
                return false;
            }

            Fill(list ?? "", number);
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void Fill(string list, int number)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (buffer.Length >= limits.Thing)
            {
                throw UnreadableException.Of("file_row_too_long", number == 0 ? "" : $"{list}!{number}", ("sheet", list), ("row", number == 0 ? null : number), ("limit", limits.Thing));
            }

            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limits.Thing));
        }

        var read = bytes.Read(buffer.AsSpan(end));
        isFinal = read == 0;
        end += read;
    }
}
