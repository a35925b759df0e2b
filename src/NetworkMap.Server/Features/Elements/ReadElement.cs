using NetworkMap.Domain;

namespace NetworkMap.Server.Features.Elements;

/// <summary>One element as its asker may see it.</summary>
public static class ReadElement
{
    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) =>
        group.MapGet("/{id}", (string id, HttpContext context, ElementAnswers answers) => answers.Found(context, new ElementRef(kind, id)));
}
