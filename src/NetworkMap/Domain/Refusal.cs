namespace NetworkMap.Domain;

/// <summary>One expected "no": a stable <paramref name="Code"/> for programs, the <paramref name="Field"/> it is about (a JSON path
/// such as <c>areas[0].region</c>, empty when it is about the whole request) and the values a sentence needs to say how to mend it.</summary>
/// <remarks>The sentence itself is not here: it is made at the edge, in the language of whoever asked.</remarks>
public sealed record Refusal(string Code, string Field, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>A refusal with named arguments, e.g. <c>Refusal.Of("text_too_long", "name", ("limit", 200))</c>.</summary>
    public static Refusal Of(string code, string field, params (string Name, object? Value)[] arguments) =>
        new(code, field, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));

    /// <summary>The same refusal, told from a level higher: <c>region</c> becomes <c>areas[0].region</c>.</summary>
    public Refusal Under(string prefix) => this with { Field = Field.Length == 0 ? prefix : prefix + "." + Field };
}
