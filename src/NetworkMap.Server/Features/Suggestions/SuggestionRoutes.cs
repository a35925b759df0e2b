namespace NetworkMap.Server.Features.Suggestions;

/// <summary>Changes that somebody asks for who may not make them: sent, listed, decided, followed.</summary>
public static class SuggestionRoutes
{
    /// <summary>What the routes need.</summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services.AddSingleton<Receipts>().AddSingleton<SuggestByPage.Sending>();

    /// <summary>Maps the routes.</summary>
    public static void MapSuggestions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/suggestions").WithTags("suggestions");
        SendSuggestion.Map(group);
        ListSuggestions.Map(group);
        DecideSuggestion.Map(group);
        SuggestByPage.Map(routes);
        FollowByLink.Map(routes);
    }
}
