using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>Decisions about many elements at once: all of them or none.</summary>
public static class Batch
{
    private const int ShownRefusals = 50;

    /// <summary>Creates every draft in the order given; later ones may refer to earlier ones. Refusals name the place in the list, <c>[12].region</c>.</summary>
    public static Decision Create(IReadOnlyList<ElementDraft> drafts) => network =>
    {
        var overlay = new Overlay(network);
        var revisions = new List<Revision>(drafts.Count);
        var refusals = new List<Refusal>();
        for (var i = 0; i < drafts.Count && refusals.Count < ShownRefusals; i++)
        {
            var outcome = Unsaid.Settle(overlay, drafts[i]).Check().Then(element => Admit(overlay, element));
            refusals.AddRange(outcome.Refusals.Select(r => r.Under($"[{i}]")));
            if (outcome.TryValue(out var admitted))
            {
                overlay.Put(admitted.Ref, admitted);
                revisions.Add(Revision.Create(admitted));
            }
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : revisions;
    };

    /// <summary>Removes every element named, dependents before what they stand on. What is not named and stands on
    /// something named blocks the removal of that, and is named.</summary>
    public static Decision Remove(IEnumerable<ElementRef> elements) => network =>
    {
        var chosen = elements.ToHashSet();
        var found = chosen.Select(network.Find).OfType<Element>().OrderByDescending(e => (int)Order(e.Ref.Kind)).ToList();
        var refusals = found.SelectMany(e => network.DependentsOf(e.Ref).Where(d => !chosen.Contains(d.Ref)).Select(d => (e, d))).Take(ShownRefusals)
            .Select(p => Refusal.Of("element_in_use", "", ("id", p.e.Ref.ToString()), ("by", new[] { p.d.Ref.ToString() }))).ToList();
        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : found.ConvertAll(Revision.Remove);
    };

    private static Outcome<Element> Admit(Overlay overlay, Element element)
    {
        if (overlay.Find(element.Ref) is not null)
        {
            return Refusal.Of("element_exists", "id", ("id", element.Ref.Id));
        }

        var refusals = References.Check(overlay, element);
        return refusals.Count > 0 ? Outcome.Refused<Element>(refusals) : element;
    }

    /// <summary>What refers comes after what it refers to.</summary>
    private static int Order(ElementKind kind) => kind switch
    {
        ElementKind.Term => 0,
        ElementKind.Region => 1,
        ElementKind.Organization => 2,
        ElementKind.Unit => 3,
        ElementKind.Place => 4,
        ElementKind.Service => 5,
        _ => 6,
    };
}
