using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <summary>Goes back from a snapshot, changeset by changeset, to the network as it was known at an earlier sequence. The whole network is what it was then;
/// what an audience sees of it is bound by the stricter of the policy then and now, so a secret that was kept too late stays kept in the past as well.</summary>
public sealed class Rewind
{
    private readonly NetworkSnapshot now;
    private readonly EditScope scope = EditScope.Branch();
    private readonly HashSet<ElementRef> touched = [];
    private readonly Complements nowBeside;
    private NetworkGraph full;
    private NetworkGraph open;
    private Complements thenBeside;
    private long sequence;

    /// <summary>Begins at the latest snapshot.</summary>
    public Rewind(NetworkSnapshot now) : this(now, now)
    {
    }

    /// <summary>Begins at a kept past snapshot, whose projection is that of <paramref name="now"/>.</summary>
    public Rewind(NetworkSnapshot kept, NetworkSnapshot now)
    {
        this.now = now;
        (full, open, sequence) = (kept.Full, kept.Public, kept.Sequence);
        (thenBeside, nowBeside) = (new Complements(full), new Complements(now.Full));
    }

    /// <summary>Takes back the newest changeset that is not taken back yet; another one is the caller's bug and throws.</summary>
    public void Undo(Changeset changeset)
    {
        if (changeset.Sequence != sequence)
        {
            throw new ArgumentException($"Changeset {changeset.Sequence} cannot be taken back from {sequence}.", nameof(changeset));
        }

        foreach (var revision in changeset.Revisions.Reverse())
        {
            full = full.With(revision.Element, revision.Before, scope);
            touched.Add(revision.Element);
        }

        sequence--;
    }

    /// <summary>Looks again at elements that the present changed after the kept snapshot was made.</summary>
    public void Review(IEnumerable<ElementRef> changed) => touched.UnionWith(changed);

    /// <summary>The snapshot that was reached.</summary>
    public NetworkSnapshot Finish()
    {
        var owners = touched.Where(t => t.Kind == ElementKind.Organization).ToList();
        touched.UnionWith(owners.SelectMany(o => full.DependentsOf(o).Concat(now.Full.DependentsOf(o))).Select(d => d.Ref));
        touched.UnionWith(touched.Where(t => t.Kind == ElementKind.Unit).SelectMany(BesideOf).ToList());
        touched.UnionWith(touched.Where(t => t.Kind == ElementKind.Need).SelectMany(BesideNeed).ToList());
        thenBeside = new Complements(full);
        foreach (var element in touched.OrderBy(t => Rank(t.Kind)))
        {
            open = open.With(element, Disclosed(element), scope);
        }

        return NetworkSnapshot.Past(full.At(sequence, moved: false, scope), open.At(sequence, moved: false, scope));
    }

    /// <summary>A unit's organizations, then and now, and the other units there: its count binds theirs.</summary>
    private IEnumerable<ElementRef> BesideOf(ElementRef unit) => new[] { full.Find(unit), now.Full.Find(unit) }.OfType<Unit>().Select(u => u.Organization).Distinct()
        .SelectMany(o => full.UnitsOf(o).Concat(now.Full.UnitsOf(o)).Select(u => u.Ref).Prepend(new ElementRef(ElementKind.Organization, o.ToString())));

    /// <summary>The needs of its tables, then and now.</summary>
    private IEnumerable<ElementRef> BesideNeed(ElementRef need) => new[] { full.Find(need), now.Full.Find(need) }.OfType<Need>()
        .SelectMany(n => Complements.Beside(full, n).Concat(Complements.Beside(now.Full, n))).Select(n => n.Ref);

    /// <summary>What the units asked then and ask now, of the organization it belonged to and of the one it belongs to.</summary>
    private Complement Beside(Element past, Element present) =>
        Complement.Stricter(thenBeside.For(past), Complement.Stricter(nowBeside.For(past), nowBeside.For(present)));

    private Element? Disclosed(ElementRef element)
    {
        if (full.Find(element) is not { } past || now.Full.Find(element) is not { } present)
        {
            return null;
        }

        if (past is Tie tie)
        {
            return IsKnown(tie.From) && IsKnown(tie.To) ? Policy.DisclosePast(past, present, null, Audience.Public) : null;
        }

        if (past is not (Unit or Place or Service))
        {
            return Policy.DisclosePast(past, present, null, Audience.Public, Beside(past, present));
        }

        var owners = new[] { Projection.OwnerOf(full, past), Projection.OwnerOf(now.Full, past), Projection.OwnerOf(now.Full, present) };
        return owners.Any(o => o is null) ? null : Policy.DisclosePast(past, present, owners.MaxBy(o => o!.Precision), Audience.Public, Beside(past, present));
    }

    private bool IsKnown(OrganizationId id) => now.Full.Organization(id) is not null;

    /// <summary>What is referred to comes first.</summary>
    private static int Rank(ElementKind kind) => kind switch
    {
        ElementKind.Term => 0,
        ElementKind.Region => 1,
        ElementKind.Organization => 2,
        _ => 3,
    };
}
