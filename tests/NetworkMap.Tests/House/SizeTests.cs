namespace NetworkMap.Tests.House;

public sealed class SizeTests
{
    private const int LongestFile = 350;
    private const int LongestFunction = 60;
    private const int LongestAlgorithm = 80;

    private static IReadOnlyList<SourceFile> Written => Sources.Under("src", "client/src", "client/e2e", "tests");

    [Fact]
    public void No_file_is_longer_than_350_lines() => Offenders.None(Written.SelectMany(TooLong));

    [Fact]
    public void No_function_is_longer_than_60_lines_or_80_in_an_algorithm() => Offenders.None(Written.SelectMany(TooLongFunctions));

    [Fact]
    public void A_file_of_351_lines_is_named()
    {
        Assert.Empty(TooLong(new("src/A.cs", Lines(350))));
        Assert.Equal(["src/A.cs:351 has 351 lines; a file stops at 350"], TooLong(new("src/A.cs", Lines(351))));
    }

    [Theory]
    [InlineData("src/NetworkMap/Domain/A.cs", 60)]
    [InlineData("src/NetworkMap/Graph/Algorithms/Paths.cs", 80)]
    public void A_method_one_line_too_long_is_named(string path, int limit)
    {
        string Method(int length) => $"class A\n{{\n    /// <summary>B.</summary>\n    [Fact]\n    public void B()\n    {{\n{Lines(length - 3)}    }}\n}}\n";

        Assert.Empty(TooLongFunctions(new(path, Method(limit))));
        Assert.Equal([$"{path}:5 B has {limit + 1} lines; a function stops at {limit} here"], TooLongFunctions(new(path, Method(limit + 1))));
    }

    [Fact]
    public void A_top_level_program_of_61_lines_is_named() => Assert.Single(TooLongFunctions(new("src/NetworkMap.Server/Program.cs", string.Concat(Enumerable.Repeat("Run();\n", 61)))));

    [Theory]
    [InlineData("export function draw(map: Map) {\n", "}\n")]
    [InlineData("export const draw = (map: Map) => {\n", "};\n")]
    [InlineData("function Sheet({\n  title,\n}: Props) {\n", "}\n")]
    [InlineData("export const sum = computed(() =>\n", ");\n", false)]
    [InlineData("class A {\n  private async draw(map: Map): Promise<void> {\n", "  }\n}\n")]
    public void A_function_of_the_client_that_is_too_long_is_named(string head, string tail, bool function = true)
    {
        var body = string.Concat(Enumerable.Repeat("    step();\n", 60));

        Assert.Empty(TooLongFunctions(new("client/src/a.ts", head + "    step();\n" + tail)));
        Assert.Equal(function ? 1 : 0, TooLongFunctions(new("client/src/a.ts", head + body + tail)).Count());
    }

    [Fact]
    public void Short_functions_of_the_client_in_a_row_are_not_added_up()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"export const f{i} = (a: number) => a + {i};\nexport function g{i}() {{\n  return {i};\n}}\n"));

        Assert.Empty(TooLongFunctions(new("client/src/a.ts", text)));
    }

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("// x\n", count));

    private static IEnumerable<string> TooLong(SourceFile file) =>
        file.Lines.Length > LongestFile ? [$"{file.Path}:{LongestFile + 1} has {file.Lines.Length} lines; a file stops at {LongestFile}"] : [];

    private static IEnumerable<string> TooLongFunctions(SourceFile file)
    {
        var limit = file.Path.StartsWith("src/NetworkMap/Graph/Algorithms/", StringComparison.Ordinal) ? LongestAlgorithm : LongestFunction;
        return Functions.In(file).Where(function => function.Length > limit)
            .Select(function => $"{file.Path}:{function.Line} {function.Name} has {function.Length} lines; a function stops at {limit} here");
    }
}
