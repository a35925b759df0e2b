using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>Features of a collection, page by page, and one alone.</summary>
public static class ReadFeatures
{
    private const string Example = """{"type":"Feature","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","geometry":{"type":"Point","coordinates":[110.33,-7.88]},"properties":{"name":"Kelompok Batik Mekar Sari","positionOf":"district","radiusKm":9}}""";

    private static readonly Sentence Before = new("Sebelumnya", "Before");
    private static readonly Sentence Further = new("Selanjutnya", "Further");
    private static readonly Sentence Count = new("{from} sampai {to} dari {count}.", "{from} to {to} of {count}.");
    private static readonly Sentence None = new("Tidak ada yang cocok. Perluas kotak atau waktunya.", "Nothing fits. Widen the rectangle or the time.");

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/collections/{collection}/items", ListAsync)
            .WithSummary("Features of a collection, page by page.")
            .Takes([ReadOgc.Named, .. OgcAsked.Taken, .. OgcAnswer.Taken])
            .GivesBytes("application/octet-stream", "A feature collection (application/geo+json) with `numberMatched`, `numberReturned` and the links `next` and `prev`; or a page.")
            .Refuses("element_unknown")
            .Costs(Cost.Network);

        group.MapGet("/collections/{collection}/items/{id}", ReadAsync)
            .WithSummary("A feature.")
            .Takes([ReadOgc.Named, Parameter.Path("id", "The id of a feature.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), .. OgcAnswer.Taken])
            .Gives(Example)
            .Refuses("element_unknown")
            .Costs(Cost.Network);
    }

    private static async Task<IResult> ListAsync(string collection, HttpContext context, TimeProvider clock)
    {
        var answer = new OgcAnswer(context, clock);
        var asked = OgcAsked.Of(answer.Asked);
        if (OgcCollection.Find(collection) is not { } found)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "collection"), context);
        }

        if (answer.Refused is { } refused)
        {
            return refused;
        }

        var matched = found.All(answer.Selection, answer.Options).Where(asked.Takes).ToList();
        var page = matched.Skip(asked.Offset).Take(asked.Limit).ToList();
        var next = asked.Offset + page.Count < matched.Count ? answer.Self(("offset", Text(asked.Offset + page.Count))) : null;
        var before = asked.Offset > 0 ? answer.Self(("offset", Text(Math.Max(0, asked.Offset - asked.Limit)))) : null;
        if (!answer.IsPage)
        {
            return answer.Give(Write(answer, page, matched.Count, next, before));
        }

        await answer.ShowAsync(Shown(found, answer, page, (asked.Offset, matched.Count), next, before));
        return Results.Empty;
    }

    private static async Task<IResult> ReadAsync(string collection, string id, HttpContext context, TimeProvider clock)
    {
        var answer = new OgcAnswer(context, clock);
        if (OgcCollection.Find(collection) is not { } found || found.All(answer.Selection, answer.Options).FirstOrDefault(f => f.Id == id) is not { } feature)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        if (answer.Refused is { } refused)
        {
            return refused;
        }

        var body = Whole(feature);
        if (!answer.IsPage)
        {
            body["links"] = new JsonArray([.. answer.OfThis(OgcAnswer.GeoJson), OgcAnswer.Link($"{answer.Home}/ogc/collections/{found.Id}", "collection", OgcAnswer.Json)]);
            return answer.Give(JsonSerializer.SerializeToUtf8Bytes(body, Wire.Options));
        }

        var facts = OgcWords.Facts(body["properties"]!.AsObject(), answer.Language);
        await answer.ShowAsync(new OgcShown(feature.Name, null, [], facts)
        {
            Ways = [.. OgcWords.PageOf(found.Id, feature.Id, answer.Language), (found.Title.In(answer.Language), $"/ogc/collections/{found.Id}/items?f=html")],
        });
        return Results.Empty;
    }

    private static JsonObject Whole(OgcFeature feature)
    {
        using var bytes = new MemoryStream();
        using (var json = JsonLines.Over(bytes))
        {
            feature.Write(json);
        }

        return JsonNode.Parse(bytes.ToArray())!.AsObject();
    }

    private static byte[] Write(OgcAnswer answer, List<OgcFeature> page, int matched, string? next, string? before)
    {
        using var bytes = new MemoryStream();
        using (var json = JsonLines.Over(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            page.ForEach(f => f.Write(json));
            json.WriteEndArray();
            json.WriteNumber("numberMatched", matched);
            json.WriteNumber("numberReturned", page.Count);
            json.WritePropertyName("links");
            JsonNode?[] more = [next is null ? null : OgcAnswer.Link(next, "next", OgcAnswer.GeoJson), before is null ? null : OgcAnswer.Link(before, "prev", OgcAnswer.GeoJson)];
            new JsonArray([.. answer.OfThis(OgcAnswer.GeoJson), .. more.Where(l => l is not null)]).WriteTo(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static OgcShown Shown(OgcCollection collection, OgcAnswer answer, List<OgcFeature> page, (int Offset, int Matched) at, string? next, string? before)
    {
        var links = page.Select(f => (f.Name, $"/ogc/collections/{collection.Id}/items/{f.Id}?f=html")).ToList();
        var ways = new List<(string Text, string Href)>();
        ways.AddRange(before is null ? [] : [(Before.In(answer.Language), before[answer.Home.Length..])]);
        ways.AddRange(next is null ? [] : [(Further.In(answer.Language), next[answer.Home.Length..])]);
        var about = page.Count == 0 ? None.In(answer.Language) : Count.In(answer.Language, ("from", at.Offset + 1), ("to", at.Offset + page.Count), ("count", at.Matched));
        return new OgcShown(collection.Title.In(answer.Language), about, links, []) { Ways = ways };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
