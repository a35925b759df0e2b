using System.Diagnostics;
using System.Globalization;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Reading;
using NetworkMap.Server.Exchange.Reading;
using SpreadCheetah;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>Files that somebody brings, and the regions in them: read whole once, to know that nothing in them is refused, and once more row by row, as an import does.</summary>
internal static class ReadingFigures
{
    private const int CsvRows = 1_000_000;
    private const int BookRows = 100_000;

    internal static readonly Figure[] All =
    [
        new("reading a CSV of 1,000,000 rows of 8", "ms", null, null, _ => MeasureAsync(CsvAsync)),
        new("reading a workbook of 100,000 rows of 12", "ms", null, null, _ => MeasureAsync(BookAsync)),
        new("10,000 regions as people write them", "ms", null, null, stage => Task.FromResult(Regions(stage))),
    ];

    /// <summary>Names of regions, every tenth with a letter left out. The whole of it is one figure, since a workbook is read at once.</summary>
    private static Measured Regions(Stage stage)
    {
        var random = new Random(7);
        var all = stage.Graph.All(ElementKind.Region).Cast<Region>().ToList();
        var written = Enumerable.Range(0, 10_000).Select(i => all[random.Next(all.Count)].Name is var name && i % 10 == 0 ? name.Remove(name.Length / 2, 1) : name).ToList();
        var reader = new RegionReader(stage.Graph, []);
        var again = new RegionReader(stage.Graph, []);
        written.ForEach(w => reader.Read(w));
        var began = Stopwatch.GetTimestamp();
        written.ForEach(w => again.Read(w));
        return new Measured(Stopwatch.GetElapsedTime(began).TotalMilliseconds, null, string.Create(CultureInfo.InvariantCulture, $"{all.Count:N0} regions"));
    }

    private static async Task<Measured> MeasureAsync(Func<string, Task> write)
    {
        var path = Path.GetTempFileName();
        try
        {
            await write(path);
            await using var file = File.OpenRead(path);
            GC.Collect();
            using var peak = new Peak();
            await ReadAsync(file);
            var began = Stopwatch.GetTimestamp();
            var (first, cells) = await ReadAsync(file);
            var all = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            return new Measured(all, null, string.Create(CultureInfo.InvariantCulture, $"{file.Length >> 20} MB, {cells:N0} cells; {first:0} ms of it until it is known to be sound; at most {peak.Most >> 20} MB of memory more"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(double First, long Cells)> ReadAsync(Stream file)
    {
        var began = Stopwatch.GetTimestamp();
        var read = await FileReader.ReadAsync("file", file, ReadingLimits.Usual with { File = 1L << 30 }, CancellationToken.None);
        var first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (first, read.Value.Tables.Sum(t => t.Rows.Sum(r => (long)r.Cells.Count(c => !c.IsBlank))));
    }

    private static async Task CsvAsync(string path)
    {
        await using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteAsync("id,from,to,type,status,since,source,note\r\n");
        for (var i = 0; i < CsvRows; i++)
        {
            await text.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"t{i:x8},o{i * 7 % 200_000:x8},o{i * 13 % 200_000:x8},funds,confirmed,20{i % 25:00}-0{(i % 9) + 1}-15,Survei {i % 40},\"Catatan nomor {i}, \"\"sementara\"\"\"\r\n"));
        }
    }

    private static async Task BookAsync(string path)
    {
        await using var file = File.Create(path);
        await using var book = await Spreadsheet.CreateNewAsync(file);
        await book.StartWorksheetAsync("Organisasi");
        await book.AddRowAsync([.. Enumerable.Range(0, 12).Select(i => new DataCell("Kolom " + (char)('a' + i)))]);
        for (var i = 0; i < BookRows; i++)
        {
            await book.AddRowAsync([.. Enumerable.Range(0, 12).Select(c => (c % 4) switch
            {
                0 => new DataCell(string.Create(CultureInfo.InvariantCulture, $"Kelompok {i} {c}")),
                1 => new DataCell(i * c),
                2 => new DataCell(i % 2 == 0),
                _ => new DataCell("Kabupaten Sidoarjo"),
            })]);
        }

        await book.FinishAsync();
    }

    /// <summary>Looks every few milliseconds how much memory is taken beyond what was before.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly long before = Environment.WorkingSet;
        private readonly Timer timer;

        internal Peak() => timer = new Timer(_ => Most = Math.Max(Most, Environment.WorkingSet - before), null, 0, 5);

        internal long Most { get; private set; }

        public void Dispose() => timer.Dispose();
    }
}
