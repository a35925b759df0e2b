using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>A small network for a test, said in few words. Elements are given in any order; numbers stand for ids.</summary>
internal sealed class Sketch
{
    internal static readonly Provenance Somebody = new("Somebody said so", null, "test", null, Unverified: false, Example: true);
    internal static readonly DateOnly Today = new(2026, 3, 1);
    private readonly List<Element> elements = [];
    private int next = 1000;

    internal static OrganizationId Id(int number) => new(Guid(number));

    internal static Guid Guid(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    internal Sketch Region(string code, double? longitude = null, double? latitude = null, Interval valid = default, string? name = null)
    {
        var point = longitude is { } x && latitude is { } y ? new GeoPoint(x, y) : default(GeoPoint?);
        elements.Add(new Region { Code = RegionCode.Of(code), Name = name ?? "Region " + code, RegionKind = RegionKind.Regency, Point = point, Valid = valid, Provenance = Somebody });
        return this;
    }

    internal Sketch TieType(string code, double trust, bool symmetric = false)
    {
        var rules = new TieRules(symmetric, trust, [], [], null, null);
        elements.Add(new Term { Taxonomy = Taxonomy.TieType, Code = Code.Of(code), LabelId = code, LabelEn = code, Tie = rules, Provenance = Somebody });
        return this;
    }

    internal Sketch Terms(Code taxonomy, params string[] codes)
    {
        elements.AddRange(codes.Select(c => new Term { Taxonomy = taxonomy, Code = Code.Of(c), LabelId = c, LabelEn = c, Provenance = Somebody }));
        return this;
    }

    internal Sketch Organization(int number, string kind = "ngo", string region = "34.02", Func<Organization, Organization>? with = null)
    {
        var organization = new Organization
        {
            Id = Id(number), Name = "Organization " + number, ActorKind = Code.Of(kind), Region = RegionCode.Of(region), Precision = Precision.Exact, Provenance = Somebody,
        };
        elements.Add(with?.Invoke(organization) ?? organization);
        return this;
    }

    internal Sketch Tie(int from, int to, string type = "partners_with", Func<Tie, Tie>? with = null)
    {
        var tie = new Tie
        {
            Id = new TieId(Guid(next++)), Type = Code.Of(type), From = Id(from), To = Id(to), Status = TieStatus.Confirmed, Audience = TieAudience.Public, Provenance = Somebody,
        };
        elements.Add(with?.Invoke(tie) ?? tie);
        return this;
    }

    internal Sketch Service(int organization, int number, Func<Service, Service> with)
    {
        elements.Add(with(new Service { Id = new ServiceId(Guid(number)), Organization = Id(organization), Name = "Service " + number, Provenance = Somebody }));
        return this;
    }

    internal Sketch Unit(int organization, string region)
    {
        elements.Add(new Unit
        {
            Id = new UnitId(Guid(next++)), Organization = Id(organization), Name = "Unit", UnitKind = Code.Of("branch"), Region = RegionCode.Of(region), Provenance = Somebody,
        });
        return this;
    }

    internal Sketch Need(string region, int year, int? women, Func<Need, Need>? with = null)
    {
        var need = new Need { Id = new NeedId(Guid(next++)), Region = RegionCode.Of(region), Year = year, Women = women, Provenance = Somebody };
        elements.Add(with?.Invoke(need) ?? need);
        return this;
    }

    internal Sketch Add(Element element)
    {
        elements.Add(element);
        return this;
    }

    internal NetworkSnapshot Snapshot() => NetworkSnapshot.Load(elements.OrderBy(Order), 1);

    internal NetworkGraph Graph() => Snapshot().Full;

    private static int Order(Element element) => element switch
    {
        Term => 0, Region r => 1 + (int)r.Level, Domain.Organizations.Organization => 10, Domain.Organizations.Unit => 11, Place => 12, Domain.Services.Service => 13, _ => 14,
    };
}
