namespace NetworkMap.Server.Features.Search;

/// <summary>Search by text.</summary>
public static class SearchRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) => FindByName.Map(routes.MapGroup("/api").WithTags("search"));
}
