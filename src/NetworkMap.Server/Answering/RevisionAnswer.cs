using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;

namespace NetworkMap.Server.Answering;

/// <summary>One revision as an audience may see it today.</summary>
/// <param name="Kind">The kind of element.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Action"><c>created</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Changes">The fields that differ.</param>
/// <param name="Mentions">What the fields name by an id, as far as this audience may see it.</param>
public sealed record RevisionAnswer(string Kind, string Id, string Name, string Action, IReadOnlyList<FieldAnswer> Changes, IReadOnlyList<MentionAnswer>? Mentions)
{
    /// <summary>The answer, or null when this audience may not see that anything happened.</summary>
    /// <param name="revision">What happened.</param>
    /// <param name="full">The whole network of today.</param>
    /// <param name="asking">Who asks.</param>
    /// <param name="gone">What was removed since, under the ids that name it; only for who may see it.</param>
    public static RevisionAnswer? Of(Revision revision, NetworkGraph full, Asking asking, IReadOnlyDictionary<ElementRef, Element>? gone = null)
    {
        var now = full.Find(revision.Element);
        var before = Disclosed(revision.Before, now, full, asking.Caller.Audience, revision.Most);
        var after = Disclosed(revision.After, now, full, asking.Caller.Audience, revision.Most);
        var differences = Differences.Between(before, after);
        if (differences.Count == 0)
        {
            return null;
        }

        var titles = new Titles(asking.Telling, gone);
        var action = before is null ? "created" : after is null ? "removed" : "changed";
        return new RevisionAnswer(
            Names<ElementKind>.Of(revision.Element.Kind),
            revision.Element.Id,
            titles.Of((after ?? before)!),
            action,
            [.. differences.Select(d => new FieldAnswer(d.Field, d.Before, d.After))],
            titles.Mentioned(new[] { before, after }.OfType<Element>()));
    }

    /// <summary>True when this audience may see all of it: both versions as they are, but for who asserted them.</summary>
    public static bool IsWhole(Revision revision, NetworkGraph full, Audience audience)
    {
        var now = full.Find(revision.Element);
        return new[] { revision.Before, revision.After }.OfType<Element>().All(version =>
            Disclosed(version, now, full, audience, revision.Most) is { } disclosed && Differences.Between(Policy.Signed(version, audience), disclosed).Count == 0);
    }

    private static Element? Disclosed(Element? past, Element? now, NetworkGraph full, Audience audience, Standing most) =>
        past is not null && Policy.DisclosePast(past, now, StricterOwner(past, now, full), audience, StricterComplement(past, now, full), Projection.BelongingOf(full, past), most) is { } disclosed
            ? Policy.Signed(disclosed, audience)
            : null;

    /// <summary>What went from one organization to another is bound by both.</summary>
    private static Belonging StricterOwner(Element past, Element? now, NetworkGraph full)
    {
        var (then, later) = (Projection.BelongingOf(full, past), now is null ? default : Projection.BelongingOf(full, now));
        return then.Owner is not null && later.Owner?.Precision > then.Owner.Precision ? later : then;
    }

    private static Complement StricterComplement(Element past, Element? now, NetworkGraph full) =>
        Complement.Stricter(Projection.ComplementOf(full, past), now is null ? default : Projection.ComplementOf(full, now));
}

/// <summary>A field before and after.</summary>
public sealed record FieldAnswer(string Field, JsonNode? Before, JsonNode? After);
