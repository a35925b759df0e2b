using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetworkMap.Tests.House;

/// <summary>A function and the lines it takes, from its name to its last brace; comments and attributes above it do not count.</summary>
public sealed record Function(string Name, int Line, int Length);

/// <summary>Finds functions: in C# by the compiler's own parser, in TypeScript by indentation, which the formatter guarantees.</summary>
public static partial class Functions
{
    public static IEnumerable<Function> In(SourceFile file) => file.Is(".cs") ? InCSharp(file) : file.Is(".ts", ".tsx", ".js", ".mjs") ? InTypeScript(file) : [];

    private static IEnumerable<Function> InCSharp(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot();
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count > 0)
        {
            yield return Between("the top level", statements[0], statements[^1]);
        }

        foreach (var node in root.DescendantNodes())
        {
            SyntaxToken? name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier,
                ConstructorDeclarationSyntax constructor => constructor.Identifier,
                LocalFunctionStatementSyntax local => local.Identifier,
                OperatorDeclarationSyntax operation => operation.OperatorToken,
                AccessorDeclarationSyntax accessor => accessor.Keyword,
                PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier,
                _ => null,
            };
            if (name is { } token)
            {
                yield return Between(token.Text, token, node);
            }
        }
    }

    private static Function Between(string name, SyntaxNodeOrToken first, SyntaxNodeOrToken last)
    {
        var start = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        return new(name, start + 1, last.GetLocation()!.GetLineSpan().EndLinePosition.Line - start + 1);
    }

    private static IEnumerable<Function> InTypeScript(SourceFile file)
    {
        var lines = file.Lines;
        for (var start = 0; start < lines.Length; start++)
        {
            var match = Opening().Match(lines[start]);
            if (!match.Success)
            {
                continue;
            }

            var end = ClosingLine(lines, start, match.Groups["indent"].Value);
            yield return new(match.Groups["name"].Value, start + 1, end - start + 1);
        }
    }

    private static int ClosingLine(string[] lines, int start, string indent)
    {
        for (var line = start + 1; line < lines.Length; line++)
        {
            var rest = lines[line].StartsWith(indent, StringComparison.Ordinal) ? lines[line][indent.Length..].TrimEnd() : "";
            if (rest.Length > 0 && rest[0] is '}' or ')' && rest.All(c => c is '}' or ')' or ']' or ';' or ','))
            {
                return line;
            }

            // A declaration that ends on its own line: the next thing at the same depth is something else.
            if (rest.Length > 0 && char.IsLetter(rest[0]) && lines[line].Length > indent.Length)
            {
                return line - 1;
            }
        }

        return start;
    }

    // function name( … / const name = (…) => … / a method of a class, at whatever depth; a block that stays open at the end of the line or list.
    [GeneratedRegex(
        @"^(?<indent>[ \t]*)(?:(?:export |default |async )*function\*? ?(?<name>\w*)[<(].*|(?:export )?(?:const|let) (?<name>\w+)[^=]*= (?:async )?(?:<.*>)?\(.*|(?:public |private |protected |static |async |get |set )*(?<name>(?!if\b|for\b|while\b|switch\b|catch\b|function\b)\w+)\([^;]*\{)[ \t]*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
