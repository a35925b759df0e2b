using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <content>Where services say that they work, and who delivers them: the index of coverage.</content>
public sealed partial class NetworkGraph
{
    /// <summary>The tie type by which an organization delivers another one's service.</summary>
    public static readonly Code Delivers = Code.Of("delivers");

    private ChunkedArray<Bag<AreaStatement>> statements = ChunkedArray<Bag<AreaStatement>>.Empty();
    private ChunkedArray<Bag<int>> deliveriesOf = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> unitsIn = ChunkedArray<Bag<int>>.Empty();

    /// <summary>Handles of the ties of type <c>delivers</c> that name a service, whatever their status.</summary>
    public ReadOnlySpan<int> DeliveriesOf(int service) => deliveriesOf[service].Span;

    /// <summary>The unit of a handle, or null.</summary>
    public Unit? UnitAt(int handle) => units[handle];

    /// <summary>Handles of the units that state exactly this region.</summary>
    public ReadOnlySpan<int> UnitsIn(int region) => unitsIn[region].Span;

    /// <summary>What active services state about exactly this region.</summary>
    internal ReadOnlySpan<AreaStatement> StatementsIn(int region) => statements[region].Span;

    /// <summary>The terms of a set, as handles.</summary>
    internal ReadOnlySpan<int> TermsOf(int set) => handles.TermSets[set];

    private void PutAreas(int service, Service? before, Service? after, EditScope scope)
    {
        foreach (var region in AreaRegions(before))
        {
            statements = Without(statements, region, service, scope);
        }

        var owner = Owner(after?.Organization);
        if (after is not { Status: ServiceStatus.Active } || organizations[owner] is not { } organization)
        {
            return;
        }

        foreach (var area in after.Areas)
        {
            if (State(service, after, area, owner, organization) is { } statement)
            {
                var region = handles.Regions.FindOrAdd(area.Region);
                statements = statements.With(region, statements[region].Add(statement, scope), scope);
            }
        }
    }

    /// <summary>What a service states depends on its owner's kind and on the day it retired.</summary>
    private void PutAreasOf(int organization, Organization? before, Organization? after, EditScope scope)
    {
        if (before?.Retired == after?.Retired && before?.ActorKind == after?.ActorKind)
        {
            return;
        }

        foreach (var service in servicesOf[organization].Memory.ToArray())
        {
            PutAreas(service, services[service], services[service], scope);
        }
    }

    private AreaStatement? State(int handle, Service service, ServiceArea area, int owner, Organization organization)
    {
        var from = Math.Max(First(service.Valid), First(area.Valid));
        var until = Math.Min(Last(service.Valid), Last(area.Valid));
        until = organization.Retired is { } retired ? Math.Min(until, Link.Day(retired) - 1) : until;
        return from > until ? null : new AreaStatement
        {
            Service = handle,
            Owner = owner,
            Kind = TermHandle(Taxonomy.ActorKind, organization.ActorKind),
            Capacity = service.Capacity ?? -1,
            Functions = handles.TermSets.FindOrAdd(service.Functions, c => TermHandle(Taxonomy.HsoFunction, c)),
            Pillars = handles.TermSets.FindOrAdd(service.Pillars, c => TermHandle(Taxonomy.Pillar, c)),
            Issues = handles.TermSets.FindOrAdd(service.Issues, c => TermHandle(Taxonomy.Issue, c)),
            Terms = handles.TermSets.FindOrAdd(service.Terms, c => TermHandle(Taxonomy.ServiceTerm, c)),
            From = (ushort)from,
            Until = (ushort)until,
            WithSubregions = area.WithSubregions,
        };
    }

    private void PutDelivery(int tie, Tie? before, Tie? after, EditScope scope) =>
        deliveriesOf = Moved(deliveriesOf, Delivered(before), Delivered(after), tie, scope);

    private int Delivered(Tie? tie) => tie is { Service: { } service } && tie.Type == Delivers ? handles.Services.FindOrAdd(service.Value) : -1;

    private static int First(Interval interval) => interval.From is { } from ? Link.Day(from) : ushort.MinValue;

    private static int Last(Interval interval) => interval.Until is { } until ? Link.Day(until) : ushort.MaxValue;

    private static ChunkedArray<Bag<AreaStatement>> Without(ChunkedArray<Bag<AreaStatement>> index, int region, int service, EditScope scope)
    {
        var bag = index[region];
        for (var i = bag.Count - 1; i >= 0; i--)
        {
            bag = bag.Span[i].Service == service ? bag.RemoveAt(i) : bag;
        }

        return bag.Count == index[region].Count ? index : index.With(region, bag, scope);
    }
}
