using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>What the loss of one organization would take, by name. Nothing is written.</summary>
public static class ReadLoss
{
    /// <summary>So many are named of each list; the rest is a number.</summary>
    private const int Most = 500;

    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, OrganizationId Organization, FragilityOptions Options) : IRequest<OrganizationLoss?>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/fragility/{id}", async (string id, HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = FindFragile.Read(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is Organization organization
            ? await mediator.Send(new Request(asking.Graph, organization.Id, options), context.RequestAborted)
            : null;
        return found is null ? Problems.Refused(Refusal.Of("element_unknown", "id"), context) : Answers.Json(context, Answer(found, options, asking.Telling));
    }).WithSummary("What the loss of one organization would take, by name.")
        .Takes([Parameter.Path("id", "The id of an organization.", "408ee8b1-0415-81c6-b6f4-4edaf714f59f"), .. FindFragile.Taken])
        .Gives("""
            {"at":"2026-03-01","organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},
             "loss":{"cutOff":2,"groups":1,"withoutOffice":1},
             "withoutOffice":[{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"}],
             "cutOff":[{"id":"408ee8b1-0415-81c6-b6f4-4edaf714f59f","name":"Yayasan Napas Lega (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"}],
             "cells":[{"region":{"code":"34.02","name":"Kabupaten Bantul","parent":"34","parentName":"Daerah Istimewa Yogyakarta"},"term":{"code":"health","label":"Health care"}}],
             "sentence":"If Federasi Pekerja Rumahan Rukun Tengah (contoh) leaves, Kelompok Canting Wedel (contoh) has no link to any government office any more. Without Federasi Pekerja Rumahan Rukun Tengah (contoh), nobody serves health care in Kabupaten Bantul any more."}
            """)
        .Refuses("element_unknown");

    private static object Answer(OrganizationLoss lost, FragilityOptions options, Telling telling) => new
    {
        options.At,
        organization = telling.Summary(lost.Organization),
        loss = FindFragile.LossAnswer.Of(lost.Loss),
        withoutOffice = lost.WithoutOffice.Take(Most).Select(telling.Summary).ToList(),
        cutOff = lost.CutOff.Take(Most).Select(telling.Summary).ToList(),
        more = More(lost.WithoutOffice.Count) + More(lost.CutOff.Count) is > 0 and var more ? more : default(int?),
        cells = lost.Cells.Select(c => FindFragile.CellItem.Of(c, telling)).ToList(),
        sentence = FragilitySentences.Of(lost, telling),
    };

    private static int More(int count) => Math.Max(0, count - Most);

    internal sealed class Handler : IRequestHandler<Request, OrganizationLoss?>
    {
        public Task<OrganizationLoss?> Handle(Request request, CancellationToken cancellationToken) => Task.FromResult(Fragility.Of(request.Graph, request.Organization, request.Options, cancellationToken));
    }
}
