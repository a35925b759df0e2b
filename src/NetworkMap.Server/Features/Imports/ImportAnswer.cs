using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Imports;

/// <summary>A plan as whoever brought the file is told it.</summary>
internal static class ImportAnswer
{
    /// <summary>So many rows of each verdict are told; the workbook with the remarks has all of them.</summary>
    private const int ShownRows = 200;

    /// <summary>The fields that name another element by its id, and of which kind that is.</summary>
    private static readonly Dictionary<string, ElementKind> Referring = new(StringComparer.Ordinal)
    {
        ["organization"] = ElementKind.Organization,
        ["from"] = ElementKind.Organization,
        ["to"] = ElementKind.Organization,
        ["service"] = ElementKind.Service,
        ["unit"] = ElementKind.Unit,
        ["parent"] = ElementKind.Unit,
        ["region"] = ElementKind.Region,
    };

    /// <summary>The answer.</summary>
    internal static object Of(Imported imported, Asking asking)
    {
        var (plan, telling) = (imported.Plan, asking.Telling);
        return new
        {
            source = imported.Source,
            known = imported.Known is not null ? true : (bool?)null,
            form = Names<FileForm>.Of(plan.File.Form),
            file = plan.File.Name,
            plan = plan.Name,
            counts = Enum.GetValues<RowVerdict>().ToDictionary(Names<RowVerdict>.Of, plan.Count, StringComparer.Ordinal),
            writes = plan.Entered.Count,
            widening = plan.Widening.Count,
            remarks = plan.File.Remarks.Select(r => new { code = r.Code, table = r.Sheet, row = r.Row, column = r.Column, message = RemarkWords.Sentence(r, telling.Language) }),
            tables = plan.Tables.Select(t => TableOf(t, imported.Settings)),
            lists = TargetList.All.Select(l => new { name = l.Name, label = l.Sheet.Label(telling.Language), targets = l.Targets.Select(t => new { name = t.Name, label = t.Label(telling.Language) }) }),
            questions = new
            {
                regions = plan.Questions.Regions.Select(q => new { text = q.Text, rows = q.Rows, candidates = q.Candidates.Select(c => RegionOf(c, telling)) }),
                terms = plan.Questions.Terms.Select(q => new { taxonomy = q.Taxonomy.Value, text = q.Text, rows = q.Rows }),
            },
            rows = plan.Rows.GroupBy(r => r.Verdict).Where(g => g.Key != RowVerdict.Unchanged).OrderByDescending(g => g.Key).SelectMany(g => g.Take(ShownRows)).Select(r => RowOf(r, asking)),
        };
    }

    private static object TableOf(PlannedTable table, ImportSettings settings) => new
    {
        name = table.Table.Name,
        hidden = table.Table.Hidden ? true : (bool?)null,
        list = table.List?.Name,
        rows = table.Table.RowCount,
        defaults = settings.Tables?.GetValueOrDefault(table.Table.Name)?.Defaults,
        columns = table.Table.Columns.Select((c, i) => new { letter = c.Letter, heading = c.Heading, target = table.Targets[i], samples = i < table.Samples.Count ? table.Samples[i] : [] }),
    };

    private static object RowOf(PlannedRow row, Asking asking) => new
    {
        table = row.Table,
        row = row.Number,
        list = row.List.Name,
        key = row.Key,
        verdict = Names<RowVerdict>.Of(row.Verdict),
        name = row.Name,
        id = row.IsKnown ? row.Element?.Id : null,
        faults = row.Faults.Count == 0 ? null : row.Faults.Select(f => FaultOf(f, asking.Telling)),
        changes = row.Changes.Count == 0 ? null : row.Changes.Select(c => new FieldAnswer(c.Field, c.Before, c.After)),
        conflicts = row.Conflicts.Count == 0 ? null : row.Conflicts.Select(c => new { field = c.Field, label = LabelOf(row.List, c.Field, asking.Telling.Language), column = c.Column, network = c.Network, file = c.File }),
        mentions = MentionsOf(row, asking.Telling),
        candidates = row.Candidates.Count == 0 ? null : row.Candidates.Select(c => new { organization = asking.Telling.Summary(c.Organization), reasons = c.Reasons.Select(Names<Likening>.Of) }),
    };

    /// <summary>What the ids in the fields of a row mean, as far as that is in the network; null when that is nothing.</summary>
    private static List<MentionAnswer>? MentionsOf(PlannedRow row, Telling telling)
    {
        var titles = new Titles(telling);
        var fields = row.Changes.SelectMany(c => Named(c.Field, c.Before).Concat(Named(c.Field, c.After))).Concat(row.Conflicts.SelectMany(c => Named(c.Field, c.Network).Concat(Named(c.Field, c.File))));
        var mentions = fields.Distinct().Select(titles.Mentioned).OfType<MentionAnswer>().ToList();
        return mentions.Count == 0 ? null : mentions;
    }

    private static IEnumerable<ElementRef> Named(string field, JsonNode? value) => value switch
    {
        JsonArray list => list.SelectMany(one => Named(field, one)),
        JsonObject fields => fields.SelectMany(f => Named(f.Key, f.Value)),
        JsonValue text when Referring.TryGetValue(field[(field.LastIndexOf('.') + 1)..], out var kind) && text.TryGetValue<string>(out var id) => [new ElementRef(kind, id)],
        _ => [],
    };

    /// <summary>Why a row cannot come in, in words.</summary>
    internal static object FaultOf(RowFault fault, Telling telling)
    {
        var shown = ShownRefusal.Of(fault.Refusal, telling.Graph, telling.Language);
        return new { code = fault.Refusal.Code, column = fault.Column, field = fault.Refusal.Field, message = RefusalWords.Sentence(shown, telling.Language), mend = RefusalWords.Mend(shown, telling.Language) };
    }

    /// <summary>What a field of a list is called.</summary>
    internal static string LabelOf(TargetList list, string field, Language language) => list.Targets.FirstOrDefault(t => t.Name == field)?.Label(language) ?? field;

    private static object RegionOf(RegionCode code, Telling telling) => new { code = code.Value, name = telling.RegionName(code), within = code.Parent is { } parent ? telling.RegionName(parent) : null };
}
