using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph;

/// <summary>The network at one sequence, as each audience may see it. What is read from one snapshot belongs together. The whole and what the public sees are kept ready; the
/// projections of others are made of them when somebody asks, and carried on from the last one that was made (<see cref="ScopedProjections"/>).</summary>
public sealed class NetworkSnapshot
{
    private readonly ScopedProjections? scoped;

    private NetworkSnapshot(NetworkGraph full, NetworkGraph open, ScopedProjections? scoped, Trail trail) => (Full, Public, this.scoped, Trail) = (full, open, scoped, trail);

    /// <summary>The whole network.</summary>
    public NetworkGraph Full { get; }

    /// <summary>What anybody may see of it.</summary>
    public NetworkGraph Public { get; }

    /// <summary>The sequence.</summary>
    public long Sequence => Full.Sequence;

    /// <summary>What the changes before it touched.</summary>
    internal Trail Trail { get; }

    /// <summary>A network of nothing.</summary>
    public static NetworkSnapshot Empty()
    {
        var full = NetworkGraph.Empty();
        return new NetworkSnapshot(full, full.EmptyKin(), new ScopedProjections(), default);
    }

    /// <summary>The projection of an audience; every answer is computed on it and on nothing else. The past is shown to everybody but the stewards of all as the public may see
    /// it: what somebody stands near to today, she may not have stood near to then.</summary>
    public NetworkGraph For(Audience audience) =>
        audience == Audience.Steward ? Full : audience == Audience.Public || scoped is null ? Public : scoped.For(this, audience);

    /// <summary>The snapshot after a changeset, and what each audience can see of it.</summary>
    public (NetworkSnapshot Next, NetworkChange Change) After(Changeset changeset, EditScope scope)
    {
        var full = Full;
        foreach (var revision in changeset.Revisions)
        {
            full = full.With(revision.Element, revision.After, scope);
        }

        var touched = Projection.Touched(full, changeset.Revisions);
        var (open, seen) = Projection.Follow(Public, full, touched, Audience.Public, scope);
        var all = changeset.Revisions.Select(r => r.Element).Distinct().ToList();
        var next = new NetworkSnapshot(
            full.At(changeset.Sequence, all.Count > 0, scope), open.At(changeset.Sequence, seen.Count > 0, scope), scoped, Trail.Then(changeset.Sequence, touched));
        return (next, new NetworkChange(changeset, all, seen, touched));
    }

    /// <summary>A snapshot filled from elements in the order of <c>INetworkStore.LoadAsync</c>, standing at <paramref name="sequence"/>.</summary>
    public static NetworkSnapshot Load(IEnumerable<Element> elements, long sequence)
    {
        var full = NetworkGraph.Of(elements, sequence);
        return new NetworkSnapshot(full, full.SeenBy(Audience.Public), new ScopedProjections(), default);
    }

    /// <summary>A snapshot of the past, with what the public may see of it.</summary>
    internal static NetworkSnapshot Past(NetworkGraph full, NetworkGraph open) => new(full, open, null, default);
}

/// <summary>One accepted changeset, the elements of which the whole network's keepers and the public can see that they changed, and all that it could show differently to anybody.</summary>
public sealed record NetworkChange(Changeset Changeset, IReadOnlyList<ElementRef> Full, IReadOnlyList<ElementRef> Public, IReadOnlyList<ElementRef> Touched)
{
    /// <summary>What an audience can see of it.</summary>
    /// <param name="audience">Who.</param>
    /// <param name="before">The network before it, or before its group.</param>
    /// <param name="after">The network after it, or after its group.</param>
    public IReadOnlyList<ElementRef> For(Audience audience, NetworkSnapshot before, NetworkSnapshot after) =>
        audience == Audience.Steward ? Full : audience == Audience.Public ? Public : Projection.Seen(before.For(audience), after.For(audience), Touched, audience);
}
