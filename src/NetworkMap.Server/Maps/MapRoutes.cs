namespace NetworkMap.Server.Maps;

/// <summary>What the map in the browser is drawn from.</summary>
public static class MapRoutes
{
    /// <summary>Maps tiles, the ties of what is in view, the shapes of regions, and which land a point lies on.</summary>
    public static void MapTheMap(this IEndpointRouteBuilder routes)
    {
        routes.MapTiles();
        routes.MapTiesInView();
        routes.MapShapes();
        routes.MapLand();
    }
}
