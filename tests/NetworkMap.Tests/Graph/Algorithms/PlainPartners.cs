using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>The score of partners as its documentation says it, for everybody, from the elements alone and without any index.</summary>
internal sealed class PlainPartners(NetworkGraph graph, PartnerOptions options)
{
    private readonly List<Organization> all = [.. graph.All(ElementKind.Organization).Cast<Organization>()];
    private readonly List<Tie> ties = [.. graph.All(ElementKind.Tie).Cast<Tie>().Where(t => t.IsCurrentOn(options.At))];
    private readonly Organization her = graph.Organization(options.For)!;

    internal List<(OrganizationId Id, double Score)> Best() =>
        [.. all.Where(Admitted).Select(o => (o.Id, Score: Score(o), Thought: Thought(o))).Where(s => s.Thought > 0 || options.Kind is not null || options.Issue is not null || options.Skill is not null)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal).Take(options.Limit).Select(s => (s.Id, s.Score))];

    private bool Admitted(Organization o) =>
        o.Id != her.Id && !Neighbours(her.Id).Contains(o.Id) && !(o.Retired <= options.At) && !(o.Founded > options.At.Year)
        && (options.Kind is null || o.ActorKind == options.Kind) && (options.Issue is not { } i || o.Issues.Contains(i)) && (options.Skill is not { } s || o.Offers.Contains(s))
        && (options.Region is not { } r || r.Holds(o.Region!.Value)) && (options.RadiusKm is not { } km || Km(o) <= km) && (!options.WithCapacity || Spare(o) > 0);

    private double Thought(Organization o) =>
        (W(PartnerPart.Issues) * Shared(her.Issues, o.Issues, x => x.Issues)) + (W(PartnerPart.Offers) * Offered(o)) + (W(PartnerPart.Needs) * Shared(her.Offers, o.Needs, x => x.Needs))
        + (W(PartnerPart.Nearness) * Near(o)) + (W(PartnerPart.Regions) * Works(o)) + (W(PartnerPart.Mutual) * Mutual(o));

    private double Score(Organization o) => Thought(o) + (W(PartnerPart.Verified) * Checked(o)) + (W(PartnerPart.Capacity) * (Spare(o) / (Spare(o) + 100.0)));

    private double W(PartnerPart part) => options.Weights[part];

    private double Shared(ImmutableArray<Code> hers, ImmutableArray<Code> others, Func<Organization, ImmutableArray<Code>> use) =>
        hers.IsEmpty ? 0 : hers.Where(others.Contains).Sum(c => Idf(c, use)) / hers.Sum(c => Idf(c, use));

    private double Offered(Organization o) => her.Needs.IsEmpty ? 0
        : her.Needs.Where(c => o.Offers.Contains(c) || Services(o).Any(s => s.Terms.Contains(c))).Sum(c => Idf(c, x => x.Offers)) / her.Needs.Sum(c => Idf(c, x => x.Offers));

    private double Idf(Code code, Func<Organization, ImmutableArray<Code>> use) => Math.Log(1 + ((double)all.Count / Math.Max(1, all.Count(o => use(o).Contains(code)))));

    private double Near(Organization o) =>
        (o.Region!.Value.At(RegionLevel.Regency) == her.Region!.Value.At(RegionLevel.Regency) ? 0.4 : 0) + (Km(o) is { } km and <= 150 ? 0.6 * Math.Pow(2, -km / 30) : 0);

    private double? Km(Organization o) => Position(her) is { } a && Position(o) is { } b ? a.KilometresTo(b) : null;

    private GeoPoint? Position(Organization o)
    {
        for (var at = o.Region; at is { Level: not RegionLevel.Province } code; at = code.Parent)
        {
            if (graph.Region(code)?.Point is { } point)
            {
                return point;
            }
        }

        return null;
    }

    private double Works(Organization o)
    {
        var hers = Services(her).SelectMany(s => s.Areas).Where(a => a.Valid.Contains(options.At) && a.Region.Level != RegionLevel.Province).Select(a => a.Region)
            .Append(her.Region!.Value).Select(r => r.At(RegionLevel.Regency)).ToHashSet();
        var common = hers.Count(r => Services(o).SelectMany(s => s.Areas).Any(a => a.Valid.Contains(options.At) && (r.Holds(a.Region) || (a.WithSubregions && a.Region.Holds(r)))));
        return common == 0 ? 0 : (1 - Math.Pow(2, -common)) / (1 - Math.Pow(2, -hers.Count));
    }

    private double Mutual(Organization o)
    {
        var sum = Neighbours(her.Id).Intersect(Neighbours(o.Id)).Where(z => !(graph.Organization(z)!.Retired <= options.At)).Sum(z => 1 / Math.Log(Neighbours(z).Count));
        return sum / (1 + sum);
    }

    private HashSet<OrganizationId> Neighbours(OrganizationId id) => [.. ties.Where(t => t.From == id).Select(t => t.To), .. ties.Where(t => t.To == id).Select(t => t.From)];

    private double Checked(Organization o) => o.Provenance.Unverified ? 0 : o.Provenance.LastVerified is { } on ? Math.Pow(2, -Math.Max(0, options.At.DayNumber - on.DayNumber) / 730.5) : 0.25;

    private double Spare(Organization o) => Services(o).Sum(s => s.Capacity is { } c ? Math.Max(0, c - (s.Used ?? 0)) : 0);

    private IEnumerable<Service> Services(Organization o) => graph.All(ElementKind.Service).Cast<Service>().Where(s => s.Organization == o.Id && s.Status == ServiceStatus.Active && s.Valid.Contains(options.At));
}
