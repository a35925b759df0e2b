using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ties;

/// <summary>The ties that wait for a side to speak, or for a steward to accept an answer: those of whose own first, of either the oldest first.</summary>
public static class ListWaiting
{
    /// <summary>The request.</summary>
    public sealed record Request(Asking Asking, DateOnly At, int Limit) : IRequest<WaitingAnswer>;

    /// <summary>A tie that waits.</summary>
    /// <param name="Days">How many days since the first statement.</param>
    /// <param name="Own">True when one of its sides is an organization that the asker speaks for.</param>
    public sealed record Waiting(string Id, string Sentence, DateOnly? Since, int? Days, bool? Own, IReadOnlyList<SideAnswer> Sides);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/waiting", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var (at, limit) = (asked.At(), asked.Number("limit", 50, 1, 200));
        var asking = await Asking.OfAsync(context, asked);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking, at, limit), context.RequestAborted);
        return Answers.Json(context, new { at, count = found.Count, own = found.Own, yours = found.Yours, items = found.Ties.Select(w => Of(w, at, asking.Telling)).ToList() });
    }).WithSummary("The ties that wait for a side to say something, or for a steward to accept an answer; those of the asker's own organizations first, of either the oldest first.")
        .Takes(Parameter.At, Parameter.AsOf, Parameter.Limit(50, 200))
        .Gives("""
            {"at":"2026-03-01","count":1,"own":0,"yours":0,"items":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","sentence":"Federasi Pekerja Rumahan Rukun Tengah (contoh) mediates for Kelompok Canting Wedel (contoh).","since":"2026-02-20","days":9,
             "sides":[{"side":"from","organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"says":"confirmed","day":"2026-02-20","way":"product","sentence":"Federasi Pekerja Rumahan Rukun Tengah (contoh) said on 20 February 2026 that this tie is right."},
              {"side":"to","organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"awaited":true,"sentence":"Kelompok Canting Wedel (contoh) has not said anything yet."}]}]}
            """, about: "`count` is how many there are in all; `own` are those in which the asker's own organization is a side (`own` of an item), `yours` those that wait for the asker: for a word of her own side, or to be accepted by her. `since` is absent where nobody has said anything.");

    private static Waiting Of(WaitingTie waiting, DateOnly at, Telling telling) => new(
        waiting.Tie.Id.ToString(),
        TieAnswer.Saying(waiting.Tie, telling),
        waiting.Since,
        waiting.Since is { } since ? Math.Max(0, at.DayNumber - since.DayNumber) : null,
        waiting.IsOwn ? true : null,
        [.. Enum.GetValues<TieSide>().Select(side => SideAnswer.Of(waiting.Tie, side, telling))]);

    internal sealed class Handler : IRequestHandler<Request, WaitingAnswer>
    {
        public Task<WaitingAnswer> Handle(Request request, CancellationToken cancellationToken)
        {
            var (caller, graph) = (request.Asking.Caller, request.Asking.Graph);
            var stewardship = caller.Grants.Where(g => g.Role == Role.Steward).ToList();
            bool MayAccept(Domain.Ties.Tie tie) => stewardship.Count > 0 && Rights.Permits(graph, stewardship, Revision.Change(tie, tie));
            return Task.FromResult(WaitingTies.Find(graph, request.At, request.Limit, caller.Audience.Organizations.ToHashSet(), MayAccept, cancellationToken));
        }
    }
}
