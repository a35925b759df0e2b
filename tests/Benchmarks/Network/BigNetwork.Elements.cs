using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Benchmarks.Network;

/// <content>Organizations and what belongs to them, each made from its number alone.</content>
internal sealed partial class BigNetwork
{
    private OrganizationDraft Organization(int number)
    {
        var dice = Dice.Of(seed, "facts", number);
        var (kind, region) = (kinds[number], RegionOf(number));
        var name = number < Governments ? "Pemerintah " + region.Name : InventedNames.Organization(ref dice, kind, region.Name!);
        var ofHomeWorkers = kind == "home_worker_organization";
        return new OrganizationDraft
        {
            Id = ids[number].ToString("D"),
            Name = name,
            Acronym = dice.Chance(0.25) ? InventedNames.Acronym(name) : null,
            ActorKind = kind,
            LegalForm = dice.Chance(0.5) ? dice.Pick(ground.Codes(Taxonomy.LegalForm)) : null,
            LegalStatus = dice.Chance(0.4) ? "incorporated" : null,
            Mediates = dice.Chance(kind is "network" or "ngo" ? 0.3 : 0.03) ? true : null,
            Purpose = dice.Chance(0.15) ? InventedNames.Purpose(ref dice) : null,
            Region = region.Id,
            Precision = ofHomeWorkers ? dice.Pick<string>(["district", "district", "district", "regency", "village", "hidden"]) : dice.Chance(0.9) ? "exact" : "regency",
            Issues = dice.Some(ground.Codes(Taxonomy.Issue), dice.Between(0, 4)),
            Sectors = dice.Some(ground.Codes(Taxonomy.Sector), dice.Between(0, 2)),
            Offers = dice.Some(ground.Codes(Taxonomy.Skill), dice.Between(0, 3)),
            Needs = dice.Some(ground.Codes(Taxonomy.Skill), dice.Between(0, 3)),
            Languages = dice.Chance(0.7) ? ["id"] : ["id", "jv"],
            Members = ofHomeWorkers && dice.Chance(0.7) ? new CountSetDraft { Women = dice.Between(3, 400), Men = dice.Between(0, 40) } : null,
            Founded = dice.Chance(0.5) ? dice.Between(1975, 2025) : null,
            Retired = IsRetired(number) ? Today.AddDays(-dice.Below(2000)) : null,
            Contacts = dice.Chance(0.3) ? [new ContactDraft { Name = InventedNames.Contact(ref dice), Channel = "whatsapp", Value = $"+62 000 {dice.Below(10_000):0000} {dice.Below(10_000):0000}" }] : null,
            Note = dice.Chance(0.05) ? "Hubungi lewat pengurus, jangan langsung ke rumah anggota." : null,
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    private UnitDraft Unit(int number)
    {
        var dice = Dice.Of(seed, "unit", number);
        var owner = Owner(ref dice);
        var region = RegionOf(owner);
        return new UnitDraft
        {
            Id = dice.Id().ToString("D"),
            Organization = ids[owner].ToString("D"),
            Name = InventedNames.Unit(ref dice, region.Name!),
            UnitKind = dice.Pick(ground.Codes(Taxonomy.UnitKind)),
            Region = region.Id,
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    private PlaceDraft? Place(int number)
    {
        var dice = Dice.Of(seed, "place", number);
        if (number < Governments || IsRetired(number) || !dice.Chance(0.66))
        {
            return null;
        }

        var home = kinds[number] == "home_worker_organization" && dice.Chance(0.7);
        var middle = ground.Regencies[regencies[number]].Point!;
        return new PlaceDraft
        {
            Id = dice.Id().ToString("D"),
            Organization = ids[number].ToString("D"),
            Region = RegionOf(number).Id,
            Point = new GeoPointDraft { Longitude = Math.Round(middle.Longitude!.Value + (dice.Normal() * 0.12), 5), Latitude = Math.Round(middle.Latitude!.Value + (dice.Normal() * 0.12), 5) },
            Precision = home ? "district" : "exact",
            Home = home ? true : null,
            Main = true,
            Address = dice.Chance(0.6) ? InventedNames.Address(ref dice) : null,
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    private ServiceDraft Service(int number)
    {
        var dice = Dice.Of(seed, "service", number);
        var id = dice.Id();
        var owner = Owner(ref dice);
        var term = ground.Codes(Taxonomy.ServiceTerm)[dice.Ranked(ground.Codes(Taxonomy.ServiceTerm).Count, 0.5)];
        var capacity = dice.Chance(0.6) ? dice.Between(1, 40) * 10 : default(int?);
        return new ServiceDraft
        {
            Id = id.ToString("D"),
            Organization = ids[owner].ToString("D"),
            Name = InventedNames.Service(ref dice, term, ground.Regencies[regencies[owner]].Name!),
            Status = dice.Chance(0.9) ? "active" : dice.Chance(0.5) ? "planned" : "ended",
            Functions = dice.Some(ground.Codes(Taxonomy.HsoFunction), dice.Between(1, 2)),
            Pillars = dice.Some(ground.Codes(Taxonomy.Pillar), 1),
            Issues = dice.Some(ground.Codes(Taxonomy.Issue), dice.Between(0, 3)),
            Terms = [term],
            Areas = Areas(ref dice, owner),
            Capacity = capacity,
            Used = capacity is { } most && dice.Chance(0.7) ? dice.Below(most + 1) : null,
            Schedule = dice.Chance(0.3) ? "Sabtu minggu kedua tiap bulan" : null,
            Cost = dice.Chance(0.3) ? "Gratis" : null,
            Languages = ["id"],
            Valid = dice.Chance(0.2) ? new IntervalDraft { From = Today.AddDays(-dice.Below(3000)), Until = dice.Chance(0.3) ? Today.AddDays(dice.Below(1000)) : null } : null,
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    /// <summary>One regency mostly, sometimes several, a whole province, or a few districts.</summary>
    private List<ServiceAreaDraft> Areas(ref Dice dice, int owner)
    {
        var home = regencies[owner];
        if (dice.Chance(0.06))
        {
            return [new ServiceAreaDraft { Region = ground.Regencies[home].Id![..2], WithSubregions = dice.Chance(0.5) ? true : null }];
        }

        if (dice.Chance(0.2))
        {
            return [.. dice.Some(ground.DistrictsOf[home], dice.Between(1, 4), 0.1)!.Select(d => new ServiceAreaDraft { Region = d.Id, WithSubregions = true })];
        }

        var areas = new List<string> { ground.Regencies[home].Id! };
        for (var more = dice.Chance(0.3) ? dice.Between(1, 7) : 0; more > 0; more--)
        {
            areas.Add(ground.Regencies[Math.Clamp(home + dice.Between(-12, 12), 0, ground.Regencies.Length - 1)].Id!);
        }

        var from = dice.Chance(0.3) ? Today.AddDays(-dice.Below(3000)) : default(DateOnly?);
        return [.. areas.Distinct(StringComparer.Ordinal).Select(a => new ServiceAreaDraft { Region = a, WithSubregions = true, Valid = from is null ? null : new IntervalDraft { From = from } })];
    }

    private NeedDraft Need(int number)
    {
        var dice = Dice.Of(seed, "need", number);
        var id = dice.Id();
        var ofIssue = number % 4 > 0;
        return new NeedDraft
        {
            Id = id.ToString("D"),
            Region = ground.Regencies[number / 4].Id,
            Issues = ofIssue ? dice.Some(ground.Codes(Taxonomy.Issue), 1, 0.3) : null,
            Sector = dice.Chance(0.5) ? dice.Pick(ground.Codes(Taxonomy.Sector)) : null,
            Women = dice.Between(ofIssue ? 20 : 400, ofIssue ? 900 : 9000),
            Men = dice.Chance(0.5) ? dice.Between(0, 600) : null,
            Year = dice.Between(2022, 2026),
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    private RegionDraft RegionOf(int number)
    {
        if (number < Governments)
        {
            return number < ground.Regencies.Length ? ground.Regencies[number] : ground.Provinces[number - ground.Regencies.Length];
        }

        var dice = Dice.Of(seed, "seat", number);
        var districts = ground.DistrictsOf[regencies[number]];
        return districts.Length > 0 && dice.Chance(0.7) ? districts[dice.Ranked(districts.Length, 0.4)] : ground.Regencies[regencies[number]];
    }

    /// <summary>One in fifty has ceased to exist: it has nothing any more but ties that ended.</summary>
    private bool IsRetired(int number) => number >= Governments && Dice.Of(seed, "retired", number).Chance(0.02);

    private int Owner(ref Dice dice)
    {
        var owner = dice.Below(Organizations);
        return IsRetired(owner) ? Owner(ref dice) : owner;
    }
}
