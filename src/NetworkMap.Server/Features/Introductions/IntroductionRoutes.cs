using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Introductions;

/// <summary>Who can introduce whom.</summary>
public static class IntroductionRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapIntroductions(this IEndpointRouteBuilder routes) => FindIntroductions.Map(routes.MapGroup("/api/organizations").WithTags("introductions").Costs(Cost.Network));
}
