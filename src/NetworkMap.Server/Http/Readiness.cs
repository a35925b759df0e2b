using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>Whether the process can answer questions yet.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    /// <summary>True when the network is loaded and, at first start, seeded.</summary>
    public bool IsReady => ready;

    /// <summary>From now on it can.</summary>
    public void Declare() => ready = true;
}

/// <summary>Keeps questions and changes out until the network is there.</summary>
public static class Waiting
{
    private static readonly PathString[] NeedTheNetwork = ["/api", "/live", "/tiles", "/hsds", "/ogc"];

    /// <summary>Answers 503 with when to ask again, since half a network looks like a whole one with gaps.</summary>
    public static void UseWaiting(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((context, next) => readiness.IsReady || !Array.Exists(NeedTheNetwork, p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
            ? next(context)
            : Problems.Refused(Refusal.Of("starting", ""), context).ExecuteAsync(context));
    }
}
