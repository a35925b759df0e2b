using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Values as Neo4j's Query API writes them: typed JSON in (<c>{"$type": "Date", "_value": "2026-03-01"}</c>), plain JSON out.</summary>
internal static class CypherJson
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a parameter.</summary>
    internal static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteStartObject(); json.WriteString("$type"u8, "Null"u8); json.WriteNull("_value"u8); json.WriteEndObject(); break;
            case string text: Write(json, "String"u8, text); break;
            case bool truth: json.WriteStartObject(); json.WriteString("$type"u8, "Boolean"u8); json.WriteBoolean("_value"u8, truth); json.WriteEndObject(); break;
            case int or long: Write(json, "Integer"u8, Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)); break;
            case double number: Write(json, "Float"u8, number.ToString("R", CultureInfo.InvariantCulture)); break;
            case DateOnly day: Write(json, "Date"u8, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case GraphPoint point: Write(json, "Point"u8, string.Create(CultureInfo.InvariantCulture, $"SRID=4326;POINT ({point.Longitude:R} {point.Latitude:R})")); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(json, map); break;
            case IEnumerable list: WriteList(json, list); break;
            default: throw new ArgumentException($"A {value.GetType()} is no value of Cypher.", nameof(value));
        }
    }

    /// <summary>The rows of an answer; null when it is no answer of the Query API. Throws <see cref="CypherException"/> when it tells an error.</summary>
    internal static IReadOnlyList<object?[]>? Rows(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (utf8.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        List<object?[]>? rows = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("errors"u8))
            {
                reader.Read();
                ThrowFirst(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                rows = ReadData(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return rows;
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> type, string value)
    {
        json.WriteStartObject();
        json.WriteString("$type"u8, type);
        json.WriteString("_value"u8, value);
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map)
    {
        json.WriteStartObject();
        json.WriteString("$type"u8, "Map"u8);
        json.WriteStartObject("_value"u8);
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartObject();
        json.WriteString("$type"u8, "List"u8);
        json.WriteStartArray("_value"u8);
        foreach (var value in list)
        {
            Write(json, value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<object?[]> ReadData(ref Utf8JsonReader reader)
    {
        var rows = new List<object?[]>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("values"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                rows.Add([.. ReadList(ref reader)]);
            }
        }

        return rows;
    }

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(Read(ref reader));
        }

        return values;
    }

    private static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.Number: return reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
            case JsonTokenType.StartArray: return ReadList(ref reader);
            default:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    map[name] = Read(ref reader);
                }

                return map;
        }
    }

    private static void ThrowFirst(ref Utf8JsonReader reader)
    {
        if (Read(ref reader) is List<object?> { Count: > 0 } errors && errors[0] is Dictionary<string, object?> first)
        {
            throw new CypherException(first.GetValueOrDefault("code") as string ?? "", first.GetValueOrDefault("message") as string ?? "");
        }
    }
}
