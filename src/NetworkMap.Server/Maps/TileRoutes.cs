using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Maps;

/// <summary>The map of organizations as vector tiles.</summary>
public static class TileRoutes
{
    internal const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Maps the routes.</summary>
    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tiles/{z}/{x}/{y}.mvt", (string z, string x, string y, HttpContext context) =>
        {
            var address = TileAddress.Read(z, x, y);
            return address.TryValue(out var tile)
                ? Answers.Bytes(context, TileDrawing.Draw(Asking.Of(context), tile), MediaType)
                : Problems.Refused(address.Refusals, context);
        }).WithTags("map").WithSummary("A vector tile: organizations, added up in cells below zoom 12.")
            .Takes(
                Parameter.Path("z", $"The zoom: 0 is the world, each further one quarters every square; {TileAddress.LastZoom} is the last.", 6, TileAddress.LastZoom),
                Parameter.Path("x", "The column from the west, below 2 to the power of the zoom.", 51, (1 << TileAddress.LastZoom) - 1),
                Parameter.Path("y", "The row from the north, below 2 to the power of the zoom.", 33, (1 << TileAddress.LastZoom) - 1),
                Parameter.Query("v", "Anything: another value makes a browser ask again.", "3f2a"))
            .GivesBytes(MediaType, "A Mapbox vector tile. Layer `organizations`: points with their id, name, kind and family, from zoom 12; below it layer `cells`: counts and the most frequent family.");
        routes.Map("/tiles/{**rest}", Methods.Untaken).ExcludeFromDescription();
    }
}
