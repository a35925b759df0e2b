using NetworkMap.Domain;

namespace NetworkMap.Server.Answering;

/// <summary>The path segment under <c>/api</c> of each kind of element.</summary>
public static class ElementSegments
{
    /// <summary>Every kind with its segment.</summary>
    public static IReadOnlyDictionary<ElementKind, string> All { get; } = new Dictionary<ElementKind, string>
    {
        [ElementKind.Organization] = "organizations",
        [ElementKind.Unit] = "units",
        [ElementKind.Place] = "places",
        [ElementKind.Service] = "services",
        [ElementKind.Tie] = "ties",
        [ElementKind.Need] = "needs",
        [ElementKind.Region] = "regions",
        [ElementKind.Term] = "terms",
        [ElementKind.Grant] = "grants",
    };
}
