using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Elements;

/// <summary>One element as its asker may see it.</summary>
public static class ReadElement
{
    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) =>
        group.MapGet("/{id}", async (string id, HttpContext context, TimeProvider clock, ElementAnswers answers) =>
        {
            var asked = new Asked(context, clock);
            var asking = await Asking.OfAsync(context, asked);
            var element = asked.Checks.Take("", ElementRef.Named(kind, id));
            return asked.Refusals.Count > 0 ? Problems.Refused(asked.Refusals, context) : answers.Found(context, element, asking);
        })
        .WithSummary($"Reads {ElementExamples.Of(kind).Name}, as its asker may see it.")
        .Takes(ElementExamples.Of(kind).IdInPath(), Parameter.AsOf)
        .Gives(ElementExamples.Of(kind).Answer(kind), about: "The element. Only a steward is told its version.")
        .Refuses(kind == ElementKind.Region ? ["region_code_malformed", "element_unknown"] : ["element_unknown"]);
}
