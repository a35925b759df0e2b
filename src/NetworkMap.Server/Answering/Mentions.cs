using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Answering;

/// <summary>What an element speaks of by its id.</summary>
/// <param name="Kind">The kind of what is meant.</param>
/// <param name="Id">Its id, as it stands in the field.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Gone">True when it was removed since, so that there is no page to go to.</param>
public sealed record MentionAnswer(string Kind, string Id, string Name, bool? Gone);

/// <summary>The ids that stand in the fields of an element.</summary>
internal static class Mentions
{
    /// <summary>Every element that the fields name by its id, each once.</summary>
    internal static IEnumerable<ElementRef> Of(Element element) => Fields(element).OfType<ElementRef>().Distinct();

    private static IEnumerable<ElementRef?> Fields(Element element) => element switch
    {
        Organization o => [At(o.Region)],
        Unit u => [By(u.Organization), Part(u.Parent), At(u.Region)],
        Place p => [By(p.Organization), Part(p.Unit), At(p.Region)],
        Service s => [By(s.Organization), .. s.Areas.Select(a => At(a.Region))],
        Tie t => [By(t.From), By(t.To), t.Details?.Service is { } service ? new ElementRef(ElementKind.Service, service.ToString()) : null],
        Need n => [At(n.Region)],
        Region r => r.Successors.Select(s => At(s)),
        _ => [],
    };

    private static ElementRef? At(RegionCode? code) => code is { } c ? new ElementRef(ElementKind.Region, c.Value) : null;

    private static ElementRef? By(OrganizationId id) => new ElementRef(ElementKind.Organization, id.ToString());

    private static ElementRef? Part(UnitId? id) => id is { } unit ? new ElementRef(ElementKind.Unit, unit.ToString()) : null;
}
