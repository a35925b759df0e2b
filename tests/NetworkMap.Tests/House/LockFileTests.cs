namespace NetworkMap.Tests.House;

/// <summary>A clone builds with whatever registry its machine is configured for.</summary>
public sealed class LockFileTests
{
    private static readonly string[] Locks = ["packages.lock.json", "package-lock.json", ".npmrc", "nuget.config", "NuGet.Config"];

    [Fact]
    public void No_lock_file_names_a_registry() =>
        Offenders.None(new[] { "src", "tests", "client" }.SelectMany(Sources.PathsUnder).Where(path => Locks.Contains(Path.GetFileName(path), StringComparer.Ordinal))
            .SelectMany(path => Registries(new(path, File.ReadAllText(Path.Combine(Sources.Root, path))))));

    [Fact]
    public void A_registry_in_a_lock_file_is_named()
    {
        var file = new SourceFile("client/package-lock.json", "{\n  \"resolved\": \"https://registry.example/a.tgz\"\n}");

        Assert.Equal(["client/package-lock.json:2 names a registry; client/.npmrc leaves it out (omit-lockfile-registry-resolved)"], Registries(file));
        Assert.Empty(Registries(new("client/package-lock.json", "{\n  \"funding\": \"https://example.org\",\n  \"url\": \"https://example.org\"\n}")));
    }

    private static IEnumerable<string> Registries(SourceFile file) =>
        file.Lines.Index()
            .Where(line => line.Item.Contains("://", StringComparison.Ordinal) && (!file.Is("package-lock.json") || line.Item.Contains("\"resolved\"", StringComparison.Ordinal)))
            .Select(line => $"{file.Path}:{line.Index + 1} names a registry; client/.npmrc leaves it out (omit-lockfile-registry-resolved)");
}
