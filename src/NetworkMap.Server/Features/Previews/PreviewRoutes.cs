namespace NetworkMap.Server.Features.Previews;

/// <summary>What is asked by who looks as somebody else.</summary>
public static class PreviewRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapPreviews(this IEndpointRouteBuilder routes) => ReadWithheld.Map(routes.MapGroup("/api/preview").WithTags("preview"));
}
