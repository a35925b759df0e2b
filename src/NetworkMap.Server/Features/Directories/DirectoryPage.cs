using System.Text.Json.Nodes;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Directories;

/// <summary>A page of a list, as HSDS counts pages: from 1.</summary>
/// <param name="Number">Which.</param>
/// <param name="Size">How many things a page has.</param>
internal readonly record struct DirectoryPage(int Number, int Size)
{
    private const int Usual = 50;
    private const int Most = 500;

    /// <summary>The parameters in the description of the API.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("page", "Which page, from 1.", 1, "parameter_malformed", "number_out_of_range") with { Least = 1 },
        Parameter.Query("per_page", $"How many on a page, 1 to {Most}; {Usual} when absent.", Usual, "parameter_malformed", "number_out_of_range") with { Least = 1, Most = Most },
        Parameter.Query("format", "Only `json` here: all of it at once is a file, `/api/exports/hsds`.", "json", "choice_unknown") with { Choices = ["json"] },
    ];

    /// <summary>A page in the description of the API.</summary>
    internal static string ExampleOf(string thing) => $$"""{"total_items":1,"total_pages":1,"page_number":1,"size":1,"first_page":true,"last_page":true,"empty":false,"contents":[{{thing}}]}""";

    /// <summary>The page that is asked for.</summary>
    internal static DirectoryPage Of(Asked asked)
    {
        var format = asked.Text("format");
        asked.Checks.Require(format is null or "json", "choice_unknown", "format", ("value", format), ("choices", new[] { "json" }));
        return new(asked.Number("page", 1, 1, int.MaxValue / Most), asked.Number("per_page", Usual, 1, Most));
    }

    /// <summary>The answer: the page of a list, each thing as it is written. A page behind the last is empty.</summary>
    internal JsonObject Of<T>(IEnumerable<T> all, Func<T, JsonObject> write)
    {
        var list = all as IReadOnlyList<T> ?? [.. all];
        var pages = Math.Max(1, (list.Count + Size - 1) / Size);
        var things = list.Skip((Number - 1) * Size).Take(Size).Select(write).ToArray();
        return new JsonObject
        {
            ["total_items"] = list.Count,
            ["total_pages"] = pages,
            ["page_number"] = Number,
            ["size"] = things.Length,
            ["first_page"] = Number == 1,
            ["last_page"] = Number >= pages,
            ["empty"] = things.Length == 0,
            ["contents"] = new JsonArray(things),
        };
    }
}
