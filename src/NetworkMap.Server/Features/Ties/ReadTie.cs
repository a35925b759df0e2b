using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ties;

/// <summary>Everything that the page of a tie shows, in one answer.</summary>
public static class ReadTie
{
    internal const string Example = """
        {"at":"2026-03-01","tie":{"kind":"tie","type":"mediates_for","from":"30eb083d-e054-8da4-a28c-4de1028e0532","to":"89ee382d-bde1-874d-9e0c-c112fa646bbd","status":"proposed","audience":"public","statements":[{"side":"from","says":"confirmed","day":"2026-02-20","way":"product"}],"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","label":"mediates for","fromName":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","toName":"Kelompok Canting Wedel (contoh)"},
         "current":false,"sentence":"Federasi Pekerja Rumahan Rukun Tengah (contoh) mediates for Kelompok Canting Wedel (contoh).",
         "sides":[{"side":"from","organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"says":"confirmed","day":"2026-02-20","way":"product","sentence":"Federasi Pekerja Rumahan Rukun Tengah (contoh) said on 20 February 2026 that this tie is right."},
          {"side":"to","organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"awaited":true,"sentence":"Kelompok Canting Wedel (contoh) has not said anything yet."}]}
        """;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/page", async (string id, HttpContext context, ElementForms forms, TimeProvider clock) =>
    {
        var asked = new Asked(context, clock);
        var at = asked.At();
        var asking = await Asking.OfAsync(context, asked);
        return asked.Refusals.Count > 0 ? Problems.Refused(asked.Refusals, context) : Found(context, id, asking, forms, at);
    }).WithSummary("A tie with its two sides, what each of them says of it, and since when.")
        .Takes(InPath, Parameter.At, Parameter.AsOf)
        .Gives(Example)
        .Refuses("element_unknown");

    /// <summary>The id of the tie.</summary>
    internal static Parameter InPath { get; } = Parameter.Path("id", "The id of a tie.", "c28613c8-bd4f-84a0-8f69-fc060bf33f33");

    /// <summary>The page of a tie, or 404 in the same words for what is hidden and what never was.</summary>
    internal static IResult Found(HttpContext context, string id, Asking asking, ElementForms forms, DateOnly at) => asking.Graph.Find(new ElementRef(ElementKind.Tie, id)) switch
    {
        Tie tie when asking.Caller.SeesAllOf(tie, asking.Graph) => Answers.Versioned(context, TieAnswer.Of(tie, asking, forms, at), tie.Version),
        Tie tie => Answers.Json(context, TieAnswer.Of(tie, asking, forms, at)),
        _ => Problems.Refused(Refusal.Of("element_unknown", "id"), context),
    };
}
