using System.IO.Compression;
using System.Text;
using NetworkMap.Server.Exchange.Tables;
using Sylvan.Data.Csv;

namespace NetworkMap.Server.Exchange;

/// <summary>Comma-separated values (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need): one list, or all of them in a zip file.</summary>
public sealed class Csv : ExportFormat
{
    /// <summary>The day that the format begins to count from: the same export twice is the same file.</summary>
    internal static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override string Name => "csv";

    /// <inheritdoc/>
    public override string MediaType => "application/zip";

    /// <inheritdoc/>
    public override string Extension => "zip";

    /// <inheritdoc/>
    public override string About => "Lists as comma-separated values, for programs and spreadsheets: all of them in a zip file, or one of them with `list`.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        if (options.List is { } one)
        {
            await ListAsync(one.Columns, one.Rows(selection), options.Separator, output, cancellation);
            return;
        }

        await using var waiting = new AsyncStream(output);
        await using var archive = await ZipArchive.CreateAsync(waiting, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var sheet in Sheets.All)
        {
            await AddAsync(sheet.Name, sheet.Columns, sheet.Rows(selection));
        }

        await AddAsync(ExportMark.Name, ExportMark.Columns, ExportMark.Lines(selection, options).Select(l => new object?[] { l.Name, l.Text }));

        async Task AddAsync(string name, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows)
        {
            var entry = archive.CreateEntry(name + ".csv", CompressionLevel.Fastest);
            entry.LastWriteTime = Always;
            await using var content = await entry.OpenAsync(cancellation);
            await ListAsync(columns, rows, options.Separator, content, cancellation);
        }
    }

    /// <summary>Writes one list.</summary>
    internal static async Task ListAsync(IReadOnlyList<Column> columns, IEnumerable<object?[]> cells, char separator, Stream output, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        await using var writer = CsvDataWriter.Create(text, new CsvDataWriterOptions { Delimiter = separator, NewLine = "\r\n" });
        await using var rows = new SheetReader(columns, cells);
        await writer.WriteAsync(rows, cancellation);
    }
}
