namespace NetworkMap.Server.Features.Organizations;

/// <summary>What is asked of organizations beside reading and writing them.</summary>
public static class OrganizationRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/organizations").WithTags("organizations");
        ReadPage.Map(group);
        ListContacts.Map(group);
        FindAlike.Map(group);
        ReadAround.Map(group);
        FindShortestPath.Map(group);
    }
}
