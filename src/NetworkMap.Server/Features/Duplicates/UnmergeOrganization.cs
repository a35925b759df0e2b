using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Takes a merge apart, also later: both organizations are there again, and what came since goes to the one that somebody says.</summary>
public static class UnmergeOrganization
{
    /// <summary>The request.</summary>
    public sealed record Request(UnmergeAsked Asked, bool ConfirmWidening, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    /// <summary>What came since, of which somebody has to say whose it is: an element, or what an edit changed.</summary>
    /// <param name="Key">By which it is decided.</param>
    /// <param name="Kind">Of an element its kind.</param>
    /// <param name="Title">Of an element what it is called.</param>
    /// <param name="Field">Of an edit the field.</param>
    public sealed record UndecidedAnswer(string Key, string? Kind, string? Title, string? Field);

    private static readonly Parameter Id = Parameter.Path("id", "The id of the organization that went into another.", "30eb083d-e054-8da4-a28c-4de1028e0532");

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/merges/{id}", async (string id, HttpContext context, LogReader log, Past past, ElementForms forms, ChangesetId ids) =>
        {
            var asking = Asking.Of(context);
            var found = await FindAsync(id, context, log, past);
            return found.TryValue(out var asked) ? Answers.Fleeting(context, Told(asked, asking, forms, ids, context)) : Problems.Refused(found.Refusals, context);
        }).WithSummary("A merge as it could be taken apart: which two, and what came since, of which somebody has to say whose it is.")
            .Takes(Id)
            .Gives("""
                {"change":"1553bb6b2df0e63c7edc07bb227a7036","at":"2026-03-01T02:00:00Z","reason":"Entered twice","kept":{"kind":"organization","name":"Kelompok Canting Wedel (contoh)","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","version":2},
                 "other":{"kind":"organization","name":"Kel. Canting Wedel","id":"30eb083d-e054-8da4-a28c-4de1028e0532","version":2,"mergedInto":"89ee382d-bde1-874d-9e0c-c112fa646bbd"},
                 "undecided":[{"key":"service/5f0c6f0f-8e0d-4d2a-b1c3-e4f5a6b7c8d9","kind":"service","title":"Training"},{"key":"fields.purpose","field":"purpose"}],"obstacles":[],"widens":false}
                """, about: "`undecided` are the keys that `assign` takes; `widens` whether others would see more, which has to be confirmed, if all of it stayed.")
            .Refuses("steward_only", "preview_only_looks", "not_permitted", "id_malformed", "element_unknown", "not_merged", "unmerge_later_first", "too_many_requests")
            .Costs(Cost.Past);

        group.MapPost("/merges/{id}/undo", async (string id, HttpContext context, IMediator mediator, LogReader log, Past past, ChangesetId ids) =>
        {
            var body = await BodyReader.ReadObjectAsync(context);
            var found = await FindAsync(id, context, log, past);
            var settled = found.Then(asked => body.Then(b => ReadBody(context, b, asked)));
            if (!settled.TryValue(out var request))
            {
                return Problems.Refused(settled.Refusals, context);
            }

            var outcome = await mediator.Send(request, context.RequestAborted);
            return MergeOrganizations.Answer(outcome, context, ids, request.Asked.Other, request.Asked.Other);
        }).WithSummary("Takes a merge apart as one change. `assign` says of what came since whose it is (`kept` or `other`), `rest` of all of which it says nothing.")
            .Takes(Id, Parameter.IdempotencyKey)
            .TakesBody("""{"assign":{"service/5f0c6f0f-8e0d-4d2a-b1c3-e4f5a6b7c8d9":"other","fields.purpose":"kept"},"rest":"kept","reason":"They are two after all","confirmWidening":false}""")
            .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":20}""", about: "The change that took it apart. What nobody decided is refused by name (409, `unmerge_undecided`).")
            .Refuses([.. MergeOrganizations.Refusals, "element_unknown", "not_merged", "unmerge_later_first", "unmerge_undecided", "unmerge_choice_unknown", "merge_unfit", "change_widens", "element_erased", "choice_unknown", "text_missing", "too_many_requests"]);
    }

    /// <summary>The merge that made an organization part of another, with what the kept one had right after it.</summary>
    private static async Task<Outcome<UnmergeAsked>> FindAsync(string id, HttpContext context, LogReader log, Past past)
    {
        var asking = Asking.Of(context);
        if (DuplicateRoutes.Closed(asking.Caller) is { } closed)
        {
            return closed;
        }

        var named = Ids.Parse(id);
        if (!named.TryValue(out var guid) || asking.Graph.Organization(new OrganizationId(guid)) is not { } other)
        {
            return named.IsRefused ? Outcome.Refused<UnmergeAsked>([.. named.Refusals.Select(r => r with { Field = "id" })]) : Refusal.Of("element_unknown", "id");
        }

        if (other.MergedInto is not { } into)
        {
            return Refusal.Of("not_merged", "id", ("id", id));
        }

        await foreach (var change in log.DownAsync(other.Ref, long.MaxValue, _ => false, context.RequestAborted))
        {
            if (Merge.MergingIn(change.Revisions, other.Id) is null)
            {
                continue;
            }

            if (Writes.Closed(context, change.Revisions) is { } hers)
            {
                return hers;
            }

            var contacts = await ContactsAsync(change, into, other.Id, context, log);
            return (await past.AtAsync(change.Sequence, context.RequestAborted)).Then<UnmergeAsked>(then => new UnmergeAsked(
                change, other.Id, then.Full.DependentsOf(into.Ref).Concat(then.Full.SuggestionsFor(into)).Select(e => e.Ref).ToHashSet(), new Dictionary<string, MergeSide>(), null) { Contacts = contacts });
        }

        return Refusal.Of("not_merged", "id", ("id", id));
    }

    /// <summary>Whose each contact was, where an erasure took that from what the merge says.</summary>
    private static async Task<UnmergeAsked.ContactsBefore?> ContactsAsync(Changeset merge, OrganizationId kept, OrganizationId other, HttpContext context, LogReader log)
    {
        if (await log.ErasedAsync(merge.Revisions.Where(r => r.Element == kept.Ref || r.Element == other.Ref).Select(r => r.Before ?? r.After), context.RequestAborted) is null)
        {
            return null;
        }

        var merged = context.RequestServices.GetRequiredService<MergedPast>();
        return UnmergeAsked.ContactsBefore.Of(await merged.AfterAsync(kept, merge, context.RequestAborted), await merged.BroughtAsync(other, context.RequestAborted));
    }

    private static object Told(UnmergeAsked asked, Asking asking, ElementForms forms, ChangesetId ids, HttpContext context)
    {
        var other = asking.Graph.Organization(asked.Other)!;
        var titles = new Titles(asking.Telling);
        var undecided = Unmerge.Undecided(asking.Graph, asked);
        var outcome = Unmerge.Of(asked with { Rest = MergeSide.Kept })(asking.Graph);
        return new
        {
            change = ids.Of(asked.Merged.Sequence),
            at = asked.Merged.At,
            reason = asked.Merged.Attribution.Reason,
            kept = forms.Write(asking.Graph.Organization(other.MergedInto!.Value)!, asking),
            other = forms.Write(other, asking),
            undecided = undecided.Select(key => Undecided(key, asking, titles)).ToList(),
            obstacles = outcome.Refusals.Count == 0 ? [] : new[] { Obstacles.Foretold(outcome.Refusals, context, []) },
            widens = outcome.TryValue(out var made) && ManyEdits.Widening(asking.Graph, made).Count > 0,
        };
    }

    private static UndecidedAnswer Undecided(string key, Asking asking, Titles titles) =>
        key.Split('/', 2) is [var kind, var id] && Names<ElementKind>.TryParse(kind, out var of)
            ? new UndecidedAnswer(key, kind, asking.Graph.Find(new ElementRef(of, id)) is { } element ? titles.Of(element) : null, null)
            : new UndecidedAnswer(key, null, null, key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    private static Outcome<Request> ReadBody(HttpContext context, JsonObject body, UnmergeAsked asked)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "assign", "rest", "reason", "confirmWidening");
        var assigned = MergeOrganizations.Choices<MergeSide>(checks, body, "assign");
        var rest = checks.Stated(body, "rest") is { } text ? checks.Choice("rest", text, MergeSide.Kept) : default(MergeSide?);
        var confirms = checks.Truth(body, "confirmWidening");
        var reason = checks.Text("reason", checks.Stated(body, "reason"), 300);
        return checks.Refusals.Count > 0
            ? Outcome.Refused<Request>(checks.Refusals)
            : Writes.Attribute(context, reason, Encoding.UTF8.GetBytes(body.ToJsonString())).Then<Request>(by => new Request(asked with { Assigned = assigned, Rest = rest }, confirms, by));
    }

    internal sealed class Handler(NetworkWriter writer, LogReader log, ErasureTurn turn) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) => turn.TakeAsync<Outcome<Accepted>>(
            async () => await log.ErasedAsync(Back(request.Asked), cancellationToken) is { } erased
                ? erased
                : await writer.WriteAsync(new WriteRequest(Unmerge.Of(request.Asked), request.Attribution, ConfirmWidening: request.ConfirmWidening), cancellationToken),
            cancellationToken);

        /// <summary>What comes back as it once was. All else stands as it is now; of the organizations nothing that was erased can be read any more.</summary>
        private static IEnumerable<Element?> Back(UnmergeAsked asked) => asked.Merged.Revisions.Where(r => r.After is null).Select(r => r.Before);
    }
}
