using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>A collection of features.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What is in it, and what its points mean.</param>
/// <param name="All">Its features, in the order of ids.</param>
internal sealed record OgcCollection(string Id, Sentence Title, Sentence About, Func<Selection, ExportOptions, IEnumerable<OgcFeature>> All)
{
    /// <summary>All there are.</summary>
    internal static IReadOnlyList<OgcCollection> Known { get; } =
    [
        new("organizations", new("Organisasi", "Organizations"),
            new("Organisasi sebagai titik. Yang lokasinya tidak disebut persis berada di titik tengah wilayah yang disebut; “positionOf” dan “radiusKm” menyebut ketelitiannya.", "Organizations as points. One whose place is not told exactly stands in the middle of the region that is told; “positionOf” and “radiusKm” say how exact that is."),
            (s, o) => s.Organizations.Select(x => Of(x, s, o))),
        new("services", new("Layanan", "Services"),
            new("Layanan dengan satu titik untuk setiap wilayah yang dinyatakan dilayani: titik tengah wilayahnya, bukan kantornya.", "Services with a point for each region that they are stated to serve: the middle of the region, not an office."),
            (s, o) => s.Services.Select(x => Of(x, s, o))),
        new("needs", new("Kebutuhan", "Needs"),
            new("Perkiraan jumlah pekerja rumahan per wilayah dan tahun, di titik tengah wilayahnya.", "Estimated numbers of home workers by region and year, in the middle of the region."),
            (s, _) => s.Needs.Select(x => Of(x, s))),
    ];

    /// <summary>The collection of a name, or null.</summary>
    internal static OgcCollection? Find(string id) => Known.FirstOrDefault(c => c.Id == id);

    private static OgcFeature Of(Organization organization, Selection selection, ExportOptions options) => new(
        organization.Id.ToString(), organization.Name, selection.PositionOf(organization) is { } at ? [at.Point] : [],
        organization.Founded is { } year ? new DateOnly(year, 1, 1) : null, organization.Retired, json => GeoJson.Write(json, organization, selection, options));

    private static OgcFeature Of(Service service, Selection selection, ExportOptions options)
    {
        var points = service.Areas.Select(a => selection.Graph.Region(a.Region)?.Point).OfType<GeoPoint>().Distinct().ToList();
        return new OgcFeature(service.Id.ToString(), service.Name, points, service.Valid.From, service.Valid.Until, json =>
        {
            Begin(json, service.Id.ToString(), "MultiPoint", points);
            json.WriteString("name", service.Name);
            json.WriteUnlessNull("description", service.Description);
            json.WriteString("organization", service.Organization.ToString());
            json.WriteUnlessNull("organizationName", selection.Graph.Organization(service.Organization)?.Name);
            json.WriteString("status", Names<ServiceStatus>.Of(service.Status));
            json.WriteList("terms", service.Terms);
            json.WriteList("regions", service.Areas.Select(a => a.Region.Value).Distinct(StringComparer.Ordinal));
            json.WriteUnlessNull("validFrom", GraphValues.Day(service.Valid.From));
            json.WriteUnlessNull("validUntil", GraphValues.Day(service.Valid.Until));
            json.WriteString("url", $"{options.Home}/layanan/{service.Id}");
            End(json, service.Provenance);
        });
    }

    private static OgcFeature Of(Need need, Selection selection)
    {
        IReadOnlyList<GeoPoint> points = selection.Graph.Region(need.Region)?.Point is { } point ? [point] : [];
        var sector = need.Sector is { } code ? selection.Label(Taxonomy.Sector, code) : null;
        return new OgcFeature(need.Id.ToString(), $"{selection.NameOf(need.Region) ?? need.Region.Value} {need.Year}{(sector is null ? "" : ", " + sector)}", points, new DateOnly(need.Year, 1, 1), new DateOnly(need.Year, 12, 31), json =>
        {
            Begin(json, need.Id.ToString(), "Point", points);
            json.WriteString("region", need.Region.Value);
            json.WriteUnlessNull("regionName", selection.NameOf(need.Region));
            json.WriteNumber("year", need.Year);
            json.WriteUnlessNull("sector", need.Sector?.Value);
            foreach (var (name, count) in new[] { ("women", need.Women), ("men", need.Men), ("unknown", need.Unknown) })
            {
                if (count is { } number)
                {
                    json.WriteNumber(name, number);
                }
            }

            End(json, need.Provenance);
        });
    }

    private static void Begin(Utf8JsonWriter json, string id, string type, IReadOnlyList<GeoPoint> points)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        if (points.Count == 0)
        {
            json.WriteNull("geometry");
        }
        else
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", type);
            json.WritePropertyName("coordinates");
            WritePoints(json, type == "Point", points);
            json.WriteEndObject();
        }

        json.WriteStartObject("properties");
    }

    private static void WritePoints(Utf8JsonWriter json, bool isOne, IReadOnlyList<GeoPoint> points)
    {
        if (!isOne)
        {
            json.WriteStartArray();
        }

        foreach (var point in isOne ? points.Take(1) : points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
        }

        if (!isOne)
        {
            json.WriteEndArray();
        }
    }

    private static void End(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteString("source", provenance.Source);
        if (provenance.Example)
        {
            json.WriteBoolean("example", true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
