using System.Text.Json;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Makes the tables of HSDS of its JSON, where objects stand in one another: each object is a row of its table, once for its id, and says by an id in which other it stood, as the tabular
/// form of the specification does. These rows are held.</summary>
internal sealed class HsdsTables(ReadingLimits limits)
{
    private readonly Dictionary<string, Held> tables = new(StringComparer.Ordinal);
    private int rows;

    /// <summary>The table that an object is a row of, by the fields that only objects of it have; null when it is of none.</summary>
    internal static string? TableOf(JsonElement item)
    {
        bool Has(params string[] fields) => fields.Any(f => item.TryGetProperty(f, out _));
        bool All(params string[] fields) => fields.All(f => item.TryGetProperty(f, out _));
        return item.ValueKind != JsonValueKind.Object || !Has("id") ? null
            : Has("organization_identifiers", "tax_status", "legal_status", "year_incorporated", "parent_organization_id") || All("name", "website", "description") ? "organization"
            : (item.TryGetProperty("location", out var location) && location.ValueKind == JsonValueKind.Object) || All("service_id", "location_id") ? "service_at_location"
            : Has("interpretation_services", "application_process", "service_at_locations", "eligibility_description", "fees_description", "accreditations", "assured_date") || All("name", "status") ? "service"
            : Has("location_type", "transportation", "addresses") || All("latitude", "longitude") ? "location"
            : Has("taxonomy_detail", "taxonomy_id", "term_uri") || All("code", "taxonomy") ? "taxonomy_term"
            : All("name", "uri", "version") ? "taxonomy" : null;
    }

    /// <summary>Adds an object with all that stands in it; <paramref name="number"/> is its place in the file.</summary>
    internal string? Add(string table, JsonElement item, int number, (string Table, string? Id)? within = null)
    {
        var id = item.TryGetProperty("id", out var stated) && stated.ValueKind is JsonValueKind.String or JsonValueKind.Number ? stated.ToString() : null;
        if (!tables.TryGetValue(table, out var held))
        {
            tables[table] = held = new Held();
        }

        if (++rows > limits.HeldRows)
        {
            throw UnreadableException.Of("file_too_many_rows", table, ("limit", limits.HeldRows));
        }

        var row = held.RowOf(id, number);
        foreach (var field in item.EnumerateObject())
        {
            Add(table, id, number, field, row, held);
        }

        if (within is { Id: { } outer } place)
        {
            foreach (var (column, text) in Links(table, place.Table, outer))
            {
                held.Set(row, column, Cell.Of(text));
            }
        }

        JsonTable.Check(held.Columns.Count, table, number, limits);
        return id;
    }

    internal List<ReadTable> Read() => [.. tables.Select(t =>
    {
        var columns = JsonTable.Columns(t.Key, t.Value.Columns.Keys);
        return new ReadTable(t.Key, false, columns, t.Value.Rows.Select(r => r.Read(columns.Count))) { RowCount = t.Value.Rows.Count, List = t.Key };
    })];

    private void Add(string table, string? id, int number, JsonProperty field, Row row, Held held)
    {
        if (field.Value.ValueKind == JsonValueKind.Object)
        {
            if (Add(Named(field.Name), field.Value, number) is { } inner)
            {
                held.Set(row, Named(field.Name) + "_id", Cell.Of(inner));
            }
        }
        else if (field.Value.ValueKind == JsonValueKind.Array && field.Value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.Object))
        {
            foreach (var inner in field.Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object))
            {
                Add(Named(field.Name), inner, number, (table, id));
            }
        }
        else
        {
            held.Set(row, field.Name, JsonTable.CellOf(field.Value, $"{table}!{number}", limits));
        }
    }

    /// <summary>How a row says what it belongs to: by the id of that, or as attributes and metadata do, which may belong to anything.</summary>
    private static (string Column, string Text)[] Links(string table, string outer, string id) => table switch
    {
        "attribute" => [("link_id", id), ("link_entity", outer)],
        "metadata" => [("resource_id", id), ("resource_type", outer)],
        _ => [(outer + "_id", id)],
    };

    private static string Named(string field) => field == "taxonomy_detail" ? "taxonomy" : KnownLists.HsdsTable(field) ?? field;

    /// <summary>A row with those of its cells in which anything is: a table may have many columns that few of its rows fill.</summary>
    private sealed record Row(int Number)
    {
        private readonly List<(int Column, Cell Cell)> cells = [];

        /// <summary>What an object says in one place is not taken away by its shorter form in another.</summary>
        internal void Set(int column, Cell cell)
        {
            if (cell.Kind != CellKind.Empty && !cells.Exists(c => c.Column == column))
            {
                cells.Add((column, cell));
            }
        }

        internal ReadRow Read(int width)
        {
            var all = new Cell[width];
            Array.Fill(all, Cell.Empty);
            foreach (var (column, cell) in cells)
            {
                all[column] = cell;
            }

            return new ReadRow(Number, all);
        }
    }

    private sealed class Held
    {
        private readonly Dictionary<string, Row> byId = new(StringComparer.Ordinal);

        internal Dictionary<string, int> Columns { get; } = new(StringComparer.Ordinal);

        internal List<Row> Rows { get; } = [];

        internal Row RowOf(string? id, int number)
        {
            if (id is not null && byId.TryGetValue(id, out var known))
            {
                return known;
            }

            var row = new Row(number);
            Rows.Add(row);
            if (id is not null)
            {
                byId[id] = row;
            }

            return row;
        }

        internal void Set(Row row, string column, Cell cell)
        {
            if (!Columns.TryGetValue(column, out var index))
            {
                Columns[column] = index = Columns.Count;
            }

            row.Set(index, cell);
        }
    }
}
