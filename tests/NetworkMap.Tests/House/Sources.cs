namespace NetworkMap.Tests.House;

/// <summary>One file of the repository, as its text stands in the working tree.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public IEnumerable<string> Folders => Path.Split('/')[..^1];

    public string[] Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool Is(params string[] endings) => endings.Any(ending => Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The files that people write: nothing generated, installed or built.</summary>
public static class Sources
{
    private static readonly string[] Left = ["bin", "obj", "node_modules", "dist", "TestResults", "BenchmarkDotNet.Artifacts", ".git"];

    private static readonly string[] Code = [".cs", ".ts", ".tsx", ".js", ".mjs", ".css", ".sql", ".cypher"];

    public static string Root { get; } = FindRoot();

    /// <summary>All written code below a folder; empty when the folder is not there (a clone without a client still passes).</summary>
    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
        [.. folders.SelectMany(PathsUnder).Where(path => Code.Contains(System.IO.Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(Root, path))))];

    /// <summary>The path of every file below a folder, of whatever kind, as seen from the root.</summary>
    public static IEnumerable<string> PathsUnder(string folder)
    {
        var start = new DirectoryInfo(System.IO.Path.Combine(Root, folder));
        return start.Exists ? Walk(start) : [];
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => System.IO.Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(child => !Left.Contains(child.Name, StringComparer.Ordinal)).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NetworkMap.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository: no folder above them holds NetworkMap.sln.");
    }
}

/// <summary>Fails with every offender on its own line, as <c>path:line what is wrong</c>.</summary>
public static class Offenders
{
    public static void None(IEnumerable<string> offenders)
    {
        var found = offenders.ToList();
        Assert.True(found.Count == 0, $"{found.Count} offender(s):{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
