using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetworkMap.Tests.House;

/// <summary>What a C# file of <c>src</c> sees of the house, read from its text: its usings, and every name it writes out.</summary>
public static class Sight
{
    public static IEnumerable<string> OffendersIn(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot();
        var home = Home(file, root);
        if (home is null)
        {
            yield return $"{file.Path}:1 has no namespace of the house (NetworkMap.<Room> in the folder <Room>)";
            yield break;
        }

        if (Rooms.Of(home) is { } named && FolderRoom(file) != named)
        {
            yield return $"{file.Path}:1 says that it is in {named}, but its folder is the room {FolderRoom(file)}";
        }

        var seen = Mentions(root, home).Distinct().OrderBy(mention => mention.Line).ToList();
        foreach (var (name, line) in seen)
        {
            if (Rooms.Of(name) is { } room && Rooms.Refuses(Rooms.Of(home)!, room) is { } why)
            {
                yield return $"{file.Path}:{line} {why}";
            }
        }

        if (BothFeaturesAndStores(file, home, seen) is { } both)
        {
            yield return both;
        }

        foreach (var use in root.Usings.Where(use => !use.GlobalKeyword.IsKind(SyntaxKind.None) && Rooms.Of(use.Name?.ToString() ?? "") is not null and not "NetworkMap.Domain"))
        {
            yield return $"{file.Path}:{Line(use)} opens {use.Name} to every file: only NetworkMap.Domain may be a global using";
        }
    }

    private static string? BothFeaturesAndStores(SourceFile file, string home, List<(string Name, int Line)> seen)
    {
        bool Sees(string room) => seen.Any(mention => (mention.Name + ".").StartsWith(room + ".", StringComparison.Ordinal));
        return home == Rooms.Server && file.Path != "src/NetworkMap.Server/Program.cs" && Sees(Rooms.Features) && Sees(Rooms.Stores)
            ? $"{file.Path}:1 sees both features and stores: only Program.cs does"
            : null;
    }

    private static string? Home(SourceFile file, CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString()
        ?? (file.Path == "src/NetworkMap.Server/Program.cs" || OnlyAttributesAndUsings(root) ? ProjectOf(file) : null);

    private static bool OnlyAttributesAndUsings(CompilationUnitSyntax root) => root.Members.Count == 0;

    private static string ProjectOf(SourceFile file) => file.Path.Split('/')[1];

    private static string FolderRoom(SourceFile file) => Rooms.Of(string.Join('.', file.Folders.Skip(1))) ?? Rooms.Heart;

    private static IEnumerable<(string Name, int Line)> Mentions(CompilationUnitSyntax root, string home)
    {
        foreach (var use in root.DescendantNodes().OfType<UsingDirectiveSyntax>())
        {
            if (Absolute(use.NamespaceOrType.ToString(), home) is { } name)
            {
                yield return (name, Line(use));
            }
        }

        // Dotted names: in the place of a type any room may be meant; in an expression only what begins with NetworkMap.
        foreach (var node in root.DescendantNodes(descendIntoTrivia: false))
        {
            var written = node switch
            {
                QualifiedNameSyntax { Parent: not QualifiedNameSyntax and not UsingDirectiveSyntax and not BaseNamespaceDeclarationSyntax } dotted => dotted.ToString(),
                MemberAccessExpressionSyntax access when access.ToString().StartsWith("NetworkMap.", StringComparison.Ordinal) => access.ToString(),
                _ => null,
            };
            if (written is not null && Absolute(written, home) is { } name)
            {
                yield return (name, Line(node));
            }
        }
    }

    /// <summary>The full name that a written name stands for: inside of the house <c>Graph.NetworkGraph</c> is <c>NetworkMap.Graph.NetworkGraph</c>.</summary>
    private static string? Absolute(string written, string home)
    {
        var name = written.Replace("global::", "", StringComparison.Ordinal);
        if (name.StartsWith("NetworkMap.", StringComparison.Ordinal))
        {
            return name;
        }

        var first = name.Split('.')[0];
        return Rooms.Known.Where(room => room.StartsWith(Rooms.Server, StringComparison.Ordinal) == home.StartsWith(Rooms.Server, StringComparison.Ordinal))
            .Concat(Rooms.Known)
            .Where(room => room.EndsWith("." + first, StringComparison.Ordinal))
            .Select(room => room + name[first.Length..])
            .FirstOrDefault();
    }

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
