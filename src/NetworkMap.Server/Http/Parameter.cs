using Microsoft.OpenApi;

namespace NetworkMap.Server.Http;

/// <summary>What a route takes beside its body, as the description of the API tells it.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Place">Path, query or header.</param>
/// <param name="About">What it means, in English.</param>
/// <param name="Example">A text, a number or a truth value; its type is that of the parameter.</param>
public sealed record Parameter(string Name, ParameterLocation Place, string About, object Example)
{
    /// <summary>True when there is no answer without it.</summary>
    public bool Required { get; init; }

    /// <summary>All values there are; empty when they are not counted.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The least number that it takes.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number that it takes.</summary>
    public int? Most { get; init; }

    /// <summary>The codes by which it can be refused.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>The day in the world.</summary>
    public static Parameter At { get; } = Query("at", "The day in the world that the question is about (validity of ties, areas and agreements), in Jakarta. Today when absent.", "2026-03-01", "date_malformed");

    /// <summary>The point of the record.</summary>
    public static Parameter AsOf { get; } = Query("asOf", "What was known then: the id of a changeset, or an instant with its offset (a + is written %2B). The latest when absent. The answer repeats it in the header As-Of. What is hidden today stays hidden in the past.", "2026-03-01T00:00:00Z", "as_of_unknown", "as_of_future", "record_damaged");

    /// <summary>Where a page of a list begins.</summary>
    public static Parameter Cursor { get; } = Query("cursor", "The member `next` of the page before. Without it, the first page.", "", "cursor_malformed");

    /// <summary>The version that a change was made from.</summary>
    public static Parameter IfMatch { get; } = new("If-Match", ParameterLocation.Header, "The version that the change was made from, in quotes, as the ETag of the element gives it; `*` for whichever there is.", "\"3\"") { Required = true, Refusals = ["version_missing", "version_stale", "parameter_malformed"] };

    /// <summary>The name of a request that may be repeated.</summary>
    public static Parameter IdempotencyKey { get; } = new("Idempotency-Key", ParameterLocation.Header, "A name of your own for this request, at most 200 characters. Sent again within 30 days, it is carried out once.", "4f7c9a52-add-yasanti") { Refusals = ["text_too_long", "idempotency_key_reused"] };

    /// <summary>The language of sentences.</summary>
    public static Parameter AcceptLanguage { get; } = new("Accept-Language", ParameterLocation.Header, "The language of labels and sentences: Indonesian (id) when absent, or English (en).", "en");

    /// <summary>The tag of an answer that the asker has.</summary>
    public static Parameter IfNoneMatch { get; } = new("If-None-Match", ParameterLocation.Header, "ETags of answers that you have; 304 when one of them is still right.", "\"5f0c6f0f8e0d4d2ab1c3e4f5\"");

    /// <summary>How many.</summary>
    public static Parameter Limit(int absent, int most) => Query("limit", $"How many at most, 1 to {most}; {absent} when absent.", absent, "parameter_malformed", "number_out_of_range") with { Least = 1, Most = most };

    /// <summary>A part of the path.</summary>
    public static Parameter Path(string name, string about, string example) => new(name, ParameterLocation.Path, about, example) { Required = true };

    /// <summary>A number of the path.</summary>
    public static Parameter Path(string name, string about, int example, int most) =>
        new(name, ParameterLocation.Path, about, example) { Required = true, Least = 0, Most = most, Refusals = ["parameter_malformed", "number_out_of_range"] };

    /// <summary>A decimal number of the question that has to be there.</summary>
    public static Parameter NeededDecimal(string name, string about, double example) => Query(name, about, example, "number_missing", "parameter_malformed", "number_out_of_range") with { Required = true };

    /// <summary>A parameter of the question.</summary>
    public static Parameter Query(string name, string about, object example, params string[] refusals) => new(name, ParameterLocation.Query, about, example)
    {
        Refusals = example is string ? ["text_too_long", "text_forbidden_character", .. refusals] : refusals,
    };

    /// <summary>The code of a region.</summary>
    public static Parameter Region(string name, string about, string example = "34.02") => Query(name, about, example, "region_code_malformed", "region_unknown");

    /// <summary>The code of a term.</summary>
    public static Parameter Term(string name, string about, string example) => Query(name, about, example, "code_malformed", "term_unknown");
}
