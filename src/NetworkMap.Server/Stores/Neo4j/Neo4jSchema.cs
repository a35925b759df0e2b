using System.Globalization;
using System.Reflection;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Constraints and indexes, made by numbered migrations: the files of <c>graph-seed/cypher</c>, which are part of the program. Each statement may run
/// again, so that two processes that start at once, or one that was cut off, do no harm.</summary>
internal static class Neo4jSchema
{
    private const string Folder = "cypher/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly GraphProperties Nothing = [];

    /// <summary>The statements of each migration.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Migrations { get; } = ReadAll();

    internal static int Version => Migrations.Count;

    /// <summary>Brings the database to this schema. A newer one than this program knows is refused.</summary>
    internal static async Task PrepareAsync(ICypher cypher, string name, CancellationToken cancellation)
    {
        var found = await cypher.RunAsync("MATCH (s:Schema) RETURN max(s.version)", Nothing, Patience, cancellation);
        var version = found is [[long stored]] ? stored : 0;
        if (version > Version)
        {
            throw new StoreFailedException($"The store in {name} has schema {version}, which is newer than schema {Version} that this program knows. Start a newer program, or restore a backup made by this one.");
        }

        for (var next = (int)version; next < Version; next++)
        {
            foreach (var statement in Migrations[next])
            {
                await cypher.RunAsync(statement, Nothing, Patience, cancellation);
            }

            await cypher.RunAsync("MERGE (s:Schema {name: 'network'}) SET s.version = $version", new GraphProperties { ["version"] = next + 1 }, Patience, cancellation);
        }
    }

    /// <summary>The statement that gives a tie type its own constraint: one relationship for a tie. The name comes from <see cref="GraphNames.TieType"/> alone.</summary>
    internal static string ConstraintOf(string tieType) =>
        $"CREATE CONSTRAINT {tieType.ToLowerInvariant()}_id IF NOT EXISTS FOR ()-[r:{tieType}]-() REQUIRE r.id IS UNIQUE";

    private static List<IReadOnlyList<string>> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return [.. files.Select((file, i) => file.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Folder}{i + 1:0000}-"), StringComparison.Ordinal)
            ? Statements(assembly, file)
            : throw new InvalidOperationException($"The migration '{file}' does not have the number {i + 1}."))];
    }

    private static List<string> Statements(Assembly assembly, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return [.. string.Join('\n', lines).Split(";\n").Select(s => s.Trim()).Where(s => s.Length > 0)];
    }
}
