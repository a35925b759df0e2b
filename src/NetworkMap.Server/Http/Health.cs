using System.Globalization;
using NetworkMap.Storage;

namespace NetworkMap.Server.Http;

/// <summary>Whether the process lives, and whether it can answer.</summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        routes.MapGet("/health/ready", async (Readiness readiness, StoreWatch watch, INetworkStore store, CancellationToken cancellation) =>
        {
            await watch.TryAgainAsync(store, cancellation);
            return !readiness.IsReady ? Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable)
            : watch.Refusal is { } refusal ? Results.Text($"ready to answer, but changes are refused: {(refusal.IsFull ? "the disk is full" : "the store cannot be written")}")
            : watch.Age is { } age ? Results.Text(string.Create(CultureInfo.InvariantCulture, $"ready to answer from memory; the store was last heard of {age.TotalSeconds:0} s ago"))
            : Results.Text("ready");
        }).ExcludeFromDescription();
    }
}
