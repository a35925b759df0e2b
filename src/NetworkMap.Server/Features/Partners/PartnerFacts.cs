using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Partners;

/// <summary>Facts in their outward form.</summary>
internal static class PartnerFacts
{
    internal static PartnerFactAnswer Of(PartnerFact fact, Telling telling) => fact switch
    {
        SharedIssue f => new("shared_issue") { Code = f.Issue.Value, Label = telling.Label(Taxonomy.Issue, f.Issue), Organizations = f.Organizations },
        OfferedSkill f => new("offered_skill") { Code = f.Skill.Value, Label = telling.Label(Taxonomy.Skill, f.Skill) },
        OfferedService f => new("offered_service")
        {
            Code = f.Term.Value, Label = telling.Label(Taxonomy.Skill, f.Term), Service = new Named(f.Service.Id.ToString(), f.Service.Name),
        },
        NeededSkill f => new("needed_skill") { Code = f.Skill.Value, Label = telling.Label(Taxonomy.Skill, f.Skill) },
        SameRegion f => new("same_region") { Region = f.Region.Value, RegionName = telling.RegionName(f.Region) },
        Distance f => new("distance") { Km = Apart.Told(f.Km, f.Approximate), Approximate = f.Approximate },
        WorksIn f => new("works_in")
        {
            Region = f.Region.Value,
            RegionName = telling.RegionName(f.Region),
            Service = f.Service is { } service ? new Named(service.Id.ToString(), service.Name) : null,
            Unit = f.Unit?.Name,
        },
        MutualPartner f => new("mutual_partner") { Organization = telling.Summary(f.Organization), Organizations = f.Degree },
        LastChecked f => new("last_verified") { LastVerified = f.On, Unverified = f.Unverified ? true : null },
        RoomLeft f => new("room_left") { Service = new Named(f.Service.Id.ToString(), f.Service.Name), Spare = f.Spare },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Not a fact of partners."),
    };
}
