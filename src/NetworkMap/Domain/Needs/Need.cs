using System.Collections.Immutable;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Needs;

/// <summary>How many home workers a region has, as one source estimated it for one year. What it is about (issues, functions, pillars, service terms)
/// narrows the coverage cells it counts for; when all four are empty it counts for every cell of its region.</summary>
public sealed record Need : Element
{
    /// <summary>Its id.</summary>
    public required NeedId Id { get; init; }

    /// <summary>Where.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>Terms of <c>issue</c>.</summary>
    public ImmutableArray<Code> Issues { get; init; } = [];

    /// <summary>Terms of <c>hso_function</c>.</summary>
    public ImmutableArray<Code> Functions { get; init; } = [];

    /// <summary>Terms of <c>pillar</c>.</summary>
    public ImmutableArray<Code> Pillars { get; init; } = [];

    /// <summary>Terms of <c>service_term</c>.</summary>
    public ImmutableArray<Code> Terms { get; init; } = [];

    /// <summary>A term of <c>sector</c>.</summary>
    public Code? Sector { get; init; }

    /// <summary>Women, or null when unknown.</summary>
    public int? Women { get; init; }

    /// <summary>Men, or null when unknown.</summary>
    public int? Men { get; init; }

    /// <summary>Of unknown sex.</summary>
    public int? Unknown { get; init; }

    /// <summary>What is withheld of the numbers from whom this form is for; nothing in the whole element.</summary>
    public CountHeld Held { get; init; }

    /// <summary>The year estimated.</summary>
    public required int Year { get; init; }

    /// <summary>Vulnerability, 0 (none) to 1, by knowledge, access, choices, support, discrimination.</summary>
    public ImmutableSortedDictionary<string, double> Indicators { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>All of them, or null when nothing is known.</summary>
    public int? Total => Women is null && Men is null && Unknown is null ? null : (Women ?? 0) + (Men ?? 0) + (Unknown ?? 0);

    /// <inheritdoc/>
    public override ElementRef Ref => new(ElementKind.Need, Id.ToString());

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new NeedDraft
    {
        Id = Id.ToString(),
        Region = Region.Value,
        Issues = Issues.OrNull(),
        Functions = Functions.OrNull(),
        Pillars = Pillars.OrNull(),
        Terms = Terms.OrNull(),
        Sector = Sector?.Value,
        Women = Women,
        Men = Men,
        Unknown = Unknown,
        Held = Names<CountHeld>.Unless(Held, CountHeld.Nothing),
        Year = Year,
        Indicators = Indicators.IsEmpty ? null : Indicators,
        Provenance = Provenance.ToDraft(),
    };
}

/// <summary>The written form of <see cref="Need"/>.</summary>
public sealed record NeedDraft : ElementDraft
{
    private static readonly string[] IndicatorNames = ["access", "choices", "discrimination", "knowledge", "support"];

#pragma warning disable CS1591 // The fields are explained on Need.
    public string? Region { get; init; }
    public IReadOnlyList<string>? Issues { get; init; }
    public IReadOnlyList<string>? Functions { get; init; }
    public IReadOnlyList<string>? Pillars { get; init; }
    public IReadOnlyList<string>? Terms { get; init; }
    public string? Sector { get; init; }
    public int? Women { get; init; }
    public int? Men { get; init; }
    public int? Unknown { get; init; }
    public string? Held { get; init; }
    public int? Year { get; init; }
    public IReadOnlyDictionary<string, double>? Indicators { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        const int most = 100_000_000;
        var checks = new Checks();
        checks.Require(Year is not null, "number_missing", "year");
        var need = new Need
        {
            Id = new NeedId(checks.Id("id", Id)),
            Region = checks.Region("region", Region),
            Issues = checks.Codes("issues", Issues),
            Functions = checks.Codes("functions", Functions),
            Pillars = checks.Codes("pillars", Pillars),
            Terms = checks.Codes("terms", Terms),
            Sector = checks.OptionalCode("sector", Sector),
            Women = checks.Range("women", Women, 0, most),
            Men = checks.Range("men", Men, 0, most),
            Unknown = checks.Range("unknown", Unknown, 0, most),
            Year = checks.Range("year", Year, 1900, 2200) ?? 0,
            Indicators = ReadIndicators(checks),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        return checks.Finish<Element>(need);
    }

    private ImmutableSortedDictionary<string, double> ReadIndicators(Checks checks)
    {
        foreach (var (name, value) in Indicators ?? ImmutableSortedDictionary<string, double>.Empty)
        {
            checks.Require(IndicatorNames.Contains(name, StringComparer.Ordinal), "choice_unknown", "indicators", ("value", name), ("choices", IndicatorNames));
            checks.Require(value is >= 0 and <= 1, "number_out_of_range", "indicators." + name, ("least", 0), ("most", 1), ("value", value));
        }

        return Indicators?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary<string, double>.Empty;
    }
}
