using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>Files that other people made, where they are: what would become of each. They are not part of the repository.</summary>
public sealed class SampleImportTests
{
    private static string? Folder => new[] { Environment.GetEnvironmentVariable("NETWORKMAP_SAMPLES"), Path.Combine(RepositoryFolder, "..", "shared", "samples") }.FirstOrDefault(Directory.Exists);

    private static string RepositoryFolder
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "NetworkMap.sln")))
            {
                at = Path.GetDirectoryName(at)!;
            }

            return at;
        }
    }

    [Fact]
    public async Task Every_sample_is_planned_or_refused_in_words()
    {
        Assert.SkipUnless(Folder is not null, "There is no folder of samples beside the repository.");
        await using var desk = await ImportDesk.OpenAsync();
        foreach (var file in Directory.EnumerateFiles(Folder!, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => Path.GetExtension(f) is ".csv" or ".xlsx" or ".json" or ".gexf" or ".graphml"))
        {
            var (status, body) = await ImportDesk.SendAsync(desk.Steward, "/api/imports/check", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), Path.GetFileName(file), new JsonObject());
            var told = (int)status == 200
                ? $"{body!["form"]}: {string.Join(" + ", body["tables"]!.AsArray().Select(t => $"{t!["list"] ?? "-"} {t["rows"]}"))} => {ImportDesk.Counts(body)}"
                : $"{(int)status} {body?["title"]}";
            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetRelativePath(Folder!, file)}: {told}");
            Assert.True((int)status is 200 or 422 or 400, file + ": " + body?.ToJsonString());
        }
    }
}
