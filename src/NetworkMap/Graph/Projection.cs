using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <summary>Carries changes of the whole network over into what an audience may see of it.</summary>
public static class Projection
{
    /// <summary>The next snapshot of a projection, and the elements of which its audience can see that they changed, in order, each once.</summary>
    /// <param name="projection">The projection before the change.</param>
    /// <param name="full">The whole network after the change.</param>
    /// <param name="touched">What the change could show differently (<see cref="Touched(NetworkGraph, IEnumerable{Revision})"/>).</param>
    /// <param name="audience">Whose projection.</param>
    /// <param name="scope">The edit that both snapshots belong to.</param>
    internal static (NetworkGraph Graph, IReadOnlyList<ElementRef> Seen) Follow(
        NetworkGraph projection, NetworkGraph full, IEnumerable<ElementRef> touched, Audience audience, EditScope scope)
    {
        var seen = new List<ElementRef>();
        var complements = new Complements(full);
        foreach (var element in touched)
        {
            var before = projection.Find(element);
            var after = Disclosed(full, element, audience, complements);
            if (Equals(before, after))
            {
                continue;
            }

            projection = projection.With(element, after, scope);
            if (!Alike(before, after, audience))
            {
                seen.Add(element);
            }
        }

        return (projection, seen);
    }

    /// <summary>What an audience may see of an element of the whole network, or null.</summary>
    internal static Element? Disclosed(NetworkGraph full, ElementRef element, Audience audience, Complements complements) =>
        full.Find(element) is { } whole ? Policy.Disclose(whole, BelongingOf(full, whole), audience, complements.For(whole)) : null;

    /// <summary>Those of some elements of which an audience can see that they changed between two of its projections.</summary>
    public static IReadOnlyList<ElementRef> Seen(NetworkGraph before, NetworkGraph after, IEnumerable<ElementRef> touched, Audience audience) =>
        [.. touched.Where(e => before.Find(e) is var old && after.Find(e) is var now && !Equals(old, now) && !Alike(old, now, audience))];

    /// <summary>Every element that a change could show differently to somebody, each once: those it names, and those whose disclosure hangs on them.</summary>
    /// <param name="full">The whole network after the change.</param>
    /// <param name="revisions">The change.</param>
    public static IReadOnlyList<ElementRef> Touched(NetworkGraph full, IEnumerable<Revision> revisions) => [.. revisions.SelectMany(r => Touched(full, r)).Distinct()];

    private static IEnumerable<ElementRef> Touched(NetworkGraph full, Revision revision)
    {
        yield return revision.Element;
        if (revision is { Before: Organization before, After: Organization after } && (before.Precision != after.Precision || before.Region != after.Region))
        {
            // With its seat an organization may come into a region that somebody keeps, or leave it.
            foreach (var bound in full.DependentsOf(revision.Element).Where(d => d is Unit or Place or Service || before.Region != after.Region))
            {
                yield return bound.Ref;
            }
        }

        if ((revision.Before ?? revision.After) is Organization one && (revision.Before as Organization)?.Region != (revision.After as Organization)?.Region)
        {
            // Who decides on what is suggested to it follows from where it sits, and from whether it is there.
            foreach (var suggestion in full.SuggestionsFor(one.Id))
            {
                yield return suggestion.Ref;
            }
        }

        foreach (var beside in BesideOf(full, revision))
        {
            yield return beside;
        }
    }

    /// <summary>A unit's count binds those of its organization and of the other units there, before and after; a need those of its table.</summary>
    public static IEnumerable<ElementRef> BesideOf(NetworkGraph full, Revision revision)
    {
        if (revision.Element.Kind == ElementKind.Need)
        {
            return BesideNeed(full, revision.Before as Need, revision.After as Need);
        }

        var (before, after) = (revision.Before as Unit, revision.After as Unit);
        return before?.Members == after?.Members && before?.Organization == after?.Organization
            ? []
            : new[] { before, after }.OfType<Unit>().Where(u => u.Members is not null).Select(u => u.Organization).Distinct()
                .SelectMany(o => full.UnitsOf(o).Where(u => u.Members is not null).Select(u => u.Ref).Prepend(new ElementRef(ElementKind.Organization, o.ToString())));
    }

    private static IEnumerable<ElementRef> BesideNeed(NetworkGraph full, Need? before, Need? after) =>
        before is not null && after is not null && PublishedTable.IsSame(before, after)
            ? []
            : new[] { before, after }.OfType<Need>().SelectMany(n => Complements.Beside(full, n)).Select(n => n.Ref);

    private static bool Alike(Element? before, Element? after, Audience audience) =>
        before is not null && after is not null && Differences.Between(Policy.Signed(before, audience), Policy.Signed(after, audience)).Count == 0;

    /// <summary>What the counts beside an element ask of its own.</summary>
    public static Complement ComplementOf(NetworkGraph full, Element element) => new Complements(full).For(element);

    /// <summary>The organization that an element belongs to, if it is one that belongs.</summary>
    public static Organization? OwnerOf(NetworkGraph full, Element element) => element switch
    {
        Unit u => full.Organization(u.Organization),
        Place p => full.Organization(p.Organization),
        Service s => full.Organization(s.Organization),
        _ => null,
    };

    /// <summary>What an element belongs to: its owner, both ends of a tie, the organization that a grant is for, or those of what is suggested.</summary>
    public static Belonging BelongingOf(NetworkGraph full, Element element) => element switch
    {
        Tie t => new Belonging(full.Organization(t.From), full.Organization(t.To)),
        Grant { Organization: { } organization } => full.Organization(organization),
        Suggestion s => new Belonging(s.Organization is { } one ? full.Organization(one) : null, s.Other is { } other ? full.Organization(other) : null),
        _ => OwnerOf(full, element),
    };
}
