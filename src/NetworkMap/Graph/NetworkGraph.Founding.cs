using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <content>A whole graph at once, for the start of a process: written in place, and a projection that shares all that needs no hiding.</content>
public sealed partial class NetworkGraph
{
    private static readonly ElementKind[] WithOwnForms = [ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Need, ElementKind.Grant, ElementKind.Suggestion];

    /// <summary>The graph of elements that come after what they refer to, standing at a sequence.</summary>
    public static NetworkGraph Of(IEnumerable<Element> elements, long sequence)
    {
        var scope = EditScope.Founding();
        var graph = Empty();
        foreach (var element in elements)
        {
            if (element is Tie tie)
            {
                graph.FoundTie(tie, scope);
            }
            else
            {
                graph.Put(element, scope);
            }
        }

        graph.JoinTies(scope);
        for (var organization = 0; organization < graph.OrganizationLimit; organization++)
        {
            graph.Stand(organization, scope);
        }

        graph.Trim();
        graph.Sequence = sequence;
        return graph;
    }

    /// <summary>The projection of a trimmed graph for an audience: the graph itself, with what is hidden taken out and what is told less of replaced.</summary>
    internal NetworkGraph SeenBy(Audience audience)
    {
        var scope = new EditScope();
        var seen = scope.Own((NetworkGraph)MemberwiseClone());
        var complements = new Complements(this);
        foreach (var whole in WithOwnForms.SelectMany(All))
        {
            var form = Policy.Disclose(whole, Projection.BelongingOf(this, whole), audience, complements.For(whole));
            if (form is null)
            {
                seen.Remove(whole.Ref, scope);
            }
            else if (!ReferenceEquals(form, whole))
            {
                seen.Put(form, scope);
            }
        }

        seen.HideTies(audience, scope);
        return seen;
    }

    /// <summary>A tie that is not joined to its ends yet.</summary>
    private void FoundTie(Tie tie, EditScope scope)
    {
        var handle = handles.Ties.FindOrAdd(tie.Id.Value);
        ties = ties.With(handle, tie, scope);
        PutDelivery(handle, null, tie, scope);
    }

    /// <summary>Joins all ties to their ends, once it is known how many each end has. What more people may see comes first, so that a projection is the front of
    /// the same list.</summary>
    private void JoinTies(EditScope scope)
    {
        var ends = new (int From, int To)[TieLimit];
        for (var tie = 0; tie < ends.Length; tie++)
        {
            ends[tie] = ties[tie] is { } t ? (handles.Organizations.FindOrAdd(t.From.Value), handles.Organizations.FindOrAdd(t.To.Value)) : (-1, -1);
        }

        var counts = new int[OrganizationLimit];
        foreach (var (from, to) in ends.Where(e => e.From >= 0))
        {
            counts[from]++;
            counts[to]++;
        }

        var joined = Array.ConvertAll(counts, c => new Link[c]);
        foreach (var audience in Enum.GetValues<TieAudience>().Reverse())
        {
            for (var tie = ends.Length - 1; tie >= 0; tie--)
            {
                if (ties[tie] is not { } t || t.Audience != audience)
                {
                    continue;
                }

                var (from, to) = ends[tie];
                (joined[from][--counts[from]], joined[to][--counts[to]]) = LinksOf(tie, t, from, to);
            }
        }

        for (var organization = 0; organization < joined.Length; organization++)
        {
            links = joined[organization].Length == 0 ? links : links.With(organization, Bag<Link>.Of(joined[organization]), scope);
        }
    }

    /// <summary>All ties at once: one by one, a hub with thousands of hidden ties would be copied as often.</summary>
    private void HideTies(Audience audience, EditScope scope)
    {
        for (var tie = 0; tie < TieLimit; tie++)
        {
            var whole = ties[tie];
            var form = whole is null ? null : (Tie?)Policy.Disclose(whole, null, audience);
            if (!ReferenceEquals(form, whole))
            {
                ties = ties.With(tie, form, scope);
                PutDelivery(tie, whole, form, scope);
            }
        }

        var shown = ties;
        for (var organization = 0; organization < OrganizationLimit; organization++)
        {
            var bag = links[organization].Where(l => shown[l.Tie] is not null);
            links = bag.Count == links[organization].Count ? links : links.With(organization, bag, scope);
        }
    }

    /// <summary>The projection with other forms of some of the ties of the whole network, all at once: one by one, a hub with thousands of them would be copied as often. What
    /// is linked is taken from the whole network, whose lists begin with what most may see, so that they are mostly shared.</summary>
    /// <param name="full">The whole network, whose projection this is.</param>
    /// <param name="forms">What is to be seen of which tie.</param>
    /// <param name="scope">An edit that leads away from the line of snapshots.</param>
    internal NetworkGraph WithTies(NetworkGraph full, IEnumerable<Tie> forms, EditScope scope)
    {
        var graph = scope.Owns(this) ? this : scope.Own((NetworkGraph)MemberwiseClone());
        var joined = new HashSet<int>();
        foreach (var form in forms)
        {
            var tie = handles.Ties.Find(form.Id.Value);
            var before = graph.ties[tie];
            if (Equals(before, form))
            {
                continue;
            }

            graph.ties = graph.ties.With(tie, form, scope);
            graph.PutDelivery(tie, before, form, scope);
            if (before is null)
            {
                joined.Add(handles.Organizations.Find(form.From.Value));
                joined.Add(handles.Organizations.Find(form.To.Value));
            }
        }

        var shown = graph.ties;
        foreach (var organization in joined)
        {
            graph.links = graph.links.With(organization, full.links[organization].Where(l => shown[l.Tie] is not null), scope);
        }

        return graph;
    }

    private void Trim()
    {
        foreach (var index in new[] { unitsOf, placesOf, placesIn, servicesOf, organizationsIn, servicesIn, needsIn, regionsIn, deliveriesOf, unitsIn, organizationsWith, organizationsOffering, organizationsNeeding, servicesWith, reachedBy, mergedInto })
        {
            index.Settle(b => b.Trim());
        }

        statements.Settle(b => b.Trim());
        provinces = provinces.Trim();
        organizationNames.Trim();
        serviceNames.Trim();
        regionNames.Trim();
        Grid.Trim();
    }
}
