namespace NetworkMap.Server.Features.People;

/// <summary>Who the accounts are, for whoever is told of them.</summary>
public static class PeopleRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapPeople(this IEndpointRouteBuilder routes) => ListPeople.Map(routes.MapGroup("/api/people").WithTags("people"));
}
