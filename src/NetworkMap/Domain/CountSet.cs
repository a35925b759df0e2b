using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain;

/// <summary>People, only ever as counts. An absent number is unknown, never none.</summary>
/// <param name="Published">True when the organization itself published the numbers: then small ones need not be held back (DOMAIN 9).</param>
public sealed record CountSet(int? Women, int? Men, int? Other, int? Unknown, DateOnly? Date, string? Source, bool Published)
{
    /// <summary>What is withheld of the numbers from whom this form is for; nothing in the whole element.</summary>
    public CountHeld Held { get; init; }

    /// <summary>The sum of what is known, or null when nothing is.</summary>
    public int? Total => Women is null && Men is null && Other is null && Unknown is null ? null : (Women ?? 0) + (Men ?? 0) + (Other ?? 0) + (Unknown ?? 0);

    internal static CountSet? From(Checks checks, string field, CountSetDraft? draft)
    {
        if (draft is null)
        {
            return null;
        }

        const int most = 10_000_000;
        checks.Range(field + ".women", draft.Women, 0, most);
        checks.Range(field + ".men", draft.Men, 0, most);
        checks.Range(field + ".other", draft.Other, 0, most);
        checks.Range(field + ".unknown", draft.Unknown, 0, most);
        var source = checks.OptionalText(field + ".source", draft.Source, 500);
        return new CountSet(draft.Women, draft.Men, draft.Other, draft.Unknown, draft.Date, source, draft.Published ?? false);
    }

    internal CountSetDraft ToDraft() => new()
    {
        Women = Women, Men = Men, Other = Other, Unknown = Unknown, Date = Date, Source = Source, Published = Published ? true : null, Held = Names<CountHeld>.Unless(Held, CountHeld.Nothing),
    };
}

/// <summary>The written form of <see cref="CountSet"/>.</summary>
public sealed record CountSetDraft
{
    /// <summary>Women, 0 or more.</summary>
    public int? Women { get; init; }

    /// <summary>Men, 0 or more.</summary>
    public int? Men { get; init; }

    /// <summary>Others, 0 or more.</summary>
    public int? Other { get; init; }

    /// <summary>Of unknown sex, 0 or more.</summary>
    public int? Unknown { get; init; }

    /// <summary>The day of the count.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who counted.</summary>
    public string? Source { get; init; }

    /// <summary>Published by the organization itself.</summary>
    public bool? Published { get; init; }

    /// <summary>Why numbers are missing in an answer; never part of what is entered.</summary>
    public string? Held { get; init; }
}
