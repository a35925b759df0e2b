using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Partners;

/// <summary>Partners for an organization.</summary>
public static class PartnerRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapPartners(this IEndpointRouteBuilder routes) => SuggestPartners.Map(routes.MapGroup("/api/organizations").WithTags("partners").Costs(Cost.Network));
}
