using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Reading;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>Regions and elements that a row refers to by whatever it calls them.</content>
internal sealed partial class Planner
{
    private readonly Dictionary<string, RegionCoding?> codings = new(StringComparer.Ordinal);

    private static readonly string[] RegionParts = ["region.province", "region.regency", "region.district", "region.village"];

    /// <summary>The fields of each list that name another element, and of which kind that is.</summary>
    private static readonly Dictionary<string, (string Field, ElementKind Kind)[]> References = new(StringComparer.Ordinal)
    {
        ["contacts"] = [("organization", ElementKind.Organization)],
        ["units"] = [("organization", ElementKind.Organization), ("parent", ElementKind.Unit)],
        ["places"] = [("organization", ElementKind.Organization), ("unit", ElementKind.Unit)],
        ["services"] = [("organization", ElementKind.Organization)],
        ["areas"] = [("service", ElementKind.Service)],
        ["ties"] = [("from", ElementKind.Organization), ("to", ElementKind.Organization), ("service", ElementKind.Service)],
    };

    /// <summary>The region of a row: of the column that says it, or of several that say it from the province down.</summary>
    private void ReadRegion(RowInHand row)
    {
        var said = RegionParts.Select((target, level) => (Text: row.Texts.GetValueOrDefault(target), Level: (RegionLevel?)level)).Where(p => p.Text is { Length: > 0 }).ToList();
        var own = row.Texts.GetValueOrDefault("region");
        var parts = said.ConvertAll(p => p.Text!);
        var level = parts.Count > 0 ? said[^1].Level : null;
        if (own is { Length: > 0 })
        {
            (parts, level) = ([.. parts, own], null);
        }

        if (parts.Count == 0)
        {
            return;
        }

        var text = RegionTexts.Whole(parts);
        if (settings.Regions?.GetValueOrDefault(text) is "")
        {
            row.Row.Verdict = RowVerdict.LeftAside;
            return;
        }

        var reading = regions.Read(parts, level, codings.GetValueOrDefault(row.Row.Table));
        if (reading.Region is { } region)
        {
            row.Said["region"] = JsonValue.Create(region.Value);
            return;
        }

        row.Refuse(reading.Candidates.Count > 0
            ? Refusal.Of("import_region_doubt", "region", ("value", Short(text)), ("regions", reading.Candidates.Take(6).Select(c => graph.Region(c)?.Name ?? c.Value).ToList()))
            : Refusal.Of("import_region_unknown", "region", ("value", Short(text))));
    }

    /// <summary>Whose codes each table uses for regions, since the same digits mean two regions in Aceh and Papua.</summary>
    private void ReadCodings()
    {
        foreach (var table in rows.GroupBy(r => r.Row.Table, StringComparer.Ordinal))
        {
            codings[table.Key] = regions.CodingOf(table.Where(r => r.Texts.GetValueOrDefault("region") is { Length: > 0 }).Select(r => (r.Texts["region"], r.Texts.GetValueOrDefault("region.regency") ?? r.Text("name"))));
        }
    }

    private void ReadReferences(RowInHand row)
    {
        foreach (var (field, kind) in References.GetValueOrDefault(row.Row.List.Name, []))
        {
            if (row.Texts.GetValueOrDefault(field) is not { Length: > 0 } text)
            {
                continue;
            }

            var found = recognition.Referred(kind, text);
            if (found is [var one])
            {
                row.Said[field] = JsonValue.Create(one.Id);
            }
            else if (found.Count == 0 && WasTakenAway(kind, text))
            {
                row.Row.Verdict = RowVerdict.LeftAside;
            }
            else
            {
                row.Refuse(Refusal.Of(found.Count == 0 ? "import_reference_unknown" : "import_reference_doubt", field, ("value", Short(text)), ("count", found.Count)));
            }
        }

        if (row.Said.Remove("_turned") && row.Said.GetValueOrDefault("from") is { } from && row.Said.GetValueOrDefault("to") is { } to)
        {
            (row.Said["from"], row.Said["to"]) = (to, from);
        }
    }
}
