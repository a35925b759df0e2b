using System.Globalization;
using System.Xml;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A sheet of a workbook.</summary>
internal sealed record SheetPart(string Name, string Part, bool Hidden);

/// <summary>What a workbook says of itself: its sheets, how its numbers are shown, from when its days are counted. Names of parts are followed as they are linked (ECMA-376, part 2); the
/// namespaces of both editions, transitional and strict, are read alike.</summary>
internal sealed class WorkbookParts
{
    /// <summary>Links of a part and styles of cells, of which Excel takes 65,490.</summary>
    private const int Most = 100_000;

    private readonly ZipParts parts;
    private readonly ReadingLimits limits;
    private readonly string book;

    internal WorkbookParts(ZipParts parts, ReadingLimits limits)
    {
        (this.parts, this.limits) = (parts, limits);
        book = Links("").FirstOrDefault(l => l.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        if (!parts.Has(book))
        {
            throw UnreadableException.Of("file_damaged", book, ("part", book));
        }

        var links = Links(book).DistinctBy(l => l.Id, StringComparer.Ordinal).ToDictionary(l => l.Id, StringComparer.Ordinal);
        Sheets = ReadSheets(links);
        Styles = links.Values.FirstOrDefault(l => l.Type.EndsWith("/styles", StringComparison.Ordinal)).Target is { } styles && parts.Has(styles) ? NumberForms(styles) : [];
        Texts = links.Values.FirstOrDefault(l => l.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target is { } texts && parts.Has(texts) ? KeptTexts(texts) : [];
    }

    /// <summary>The sheets with cells, in the order of the workbook.</summary>
    internal IReadOnlyList<SheetPart> Sheets { get; }

    /// <summary>How numbers are shown, by the style of a cell.</summary>
    internal IReadOnlyList<NumberForm> Styles { get; }

    /// <summary>The texts that are kept once for all cells.</summary>
    internal IReadOnlyList<string> Texts { get; }

    /// <summary>True when days are counted from 1904, as old programs on a Macintosh did.</summary>
    internal bool From1904 { get; private set; }

    /// <summary>A part as XML.</summary>
    internal SheetXml Open(string part) => new(parts.Open(part), part, limits);

    private List<SheetPart> ReadSheets(Dictionary<string, (string Id, string Type, string Target)> links)
    {
        var sheets = new List<SheetPart>();
        using var xml = Open(book);
        while (xml.Read())
        {
            if (xml.IsElement("workbookPr"))
            {
                From1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (xml.IsElement("sheet") && xml.LinkAttribute("id") is { } id && links.TryGetValue(id, out var link) && link.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                sheets.Add(new SheetPart(xml.Attribute("name") ?? "", link.Target, xml.Attribute("state") is "hidden" or "veryHidden"));
            }

            if (sheets.Count > limits.Sheets)
            {
                throw UnreadableException.Of("file_too_many_sheets", "", ("limit", limits.Sheets));
            }
        }

        return sheets.Find(s => !parts.Has(s.Part)) is { } lost ? throw UnreadableException.Of("file_damaged", lost.Part, ("part", lost.Part)) : sheets;
    }

    private List<NumberForm> NumberForms(string part)
    {
        var (codes, forms, isOfCells) = (new Dictionary<int, string>(), new List<NumberForm>(), false);
        using var xml = Open(part);
        while (xml.Read())
        {
            if (codes.Count + forms.Count > Most)
            {
                break;
            }

            if (xml.IsElement("numFmt") && Number(xml.Attribute("numFmtId")) is { } id)
            {
                codes[id] = xml.Attribute("formatCode") ?? "";
            }
            else if (xml.IsElement("cellXfs") || xml.IsElement("cellStyleXfs") || xml.IsElement("dxfs"))
            {
                isOfCells = xml.IsElement("cellXfs");
            }
            else if (isOfCells && xml.IsElement("xf"))
            {
                forms.Add(NumberForm.Of(Number(xml.Attribute("numFmtId")) ?? 0, codes));
            }
        }

        return forms;
    }

    private List<string> KeptTexts(string part)
    {
        var (texts, length) = (new List<string>(), 0L);
        using var xml = Open(part);
        while (xml.Read())
        {
            if (!xml.IsElement("si"))
            {
                continue;
            }

            texts.Add(xml.Text(() => UnreadableException.Of("file_cell_too_long", part, ("limit", limits.Cell))));
            length += texts[^1].Length + 16;
            if (length > limits.KeptTexts)
            {
                throw UnreadableException.Of("file_texts_too_long", "", ("limit", limits.KeptTexts));
            }
        }

        return texts;
    }

    /// <summary>What a part is linked with.</summary>
    private IEnumerable<(string Id, string Type, string Target)> Links(string from)
    {
        var folder = from.Contains('/', StringComparison.Ordinal) ? from[..(from.LastIndexOf('/') + 1)] : "";
        var part = $"{folder}_rels/{from[folder.Length..]}.rels";
        if (!parts.Has(part))
        {
            yield break;
        }

        using var xml = Open(part);
        for (var links = 0; links < Most && xml.Read(); links++)
        {
            if (xml.IsElement("Relationship") && xml.Attribute("Target") is { } target && xml.Attribute("TargetMode") is not "External")
            {
                yield return (xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", Resolve(folder, target));
            }
        }
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
