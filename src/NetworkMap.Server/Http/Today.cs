namespace NetworkMap.Server.Http;

/// <summary>The day it is in the world of the network: in Jakarta.</summary>
public static class Today
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>The day by a clock.</summary>
    public static DateOnly By(TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Jakarta).DateTime);
}
