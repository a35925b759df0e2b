using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Tests.House;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>The demonstration network of <c>graph-seed</c> in memory, read once for all tests.</summary>
internal static class DemonstrationNetwork
{
    private static readonly string[] Kinds = ["organizations", "units", "places", "services", "ties", "needs"];
    private static readonly Lazy<NetworkSnapshot> Loaded = new(() => NetworkSnapshot.Load(Terms().Concat(Regions()).Concat(Elements()), 1));

    internal static NetworkSnapshot Snapshot => Loaded.Value;

    internal static string Seed { get; } = Path.Combine(Sources.Root, "graph-seed");

    private static IEnumerable<Element> Terms() =>
        Directory.GetFiles(Path.Combine(Seed, "taxonomies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!.AsArray()).Select(json => ElementText.Read(ElementKind.Term, json!).Check().Value);

    private static IEnumerable<Element> Regions()
    {
        var points = Rows("points").ToDictionary(r => r[0], r => new GeoPointDraft { Longitude = Number(r[1]), Latitude = Number(r[2]), Derived = r[4] == "true" }, StringComparer.Ordinal);
        var bps = Rows("bps").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        return from level in new[] { "provinces", "regencies", "districts", "villages" }
               from row in Rows(level)
               select new RegionDraft
               {
                   Id = row[0], Name = row[1], RegionKind = row[2], Point = points.GetValueOrDefault(row[0]), Bps = bps.GetValueOrDefault(row[0]),
                   Provenance = new ProvenanceDraft { Source = "idn-area-data", AssertedBy = "seed" },
               }.Check().Value;
    }

    private static IEnumerable<Element> Elements()
    {
        foreach (var kind in Kinds)
        {
            foreach (var line in File.ReadLines(Path.Combine(Seed, "demo", kind + ".ndjson")))
            {
                var json = JsonNode.Parse(line)!;
                var draft = ElementText.Read(Enum.Parse<ElementKind>((string)json["kind"]!, ignoreCase: true), json);
                yield return (draft is Domain.Ties.TieDraft tie ? tie with { Audience = tie.Audience ?? "public" } : draft).Check().Value;
            }
        }
    }

    /// <summary>The rows of a table without its head; a field in quotes may hold commas.</summary>
    internal static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Path.Combine(Seed, "regions", table + ".csv")).Skip(1).Where(line => line.Length > 0).Select(Fields);

    internal static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c != '"')
            {
                field.Append(c);
            }
        }

        return [.. fields, field.ToString()];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
