using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph;

/// <summary>The network at one sequence, as each audience may see it. What is read from one snapshot belongs together.</summary>
public sealed record NetworkSnapshot(NetworkGraph Full, NetworkGraph Public)
{
    /// <summary>The sequence.</summary>
    public long Sequence => Full.Sequence;

    /// <summary>A network of nothing.</summary>
    public static NetworkSnapshot Empty()
    {
        var full = NetworkGraph.Empty();
        return new NetworkSnapshot(full, full.EmptyKin());
    }

    /// <summary>The projection of an audience; every answer is computed on it and on nothing else.</summary>
    public NetworkGraph For(Audience audience) => audience == Audience.Steward ? Full : Public;

    /// <summary>The snapshot after a changeset, and what each audience can see of it.</summary>
    public (NetworkSnapshot Next, NetworkChange Change) After(Changeset changeset, EditScope scope)
    {
        var full = Full;
        foreach (var revision in changeset.Revisions)
        {
            full = full.With(revision.Element, revision.After, scope);
        }

        var (open, seen) = Projection.Follow(Public, full, changeset.Revisions, Audience.Public, scope);
        var all = changeset.Revisions.Select(r => r.Element).Distinct().ToList();
        var next = new NetworkSnapshot(full.At(changeset.Sequence, all.Count > 0, scope), open.At(changeset.Sequence, seen.Count > 0, scope));
        return (next, new NetworkChange(changeset, all, seen));
    }

    /// <summary>A snapshot filled from elements in the order of <c>INetworkStore.LoadAsync</c>, standing at <paramref name="sequence"/>.</summary>
    public static NetworkSnapshot Load(IEnumerable<Element> elements, long sequence)
    {
        var full = NetworkGraph.Of(elements, sequence);
        return new NetworkSnapshot(full, full.SeenBy(Audience.Public));
    }
}

/// <summary>One accepted changeset and the elements of which each audience can see that they changed.</summary>
public sealed record NetworkChange(Changeset Changeset, IReadOnlyList<ElementRef> Full, IReadOnlyList<ElementRef> Public)
{
    /// <summary>What an audience can see of it.</summary>
    public IReadOnlyList<ElementRef> For(Audience audience) => audience == Audience.Steward ? Full : Public;
}
