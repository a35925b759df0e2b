using System.Globalization;
using System.Threading.RateLimiting;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>How much of the server one asker may take: an account, or where nobody is signed in an address. Everything costs by what it makes the server do (<see cref="Cost"/>), so that a thousand
/// tiles are a map that somebody looks at, and a thousand questions about the whole network are refused. Kept in memory, by each server for itself; what is guessed is counted in the store (<see cref="Throttle"/>).</summary>
public sealed class Allowance : IDisposable
{
    /// <summary>Units that may be used at once: a class of forty telephones behind one address opens the map together.</summary>
    public const int Burst = 3000;

    /// <summary>Units that come back in a second.</summary>
    public const int PerSecond = 60;

    private readonly PartitionedRateLimiter<HttpContext> limiter;
    private readonly int burst;
    private readonly int perSecond;

    /// <summary>By the setting <c>allowance</c>: units at once and in a second, <c>3000/60</c>; <c>none</c> lets everybody ask without end.</summary>
    public Allowance(IConfiguration configuration)
    {
        var setting = configuration["allowance"] ?? "";
        if (Fault(setting) is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        (burst, perSecond) = Read(setting)!.Value;
        limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => AskerOf(context) is { } asker && burst > 0
            ? RateLimitPartition.GetTokenBucketLimiter(asker, _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
    }

    /// <summary>What is wrong with a setting, in a sentence; null when it can be used.</summary>
    internal static string? Fault(string setting) => Read(setting) is not null ? null
        : $"The setting allowance is {setting}. Give what one asker may use at once and what comes back in a second, such as {Burst}/{PerSecond}, or none.";

    /// <summary>Takes what a request costs; null when it may be answered, else how long to wait, in seconds.</summary>
    public int? Take(HttpContext context)
    {
        var cost = Math.Min(CostOf(context), Math.Max(burst, 1));
        if (cost == 0)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(context, cost);
        return lease.IsAcquired ? null : Math.Max(1, (int)Math.Ceiling(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait.TotalSeconds : (double)cost / perSecond));
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    /// <summary>Who asks; null for the machine itself, which is not counted: what comes from it through a proxy that was not named are all people together.</summary>
    internal static string? AskerOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } address || System.Net.IPAddress.IsLoopback(address) ? null
        : Caller.AccountOf(context.User) is { } account ? "account " + account : "address " + Throttle.AddressOf(context);

    private static (int Burst, int PerSecond)? Read(string setting) => setting.Split('/') switch
    {
        [""] => (Burst, PerSecond),
        ["none"] => (0, 1),
        [var first, var second] when Number(first) is { } burst && Number(second) is { } perSecond => (burst, perSecond),
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static int CostOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        return context.Request.Query.ContainsKey("asOf") ? Cost.Past
            : endpoint?.Metadata.GetMetadata<Cost>() is { } own ? own.Units
            : HttpMethods.IsGet(context.Request.Method) ? Cost.Read : Cost.Write;
    }
}

/// <summary>Finds out who asks, and refuses who asks for more than her share.</summary>
internal static class Askers
{
    /// <summary>The session or the token of a request, what it may take of the server, and that a token is known.</summary>
    internal static void UseAskers(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAllowance();
        app.UseTokens();
    }

    /// <summary>Before anything is worked out. Files of the client are not counted: they have their own end of the line, and a browser keeps them.</summary>
    private static void UseAllowance(this WebApplication app)
    {
        var allowance = app.Services.GetRequiredService<Allowance>();
        app.Use(async (context, next) =>
        {
            if (!IsFile(context.Request.Path) && allowance.Take(context) is { } seconds)
            {
                await Problems.Refused(Refusal.Of("too_many_requests", "", ("seconds", seconds)), context).ExecuteAsync(context);
                return;
            }

            await next(context);
        });
    }

    private static bool IsFile(PathString path) => path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
