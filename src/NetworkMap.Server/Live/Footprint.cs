using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Live;

/// <summary>One element that changed, and whom it reaches; null when that is not known any more, or is everybody.</summary>
internal readonly record struct Touched(ElementRef Element, Reach? Reach);

/// <summary>What an audience can see of one change: which elements, not what became of them.</summary>
/// <param name="Elements">Each once; null when they are too many to tell, or cannot be told any more: then everything is to be asked for again.</param>
internal sealed record Footprint(DateTimeOffset At, IReadOnlyList<Touched>? Elements)
{
    /// <summary>True when nothing can be seen.</summary>
    internal bool IsEmpty => Elements is { Count: 0 };

    /// <summary>The footprint of a change that is being told, from the projections before and after it.</summary>
    internal static Footprint Of(NetworkChange change, Audience audience, NetworkSnapshot before, NetworkSnapshot after, int limit)
    {
        var seen = change.For(audience, before, after);
        seen = [.. seen, .. Reachable(change.Changeset, audience).Where(o => !seen.Contains(o))];
        if (seen.Count > limit || change.Changeset.Revisions.Any(MovesARegion))
        {
            return new Footprint(change.Changeset.At, null);
        }

        var (old, now) = (before.For(audience), after.For(audience));
        var touched = seen.Select(e => new Touched(e, Reach.Of(e, old, now))).ToList();
        touched.AddRange(Moved(seen, old, now).Select(e => new Touched(e, Reach.Of(e, old, now))));
        return new Footprint(change.Changeset.At, touched.Count > limit ? null : touched);
    }

    /// <summary>The footprint of a change that is read back from the log, after a restart: at least everything that could be seen.</summary>
    internal static Footprint Of(Changeset changeset, Audience audience, NetworkGraph full, int limit)
    {
        var seen = new HashSet<ElementRef>();
        foreach (var revision in changeset.Revisions)
        {
            if (MovesARegion(revision) || (audience != Audience.Steward && IsBeyondTelling(revision, full, audience)))
            {
                return new Footprint(changeset.At, null);
            }

            if (audience == Audience.Steward || CouldBeSeen(revision, full, audience))
            {
                seen.Add(revision.Element);
                seen.UnionWith(revision.Element.Kind == ElementKind.Place ? OwnersOf(revision) : []);
                seen.UnionWith(Projection.BesideOf(full, revision));
            }

            seen.UnionWith(Reachable(changeset, audience));

            if (seen.Count > limit)
            {
                return new Footprint(changeset.At, null);
            }
        }

        return new Footprint(changeset.At, [.. seen.Select(e => new Touched(e, null))]);
    }

    /// <summary>Organizations that an audience reaches otherwise since a change. Their contacts are in no projection and no message: who hears of them asks anew.</summary>
    private static IEnumerable<ElementRef> Reachable(Changeset changeset, Audience audience)
    {
        var day = Today.Of(changeset.At);
        return changeset.Revisions
            .Where(r => r is { Before: Organization before, After: Organization after } && ContactAnswer.Differ(before, after, audience, day))
            .Select(r => r.Element).Distinct();
    }

    /// <summary>Organizations that stand elsewhere now because one of their places changed.</summary>
    private static IEnumerable<ElementRef> Moved(IReadOnlyList<ElementRef> seen, NetworkGraph before, NetworkGraph after) => seen
        .Where(e => e.Kind == ElementKind.Place)
        .SelectMany(e => Reach.OrganizationsOf(before.Find(e)).Concat(Reach.OrganizationsOf(after.Find(e))))
        .Distinct()
        .Where(o => Reach.PositionOf(before, o) != Reach.PositionOf(after, o))
        .Select(o => o.Ref)
        .Where(o => !seen.Contains(o));

    private static IEnumerable<ElementRef> OwnersOf(Revision revision) => Reach.OrganizationsOf(revision.Before).Concat(Reach.OrganizationsOf(revision.After))
        .Distinct().Select(o => o.Ref);

    /// <summary>True when everybody moves who stands on the point of a region: rare, and many.</summary>
    private static bool MovesARegion(Revision revision) => revision is { Before: Region before, After: Region after } && before.Point != after.Point;

    /// <summary>True when what was seen hung on a precision that has changed, on a seat that has, for those who keep or coordinate regions, or on an owner that is gone.</summary>
    private static bool IsBeyondTelling(Revision revision, NetworkGraph full, Audience audience) => revision switch
    {
        { Before: Organization before, After: Organization after } => before.Precision != after.Precision || (audience.IsScoped && before.Region != after.Region),
        _ => new[] { revision.Before, revision.After }.Any(form => form is Unit or Place or Service && Projection.OwnerOf(full, form) is null),
    };

    private static bool CouldBeSeen(Revision revision, NetworkGraph full, Audience audience)
    {
        var before = Disclosed(revision.Before, full, audience);
        var after = Disclosed(revision.After, full, audience);
        return (before is null) != (after is null) || (before is not null && Differences.Between(before, after).Count > 0);
    }

    private static Element? Disclosed(Element? form, NetworkGraph full, Audience audience) => 
        form is not null && Policy.Disclose(form, Projection.BelongingOf(full, form), audience) is { } disclosed ? Policy.Signed(disclosed, audience) : null;
}
