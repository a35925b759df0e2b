using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Server.Tests.Maps;

/// <summary>A network for the map: organizations in regions, some with a place of their own.</summary>
internal sealed class MapSketch
{
    internal static readonly Provenance Somebody = new("Somebody said so", null, "test", null, Unverified: false, Example: false);
    private readonly List<Element> elements = [];

    internal MapSketch()
    {
        foreach (var (kind, family) in new[] { ("ngo", Family.CivilSociety), ("company", Family.Economy), ("local_government", Family.Government) })
        {
            elements.Add(new Term { Taxonomy = Taxonomy.ActorKind, Code = Code.Of(kind), LabelId = kind + " (id)", LabelEn = kind + " (en)", Family = family, Provenance = Somebody });
        }
    }

    internal static MapSketch Random(int seed, int organizations)
    {
        var random = new Random(seed);
        var sketch = new MapSketch().Region("33", 110.2, -7.2).Region("33.01", 109.0, -7.5).Region("33.02", 109.2, -7.4).Region("34", 110.4, -7.9).Region("34.02", 110.3, -7.9);
        var places = Enumerable.Range(0, 6).Select(_ => new GeoPoint(95 + (random.NextDouble() * 46), -10 + (random.NextDouble() * 15))).ToArray();
        for (var i = 0; i < organizations; i++)
        {
            var kind = new[] { "ngo", "company", "local_government" }[random.Next(3)];
            var region = new[] { "33", "33.01", "33.02", "34.02" }[random.Next(4)];
            sketch.Organization(i, kind, region, Any<Precision>(random), random.Next(9) == 0);
            if (random.Next(2) == 0)
            {
                var near = places[random.Next(places.Length)];
                sketch.Place(i, region, random.Next(3) == 0 ? near : new GeoPoint(near.Longitude + (random.NextDouble() * 0.1), near.Latitude + (random.NextDouble() * 0.1)), Any<Precision>(random));
            }
        }

        return sketch;
    }

    internal MapSketch Region(string code, double longitude, double latitude)
    {
        elements.Add(new Region { Code = RegionCode.Of(code), Name = "Region " + code, RegionKind = RegionKind.Regency, Point = new GeoPoint(longitude, latitude), Provenance = Somebody });
        return this;
    }

    internal MapSketch Organization(int number, string kind, string region, Precision precision = Precision.Exact, bool retired = false, string? name = null)
    {
        elements.Add(new Organization
        {
            Id = new OrganizationId(Id(1, number)),
            Name = name ?? "Organization " + number,
            ActorKind = Code.Of(kind),
            Region = RegionCode.Of(region),
            Precision = precision,
            Retired = retired ? new DateOnly(2020, 1, 1) : null,
            Provenance = Somebody,
        });
        return this;
    }

    internal MapSketch Place(int organization, string region, GeoPoint point, Precision precision = Precision.Exact)
    {
        elements.Add(new Place
        {
            Id = new PlaceId(Id(2, organization)), Organization = new OrganizationId(Id(1, organization)), Region = RegionCode.Of(region), Point = point, Precision = precision, Main = true, Provenance = Somebody,
        });
        return this;
    }

    internal NetworkSnapshot Snapshot() => NetworkSnapshot.Load(elements.OrderBy(e => e is Place ? 3 : e is Organization ? 2 : e is Region ? 1 : 0), 1);

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
