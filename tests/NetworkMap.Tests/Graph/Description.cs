using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;

namespace NetworkMap.Tests.Graph;

/// <summary>All that a graph shows, as text: two graphs with the same description are the same to whoever asks.</summary>
internal static class Description
{
    internal static string Of(NetworkGraph graph) => string.Join('\n', Enum.GetValues<ElementKind>().SelectMany(graph.All).Select(e =>
        $"{e.Version} {e.Sequence} {ElementText.ToJson(e).ToJsonString()} {Around(graph, e)}").Order(StringComparer.Ordinal).Prepend($"{graph.Sequence}"));

    private static string Around(NetworkGraph graph, Element element)
    {
        if (element is not Organization organization)
        {
            return "";
        }

        var handle = graph.HandleOf(organization.Id);
        var ties = string.Join(',', graph.TiesOf(organization.Id).Select(t => t.Id.ToString()).Order(StringComparer.Ordinal));
        return $"at {graph.PositionOf(handle)} with {ties} and {string.Join(',', graph.DependentsOf(element.Ref).Select(d => d.Ref).OrderBy(r => r.ToString(), StringComparer.Ordinal))}";
    }
}
