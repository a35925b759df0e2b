using System.Collections.Immutable;

namespace NetworkMap.Domain.Taxonomies;

/// <summary>A term of a taxonomy with its labels. Kinds, forms, tie types, issues and so on are data, so that a steward can add one.</summary>
public sealed record Term : Element
{
    /// <summary>Which taxonomy; one of <see cref="Taxonomy"/>.</summary>
    public required Code Taxonomy { get; init; }

    /// <summary>The code, unique in its taxonomy.</summary>
    public required Code Code { get; init; }

    /// <summary>The term above it.</summary>
    public Code? Parent { get; init; }

    /// <summary>The label in Indonesian.</summary>
    public required string LabelId { get; init; }

    /// <summary>The label in English.</summary>
    public required string LabelEn { get; init; }

    /// <summary>What it means, in Indonesian.</summary>
    public string? DescriptionId { get; init; }

    /// <summary>What it means, in English.</summary>
    public string? DescriptionEn { get; init; }

    /// <summary>The law it stands on, e.g. "UU 11/2009 Pasal 38(2) huruf e".</summary>
    public string? LegalReference { get; init; }

    /// <summary>Where it stands in a list.</summary>
    public int? Order { get; init; }

    /// <summary>Of an actor kind: the family that gives it colour and shape.</summary>
    public Family? Family { get; init; }

    /// <summary>Of a tie type: its rules.</summary>
    public TieRules? Tie { get; init; }

    /// <inheritdoc/>
    public override ElementRef Ref => new(ElementKind.Term, Key(Taxonomy, Code));

    /// <summary>The id of a term, <c>taxonomy:code</c>.</summary>
    public static string Key(Code taxonomy, Code code) => taxonomy.Value + ":" + code.Value;

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => TermDraft.Of(this);
}

/// <summary>What a tie type may join and how far it is trusted.</summary>
/// <param name="Symmetric">True when it has no direction; such a tie is stored once.</param>
/// <param name="Trust">0 to 1: how much a tie of the type says that one can introduce the other.</param>
/// <param name="FromKinds">Actor kinds it may start at; empty for any.</param>
/// <param name="ToKinds">Actor kinds it may end at; empty for any.</param>
/// <param name="ReverseLabelId">The label read from the other end, in Indonesian.</param>
/// <param name="ReverseLabelEn">The label read from the other end, in English.</param>
public sealed record TieRules(bool Symmetric, double Trust, ImmutableArray<Code> FromKinds, ImmutableArray<Code> ToKinds, string? ReverseLabelId, string? ReverseLabelEn)
{
    /// <summary>True when the type may join these kinds in this direction (either direction when symmetric).</summary>
    public bool Joins(Code from, Code to) => JoinsDirected(from, to) || (Symmetric && JoinsDirected(to, from));

    private bool JoinsDirected(Code from, Code to) => (FromKinds.IsEmpty || FromKinds.Contains(from)) && (ToKinds.IsEmpty || ToKinds.Contains(to));
}

/// <summary>The six families of INTERFACE 2.</summary>
public enum Family
{
    /// <summary>Home workers' organizations.</summary>
    HomeWorkers,

    /// <summary>Civil society.</summary>
    CivilSociety,

    /// <summary>Government.</summary>
    Government,

    /// <summary>Universities and research.</summary>
    Knowledge,

    /// <summary>Companies, intermediaries, employers.</summary>
    Economy,

    /// <summary>Providers and funders.</summary>
    ServicesFunds,
}

/// <summary>The taxonomies that the software knows how to use; others may exist beside them.</summary>
public static class Taxonomy
{
    /// <summary>Kinds of organizations.</summary>
    public static readonly Code ActorKind = Code.Of("actor_kind");

    /// <summary>Legal forms.</summary>
    public static readonly Code LegalForm = Code.Of("legal_form");

    /// <summary>Types of ties.</summary>
    public static readonly Code TieType = Code.Of("tie_type");

    /// <summary>Kinds of units.</summary>
    public static readonly Code UnitKind = Code.Of("unit_kind");

    /// <summary>Functions of human service organizations.</summary>
    public static readonly Code HsoFunction = Code.Of("hso_function");

    /// <summary>Pillars of Law 11/2009.</summary>
    public static readonly Code Pillar = Code.Of("pillar");

    /// <summary>Issues of home workers.</summary>
    public static readonly Code Issue = Code.Of("issue");

    /// <summary>Skills offered and needed.</summary>
    public static readonly Code Skill = Code.Of("skill");

    /// <summary>Sectors of work, with KBLI.</summary>
    public static readonly Code Sector = Code.Of("sector");

    /// <summary>What a service gives.</summary>
    public static readonly Code ServiceTerm = Code.Of("service_term");

    /// <summary>All of these.</summary>
    public static readonly ImmutableArray<Code> Known = [ActorKind, LegalForm, TieType, UnitKind, HsoFunction, Pillar, Issue, Skill, Sector, ServiceTerm];
}
