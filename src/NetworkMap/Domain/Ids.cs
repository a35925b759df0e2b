namespace NetworkMap.Domain;

/// <summary>Id of an organization. Random, so that it tells neither time nor order.</summary>
public readonly record struct OrganizationId(Guid Value)
{
    /// <summary>The name in the log of the element that it is the id of.</summary>
    public ElementRef Ref => new(ElementKind.Organization, ToString());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a unit.</summary>
public readonly record struct UnitId(Guid Value)
{
    /// <summary>The name in the log of the element that it is the id of.</summary>
    public ElementRef Ref => new(ElementKind.Unit, ToString());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a place.</summary>
public readonly record struct PlaceId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a service.</summary>
public readonly record struct ServiceId(Guid Value)
{
    /// <summary>The name in the log of the element that it is the id of.</summary>
    public ElementRef Ref => new(ElementKind.Service, ToString());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a tie.</summary>
public readonly record struct TieId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a need.</summary>
public readonly record struct NeedId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a grant.</summary>
public readonly record struct GrantId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a suggestion.</summary>
public readonly record struct SuggestionId(Guid Value)
{
    /// <summary>The name in the log of the element that it is the id of.</summary>
    public ElementRef Ref => new(ElementKind.Suggestion, ToString());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Reading of ids.</summary>
public static class Ids
{
    internal static bool TryParse(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && id != Guid.Empty;

    /// <summary>A lower-case UUID with dashes, or <c>id_malformed</c>.</summary>
    public static Outcome<Guid> Parse(string? text) =>
        TryParse(text, out var id) ? id
        : string.IsNullOrEmpty(text) ? Refusal.Of("id_missing", "")
        : Refusal.Of("id_malformed", "", ("value", text is { Length: > 80 } ? text[..80] : text));
}
