using System.Threading.RateLimiting;

namespace NetworkMap.Server.Features.Ties;

/// <summary>How often one address may open or answer links of ties: enough for the many telephones behind one address of a mobile network.</summary>
public sealed class LinkLimit : IDisposable
{
    /// <summary>Requests in a minute from one address.</summary>
    public const int PerMinute = 240;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>True when the request may be answered.</summary>
    public bool Admits(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
