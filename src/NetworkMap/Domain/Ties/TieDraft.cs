using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Ties;

/// <summary>The written form of <see cref="Tie"/>. An absent audience is decided where it is written, since it depends on the two ends.</summary>
public sealed record TieDraft : ElementDraft, ISealedDraft
{
#pragma warning disable CS1591 // The fields are explained on Tie.
    public string? Type { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Service { get; init; }
    public string? Status { get; init; }
    public int? Strength { get; init; }
    public string? Audience { get; init; }
    public IntervalDraft? Valid { get; init; }
    public AgreementDraft? Agreement { get; init; }
    /// <summary>The day on which the first side confirmed, as it was written before there were statements; read, and never written.</summary>
    public DateOnly? ConfirmedFrom { get; init; }

    /// <summary>The day on which the second side confirmed, likewise.</summary>
    public DateOnly? ConfirmedTo { get; init; }
    public IReadOnlyList<TieStatementDraft>? Statements { get; init; }
    public string? OnSource { get; init; }
    public SupplyDraft? Supply { get; init; }
    public string? Note { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        checks.Require(Audience is not null, "tie_audience_missing", "audience");
        checks.Require(Status is not null, "tie_status_missing", "status");
        var details = ReadDetails(checks);
        var tie = new Tie
        {
            Id = new TieId(checks.Id("id", Id)),
            Type = checks.Code("type", Type),
            From = new OrganizationId(checks.Id("from", From)),
            To = new OrganizationId(checks.Id("to", To)),
            Status = checks.Choice("status", Status, TieStatus.Proposed),
            Strength = (byte)Math.Clamp(checks.Range("strength", Strength, 1, 5) ?? 0, 0, 5),
            Audience = checks.Choice("audience", Audience, TieAudience.Parties),
            Valid = Interval.Read(checks, "valid", Valid),
            Details = details,
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        checks.Require(tie.From != tie.To, "tie_to_itself", "to");
        return checks.Finish<Element>(tie);
    }

    /// <inheritdoc/>
    public (ElementDraft Open, ElementDraft? Sealed) Split()
    {
        var words = Statements?.Where(s => s.Reason is not null || s.Word is not null).Select(s => new TieStatementDraft { Side = s.Side, Reason = s.Reason, Word = s.Word }).ToList() ?? [];
        return Note is null && words.Count == 0
            ? (this, null)
            : (this with { Note = null, Statements = Statements?.Select(s => s with { Reason = null, Word = null }).ToList() }, new TieDraft { Note = Note, Statements = words.Count == 0 ? null : words });
    }

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) => sealedPart is TieDraft part
        ? this with { Note = part.Note, Statements = part.Statements is { } words ? Statements?.Select(s => words.FirstOrDefault(w => w.Side == s.Side) is { } w ? s with { Reason = w.Reason, Word = w.Word } : s).ToList() : Statements }
        : this;

    /// <summary>What each side last said, as far as it can be read; nothing when something of it cannot.</summary>
    public TieStatements Stated()
    {
        var checks = new Checks();
        var stated = TieStatements.Read(checks, Statements, ConfirmedFrom, ConfirmedTo);
        return checks.Refusals.Count == 0 ? stated : default;
    }

    /// <summary>The same with these statements.</summary>
    internal TieDraft With(TieStatements statements) => this with { Statements = statements.ToDrafts(), ConfirmedFrom = null, ConfirmedTo = null };

    internal static TieDraft Of(Tie t) => new()
    {
        Id = t.Id.ToString(),
        Type = t.Type.Value,
        From = t.From.ToString(),
        To = t.To.ToString(),
        Service = t.Service?.ToString(),
        Status = Names<TieStatus>.Of(t.Status),
        Strength = t.Strength == 0 ? null : t.Strength,
        Audience = Names<TieAudience>.Of(t.Audience),
        Valid = t.Valid.ToDraft(),
        Agreement = t.Details?.Agreement is { } a ? new AgreementDraft { Kind = a.Kind, Number = a.Number, Signed = a.Signed, Until = a.Until, Link = a.Link } : null,
        Statements = t.Statements.ToDrafts(),
        OnSource = t.Details?.OnSource is { } source ? Names<TieStatus>.Of(source) : null,
        Supply = t.Details?.Supply is { } s ? SupplyDraft.Of(s) : null,
        Note = t.Details?.Note,
        Provenance = t.Provenance.ToDraft(),
    };

    private TieDetails? ReadDetails(Checks checks)
    {
        var note = checks.OptionalText("note", Note, 4000);
        var agreement = Agreement is not { } a ? null : new Agreement(
            checks.Text("agreement.kind", a.Kind, 100), checks.OptionalText("agreement.number", a.Number, 100), a.Signed, a.Until, WebAddress.Optional(checks, "agreement.link", a.Link));
        var supply = Supply is not { } s ? null : new SupplyLink(
            checks.OptionalText("supply.product", s.Product, 200),
            checks.Range("supply.tier", s.Tier, 1, 5),
            checks.Choice("supply.paymentBasis", s.PaymentBasis, PaymentBasis.Unknown),
            checks.Range("supply.workersWomen", s.WorkersWomen, 0, 10_000_000),
            checks.Range("supply.workersMen", s.WorkersMen, 0, 10_000_000),
            checks.Range("supply.confidence", s.Confidence, 1, 5));
        var service = Service is null ? default(ServiceId?) : new ServiceId(checks.Id("service", Service));
        var statements = TieStatements.Read(checks, Statements, ConfirmedFrom, ConfirmedTo);
        var source = OnSource is null ? default(TieStatus?) : checks.Choice("onSource", OnSource, TieStatus.Proposed);
        return service is null && agreement is null && supply is null && note is null && statements == default
            ? null
            : new TieDetails(service, agreement, statements, statements.AreOwn && source != TieStatus.Proposed ? source : null, supply, note);
    }
}

/// <summary>The written form of <see cref="Agreement"/>.</summary>
public sealed record AgreementDraft
{
#pragma warning disable CS1591 // The fields are explained on Agreement.
    public string? Kind { get; init; }
    public string? Number { get; init; }
    public DateOnly? Signed { get; init; }
    public DateOnly? Until { get; init; }
    public string? Link { get; init; }
#pragma warning restore CS1591
}

/// <summary>The written form of <see cref="SupplyLink"/>.</summary>
public sealed record SupplyDraft
{
#pragma warning disable CS1591 // The fields are explained on SupplyLink.
    public string? Product { get; init; }
    public int? Tier { get; init; }
    public string? PaymentBasis { get; init; }
    public int? WorkersWomen { get; init; }
    public int? WorkersMen { get; init; }
    public string? Held { get; init; }
    public int? Confidence { get; init; }
#pragma warning restore CS1591

    internal static SupplyDraft Of(SupplyLink s) => new()
    {
        Product = s.Product,
        Tier = s.Tier,
        PaymentBasis = s.PaymentBasis == Ties.PaymentBasis.Unknown ? null : Names<PaymentBasis>.Of(s.PaymentBasis),
        WorkersWomen = s.WorkersWomen,
        WorkersMen = s.WorkersMen,
        Held = Names<CountHeld>.Unless(s.Held, CountHeld.Nothing),
        Confidence = s.Confidence,
    };
}
