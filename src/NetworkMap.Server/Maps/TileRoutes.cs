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
        }).WithTags("map").WithSummary("A vector tile: organizations, added up in cells below zoom 12.").Produces(StatusCodes.Status200OK, contentType: MediaType);
        routes.Map("/tiles/{**rest}", Methods.Untaken).ExcludeFromDescription();
    }
}
