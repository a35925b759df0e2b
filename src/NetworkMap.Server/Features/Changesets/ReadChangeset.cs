using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>One changeset with the fields it changed, page by page when it is large. A steward hears whether it can be reverted as things are.</summary>
public static class ReadChangeset
{
    private const int Limit = 200;

    /// <summary>How many revisions are tried: what leans on a service or a term is looked for in the whole network.</summary>
    private const int Tried = 30;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}", async (string id, HttpContext context, TimeProvider clock, LogReader log, MergedPast merged, ChangesetId ids, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", Limit, 1, Limit);
        var cursor = asked.Value("cursor", ids.ReadWithin);
        var known = ids.Read(id).TryValue(out var sequence);
        asked.Checks.Require(cursor is not { } place || place.Sequence == sequence, "cursor_malformed", "cursor", ("value", asked.Text("cursor")));
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var asking = Asking.Of(context);
        var changeset = known ? await log.FindAsync(sequence, context.RequestAborted) : null;
        changeset = changeset is null ? null : changeset with { Revisions = await merged.BoundAsync(changeset.Revisions, sequence, asking.Caller.Audience, view.Latest.Full, context.RequestAborted) };
        var from = cursor?.Revision ?? 0;
        var spoken = changeset?.Revisions.Take(1).Concat(changeset.Revisions.Skip(from).Take(limit)).ToList() ?? [];
        var gone = await Departed.OfAsync(spoken, asking, log, context.RequestAborted);
        if (changeset is null || ChangesetAnswer.Of(LoggedChange.Of(changeset, Limit), view.Latest.Full, asking, ids, gone) is not { } answer)
        {
            return Problems.Refused(Refusal.Of("changeset_unknown", "id"), context);
        }

        answer = Page(answer, changeset, from, limit, revision => RevisionAnswer.Of(revision, view.Latest.Full, asking, gone), ids) with { MayRevert = MayRevert(changeset, view.Latest.Full, context) ? true : null };
        answer = (await ToldAccounts.ToldAsync(context, [answer]))[0];
        return Answers.Json(context, asking.Caller.IsSteward && changeset.Revisions.Count <= Tried ? await TryAsync(changeset, answer, view.Latest.Full, context) : answer);
    }).WithSummary("One change, field by field.")
        .Takes(ChangesetAnswer.IdInPath, Parameter.Limit(Limit, Limit), Parameter.Cursor)
        .Gives(ChangesetAnswer.Example, about: $"The change. Its elements come page by page; without `next` it is the last. `mayRevert` is there for whom all that it changed is hers to change back. A steward also gets `revertible`: whether a revert would be accepted now, a wider view for the public agreed to; if not, `obstacles` is the problem it would be answered with. Without `revertible` the change has more than {Tried} elements, and only the revert itself tells.")
        .Refuses("changeset_unknown", "record_damaged");

    /// <summary>The answer with a page of the elements of which the asker sees something. It leads on only to what there is for this asker: how much is hidden behind it is not told.</summary>
    private static ChangesetAnswer Page(ChangesetAnswer answer, Changeset changeset, int from, int limit, Func<Revision, RevisionAnswer?> see, ChangesetId ids)
    {
        var page = new List<RevisionAnswer>();
        var after = from;
        for (var i = from; i < changeset.Revisions.Count; i++)
        {
            if (see(changeset.Revisions[i]) is not { } seen)
            {
                continue;
            }

            if (page.Count == limit)
            {
                return answer with { Elements = page, Next = ids.Within(changeset.Sequence, after) };
            }

            page.Add(seen);
            after = i + 1;
        }

        return answer with { Elements = page };
    }

    /// <summary>Whether the caller's rights let her take the change back; of a large one only the stewards of everything are told.</summary>
    private static bool MayRevert(Changeset changeset, NetworkGraph full, HttpContext context)
    {
        var caller = Caller.Of(context);
        return caller.MayWrite && (caller.IsSteward || changeset.Revisions.Count <= Tried) && Writes.Closed(context, changeset.Revisions) is null
            && changeset.Revisions.All(r => Rights.Permits(full, caller.Grants, Revision.Read(r.Element, r.After, r.Before)));
    }

    private static async Task<ChangesetAnswer> TryAsync(Changeset changeset, ChangesetAnswer answer, NetworkGraph full, HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<LogReader>();
        var refusals = await log.ErasedAsync(changeset.Revisions.Select(r => r.Before), context.RequestAborted) is { } erased ? [erased] : Revert.Of(changeset, confirmWidening: true)(full).Refusals;
        return answer with { Revertible = refusals.Count == 0, Obstacles = refusals.Count == 0 ? null : await LaterChanges.ForetoldAsync(refusals, context, changeset) };
    }
}
