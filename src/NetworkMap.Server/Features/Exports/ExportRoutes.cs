namespace NetworkMap.Server.Features.Exports;

/// <summary>What leaves the network as a file.</summary>
public static class ExportRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes) => ExportNetwork.Map(routes.MapGroup("/api/exports").WithTags("exports"));
}
