using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>From cells to what they say.</content>
internal sealed partial class Planner
{
    /// <summary>Texts shorter than this are no list of persons.</summary>
    private const int ShortestList = 16;

    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "id", TargetList.ExternalId, "region", "_region", "region.province", "region.regency", "region.district", "region.village",
        "organization", "_organization", "unit", "parent", "service", "_service", "from", "_from", "to", "_to",
    };

    private PlannedTable ReadTable(PlannedTable table)
    {
        var held = HeldIn(table);
        var columns = table.Targets.Zip(table.Table.Columns).Where(c => c.First is not null).DistinctBy(c => c.First, StringComparer.Ordinal).ToDictionary(c => c.First!, c => c.Second.Letter, StringComparer.Ordinal);
        var samples = table.Targets.Select(_ => new List<string>()).ToList();
        var count = 0;
        foreach (var cells in table.Table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Step();
            if (cells.Cells.All(c => c.Kind == CellKind.Empty))
            {
                continue;
            }

            for (var i = 0; i < Math.Min(samples.Count, cells.Cells.Count); i++)
            {
                if (samples[i].Count < Samples && cells.Cells[i].Kind != CellKind.Empty && !samples[i].Contains(cells.Cells[i].Text, StringComparer.Ordinal))
                {
                    samples[i].Add(cells.Cells[i].Text);
                }
            }

            rows.Add(ReadRow(table, cells, held, columns));
            count++;
        }

        return table with { Rows = count, Samples = samples };
    }

    private RowInHand ReadRow(PlannedTable table, ReadRow cells, List<(int Column, string Field)> held, Dictionary<string, string> columns)
    {
        var list = table.List!;
        var row = new RowInHand(new PlannedRow { Table = table.Table.Name, Number = cells.Number, List = list }, ground.IsOwn, columns);
        var isBare = ground.IsOwn && table.Table.Text is not null && table.Table.List is null;
        for (var i = 0; i < table.Targets.Count; i++)
        {
            if (table.Targets[i] is { } target)
            {
                var cell = i < cells.Cells.Count ? cells.Cells[i] : default;
                Say(row, list, target, isBare ? cell with { Text = CellText.Plain(cell.Text ?? "") } : InOurWords(table, target, cell));
            }
        }

        foreach (var (target, value) in settings.Tables?.GetValueOrDefault(table.Table.Name)?.Defaults ?? ReadOnlyDictionary<string, string>.Empty)
        {
            if (value.Length > 0 && list.Has(target) && !row.Texts.ContainsKey(target) && row.Said.GetValueOrDefault(target) is null)
            {
                Say(row, list, target, new Cell(CellKind.Text, value));
            }
        }

        Explain(row);
        LeaveHeld(held, cells, row);
        return row;
    }

    /// <summary>A cell of HSDS that says in its own words what ours say in others.</summary>
    private static Cell InOurWords(PlannedTable table, string target, Cell cell) =>
        target == "status" && cell.Kind == CellKind.Text && KnownLists.IsHsds(table.Table.List) ? cell with { Text = HsdsStatus.Ours(cell.Text) } : cell;

    /// <summary>The columns that say that numbers were held back, by our own names and labels.</summary>
    private static List<(int Column, string Field)> HeldIn(PlannedTable table) =>
    [
        .. table.Table.Columns.Select((c, i) => (i, Field: table.List!.Sheet.Columns.FirstOrDefault(o => o.Name == c.Heading || o.Indonesian == c.Heading || o.English == c.Heading)?.Name ?? ""))
            .Where(c => c.Field.Split('.')[^1] == "held"),
    ];

    /// <summary>Numbers that were held back from whoever took the file are not what is known: nothing is said of them.</summary>
    private static void LeaveHeld(List<(int Column, string Field)> held, ReadRow cells, RowInHand row)
    {
        foreach (var (column, field) in held.Where(h => h.Column < cells.Cells.Count && !cells.Cells[h.Column].IsBlank))
        {
            foreach (var path in row.Said.Keys.Where(k => field == "held" ? k is "women" or "men" or "unknown" : k.StartsWith(field[..^4], StringComparison.Ordinal)).ToList())
            {
                row.Said.Remove(path);
            }
        }
    }

    /// <summary>Takes down what a cell says of a target.</summary>
    private void Say(RowInHand row, TargetList list, string target, Cell cell)
    {
        if (cell.Kind == CellKind.Empty)
        {
            if (row.BlanksClear && !target.StartsWith('_'))
            {
                row.Said.TryAdd(target, null);
            }
        }
        else if (cell.Text.Length >= ShortestList && PersonList.InText(cell.Text) is { } person)
        {
            row.Refuse(person.Under(target));
        }
        else if (Understood.Contains(target))
        {
            row.Texts[target] = cell.Text.Trim();
        }
        else if (list.Taxonomies.TryGetValue(target, out var taxonomy) || (Headings.ExplainedBy(target) is { } field && list.Taxonomies.TryGetValue(field, out taxonomy)))
        {
            SayTerms(row, list, target, taxonomy, cell);
        }
        else if (Paths.TypeOf(list, target) is { } type)
        {
            var read = CellReading.Read(cell, type);
            if (read.TryValue(out var value))
            {
                row.Said[target] = value;
            }
            else
            {
                row.Refuse(read.Refusals[0].Under(target));
            }
        }
    }

    /// <summary>Terms by code or label: one, or several where the field is a list. Other programs part them with commas as well.</summary>
    private void SayTerms(RowInHand row, TargetList list, string target, Code taxonomy, Cell cell)
    {
        var field = Headings.ExplainedBy(target) ?? target;
        if (field != target && row.Said.GetValueOrDefault(field) is not null)
        {
            return;
        }

        var isList = Paths.TypeOf(list, field) != typeof(string);
        var codes = new List<string>();
        foreach (var text in isList ? Split(cell.Text, taxonomy) : [cell.Text.Trim()])
        {
            switch (terms.Read(taxonomy, text))
            {
                case null: row.Refuse(Refusal.Of("import_term_unknown", target, ("value", Short(text)), ("taxonomy", taxonomy.Value))); break;
                case { Code.Length: > 0 } found: codes.Add(found.Code); Turn(row, field, found.Reversed); break;
                default: break;
            }
        }

        if (codes.Count == 0 && !row.BlanksClear)
        {
            // It was decided that the text means nothing here.
            return;
        }

        row.Said[field] = isList ? new JsonArray([.. codes.Distinct(StringComparer.Ordinal).Select(c => JsonValue.Create(c))]) : codes is [var code] ? JsonValue.Create(code) : null;
    }

    private IEnumerable<string> Split(string text, Code taxonomy)
    {
        var entries = CellText.Split(text);
        return entries is [var one] && one.Contains(',', StringComparison.Ordinal) && !terms.Knows(taxonomy, one)
            ? one.Split([',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : entries;
    }

    /// <summary>A tie that is called as from its end goes the other way.</summary>
    private static void Turn(RowInHand row, string field, bool reversed)
    {
        if (reversed && field == "type")
        {
            row.Said["_turned"] = JsonValue.Create(true);
        }
    }

    /// <summary>Where a field is empty that a column beside it explains, that column says it.</summary>
    private static void Explain(RowInHand row)
    {
        foreach (var (target, text) in row.Texts.Where(t => t.Key.StartsWith('_')).ToList())
        {
            if (Headings.ExplainedBy(target) is { } field && !row.Texts.ContainsKey(field))
            {
                row.Texts[field] = text;
                row.Said.Remove(field);
                row.SayBy(field, target);
            }
        }
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] : text;
}
