using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>Where home workers have somebody, and where nobody.</summary>
public static class CoverageRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapCoverage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/coverage").WithTags("coverage").Costs(Cost.Network);
        ReadMatrix.Map(group);
        ListGaps.Map(group);
        ReadCell.Map(group);
        FindHelp.Map(group);
        FindClosing.Map(group);
        FindFragile.Map(group);
        ReadLoss.Map(group);
    }
}
