using System.Text.Json.Nodes;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Directories;

/// <summary>What this API is: its version, and where it is described.</summary>
public static class ReadDirectory
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/", (HttpContext context) =>
    {
        var home = SiteAddress.Of(context);
        return Answers.Json(context, new JsonObject
        {
            ["version"] = "3.0",
            ["profile"] = "https://docs.openreferral.org/en/3.0/hsds/",
            ["openapi_url"] = home + "/openapi/v1.json",
        });
    }).WithSummary("The version of HSDS, and where this API is described.")
        .Gives("""{"version":"3.0","profile":"https://docs.openreferral.org/en/3.0/hsds/","openapi_url":"https://map.example.org/openapi/v1.json"}""");
}
