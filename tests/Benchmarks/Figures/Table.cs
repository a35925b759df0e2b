using System.Globalization;
using NetworkMap.Benchmarks.Maps;
using NetworkMap.Benchmarks.Text;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>Measures the figures one after the other and prints them as one table.</summary>
internal static class Table
{
    private static readonly Figure[] All =
    [
        .. GraphFigures.All,
        .. JobFigures.All,
        .. SearchFigures.All,
        .. DuplicateFigures.All,
        .. TileFigures.All,
        .. ProjectionFigures.All,
        .. WritingFigures.All,
        .. ReadingFigures.All,
        .. StartFigures.All,
    ];

    /// <summary>Verb <c>figures [--organizations N] [--only TEXT]</c>.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        var organizations = int.Parse(Option(args, "--organizations") ?? "200000", CultureInfo.InvariantCulture);
        var only = Option(args, "--only") ?? "";
        var stage = new Stage(organizations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{organizations:N0} organizations, {organizations * 5:N0} ties; {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        Console.WriteLine();
        Console.WriteLine("| figure | bar (median / p99) | measured | met | plain arrays | note |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var figure in All.Where(f => f.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine(await LineAsync(figure, stage));
        }

        return 0;
    }

    private static async Task<string> LineAsync(Figure figure, Stage stage)
    {
        var measured = await figure.Measure(stage);
        var plain = figure.Plain is null ? "" : Pair(figure.Plain(stage));
        var met = figure.IsMet(measured) switch { true => "yes", false => "NO", _ => "" };
        return $"| {figure.Name} | {(figure.Bar is null ? "" : Pair(new Measured(figure.Bar.Value, figure.TailBar)))} {figure.Unit} | {Pair(measured)} | {met} | {plain} | {measured.Note} |";
    }

    private static string Pair(Measured m) => m.Tail is null ? Number(m.Median) : $"{Number(m.Median)} / {Number(m.Tail.Value)}";

    private static string Number(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
