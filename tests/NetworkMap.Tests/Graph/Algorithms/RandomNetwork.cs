using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>Small networks with everything that can go one way or another, the same for the same number.</summary>
internal static class RandomNetwork
{
    internal static readonly string[] Issues = ["piece_rate", "childcare", "violence", "organizing"];
    internal static readonly string[] Skills = ["legal_aid", "negotiation", "bookkeeping"];
    internal static readonly string[] Kinds = ["ngo", "local_government", "company", "home_worker_organization"];
    internal static readonly string[] Types = ["partners_with", "supports", "supplies_work_to", "delivers"];
    internal static readonly string[] Regions = ["33", "33.01", "33.01.01", "33.01.02", "33.02", "33.02.01", "34", "34.01", "34.02", "34.02.01"];
    internal static readonly string[] Functions = ["health", "education"];

    internal static Sketch Of(int seed, int organizations)
    {
        var random = new Random(seed);
        var sketch = new Sketch().Terms(Taxonomy.Issue, Issues).Terms(Taxonomy.Skill, Skills).Terms(Taxonomy.HsoFunction, Functions).Terms(Taxonomy.ActorKind, Kinds)
            .TieType("partners_with", 0.9, symmetric: true).TieType("supports", 0.75).TieType("supplies_work_to", 0.3).TieType("delivers", 0.65);
        foreach (var (index, code) in Regions.Index())
        {
            _ = random.Next(6) == 0 ? sketch.Region(code) : sketch.Region(code, 110 + (index * 0.2 * random.NextDouble()), -7 - random.NextDouble());
        }

        for (var i = 0; i < organizations; i++)
        {
            AddOrganization(sketch, random, i);
        }

        for (var i = 0; organizations > 1 && i < organizations * 2; i++)
        {
            AddTie(sketch, random, organizations);
        }

        for (var i = 0; organizations > 0 && i < organizations; i++)
        {
            AddService(sketch, random, random.Next(organizations), 500_000 + i, organizations);
        }

        for (var i = random.Next(12); i > 0; i--)
        {
            AddNeed(sketch, random);
        }

        return sketch;
    }

    internal static IEnumerable<T> Some<T>(Random random, IReadOnlyList<T> all, int most) =>
        Enumerable.Range(0, random.Next(most + 1)).Select(_ => all[random.Next(all.Count)]).Distinct();

    private static void AddOrganization(Sketch sketch, Random random, int number) => sketch.Organization(number, Any(random, Kinds), Any(random, Regions), o => o with
    {
        Issues = [.. Some(random, Issues, 3).Select(Code.Of)],
        Offers = [.. Some(random, Skills, 2).Select(Code.Of)],
        Needs = [.. Some(random, Skills, 2).Select(Code.Of)],
        Sectors = [.. Some(random, new[] { "batik", "garment" }, 1).Select(Code.Of)],
        Mediates = random.Next(4) == 0,
        Retired = random.Next(8) == 0 ? Sketch.Today.AddDays(random.Next(-2, 3)) : null,
        Provenance = SomeProvenance(random),
    });

    private static void AddTie(Sketch sketch, Random random, int organizations)
    {
        var from = random.Next(organizations);
        var to = (from + 1 + random.Next(organizations - 1)) % organizations;
        var type = Any(random, Types[..3]);
        sketch.Tie(type == "partners_with" ? Math.Min(from, to) : from, type == "partners_with" ? Math.Max(from, to) : to, type, t => t with
        {
            Status = random.Next(4) == 0 ? Any(random, Enum.GetValues<TieStatus>()) : TieStatus.Confirmed,
            Strength = (byte)random.Next(6),
            Valid = SomeInterval(random),
            Provenance = SomeProvenance(random),
        });
    }

    private static void AddService(Sketch sketch, Random random, int organization, int number, int organizations)
    {
        sketch.Service(organization, number, s => s with
        {
            Status = random.Next(6) == 0 ? Any(random, Enum.GetValues<ServiceStatus>()) : ServiceStatus.Active,
            Issues = [.. Some(random, Issues, 2).Select(Code.Of)],
            Functions = [.. Some(random, Functions, 2).Select(Code.Of)],
            Terms = [.. Some(random, Skills, 1).Select(Code.Of)],
            Areas = [.. Some(random, Regions, 3).Concat(Some(random, Regions, 1)).Select(r => new ServiceArea(RegionCode.Of(r), random.Next(2) == 0, SomeInterval(random)))],
            Capacity = random.Next(4) == 0 ? null : random.Next(200),
            Used = random.Next(3) == 0 ? null : random.Next(100),
            Valid = SomeInterval(random),
        });
        if (random.Next(3) == 0 && organizations > 1)
        {
            sketch.Tie((organization + 1) % organizations, organization, "delivers", t => t with
            {
                Service = new ServiceId(Sketch.Guid(number)),
                Status = Any(random, Enum.GetValues<TieStatus>()),
                Valid = SomeInterval(random),
            });
        }
    }

    private static void AddNeed(Sketch sketch, Random random) => sketch.Need(Any(random, Regions), random.Next(2022, 2028), random.Next(6) == 0 ? null : random.Next(500), n => n with
    {
        Sector = random.Next(2) == 0 ? Code.Of(Any(random, ["batik", "garment"])) : null,
        Issues = random.Next(4) == 0 ? [Code.Of(Any(random, Issues))] : [],
        Functions = random.Next(6) == 0 ? [Code.Of(Any(random, Functions))] : [],
        Provenance = n.Provenance with { Source = Any(random, ["A", "B"]), Unverified = random.Next(3) == 0, Example = random.Next(3) == 0 },
    });

    private static Provenance SomeProvenance(Random random) => Sketch.Somebody with
    {
        LastVerified = random.Next(3) == 0 ? null : Sketch.Today.AddDays(-random.Next(-10, 3000)),
        Unverified = random.Next(4) == 0,
    };

    private static Interval SomeInterval(Random random) => random.Next(4) switch
    {
        0 => Interval.Of(Sketch.Today.AddDays(-random.Next(0, 400)), Sketch.Today.AddDays(random.Next(0, 3))).Value,
        1 => Interval.Of(Sketch.Today.AddDays(random.Next(-1, 2)), null).Value,
        2 => Interval.Of(null, Sketch.Today.AddDays(random.Next(-2, 2))).Value,
        _ => Interval.Always,
    };

    private static T Any<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
