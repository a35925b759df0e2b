using System.Text;
using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads a file that somebody brought into tables of cells. What it is, its bytes say and not its name; what is too large, damaged or of another kind is refused with how to mend it,
/// before a row of it is used.</summary>
public static class FileReader
{
    private const int Start = 1 << 12;

    /// <summary>Reads it. The stream can be sought in, and stays open as long as rows are read: they come from it.</summary>
    public static Task<Outcome<ReadFile>> ReadAsync(string fileName, Stream content, ReadingLimits limits, CancellationToken cancellation) =>
        Task.Run(() => Read(fileName, content, limits, cancellation), cancellation);

    private static Outcome<ReadFile> Read(string fileName, Stream content, ReadingLimits limits, CancellationToken cancellation)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var remarks = new RemarkList();
        try
        {
            if (content.Length == 0)
            {
                return Refusal.Of("file_empty", "");
            }

            if (content.Length > limits.File)
            {
                return Refusal.Of("file_too_large", "", ("limit", (int)(limits.File >> 20)));
            }

            var file = new BroughtFile(content) { Stop = cancellation };
            var (form, tables) = Tables(name, file.View, limits, remarks);
            file.Stop = CancellationToken.None;
            return tables.Count == 0 ? Refusal.Of("file_empty", "") : new ReadFile(FormOf(form, tables), name, tables, remarks.All);
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return Refusal.Of("file_damaged", "");
        }
    }

    private static (FileForm Form, List<ReadTable> Tables) Tables(string name, Func<Stream> open, ReadingLimits limits, RemarkList remarks)
    {
        var start = new byte[Start];
        var bytes = start.AsSpan(0, open().ReadAtLeast(start, Start, throwOnEndOfStream: false));
        if (bytes is [0x50, 0x4B, 3, 4, ..])
        {
            return ZipReader.Read(open, limits, remarks);
        }

        RefuseOthers(bytes, open);
        var encoding = TextEncoding.Of(open());
        using var text = encoding.Over(open());
        var letters = new char[Start];
        var begin = letters.AsSpan(0, text.ReadBlock(letters)).TrimStart().ToString();
        if (begin.StartsWith('<'))
        {
            throw UnreadableException.Of(OtherMarkup(begin), "");
        }

        if (JsonReader.LooksLikeJson(begin))
        {
            return JsonReader.Read(name, () => encoding.Bytes(open()), limits, remarks);
        }

        var table = new CsvTable(Path.GetFileNameWithoutExtension(name), open, limits).Read(remarks);
        return (FileForm.Csv, table is null ? [] : [table]);
    }

    private static void RefuseOthers(ReadOnlySpan<byte> start, Func<Stream> open)
    {
        var code = start switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Holds(open(), "EncryptedPackage") ? "file_protected" : Holds(open(), "WordDocument") ? "file_is_document" : "file_is_old_workbook",
            [0x50, 0x4B, 5, 6, ..] => "file_empty",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "file_is_pdf",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "file_is_document",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "file_is_document",
            [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "file_packed_otherwise",
            _ => null,
        };
        if (code is not null)
        {
            throw UnreadableException.Of(code, "");
        }
    }

    private static string OtherMarkup(string begin)
    {
        bool Says(string what) => begin.Contains(what, StringComparison.OrdinalIgnoreCase);
        return Says("<gexf") || Says("<graphml") ? "file_is_graph"
            : Says("schemas-microsoft-com:office:spreadsheet") ? "file_is_old_workbook"
            : Says("<html") || Says("<!doctype html") || Says("<table") ? "file_is_page" : "file_no_table";
    }

    /// <summary>True when the name of a part stands somewhere in an old document.</summary>
    private static bool Holds(Stream file, string part)
    {
        var wanted = Encoding.Unicode.GetBytes(part);
        var (buffer, kept) = (new byte[1 << 16], 0);
        for (var read = file.Read(buffer, 0, buffer.Length); read > 0; read = file.Read(buffer, kept, buffer.Length - kept))
        {
            var all = buffer.AsSpan(0, kept + read);
            if (all.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(wanted.Length, all.Length);
            all[^kept..].CopyTo(buffer);
        }

        return false;
    }

    /// <summary>What a file is by its tables.</summary>
    private static FileForm FormOf(FileForm form, List<ReadTable> tables)
    {
        if (form is not (FileForm.Csv or FileForm.Workbook or FileForm.HsdsTabular))
        {
            return form;
        }

        var isWorkbook = form == FileForm.Workbook;
        return tables.Exists(t => t.List is not null && t.List != "hxl" && OwnLists.Names.Contains(t.List)) ? isWorkbook ? FileForm.OwnWorkbook : FileForm.OwnCsv
            : tables.Exists(t => t.Columns.Any(c => c.Hashtag is not null)) ? FileForm.Hxl
            : form == FileForm.HsdsTabular || tables.Exists(t => KnownLists.IsHsds(t.List)) ? FileForm.HsdsTabular
            : tables.Exists(t => t.List is KnownLists.Connections or KnownLists.Elements) ? FileForm.KumuSheets : form;
    }
}
