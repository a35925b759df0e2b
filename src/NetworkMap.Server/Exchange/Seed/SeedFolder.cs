using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Reading;
using NetworkMap.Server.Http;
using Sylvan.Data.Csv;

namespace NetworkMap.Server.Exchange.Seed;

/// <summary>Reads <c>graph-seed/</c>: taxonomies as JSON arrays, regions as CSV, elements one a line. Same files, same elements, in the same order.</summary>
public sealed class SeedFolder(string folder)
{
    private static readonly ProvenanceDraft RegionSource = new()
    {
        Source = "idn-area-data 4.0.1 (ODbL)",
        SourceUrl = "https://www.npmjs.com/package/idn-area-data",
        AssertedBy = Provenance.Seed,
    };

    /// <summary>The folder of the repository or of a published program, or null when there is none above the program.</summary>
    public static string? Find(string start) => FoldersAbove.From(start).Select(above => Path.Combine(above, "graph-seed")).FirstOrDefault(Directory.Exists);

    /// <summary>Every taxonomy, parents before what they hold.</summary>
    public IReadOnlyList<ElementDraft> Terms()
    {
        var terms = Directory.GetFiles(Path.Combine(folder, "taxonomies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(node => (TermDraft)ElementText.Read(ElementKind.Term, node!))).ToList();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<ElementDraft>(terms.Count);
        while (terms.Count > 0)
        {
            var ready = terms.Where(t => t.Parent is null || placed.Contains(t.Taxonomy + ":" + t.Parent)).ToList();
            ordered.AddRange(ready.Count > 0 ? ready : terms);
            placed.UnionWith(ready.Select(t => t.Taxonomy + ":" + t.Code));
            terms = ready.Count > 0 ? [.. terms.Except(ready)] : [];
        }

        return ordered;
    }

    /// <summary>The regions of a level, with the point and BPS code that a source states.</summary>
    public IReadOnlyList<ElementDraft> Regions(RegionLevel level)
    {
        var file = level switch { RegionLevel.Province => "provinces", RegionLevel.Regency => "regencies", RegionLevel.District => "districts", _ => "villages" };
        var points = level == RegionLevel.Village ? [] : Rows("points").ToDictionary(r => r[0], StringComparer.Ordinal);
        var bps = level == RegionLevel.Village ? [] : Rows("bps").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        return [.. Rows(file).Select(r => new RegionDraft
        {
            Id = r[0],
            Name = r[1],
            RegionKind = r[2],
            Bps = bps.GetValueOrDefault(r[0]),
            Point = points.TryGetValue(r[0], out var point) ? Point(point) : null,
            Provenance = RegionSource,
        })];
    }

    /// <summary>Names and codes that regions had before, for reading what people write; none when the folder has no such file.</summary>
    public IReadOnlyList<FormerRegion> FormerRegions() =>
        File.Exists(Path.Combine(folder, "regions", "former.csv")) ? [.. Rows("former").Select(FormerRegion.Read).OfType<FormerRegion>()] : [];

    /// <summary>The elements of a file such as <c>demo/ties.ndjson</c>, plain or gzipped; nothing when the file is not there.</summary>
    public IReadOnlyList<ElementDraft> Elements(string name)
    {
        var path = Path.Combine(folder, name);
        var zipped = path + ".gz";
        if (!File.Exists(path) && !File.Exists(zipped))
        {
            return [];
        }

        using var stream = File.Exists(path) ? File.OpenRead(path) : (Stream)new GZipStream(File.OpenRead(zipped), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var drafts = new List<ElementDraft>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0)
            {
                drafts.Add(ReadLine(text, name, line));
            }
        }

        return drafts;
    }

    private static ElementDraft ReadLine(string text, string name, int line)
    {
        try
        {
            var json = JsonNode.Parse(text)!;
            return Names<ElementKind>.TryParse(json["kind"]!.GetValue<string>(), out var kind)
                ? ElementText.Read(kind, json)
                : throw new JsonException($"kind '{json["kind"]}' is not known");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"{name}, line {line}: {failure.Message}", failure);
        }
    }

    private static GeoPointDraft Point(string[] row) => new()
    {
        Longitude = double.Parse(row[1], CultureInfo.InvariantCulture),
        Latitude = double.Parse(row[2], CultureInfo.InvariantCulture),
        Derived = row[4] == "true" ? true : null,
    };

    private IEnumerable<string[]> Rows(string file)
    {
        using var csv = CsvDataReader.Create(Path.Combine(folder, "regions", file + ".csv"));
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        }
    }
}
