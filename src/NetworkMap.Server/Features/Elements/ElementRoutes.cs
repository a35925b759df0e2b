using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Elements;

/// <summary>Reading and writing of every kind of element, the same verbs for all.</summary>
public static class ElementRoutes
{
    /// <summary>What the verbs need.</summary>
    public static void AddElements(this IServiceCollection services) => services.AddSingleton<ElementAnswers>();

    /// <summary>Maps the routes under <c>/api</c>.</summary>
    public static void MapElements(this IEndpointRouteBuilder routes)
    {
        foreach (var (kind, segment) in ElementSegments.All)
        {
            var group = routes.MapGroup("/api/" + segment).WithTags(segment);
            ReadElement.Map(group, kind);
            ListElements.Map(group, kind);
            CreateElement.Map(group, kind);
            ChangeElement.Map(group, kind);
            RemoveElement.Map(group, kind);
        }
    }
}
