using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Values as Neo4j's Query API takes and gives them in plain JSON. Its typed JSON (<c>{"$type": "String", "_value": "x"}</c>) is three times as long, and the server
/// reads a request byte by byte (5.26).</summary>
internal static class CypherJson
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a parameter.</summary>
    internal static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number: json.WriteRawValue(Fraction(number)); break;
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

    /// <summary>A number that Neo4j does not take for a whole one.</summary>
    private static string Fraction(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var value in list)
        {
            Write(json, value);
        }

        json.WriteEndArray();
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
