namespace NetworkMap.Tests.House;

/// <summary>The table is in <see cref="Rooms"/>.</summary>
public sealed class WhoMaySeeWhomTests
{
    [Fact]
    public void Every_file_sees_only_the_rooms_it_may_see() =>
        Offenders.None(Sources.Under("src").Where(file => file.Is(".cs")).SelectMany(Sight.OffendersIn));

    [Fact]
    public void The_heart_refers_to_no_package_and_no_project() =>
        Offenders.None(References(new("src/NetworkMap/NetworkMap.csproj", File.ReadAllText(Path.Combine(Sources.Root, "src/NetworkMap/NetworkMap.csproj")))));

    [Fact]
    public void No_project_opens_a_room_to_all_its_files() =>
        Offenders.None(Sources.PathsUnder("src").Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(path => LinesWith(new(path, File.ReadAllText(Path.Combine(Sources.Root, path))), "<Using Include=\"NetworkMap")));

    [Theory]
    [InlineData("src/NetworkMap/Domain/A.cs", "using NetworkMap.Changes;\nnamespace NetworkMap.Domain;", "src/NetworkMap/Domain/A.cs:1 NetworkMap.Domain sees NetworkMap.Changes")]
    [InlineData("src/NetworkMap/Changes/A.cs", "namespace NetworkMap.Changes;\nclass A { Graph.NetworkGraph? graph; }", ":2 NetworkMap.Changes sees NetworkMap.Graph")]
    [InlineData("src/NetworkMap/Storage/A.cs", "namespace NetworkMap.Storage;\nusing static NetworkMap.Graph.NetworkView;", ":2 NetworkMap.Storage sees NetworkMap.Graph")]
    [InlineData("src/NetworkMap.Server/Stores/Sqlite/A.cs", "namespace NetworkMap.Server.Stores.Sqlite;\nclass A { object a = NetworkMap.Graph.NetworkGraph.Empty; }", ":2 NetworkMap.Server.Stores sees NetworkMap.Graph")]
    [InlineData("src/NetworkMap.Server/Stores/Sqlite/A.cs", "using NetworkMap.Server.Http;\nnamespace NetworkMap.Server.Stores.Sqlite;", ":1 NetworkMap.Server.Stores sees NetworkMap.Server.Http")]
    [InlineData("src/NetworkMap.Server/Features/Ties/A.cs", "using NetworkMap.Server.Features.Needs;\nnamespace NetworkMap.Server.Features.Ties;", ":1 NetworkMap.Server.Features.Ties sees another feature (NetworkMap.Server.Features.Needs)")]
    [InlineData("src/NetworkMap.Server/Features/Ties/A.cs", "using S = NetworkMap.Server.Stores.Sqlite.SqliteStore;\nnamespace NetworkMap.Server.Features.Ties;", ":1 NetworkMap.Server.Features.Ties sees NetworkMap.Server.Stores")]
    [InlineData("src/NetworkMap.Server/Writing/A.cs", "using NetworkMap.Server.Features.Ties;\nnamespace NetworkMap.Server.Writing;", ":1 NetworkMap.Server.Writing sees NetworkMap.Server.Features.Ties")]
    [InlineData("src/NetworkMap.Server/Cellar/A.cs", "using NetworkMap.Domain;\nnamespace NetworkMap.Server.Cellar;", "is a room that the table in Rooms.cs does not know")]
    [InlineData("src/NetworkMap.Server/Start.cs", "using NetworkMap.Server.Features.Ties;\nusing NetworkMap.Server.Stores.Sqlite;\nnamespace NetworkMap.Server;", "sees both features and stores: only Program.cs does")]
    [InlineData("src/NetworkMap/Domain/A.cs", "namespace NetworkMap.Graph;", "but its folder is the room NetworkMap.Domain")]
    [InlineData("src/NetworkMap.Server/Usings.cs", "global using NetworkMap.Graph;", "opens NetworkMap.Graph to every file")]
    [InlineData("src/NetworkMap/Domain/A.cs", "class A;", "has no namespace of the house")]
    public void A_forbidden_sight_is_named(string path, string text, string expected) =>
        Assert.Contains(Sight.OffendersIn(new(path, text)), offender => offender.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/NetworkMap/Graph/A.cs", "using NetworkMap.Changes;\nusing NetworkMap.Domain.Ties;\nnamespace NetworkMap.Graph.Algorithms;\nclass A { Domain.Code? code; }")]
    [InlineData("src/NetworkMap.Server/Features/Ties/A.cs", "using NetworkMap.Graph;\nusing NetworkMap.Server.Http;\nusing NetworkMap.Server.Writing;\nnamespace NetworkMap.Server.Features.Ties;")]
    [InlineData("src/NetworkMap.Server/Stores/Sqlite/A.cs", "using NetworkMap.Storage;\nusing NetworkMap.Changes;\nnamespace NetworkMap.Server.Stores.Sqlite;\nclass A { int Graph; int B() => Graph.CompareTo(1); }")]
    [InlineData("src/NetworkMap.Server/Program.cs", "using NetworkMap.Server.Features.Ties;\nusing NetworkMap.Server.Stores.Sqlite;\nvar a = 1;")]
    public void An_allowed_sight_passes(string path, string text) => Assert.Empty(Sight.OffendersIn(new(path, text)));

    [Theory]
    [InlineData("<PackageReference Include=\"X\" />")]
    [InlineData("<ProjectReference Include=\"../X\" />")]
    [InlineData("<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    public void A_reference_of_the_heart_is_named(string line) => Assert.Equal(["a.csproj:2 " + line], References(new("a.csproj", "<Project>\n  " + line + "\n</Project>")));

    private static IEnumerable<string> References(SourceFile project) => LinesWith(project, "<PackageReference", "<ProjectReference", "<FrameworkReference", "<Reference ");

    private static IEnumerable<string> LinesWith(SourceFile file, params string[] texts) =>
        file.Lines.Index().Where(line => texts.Any(text => line.Item.Contains(text, StringComparison.Ordinal))).Select(line => $"{file.Path}:{line.Index + 1} {line.Item.Trim()}");
}
