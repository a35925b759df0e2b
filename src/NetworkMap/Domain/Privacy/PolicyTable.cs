namespace NetworkMap.Domain.Privacy;

/// <summary>What becomes of a field for whom may not see all of it.</summary>
public enum Withheld : byte
{
    /// <summary>It is left out.</summary>
    LeftOut,

    /// <summary>It is told no finer than the precision allows.</summary>
    Coarser,

    /// <summary>Counts of 1 to 4 are held back, and what would tell them by subtraction.</summary>
    SmallCounts,

    /// <summary>What may tell about a person in it is left out: why, and on whose word.</summary>
    Words,

    /// <summary>It is not part of what they see; each is told apart from it, to those whom the person allowed it for and as long as she does (<see cref="ContactSight"/>).</summary>
    ByConsent,

    /// <summary>The element is not known at all, unless its own audience is wide enough.</summary>
    Unknown,
}

/// <summary>One row of the policy: fields of a kind of element, who sees all of them, and what others get.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Fields">Names in the written form; empty for the whole element.</param>
/// <param name="Least">The least standing that sees the fields as they are.</param>
/// <param name="Others">What those below it get.</param>
public sealed record PolicyRow(ElementKind Kind, IReadOnlyList<string> Fields, Standing Least, Withheld Others);

/// <summary>The policy as a table that a person can read. <see cref="Policy"/> does what it says, which a test holds field by field; every field that no row names is told to
/// everybody.</summary>
public static class PolicyTable
{
    /// <summary>Every row, by kind.</summary>
    public static IReadOnlyList<PolicyRow> Rows { get; } =
    [
        new(ElementKind.Organization, ["contacts"], Standing.Own, Withheld.ByConsent),
        new(ElementKind.Organization, ["note", "distinctFrom"], Standing.Own, Withheld.LeftOut),
        new(ElementKind.Organization, ["region"], Standing.Coordinator, Withheld.Coarser),
        new(ElementKind.Organization, ["members"], Standing.Coordinator, Withheld.SmallCounts),
        new(ElementKind.Unit, ["region"], Standing.Coordinator, Withheld.Coarser),
        new(ElementKind.Unit, ["members"], Standing.Coordinator, Withheld.SmallCounts),
        new(ElementKind.Place, ["name", "address", "point"], Standing.Own, Withheld.LeftOut),
        new(ElementKind.Place, ["region", "precision"], Standing.Coordinator, Withheld.Coarser),
        new(ElementKind.Service, ["areas"], Standing.Coordinator, Withheld.Coarser),
        new(ElementKind.Tie, [], Standing.Own, Withheld.Unknown),
        new(ElementKind.Tie, ["note"], Standing.Own, Withheld.LeftOut),
        new(ElementKind.Tie, ["statements"], Standing.Own, Withheld.Words),
        new(ElementKind.Tie, ["supply"], Standing.Coordinator, Withheld.SmallCounts),
        new(ElementKind.Need, ["women", "men", "unknown", "held"], Standing.Coordinator, Withheld.SmallCounts),
        new(ElementKind.Grant, [], Standing.Own, Withheld.Unknown),
        new(ElementKind.Suggestion, [], Standing.Own, Withheld.Unknown),
        new(ElementKind.Suggestion, ["sender"], Standing.Steward, Withheld.LeftOut),
    ];

    /// <summary>Withheld of every element from all but the stewards of everything: which account asserted it.</summary>
    public const string OfEvery = "provenance";
}
