using System.Globalization;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>What is asked of a collection: where, when, and which page.</summary>
/// <param name="Box">Only features with a point in it; null for all.</param>
/// <param name="From">Only features whose time does not end before; null when that is open.</param>
/// <param name="Until">Only features whose time does not begin after.</param>
/// <param name="Limit">How many, at most.</param>
/// <param name="Offset">How many are passed over.</param>
internal sealed record OgcAsked(OgcBox? Box, DateOnly? From, DateOnly? Until, int Limit, int Offset)
{
    private const int Usual = 10;
    private const int Most = 10_000;
    private const string Open = "..";

    /// <summary>The parameters in the description of the API.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("bbox", "Only features with a point in this rectangle: west, south, east, north in degrees (or with heights, which are passed over). West of a rectangle over the date line is greater than east.", "110.1,-8.1,110.6,-7.7", "bbox_malformed"),
        Parameter.Query("datetime", "Only features whose time touches this: a day or an instant, or two of them with a slash between, either of which may be open (`..`). Instants count by their day in Jakarta.", "2026-01-01/..", "datetime_malformed"),
        Parameter.Query("limit", $"How many at most, from 1; {Usual} when absent, and never more than {Most}.", Usual, "parameter_malformed", "number_out_of_range") with { Least = 1 },
        Parameter.Query("offset", "How many are passed over; follow the link `next` instead of counting.", 0, "parameter_malformed", "number_out_of_range") with { Least = 0 },
    ];

    internal static OgcAsked Of(Asked asked)
    {
        var box = asked.Text("bbox") is { } text ? Box4(asked, text) : null;
        var (from, until) = asked.Text("datetime") is { } time ? Days(asked, time) : (null, null);
        return new OgcAsked(box, from, until, Math.Min(Most, asked.Number("limit", Usual, 1, int.MaxValue)), asked.Number("offset", 0, 0, int.MaxValue - Most));
    }

    internal bool Takes(OgcFeature feature) =>
        (Box is not { } box || feature.Points.Any(box.Holds))
        && (From is not { } from || feature.Until is not { } end || end >= from)
        && (Until is not { } until || feature.From is not { } begin || begin <= until);

    private static OgcBox? Box4(Asked asked, string text)
    {
        var numbers = text.Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToList();
        if (numbers.Contains(null) || numbers.Count is not (4 or 6))
        {
            asked.Checks.Refuse("bbox_malformed", "bbox", ("value", text));
            return null;
        }

        var box = numbers.Count == 4 ? new OgcBox(numbers[0]!.Value, numbers[1]!.Value, numbers[2]!.Value, numbers[3]!.Value) : new OgcBox(numbers[0]!.Value, numbers[1]!.Value, numbers[3]!.Value, numbers[4]!.Value);
        asked.Checks.Require(box.South <= box.North && Math.Abs(box.South) <= 90 && Math.Abs(box.North) <= 90 && Math.Abs(box.West) <= 180 && Math.Abs(box.East) <= 180, "bbox_malformed", "bbox", ("value", text));
        return box;
    }

    private static (DateOnly? From, DateOnly? Until) Days(Asked asked, string text)
    {
        var ends = text.Split('/');
        var (from, until) = (Day(ends[0]), Day(ends[^1]));
        var good = ends.Length <= 2 && from.Good && until.Good && (ends.Length == 2 || from.Day is not null) && !(from.Day > until.Day) && (from.Day is not null || until.Day is not null || ends.Length == 2);
        asked.Checks.Require(good, "datetime_malformed", "datetime", ("value", text));
        return (from.Day, until.Day);
    }

    private static (bool Good, DateOnly? Day) Day(string text) => text is "" or Open ? (true, null)
        : Today.TryRead(text, out var day) ? (true, day)
        : text.Contains('T', StringComparison.OrdinalIgnoreCase) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? (true, Today.Of(instant))
        : (false, null);
}
