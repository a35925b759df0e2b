namespace NetworkMap.Domain;

/// <summary>Where a fact comes from. <c>Unverified</c> and <c>Example</c> (invented, to show the product) are said wherever the fact is shown. Facts that one
/// account took from one source on one day share one object.</summary>
/// <param name="Source">The document or person that says so; never empty.</param>
/// <param name="SourceUrl">An http(s) address of it.</param>
/// <param name="AssertedBy">The account that entered it.</param>
/// <param name="LastVerified">When somebody last checked it.</param>
public sealed record Provenance(string Source, string? SourceUrl, string AssertedBy, DateOnly? LastVerified, bool Unverified, bool Example)
{
    /// <summary>Asserted by the seed.</summary>
    public const string Seed = "seed";

    /// <summary>Asserted by a steward, when it is not told by which.</summary>
    public const string Steward = "steward";

    private static readonly Pool<string> Texts = new(12);
    private static readonly Pool<Provenance> Known = new(16);

    internal static Provenance? From(Checks checks, ProvenanceDraft? draft)
    {
        if (draft is null)
        {
            checks.Refuse("provenance_missing", "provenance.source");
            return null;
        }

        var source = Texts.One(checks.Text("provenance.source", draft.Source, 500));
        var url = WebAddress.Optional(checks, "provenance.sourceUrl", draft.SourceUrl);
        var by = Texts.One(checks.Text("provenance.assertedBy", draft.AssertedBy, 100));
        return Known.One(new Provenance(source, url is null ? null : Texts.One(url), by, draft.LastVerified, draft.Unverified ?? false, draft.Example ?? false));
    }

    /// <summary>The same without the account: who suggested something is not told to everybody, and the edits of one account are not tied together.</summary>
    internal Provenance Unsigned() => AssertedBy is Seed or Steward ? this : Known.One(this with { AssertedBy = Steward });

    internal ProvenanceDraft ToDraft() => new()
    {
        Source = Source,
        SourceUrl = SourceUrl,
        AssertedBy = AssertedBy,
        LastVerified = LastVerified,
        Unverified = Unverified ? true : null,
        Example = Example ? true : null,
    };
}

/// <summary>The written form of <see cref="Provenance"/>.</summary>
public sealed record ProvenanceDraft
{
    /// <summary>Required, at most 500.</summary>
    public string? Source { get; init; }

    /// <summary>An http(s) address.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Required, at most 100.</summary>
    public string? AssertedBy { get; init; }

    /// <summary>A date of the world.</summary>
    public DateOnly? LastVerified { get; init; }

    /// <summary>True when nobody could check it.</summary>
    public bool? Unverified { get; init; }

    /// <summary>True when it is invented.</summary>
    public bool? Example { get; init; }
}
