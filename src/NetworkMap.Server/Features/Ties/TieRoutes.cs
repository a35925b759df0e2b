namespace NetworkMap.Server.Features.Ties;

/// <summary>What the two sides of a tie say of it, in the product and by a link.</summary>
public static class TieRoutes
{
    /// <summary>What the routes need.</summary>
    public static void AddTies(this IServiceCollection services)
    {
        services.AddSingleton<TieLinks>();
        services.AddSingleton<LinkLimit>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapTies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/ties").WithTags("ties");
        ReadTie.Map(group);
        StateTie.Map(group);
        AcceptAnswer.Map(group);
        AskSide.Map(group);
        ListWaiting.Map(group);
        AnswerByLink.Map(routes);
    }
}
