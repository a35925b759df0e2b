namespace NetworkMap.Server.Features.Nearest;

/// <summary>Who is near.</summary>
public static class NearestRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapNearest(this IEndpointRouteBuilder routes) => FindNearest.Map(routes.MapGroup("/api/nearest").WithTags("nearest"));
}
