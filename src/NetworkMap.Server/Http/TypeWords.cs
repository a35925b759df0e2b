using System.Collections.Frozen;

namespace NetworkMap.Server.Http;

/// <summary>What a person calls the types of JSON that a field may want.</summary>
internal static class TypeWords
{
    internal const string Text = "text";
    internal const string Boolean = "boolean";
    internal const string Object = "object";
    private const string Region = "region";
    internal const string List = "list";

    private static readonly FrozenDictionary<string, (string Indonesian, string English)> Words = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [Text] = ("teks di antara tanda kutip", "a text in quotation marks"),
        [Boolean] = ("true atau false, tanpa tanda kutip", "true or false, without quotation marks"),
        [Region] = ("kode wilayah sebagai teks, misalnya \"11.10\"", "the code of a region as a text, such as \"11.10\""),
        [List] = ("daftar di antara [ dan ]", "a list between [ and ]"),
        ["whole"] = ("bilangan bulat, misalnya 12", "a whole number, such as 12"),
        ["number"] = ("angka, misalnya 110.3", "a number, such as 110.3"),
        ["date"] = ("tanggal sebagai teks, misalnya \"2026-02-01\"", "a day as a text, such as \"2026-02-01\""),
        [Object] = ("objek di antara { dan }", "an object between { and }"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of what a field of a type takes.</summary>
    internal static string Of(Type type, bool isRegion) => Type.GetTypeCode(type) switch
    {
        _ when isRegion => Region,
        _ when type == typeof(DateOnly) => "date",
        TypeCode.String => Text,
        TypeCode.Boolean => Boolean,
        TypeCode.Int32 => "whole",
        TypeCode.Double => "number",
        _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => List,
        _ => Object,
    };

    /// <summary>The words for such a name.</summary>
    internal static string Of(string wanted, Language language) => language == Language.English ? Words[wanted].English : Words[wanted].Indonesian;
}
