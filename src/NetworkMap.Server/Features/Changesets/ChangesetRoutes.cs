using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>The log: what happened, to what, and taking it back.</summary>
public static class ChangesetRoutes
{
    /// <summary>What the verbs need.</summary>
    public static void AddChangesets(this IServiceCollection services) => services.AddSingleton<ChangesetId>();

    /// <summary>Maps the routes.</summary>
    public static void MapChangesets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/changesets").WithTags("changesets");
        ListChangesets.Map(group);
        ExportLog.Map(group);
        ReadChangeset.Map(group);
        RemoveExamples.Map(group);
        RevertChangeset.Map(group);
        RestoreElement.Map(routes);
        ElementHistory.Map(routes);
    }
}
