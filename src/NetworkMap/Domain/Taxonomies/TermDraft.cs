namespace NetworkMap.Domain.Taxonomies;

/// <summary>The written form of <see cref="Term"/>. Its id is made of taxonomy and code.</summary>
public sealed record TermDraft : ElementDraft
{
#pragma warning disable CS1591 // The fields are explained on Term and TieRules.
    public string? Taxonomy { get; init; }
    public string? Code { get; init; }
    public string? Parent { get; init; }
    public string? LabelId { get; init; }
    public string? LabelEn { get; init; }
    public string? DescriptionId { get; init; }
    public string? DescriptionEn { get; init; }
    public string? LegalReference { get; init; }
    public int? Order { get; init; }
    public string? Family { get; init; }
    public bool? Symmetric { get; init; }
    public double? Trust { get; init; }
    public IReadOnlyList<string>? FromKinds { get; init; }
    public IReadOnlyList<string>? ToKinds { get; init; }
#pragma warning restore CS1591

    /// <summary>Of a tie type: the label read from the other end, in Indonesian.</summary>
    public string? LabelReverseId { get; init; }

    /// <summary>Of a tie type: the label read from the other end, in English.</summary>
    public string? LabelReverseEn { get; init; }

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var taxonomy = checks.Code("taxonomy", Taxonomy);
        var code = checks.Code("code", Code);
        checks.Require(Id is null || Id == $"{Taxonomy}:{Code}", "term_id_differs", "id", ("value", Id));
        var term = new Term
        {
            Taxonomy = taxonomy,
            Code = code,
            Parent = checks.OptionalCode("parent", Parent),
            LabelId = checks.Text("labelId", LabelId, 200),
            LabelEn = checks.Text("labelEn", LabelEn, 200),
            DescriptionId = checks.OptionalText("descriptionId", DescriptionId, 1000),
            DescriptionEn = checks.OptionalText("descriptionEn", DescriptionEn, 1000),
            LegalReference = checks.OptionalText("legalReference", LegalReference, 300),
            Order = Order,
            Family = taxonomy == Taxonomies.Taxonomy.ActorKind ? checks.Choice("family", Family, Taxonomies.Family.CivilSociety) : null,
            Tie = taxonomy == Taxonomies.Taxonomy.TieType ? ReadRules(checks) : null,
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        return checks.Finish<Element>(term);
    }

    internal static TermDraft Of(Term t) => new()
    {
        Id = Term.Key(t.Taxonomy, t.Code),
        Taxonomy = t.Taxonomy.Value,
        Code = t.Code.Value,
        Parent = t.Parent?.Value,
        LabelId = t.LabelId,
        LabelEn = t.LabelEn,
        DescriptionId = t.DescriptionId,
        DescriptionEn = t.DescriptionEn,
        LegalReference = t.LegalReference,
        Order = t.Order,
        Family = t.Family is { } f ? Names<Family>.Of(f) : null,
        Symmetric = t.Tie is { Symmetric: true } ? true : null,
        Trust = t.Tie?.Trust,
        FromKinds = t.Tie?.FromKinds.OrNull(),
        ToKinds = t.Tie?.ToKinds.OrNull(),
        LabelReverseId = t.Tie?.ReverseLabelId,
        LabelReverseEn = t.Tie?.ReverseLabelEn,
        Provenance = t.Provenance.ToDraft(),
    };

    private TieRules ReadRules(Checks checks)
    {
        checks.Require(Trust is null or (>= 0 and <= 1), "number_out_of_range", "trust", ("least", 0), ("most", 1), ("value", Trust));
        return new TieRules(
            Symmetric ?? false,
            Trust ?? 0.5,
            checks.Codes("fromKinds", FromKinds),
            checks.Codes("toKinds", ToKinds),
            checks.OptionalText("labelReverseId", LabelReverseId, 200),
            checks.OptionalText("labelReverseEn", LabelReverseEn, 200));
    }
}
