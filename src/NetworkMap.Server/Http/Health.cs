using System.Globalization;

namespace NetworkMap.Server.Http;

/// <summary>Whether the process lives, and whether it can answer.</summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        routes.MapGet("/health/ready", (Readiness readiness, StoreWatch watch) =>
            !readiness.IsReady ? Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable)
            : watch.Age is { } age ? Results.Text(string.Create(CultureInfo.InvariantCulture, $"ready to answer from memory; the store was last heard of {age.TotalSeconds:0} s ago"))
            : Results.Text("ready")).ExcludeFromDescription();
    }
}
