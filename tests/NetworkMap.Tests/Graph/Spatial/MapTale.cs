using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Spatial;

/// <summary>A network that changes at random in everything that decides who is on the map and as what.</summary>
internal sealed class MapTale
{
    private static readonly string[] Kinds = ["ngo", "company", "cooperative"];
    private static readonly string[] Regions = ["33", "33.74", "33.74.01", "34", "34.02"];
    private readonly Random random;

    internal MapTale(int seed)
    {
        random = new Random(seed);
        Snapshots.Add(NetworkSnapshot.Empty());
        Append([.. Kinds.Select(k => Kind(k, Family.Economy)), .. Regions.Select(Region)]);
    }

    internal List<NetworkSnapshot> Snapshots { get; } = [];

    internal NetworkGraph Latest => Snapshots[^1].Full;

    /// <summary>The latest network, loaded from its elements.</summary>
    internal NetworkSnapshot Reloaded() =>
        NetworkSnapshot.Load(new[] { ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Place }.SelectMany(Latest.All), Latest.Sequence);

    internal void Go(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Append([random.Next(20) switch
            {
                0 => Kind(Any(Kinds), Any(Enum.GetValues<Family>())),
                1 => Region(Any(Regions)),
                < 8 => Place(random.Next(8)),
                _ => Organization(random.Next(8)),
            }]);
        }
    }

    private void Append(IReadOnlyList<Element?> after)
    {
        var sequence = Snapshots[^1].Sequence + 1;
        var revisions = after.OfType<Element>().Select(e => Latest.Find(e.Ref) is not { } before ? Revision.Create(e) : IsGoing(e) ? Revision.Remove(before) : Revision.Change(before, e));
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        Snapshots.Add(Snapshots[^1].After(changeset, new EditScope()).Next);
    }

    private bool IsGoing(Element element) => element is Domain.Places.Place or Domain.Organizations.Organization && random.Next(5) == 0 && !Latest.DependentsOf(element.Ref).Any();

    private Organization Organization(int number) => new()
    {
        Id = Sketch.Id(number),
        Name = "Organization " + number,
        ActorKind = Code.Of(Any(Kinds)),
        Region = RegionCode.Of(Any(Regions)),
        Precision = Any(Enum.GetValues<Precision>()),
        Retired = random.Next(6) == 0 ? Sketch.Today : null,
        Provenance = Sketch.Somebody,
    };

    private Place? Place(int number) => Latest.Organization(Sketch.Id(number)) is null ? null : new Place
    {
        Id = new PlaceId(Sketch.Guid(100 + number)),
        Organization = Sketch.Id(number),
        Region = RegionCode.Of(Any(Regions)),
        Point = random.Next(3) == 0 ? null : new GeoPoint(110 + (random.Next(5) * 0.001), -7 - (random.Next(2) * 0.5)),
        Precision = Any(Enum.GetValues<Precision>()),
        Main = random.Next(2) == 0,
        Provenance = Sketch.Somebody,
    };

    private Region Region(string code) => new()
    {
        Code = RegionCode.Of(code),
        Name = code,
        RegionKind = RegionKind.Regency,
        Point = random.Next(4) == 0 ? null : new GeoPoint(110 + random.Next(3), -7 - random.Next(2)),
        Provenance = Sketch.Somebody,
    };

    private static Term Kind(string code, Family family) =>
        new() { Taxonomy = Taxonomy.ActorKind, Code = Code.Of(code), LabelId = code, LabelEn = code, Family = family, Provenance = Sketch.Somebody };

    private T Any<T>(T[] all) => all[random.Next(all.Length)];
}
