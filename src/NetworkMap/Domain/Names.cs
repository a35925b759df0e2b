using System.Collections.Frozen;
using System.Text;

namespace NetworkMap.Domain;

/// <summary>The written names of an enumeration: its members in snake case, the same in the log, the API and the seed.</summary>
public static class Names<TEnum> where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> ByValue =
        Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => Snake(v.ToString()));

    private static readonly FrozenDictionary<string, TEnum> ByName =
        ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>Every name, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(v => ByValue[v])];

    /// <summary>The name of a member.</summary>
    public static string Of(TEnum value) => ByValue[value];

    /// <summary>The name of a member; null for the one that goes without saying.</summary>
    public static string? Unless(TEnum value, TEnum unsaid) => value.Equals(unsaid) ? null : Of(value);

    /// <summary>The member of a name; case matters.</summary>
    public static bool TryParse(string name, out TEnum value) => ByName.TryGetValue(name, out value);

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
