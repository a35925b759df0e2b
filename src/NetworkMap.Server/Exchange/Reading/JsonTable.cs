using System.Text.Json;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A list of objects as a table: a column for every field that any of them has, one level deep (<c>address.city</c>); what is deeper is its own JSON.</summary>
internal sealed class JsonTable(string name, Func<IEnumerable<JsonElement>> items, ReadingLimits limits)
{
    /// <summary>In blueprints of Kumu, what people wrote stands in this object; its fields are the columns.</summary>
    private const string Attributes = "attributes";

    internal ReadTable Read(string? list, RemarkList remarks)
    {
        var (columns, count) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var item in items())
        {
            count++;
            foreach (var (field, value) in Fields(item))
            {
                CellOf(value, $"{name}!{count}", limits);
                columns.TryAdd(field, columns.Count);
            }

            Check(columns.Count, name, count, limits);
        }

        if (count == 0)
        {
            remarks.Note("rows_missing", name);
        }

        return new ReadTable(name, false, Columns(name, columns.Keys), Rows(columns)) { RowCount = count, List = list };
    }

    /// <summary>Columns of these names; refused where they are for data of persons.</summary>
    internal static List<ReadColumn> Columns(string table, IEnumerable<string> names)
    {
        var columns = names.Select((n, i) => new ReadColumn(i, ReadColumn.LetterOf(i), n, null)).ToList();
        return PersonList.OfColumns(columns.Select(c => c.Heading)) is { } persons ? throw new UnreadableException(persons.Under(table)) : columns;
    }

    internal static void Check(int columns, string table, int row, ReadingLimits limits)
    {
        if (columns > limits.Columns)
        {
            throw UnreadableException.Of("file_too_many_columns", $"{table}!{row}", ("sheet", table), ("row", row), ("limit", limits.Columns));
        }
    }

    /// <summary>A value as a cell; plain ones in a list are joined as our own export joins them.</summary>
    internal static Cell CellOf(JsonElement value, string where, ReadingLimits limits)
    {
        var cell = value.ValueKind switch
        {
            JsonValueKind.String => Cell.Of(value.GetString()!),
            JsonValueKind.Number => new Cell(CellKind.Number, value.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new Cell(CellKind.Truth, value.GetBoolean() ? "true" : "false"),
            JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
                Cell.Of(CellText.Join([.. value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Null).Select(v => v.ToString())])),
            JsonValueKind.Array or JsonValueKind.Object => Cell.Of(value.GetRawText()),
            _ => Cell.Empty,
        };
        return cell.Text.Length <= limits.Cell ? cell : throw UnreadableException.Of("file_cell_too_long", where, ("row", null), ("limit", limits.Cell));
    }

    private static IEnumerable<(string Field, JsonElement Value)> Fields(JsonElement item)
    {
        foreach (var field in item.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Object)
            {
                yield return (field.Name, field.Value);
                continue;
            }

            foreach (var inner in field.Value.EnumerateObject())
            {
                yield return (field.Name == Attributes ? inner.Name : $"{field.Name}.{inner.Name}", inner.Value);
            }
        }
    }

    private IEnumerable<ReadRow> Rows(Dictionary<string, int> columns)
    {
        var number = 0;
        foreach (var item in items())
        {
            var cells = new Cell[columns.Count];
            Array.Fill(cells, Cell.Empty);
            number++;
            foreach (var (field, value) in Fields(item))
            {
                cells[columns[field]] = CellOf(value, $"{name}!{number}", limits);
            }

            yield return new ReadRow(number, cells);
        }
    }
}
