namespace NetworkMap.Domain;

/// <summary>Days from <see cref="From"/> to <see cref="Until"/>, both included; an absent end is open. Never ends before it begins.</summary>
public readonly record struct Interval
{
    private readonly int from;
    private readonly int until;

    private Interval(DateOnly? from, DateOnly? until)
    {
        this.from = from is { } f ? f.DayNumber + 1 : 0;
        this.until = until is { } u ? u.DayNumber + 1 : 0;
    }

    /// <summary>Open at both ends.</summary>
    public static Interval Always => default;

    /// <summary>The first day, or null when open.</summary>
    public DateOnly? From => from == 0 ? null : DateOnly.FromDayNumber(from - 1);

    /// <summary>The last day, or null when open.</summary>
    public DateOnly? Until => until == 0 ? null : DateOnly.FromDayNumber(until - 1);

    /// <summary>True when the day lies inside.</summary>
    public bool Contains(DateOnly day) => day.DayNumber + 1 >= from && (until == 0 || day.DayNumber + 1 <= until);

    /// <summary>The interval, or <c>interval_reversed</c>.</summary>
    public static Outcome<Interval> Of(DateOnly? from, DateOnly? until) =>
        from is { } f && until is { } u && u < f ? Refusal.Of("interval_reversed", "until", ("from", f), ("until", u)) : new Interval(from, until);

    internal static Interval Read(Checks checks, string field, IntervalDraft? draft) =>
        draft is null ? Always : checks.Take(field, Of(draft.From, draft.Until));

    internal IntervalDraft? ToDraft() => this == Always ? null : new IntervalDraft { From = From, Until = Until };
}

/// <summary>The written form of <see cref="Interval"/>.</summary>
public sealed record IntervalDraft
{
    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? Until { get; init; }
}
