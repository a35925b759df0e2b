using System.Globalization;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange;

/// <summary>What a file says of itself, in a list of its own beside the others: when it left and, for who keeps the network, which change was the last in it. By that a workbook that comes back is
/// known to be ours, and it can be told what was changed in it from what was changed in the network meanwhile.</summary>
public static class ExportMark
{
    private const string Change = "change";

    /// <summary>The name of the list.</summary>
    public const string Name = "about";

    /// <summary>The name of the list in a language.</summary>
    public static string Label(Language language) => language == Language.English ? "About" : "Tentang berkas ini";

    /// <summary>What it says, line by line.</summary>
    internal static IEnumerable<(string Name, string Text)> Lines(Selection selection, ExportOptions options)
    {
        yield return ("networkmap", options.Home);
        yield return ("exported", options.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (selection.Region is { } region)
        {
            yield return ("region", region.Value);
        }

        if (selection.At is { } day)
        {
            yield return ("at", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (options.Change is { } change)
        {
            yield return (Change, change);
        }
    }

    /// <summary>The last change that is in a file of ours, by its public name; null when it is none, or does not say.</summary>
    public static string? Of(ReadFile file) => file.Tables
        .Where(Is)
        .SelectMany(t => t.Columns.Count >= 2 ? t.Rows : [])
        .Take(20)
        .FirstOrDefault(r => r.Cells[0].Text == Change)?.Cells[1].Text;

    /// <summary>True of a table that tells of its file.</summary>
    public static bool Is(ReadTable table) => table.Name == Name || table.Name == Label(Language.Indonesian) || table.Name == Label(Language.English);

    /// <summary>The list as one that is written.</summary>
    internal static Column[] Columns { get; } = [new("name", "Keterangan", "Name"), new("value", "Isi", "Value")];
}
