using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Graph;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Groups that work at home, each told to another precision, and everything that hangs on where they are. They can be put anywhere in the region that is told of them.</summary>
internal sealed class Neighbourhoods(StewardDesk desk, Random random)
{
    private static readonly string[] Districts = ["33.74.01", "33.74.02", "33.74.05", "33.01.01", "34.71.01"];
    private readonly List<Group> groups = [];

    /// <summary>Every group's id.</summary>
    internal IReadOnlyList<string> Ids => [.. groups.Select(g => g.Id)];

    /// <summary>An organization that is told exactly, and moves for everybody to see.</summary>
    internal string Pin { get; private set; } = "";

    internal static IEnumerable<string> Villages => Districts.SelectMany(d => Enumerable.Range(1001, 3).Select(v => $"{d}.{v}"));

    private string PinPlace { get; set; } = "";

    internal async Task SettleAsync()
    {
        foreach (var village in Villages)
        {
            await desk.MakeAsync("regions", StewardDesk.Of($$"""{"id":"{{village}}","name":"Desa {{village[9..]}}"}"""));
        }

        Pin = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Klinik Berpindah","actorKind":"service_provider","region":"33.74","offers":["legal_aid"],"issues":["piece_rate"]}"""));
        PinPlace = await desk.MakeAsync("places", StewardDesk.Of($$"""{"organization":"{{Pin}}","region":"33.74","main":true,"precision":"exact","point":{"longitude":110.42,"latitude":-6.98} }"""));
        foreach (var precision in new[] { Precision.Village, Precision.District, Precision.Regency, Precision.Hidden })
        {
            for (var i = 0; i < 3; i++)
            {
                groups.Add(await SettleAsync(precision, i));
            }
        }
    }

    /// <summary>Puts every group somewhere else in its region; one change each, which nobody sees who may not know more.</summary>
    internal IReadOnlyList<(Func<NetworkGraph, Decision> Move, GeoPoint Spot)> Scatter() => [.. groups.Select(g =>
    {
        var village = VillageOf(g);
        var spot = SpotIn(village);
        return ((Func<NetworkGraph, Decision>)(graph => _ => Moved(graph, g, RegionCode.Of(village), spot)), spot);
    })];

    /// <summary>Puts the pin somewhere for all to see.</summary>
    internal Func<NetworkGraph, Decision> MovePin(GeoPoint spot) => graph => _ =>
        Outcome.Made<IReadOnlyList<Revision>>([Changed<Place>(graph, ElementKind.Place, PinPlace, p => p with { Point = spot })]);

    /// <summary>A point in the part of the country where villages are.</summary>
    internal GeoPoint SpotIn(string village)
    {
        var (longitude, latitude) = village[..5] switch { "33.74" => (110.42, -6.99), "33.01" => (109.0, -7.6), _ => (110.37, -7.8) };
        return new GeoPoint(Math.Round(longitude + ((random.NextDouble() - 0.5) / 4), 6), Math.Round(latitude + ((random.NextDouble() - 0.5) / 8), 6));
    }

    private async Task<Group> SettleAsync(Precision precision, int number)
    {
        var village = $"33.74.0{1 + (number % 2)}.1001";
        var (name, told) = ($"Kelompok {Names<Precision>.Of(precision)} {number}", Names<Precision>.Of(precision));
        var id = await desk.MakeAsync("organizations", StewardDesk.Of($$"""
            {"name":"{{name}}","actorKind":"home_worker_organization","region":"{{village}}","precision":"{{told}}","issues":["piece_rate"],"needs":["legal_aid"]}
            """));
        var place = await desk.MakeAsync("places", StewardDesk.Of($$"""
            {"organization":"{{id}}","region":"{{village}}","home":true,"main":true,"precision":"{{told}}","point":{"longitude":110.41,"latitude":-6.97},"address":"RT 01"}
            """));
        var unit = await desk.MakeAsync("units", StewardDesk.Of($$"""{"organization":"{{id}}","name":"Ranting {{number}}","unitKind":"village_group","region":"{{village}}"}"""));
        var service = await desk.MakeAsync("services", StewardDesk.Of($$"""
            {"organization":"{{id}}","name":"Bantuan {{number}}","functions":["education"],"capacity":40,"areas":[{"region":"{{village}}"},{"region":"33.74"}]}
            """));
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"supports","from":"{{desk.First}}","to":"{{id}}","status":"confirmed","audience":"public"}"""));
        await desk.MakeAsync("ties", StewardDesk.Of($$"""{"type":"provides_service_to","from":"{{Pin}}","to":"{{id}}","status":"confirmed","audience":"public"}"""));
        return new Group(id, place, unit, service, precision, village);
    }

    private string VillageOf(Group group)
    {
        var region = group.Precision switch { Precision.Village => group.Village, Precision.District => group.Village[..8], Precision.Regency => group.Village[..5], _ => "" };
        var all = Villages.Where(v => v.StartsWith(region, StringComparison.Ordinal)).ToList();
        return all[random.Next(all.Count)];
    }

    private static Outcome<IReadOnlyList<Revision>> Moved(NetworkGraph graph, Group group, RegionCode village, GeoPoint spot)
    {
        Revision[] all =
        [
            Changed<Organization>(graph, ElementKind.Organization, group.Id, o => o with { Region = village }),
            Changed<Unit>(graph, ElementKind.Unit, group.Unit, u => u with { Region = village }),
            Changed<Service>(graph, ElementKind.Service, group.Service, s => s with { Areas = [.. s.Areas.Select(a => a.Region.Level == RegionLevel.Village ? a with { Region = village } : a)] }),
            Changed<Place>(graph, ElementKind.Place, group.Place, p => p with { Region = village, Point = spot, Address = string.Create(CultureInfo.InvariantCulture, $"RT {spot.Longitude}") }),
        ];
        return Outcome.Made<IReadOnlyList<Revision>>([.. all.Where(r => Differences.Between(r.Before!, r.After!).Count > 0)]);
    }

    private static Revision Changed<TElement>(NetworkGraph graph, ElementKind kind, string id, Func<TElement, TElement> edit) where TElement : Element =>
        graph.Find(new ElementRef(kind, id)) is TElement now ? Revision.Change(now, edit(now)) : throw new InvalidOperationException(id);

    private sealed record Group(string Id, string Place, string Unit, string Service, Precision Precision, string Village);
}
