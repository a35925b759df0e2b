using System.Text.Json.Nodes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>A row while it is planned: what its cells say, by what they mean.</summary>
internal sealed class RowInHand(PlannedRow row, bool blanksClear, IReadOnlyDictionary<string, string> columns)
{
    /// <summary>The row as it is told.</summary>
    internal PlannedRow Row => row;

    /// <summary>True when an empty cell says that there is nothing; else it says nothing.</summary>
    internal bool BlanksClear => blanksClear;

    /// <summary>What is said, by field path; null where it is said that there is nothing.</summary>
    internal Dictionary<string, JsonNode?> Said { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts that have to be understood first: regions, names of organizations and so on, by target.</summary>
    internal Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The letter of the column that says something, by target; all rows of a table share it until one says something else.</summary>
    internal IReadOnlyDictionary<string, string> Columns { get; private set; } = columns;

    /// <summary>What others call it, or our id where we do not know that.</summary>
    internal string? ExternalId { get; set; }

    /// <summary>What will have been settled once the row came in, place by place.</summary>
    internal Dictionary<string, string> Settled { get; } = new(StringComparer.Ordinal);

    /// <summary>True once it is known that it cannot come in.</summary>
    internal bool IsRefused => row.Faults.Count > 0;

    /// <summary>A field is said by the column of another target.</summary>
    internal void SayBy(string field, string target) => Columns = new Dictionary<string, string>(Columns, StringComparer.Ordinal) { [field] = Columns[target] };

    /// <summary>A text that is said; null when nothing is.</summary>
    internal string? Text(string target) => Said.GetValueOrDefault(target) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Says why the row cannot come in, at the column that says what is wrong.</summary>
    internal void Refuse(Refusal refusal) => row.Fault(refusal, ColumnOf(refusal.Field));

    /// <summary>The column of a field, or of what it is a part of.</summary>
    internal string? ColumnOf(string field)
    {
        for (var path = field; path.Length > 0; path = path.LastIndexOfAny(['.', '[']) is > 0 and var cut ? path[..cut] : "")
        {
            if (Columns.TryGetValue(path, out var column))
            {
                return column;
            }
        }

        return Columns.FirstOrDefault(c => c.Key.StartsWith(field + ".", StringComparison.Ordinal)).Value;
    }
}

/// <summary>An element while it is planned: what it was, what it becomes, and which rows say so.</summary>
internal sealed class ElementInHand(ElementRef element, Element? current, JsonObject body)
{
    /// <summary>Which.</summary>
    internal ElementRef Ref => element;

    /// <summary>What it is; null when it is new.</summary>
    internal Element? Current => current;

    /// <summary>What it becomes, in its written form.</summary>
    internal JsonObject Body => body;

    /// <summary>The rows that say something of it, the first one foremost.</summary>
    internal List<RowInHand> Rows { get; } = [];

    /// <summary>Which row said a part of it.</summary>
    internal Dictionary<JsonObject, RowInHand> PartRows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Tells the row that is to blame why the element cannot come in: the one that said the part that is wrong, or else the first.</summary>
    internal void Refuse(Refusal refusal)
    {
        var (told, row) = (refusal, Rows[0]);
        if (refusal.Field.Split(['[', ']']) is [var part, var at, ['.', .. var rest]] && body[part] is JsonArray list && int.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var i) && i < list.Count && list[i] is JsonObject said && PartRows.TryGetValue(said, out var of))
        {
            (told, row) = (refusal with { Field = rest }, of);
        }

        row.Refuse(told);
        foreach (var other in Rows.Where(r => r != row && current is null && !r.IsRefused))
        {
            other.Refuse(Refusal.Of("import_row_depends", "", ("value", row.Row.Name), ("table", row.Row.Table), ("row", row.Row.Number)));
        }
    }
}
