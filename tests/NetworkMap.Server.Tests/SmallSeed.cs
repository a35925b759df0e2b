namespace NetworkMap.Server.Tests;

/// <summary>A seed folder cut from the real one: every taxonomy, and the regions of Central Java (33) and Yogyakarta (34) without villages.</summary>
internal static class SmallSeed
{
    private static readonly Lazy<string> Made = new(Make);

    internal static string Folder => Made.Value;

    private static string Make()
    {
        var source = NetworkMap.Server.Exchange.Seed.SeedFolder.Find(AppContext.BaseDirectory) ?? throw new DirectoryNotFoundException("graph-seed was not found above the tests.");
        var folder = Directory.CreateTempSubdirectory("networkmap-seed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "taxonomies"));
        Directory.CreateDirectory(Path.Combine(folder, "regions"));
        foreach (var file in Directory.GetFiles(Path.Combine(source, "taxonomies"), "*.json"))
        {
            File.Copy(file, Path.Combine(folder, "taxonomies", Path.GetFileName(file)));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(source, "regions"), "*.csv"))
        {
            var villages = Path.GetFileName(file) == "villages.csv";
            var lines = File.ReadLines(file).Where((line, i) => i == 0 || (!villages && (line.StartsWith("33", StringComparison.Ordinal) || line.StartsWith("34", StringComparison.Ordinal))));
            File.WriteAllLines(Path.Combine(folder, "regions", Path.GetFileName(file)), lines);
        }

        return folder;
    }
}
