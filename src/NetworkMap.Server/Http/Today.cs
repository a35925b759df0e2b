using System.Globalization;

namespace NetworkMap.Server.Http;

/// <summary>The day it is in the world of the network: in Jakarta.</summary>
public static class Today
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>What clocks there are called by: western Indonesian time.</summary>
    public const string Zone = "WIB";

    /// <summary>The day by a clock.</summary>
    public static DateOnly By(TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>True for a day of the calendar, written year-month-day.</summary>
    public static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>An instant as clocks show it there.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Jakarta);
}
