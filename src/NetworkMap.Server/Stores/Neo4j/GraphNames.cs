using System.Text.RegularExpressions;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Labels and relationship types that come out of codes. Only these are ever names in the graph; whatever else a person wrote is a value.</summary>
internal static partial class GraphNames
{
    /// <summary>The type of a tie whose code makes none.</summary>
    internal const string PlainTie = "TIED_TO";

    /// <summary>Every label that the store itself gives: a code that would make one of them makes no label.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Element", "Organization", "Unit", "Place", "Service", "Need", "Region", "Term", "Tie", "Grant", "Suggestion", "Changeset", "Log", "Request", "SealingKey", "Schema", "Waiting",
        "Province", "Regency", "City", "District", "Village", "UrbanVillage",
    };

    /// <summary>The relationships that live and die with the element they go out from.</summary>
    internal static readonly IReadOnlyList<string> Owned =
    [
        "SEATED_IN", "MERGED_INTO", "WORKS_ON", "IN_SECTOR", "OFFERS", "LACKS", "UNIT_OF", "UNDER", "IN_REGION", "PLACE_OF", "OF_UNIT", "SERVICE_OF", "HAS_FUNCTION", "STANDS_ON",
        "ADDRESSES", "IS_A", "COVERS", "ABOUT", "WITHIN", "BECAME", "NARROWER_THAN", "FROM", "TO", "CONCERNS", "GRANTED_FOR", "STATED_BY",
    ];

    /// <summary>The relationship type of a tie type: its code in capitals when that is of <c>[A-Z][A-Z0-9_]*</c>, else <see cref="PlainTie"/>.</summary>
    internal static string TieType(string code) => code.ToUpperInvariant() is var name && TypeName().IsMatch(name) ? name : PlainTie;

    /// <summary>The label of a code, <c>home_worker_organization</c> as <c>HomeWorkerOrganization</c>; nothing when it makes none.</summary>
    internal static IEnumerable<string> Label(string? code)
    {
        var label = string.Concat((code ?? "").Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return LabelName().IsMatch(label) && !Taken.Contains(label) ? [label] : [];
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeName();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelName();
}
