using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The parts of a partner's score, each 0 to 1, with the facts that they rest on.</summary>
internal static class PartnerScoring
{
    /// <summary>Beyond this many kilometres nobody counts as near.</summary>
    internal const double FarKm = 150;

    /// <summary>Every so many kilometres nearness halves: an hour's ride for somebody who must be home when the goods are collected.</summary>
    internal const double HalvingKm = 30;

    /// <summary>What the same regency is worth beside the kilometres: one local government, one set of offices, one minimum wage.</summary>
    internal const double SameRegency = 0.4;

    /// <summary>Years in which a check loses half of its worth.</summary>
    internal const double HalvingYears = 2;

    /// <summary>What a record is worth that nobody doubts and nobody dated.</summary>
    internal const double NeverChecked = 0.25;

    /// <summary>Room for so many people a year counts half of all the room there can be: the size of a few village groups.</summary>
    internal const double HalfRoom = 100;

    internal static (double Value, List<PartnerFact> Facts) Issues(PartnerSeeker seeker, Organization other)
    {
        var shared = seeker.Issues.Where(i => other.Issues.Contains(i.Code)).OrderByDescending(i => i.Share).ToList();
        return (shared.Sum(i => i.Share), [.. shared.Select(i =>
            new SharedIssue(i.Code, seeker.Graph.OrganizationsWith(Domain.Taxonomies.Taxonomy.Issue, i.Code).Length))]);
    }

    internal static (double Value, List<PartnerFact> Facts) Offers(PartnerSeeker seeker, Organization other)
    {
        var (value, facts) = (0.0, new List<PartnerFact>());
        foreach (var (code, share) in seeker.Needs)
        {
            PartnerFact? fact = other.Offers.Contains(code) ? new OfferedSkill(code)
                : OfferedOn(seeker, other).FirstOrDefault(s => s.Terms.Contains(code)) is { } service ? new OfferedService(service, code)
                : null;
            value += fact is null ? 0 : share;
            facts.AddRange(fact is null ? [] : [fact]);
        }

        return (value, facts);
    }

    internal static (double Value, List<PartnerFact> Facts) Needs(PartnerSeeker seeker, Organization other)
    {
        var needed = seeker.Offers.Where(o => other.Needs.Contains(o.Code)).ToList();
        return (needed.Sum(o => o.Share), [.. needed.Select(o => new NeededSkill(o.Code))]);
    }

    internal static (double Value, List<PartnerFact> Facts) Nearness(PartnerSeeker seeker, int handle, Organization other)
    {
        var facts = new List<PartnerFact>();
        var same = seeker.Organization.Region?.At(RegionLevel.Regency) is { } hers && other.Region?.At(RegionLevel.Regency) == hers;
        if (same)
        {
            facts.Add(new SameRegion(seeker.Organization.Region!.Value.At(RegionLevel.Regency)));
        }

        var km = seeker.KilometresTo(handle);
        if (km is { } distance)
        {
            facts.Add(new Distance(distance, seeker.Position!.Value.RadiusKm > 0 || seeker.Graph.PositionOf(handle)!.Value.RadiusKm > 0));
        }

        return ((same ? SameRegency : 0) + ((1 - SameRegency) * Decay(km)), facts);
    }

    /// <summary>1 on the spot, half after every <see cref="HalvingKm"/>, 0 beyond <see cref="FarKm"/> or when the distance is not known.</summary>
    internal static double Decay(double? km) => km is { } d && d <= FarKm ? Math.Pow(2, -d / HalvingKm) : 0;

    internal static (double Value, List<PartnerFact> Facts) Regions(PartnerSeeker seeker, Organization other)
    {
        var facts = new List<PartnerFact>();
        var services = OfferedOn(seeker, other).ToList();
        var units = seeker.Graph.UnitsOf(other.Id).ToList();
        foreach (var region in seeker.Regions)
        {
            var service = services.FirstOrDefault(s => s.Areas.Any(a => WorksIn(a, region, seeker.Options.At)));
            var unit = service is null ? units.FirstOrDefault(u => u.Region is { } r && region.Holds(r)) : null;
            if (service is not null || unit is not null)
            {
                facts.Add(new WorksIn(region, service, unit));
            }
        }

        return (RegionShare(facts.Count, seeker.Regions.Length), facts);
    }

    /// <summary>Each further common region counts half of the one before; all of hers count 1.</summary>
    internal static double RegionShare(int common, int all) => common == 0 ? 0 : (1 - Math.Pow(0.5, common)) / (1 - Math.Pow(0.5, all));

    /// <summary>Adamic and Adar (2003, "Friends and neighbors on the Web", Social Networks 25): every common partner counts 1 / ln(its degree), so that one
    /// who knows few says more; x / (1 + x) keeps the sum below 1.</summary>
    internal static double Mutual(double adamicAdar) => adamicAdar / (1 + adamicAdar);

    internal static (double Value, List<PartnerFact> Facts) Verified(PartnerSeeker seeker, Organization other)
    {
        var (on, unverified) = (other.Provenance.LastVerified, other.Provenance.Unverified);
        var years = on is { } day ? Math.Max(0, seeker.Options.At.DayNumber - day.DayNumber) / 365.25 : 0;
        var value = unverified ? 0 : on is null ? NeverChecked : Math.Pow(2, -years / HalvingYears);
        return (value, [new LastChecked(on, unverified)]);
    }

    internal static (double Value, List<PartnerFact> Facts) Capacity(PartnerSeeker seeker, Organization other)
    {
        var open = OfferedOn(seeker, other).Where(s => s.Spare > 0).ToList();
        var spare = open.Sum(s => (long)s.Spare!.Value);
        return (spare / (spare + HalfRoom), [.. open.Select(s => new RoomLeft(s, s.Spare!.Value))]);
    }

    internal static long SpareOf(NetworkGraph graph, int organization, DateOnly at)
    {
        var spare = 0L;
        foreach (var handle in graph.ServicesOf(organization))
        {
            spare += graph.ServiceAt(handle) is { } service && service.IsOfferedOn(at) ? service.Spare ?? 0 : 0;
        }

        return spare;
    }

    private static bool WorksIn(ServiceArea area, RegionCode region, DateOnly at) =>
        area.Covers(region, at) || (area.Valid.Contains(at) && region.Holds(area.Region));

    private static IEnumerable<Service> OfferedOn(PartnerSeeker seeker, Organization other) =>
        seeker.Graph.ServicesOf(other.Id).Where(s => s.IsOfferedOn(seeker.Options.At));
}
