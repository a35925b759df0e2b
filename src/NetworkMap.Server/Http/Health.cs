namespace NetworkMap.Server.Http;

/// <summary>Whether the process lives, and whether it can answer.</summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        routes.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady
            ? Results.Text("ready")
            : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
