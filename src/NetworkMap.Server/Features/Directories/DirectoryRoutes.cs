namespace NetworkMap.Server.Features.Directories;

/// <summary>The directory of services for other directories: the API of Open Referral HSDS 3.0. It says what the public may see, whoever asks.</summary>
public static class DirectoryRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapDirectory(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/hsds").WithTags("hsds");
        ReadDirectory.Map(group);
        ListServices.Map(group);
        ListServicesAtLocations.Map(group);
        ListOrganizations.Map(group);
        ListTerms.Map(group);
    }
}
