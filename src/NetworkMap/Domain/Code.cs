using System.Collections.Concurrent;

namespace NetworkMap.Domain;

/// <summary>The code of a taxonomy term: 1 to 60 of <c>a-z 0-9 _</c>. Equal codes share one string, so that a million ties cost a million references.</summary>
public readonly record struct Code : IComparable<Code>
{
    private const int PoolLimit = 20_000;
    private static readonly ConcurrentDictionary<string, string> Pool = new(StringComparer.Ordinal);

    private Code(string value) => Value = value;

    /// <summary>The text of the code.</summary>
    public string Value { get; }

    /// <summary>A code, or <c>code_missing</c> or <c>code_malformed</c>.</summary>
    public static Outcome<Code> Parse(string? text) =>
        TryParse(text, out var code) ? code
        : string.IsNullOrEmpty(text) ? Refusal.Of("code_missing", "")
        : Refusal.Of("code_malformed", "", ("value", text is { Length: > 80 } ? text[..80] : text));

    internal static bool TryParse(string? text, out Code code)
    {
        var isCode = text is { Length: > 0 and <= 60 } && !text.AsSpan().ContainsAnyExcept(Alphabet);
        code = isCode ? new Code(Pool.TryGetValue(text!, out var shared) ? shared : Share(text!)) : default;
        return isCode;
    }

    /// <summary>A code that the program itself states; a malformed one is a bug and throws.</summary>
    public static Code Of(string text) => Parse(text).Value;

    /// <inheritdoc/>
    public int CompareTo(Code other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static readonly System.Buffers.SearchValues<char> Alphabet = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static string Share(string text) => Pool.Count < PoolLimit ? Pool.GetOrAdd(text, text) : text;
}
