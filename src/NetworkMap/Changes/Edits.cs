using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>The decisions behind every form: create, change, remove one element.</summary>
public static class Edits
{
    /// <summary>A new element; <c>element_exists</c> when the id is taken.</summary>
    public static Decision Create(ElementDraft draft) => network =>
        Checked(network, draft).Then<IReadOnlyList<Revision>>(element =>
        {
            if (network.Find(element.Ref) is not null)
            {
                return Refusal.Of("element_exists", "id", ("id", element.Ref.Id));
            }

            var refusals = References.Check(network, element);
            return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : new[] { Revision.Create(element) };
        });

    /// <summary>An edit made from version <paramref name="from"/>, or from whichever there is when null; <c>version_stale</c>, with the fields that differ, when the element moved on.</summary>
    public static Decision Change(ElementDraft draft, int? from) => network =>
        Checked(network, draft).Then<IReadOnlyList<Revision>>(element =>
        {
            if (network.Find(element.Ref) is not { } current)
            {
                return Unknown(element.Ref);
            }

            if (current is Organization { MergedInto: { } into })
            {
                return Merged(current.Ref, into);
            }

            if (from is { } version && current.Version != version)
            {
                return Stale(current, version, Differences.Between(current, element));
            }

            var refusals = References.Check(network, element);
            return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals)
                : Differences.Between(current, element).Count == 0 ? Array.Empty<Revision>()
                : new[] { Revision.Change(current, element) };
        });

    /// <summary>Removal of an element on which nothing stands, as it was in version <paramref name="from"/>, or in whichever there is when null.</summary>
    public static Decision Remove(ElementRef element, int? from) => network =>
    {
        if (network.Find(element) is not { } current)
        {
            return Unknown(element);
        }

        if (current is Organization { MergedInto: { } into })
        {
            return Merged(element, into);
        }

        if (from is { } version && current.Version != version)
        {
            return Stale(current, version, []);
        }

        var dependents = network.DependentsOf(element).Take(5).Select(d => d.Ref.ToString()).ToList();
        return dependents.Count > 0
            ? Refusal.Of("element_in_use", "", ("id", element.Id), ("by", dependents))
            : new[] { Revision.Remove(current) };
    };

    /// <summary>The element of a form by the rules for what may be written, which are more than those for what may be there.</summary>
    private static Outcome<Element> Checked(INetwork network, ElementDraft draft)
    {
        var settled = Unsaid.Settle(network, draft);
        var element = settled.Check();
        List<Refusal> more = [.. ContactNumbers.Malformed(network, settled), .. Retirement.EndsBeforeFounded(network, settled), .. FormStatements.Foreign(network, settled), .. ToldApart.Foreign(network, settled)];
        return more.Count == 0 ? element : Outcome.Refused<Element>([.. element.Refusals, .. more]);
    }

    internal static Refusal Unknown(ElementRef element) => Refusal.Of("element_unknown", "id", ("kind", Names<ElementKind>.Of(element.Kind)), ("id", element.Id));

    /// <summary>What was merged is part of another one, which is changed instead.</summary>
    internal static Refusal Merged(ElementRef element, OrganizationId into) => Refusal.Of("organization_merged", "id", ("element", element.ToString()), ("into", into.Ref.ToString()));

    internal static Refusal Stale(Element current, int from, IReadOnlyList<FieldDifference> differences) => Refusal.Of(
        "version_stale", "version", ("id", current.Ref.Id), ("yours", from), ("current", current.Version), ("differing", differences.Select(d => d.Field).ToList()));
}
