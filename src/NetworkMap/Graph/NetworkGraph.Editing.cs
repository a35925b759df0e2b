using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <content>The next snapshot.</content>
public sealed partial class NetworkGraph
{
    /// <summary>The graph with one element created, replaced (<paramref name="after"/>) or removed (null). Inside one scope the same graph is written in place;
    /// a graph from outside the scope stays as it is. Elements must come after what they refer to.</summary>
    public NetworkGraph With(ElementRef element, Element? after, EditScope scope)
    {
        var graph = scope.Owns(this) ? this : scope.Own((NetworkGraph)MemberwiseClone());
        if (after is null)
        {
            graph.Remove(element, scope);
        }
        else
        {
            graph.Put(after, scope);
        }

        return graph;
    }

    /// <summary>The graph as the snapshot of a sequence. <paramref name="moved"/> says whether anything that it shows changed.</summary>
    public NetworkGraph At(long sequence, bool moved, EditScope scope)
    {
        var graph = scope.Owns(this) ? this : scope.Own((NetworkGraph)MemberwiseClone());
        graph.Sequence = sequence;
        graph.VisibleChanges += moved ? 1 : 0;
        return graph;
    }

    private void Remove(ElementRef element, EditScope scope)
    {
        switch (element.Kind)
        {
            case ElementKind.Organization: PutOrganization(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Unit: PutUnit(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Place: PutPlace(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Service: PutService(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Tie: PutTie(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Need: PutNeed(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Region: PutRegion(RegionCode.Of(element.Id), null, scope); break;
            case ElementKind.Term: PutTerm(ReadTermKey(element.Id)!.Value, null, scope); break;
            case ElementKind.Grant: PutGrant(Guid.Parse(element.Id), null, scope); break;
            case ElementKind.Suggestion: PutSuggestion(Guid.Parse(element.Id), null, scope); break;
            default: throw new ArgumentOutOfRangeException(nameof(element), element, "Not a kind of element.");
        }
    }

    private void Put(Element after, EditScope scope)
    {
        switch (after)
        {
            case Organization o: PutOrganization(o.Id.Value, o, scope); break;
            case Unit u: PutUnit(u.Id.Value, u, scope); break;
            case Place p: PutPlace(p.Id.Value, p, scope); break;
            case Service s: PutService(s.Id.Value, s, scope); break;
            case Tie t: PutTie(t.Id.Value, t, scope); break;
            case Need n: PutNeed(n.Id.Value, n, scope); break;
            case Region r: PutRegion(r.Code, r, scope); break;
            case Term t: PutTerm(new TermKey(t.Taxonomy, t.Code), t, scope); break;
            case Grant g: PutGrant(g.Id.Value, g, scope); break;
            case Suggestion s: PutSuggestion(s.Id.Value, s, scope); break;
            default: throw new ArgumentOutOfRangeException(nameof(after), after, "Not a kind of element.");
        }
    }

    private void PutOrganization(Guid id, Organization? after, EditScope scope)
    {
        var handle = handles.Organizations.FindOrAdd(id);
        var before = organizations[handle];
        organizations = organizations.With(handle, after, scope);
        PutBrief(handle, after, scope);
        mergedInto = Moved(mergedInto, Owner(before?.MergedInto), Owner(after?.MergedInto), handle, scope);
        organizationNames = Renamed(organizationNames, handle, Own(before), Own(after), scope);
        organizationsIn = Moved(organizationsIn, RegionHandle(before?.Region), RegionHandle(after?.Region), handle, scope);
        PutChannelsOf(handle, Own(before), Own(after), scope);
        PutTermsOf(handle, before, after, scope);
        PutAreasOf(handle, before, after, scope);
        Reposition(handle, scope);
    }

    /// <summary>One that was merged into another is not found beside it.</summary>
    private static Organization? Own(Organization? organization) => organization?.MergedInto is null ? organization : null;

    private void PutUnit(Guid id, Unit? after, EditScope scope)
    {
        var handle = handles.Units.FindOrAdd(id);
        var before = units[handle];
        units = units.With(handle, after, scope);
        unitsOf = Moved(unitsOf, Owner(before?.Organization), Owner(after?.Organization), handle, scope);
        unitsIn = Moved(unitsIn, RegionHandle(before?.Region), RegionHandle(after?.Region), handle, scope);
    }

    private void PutPlace(Guid id, Place? after, EditScope scope)
    {
        var handle = handles.Places.FindOrAdd(id);
        var before = places[handle];
        places = places.With(handle, after, scope);
        var (left, joined) = (Owner(before?.Organization), Owner(after?.Organization));
        placesOf = Moved(placesOf, left, joined, handle, scope);
        placesIn = Moved(placesIn, RegionHandle(before?.Region), RegionHandle(after?.Region), handle, scope);
        Reposition(left, scope);
        Reposition(joined, scope);
    }

    private void PutService(Guid id, Service? after, EditScope scope)
    {
        var handle = handles.Services.FindOrAdd(id);
        var before = services[handle];
        services = services.With(handle, after, scope);
        serviceNames = Renamed(serviceNames, handle, before, after, scope);
        servicesOf = Moved(servicesOf, Owner(before?.Organization), Owner(after?.Organization), handle, scope);
        PutTermsOf(handle, before, after, scope);
        PutAreas(handle, before, after, scope);
        var old = AreaRegions(before);
        var now = AreaRegions(after);
        foreach (var region in old.Except(now))
        {
            servicesIn = Moved(servicesIn, region, -1, handle, scope);
        }

        foreach (var region in now.Except(old))
        {
            servicesIn = Moved(servicesIn, -1, region, handle, scope);
        }
    }

    private void PutSuggestion(Guid id, Suggestion? after, EditScope scope) => suggestions = suggestions.With(handles.Suggestions.FindOrAdd(id), after, scope);

    private void PutNeed(Guid id, Need? after, EditScope scope)
    {
        var handle = handles.Needs.FindOrAdd(id);
        var before = needs[handle];
        needs = needs.With(handle, after, scope);
        needsIn = Moved(needsIn, RegionHandle(before?.Region), RegionHandle(after?.Region), handle, scope);
    }

    private void PutRegion(RegionCode code, Region? after, EditScope scope)
    {
        var handle = handles.Regions.FindOrAdd(code);
        var before = regions[handle];
        regions = regions.With(handle, after, scope);
        regionNames = Renamed(regionNames, handle, before, after, scope);
        if ((before is null) != (after is null))
        {
            PutBelow(code, handle, after is not null, scope);
        }

        if (before?.Point != after?.Point)
        {
            RepositionIn(handle, scope);
        }
    }

    private void PutBelow(RegionCode code, int handle, bool there, EditScope scope)
    {
        if (code.Parent is { } parent)
        {
            var above = handles.Regions.FindOrAdd(parent);
            regionsIn = there ? Moved(regionsIn, -1, above, handle, scope) : Moved(regionsIn, above, -1, handle, scope);
        }
        else
        {
            provinces = there ? provinces.Add(handle, scope) : provinces.RemoveAt(provinces.Span.IndexOf(handle));
        }
    }

    private void PutTerm(TermKey key, Term? after, EditScope scope)
    {
        terms = terms.With(handles.Terms.FindOrAdd(key), after, scope);
        RemarkKind(key, scope);
    }

    private void PutTie(Guid id, Tie? after, EditScope scope)
    {
        var handle = handles.Ties.FindOrAdd(id);
        var before = ties[handle];
        ties = ties.With(handle, after, scope);
        PutDelivery(handle, before, after, scope);
        if (before is not null)
        {
            Unlink(handles.Organizations.Find(before.From.Value), handle, scope);
            Unlink(handles.Organizations.Find(before.To.Value), handle, scope);
        }

        if (after is not null)
        {
            Join(handle, after, scope);
        }
    }

    private void Join(int handle, Tie tie, EditScope scope)
    {
        var (from, to) = (handles.Organizations.FindOrAdd(tie.From.Value), handles.Organizations.FindOrAdd(tie.To.Value));
        var (there, back) = LinksOf(handle, tie, from, to);
        links = links.With(from, links[from].Add(there, scope), scope);
        links = links.With(to, links[to].Add(back, scope), scope);
    }

    /// <summary>A tie as seen from its two ends.</summary>
    private (Link There, Link Back) LinksOf(int handle, Tie tie, int from, int to)
    {
        var type = handles.Terms.FindOrAdd(new TermKey(Taxonomy.TieType, tie.Type));
        var symmetric = terms[type]?.Tie is { Symmetric: true };
        return (new Link(to, handle, type, tie, symmetric ? LinkDirection.Both : LinkDirection.Out), new Link(from, handle, type, tie, symmetric ? LinkDirection.Both : LinkDirection.In));
    }

    private void Unlink(int organization, int tie, EditScope scope)
    {
        var bag = links[organization];
        for (var i = 0; i < bag.Count; i++)
        {
            if (bag.Span[i].Tie == tie)
            {
                links = links.With(organization, bag.RemoveAt(i), scope);
                return;
            }
        }
    }

    private void Reposition(int organization, EditScope scope)
    {
        // While a first snapshot is made nobody stands anywhere; all are put on the map at the end, once each.
        if (organization >= 0 && !scope.IsFounding)
        {
            Stand(organization, scope);
        }
    }

    private void Stand(int organization, EditScope scope)
    {
        var before = positions[organization];
        var after = FindPosition(organization);
        if (before != after)
        {
            positions = positions.With(organization, after, scope);
            Grid = before is { } b ? Grid.Remove(b.Point, organization, scope) : Grid;
            Grid = after is { } a ? Grid.Add(a.Point, organization, scope) : Grid;
        }

        Remark(organization, scope);
    }

    /// <summary>Where an organization stands: at its main place; of several, or of none that is called so, at the one with the smallest id, so that the order in which they came to be known says nothing.</summary>
    private Position? FindPosition(int organization)
    {
        if (organizations[organization] is not { } element)
        {
            return null;
        }

        Place? main = null;
        foreach (var handle in placesOf[organization].Span)
        {
            main = places[handle] is { } place && (main is null || ComesBefore(place, main)) ? place : main;
        }

        if (main?.Point is { } point)
        {
            return new Position(point, null);
        }

        return Located(main?.Region ?? element.Region) is { Point: { } centre } region
            ? new Position(centre, region.Level)
            : null;
    }

    private static bool ComesBefore(Place one, Place other) => one.Main == other.Main ? one.Id.Value.CompareTo(other.Id.Value) < 0 : one.Main;

    private int RegionHandle(RegionCode? code) => code is { } c ? handles.Regions.FindOrAdd(c) : -1;

    private int Owner(OrganizationId? id) => id is { } o ? handles.Organizations.FindOrAdd(o.Value) : -1;

    private List<int> AreaRegions(Service? service) => service is null ? [] : [.. service.Areas.Select(a => handles.Regions.FindOrAdd(a.Region)).Distinct()];

    private static ChunkedArray<Bag<int>> Moved(ChunkedArray<Bag<int>> index, int from, int to, int member, EditScope scope)
    {
        if (from == to)
        {
            return index;
        }

        if (from >= 0)
        {
            var at = index[from].Span.IndexOf(member);
            index = at < 0 ? index : index.With(from, index[from].RemoveAt(at), scope);
        }

        return to < 0 ? index : index.With(to, index[to].Add(member, scope), scope);
    }
}
