namespace NetworkMap.Server.Http;

/// <summary>The day it is in the world of the network: in Jakarta.</summary>
public static class Today
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>The day by a clock.</summary>
    public static DateOnly By(TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Jakarta).DateTime);
}
