using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who would partner with an organization, best first.</summary>
/// <param name="For">For whom.</param>
/// <param name="Items">At most as many as asked for; equal scores in the order of ids.</param>
/// <param name="Considered">How many organizations were scored in full.</param>
public sealed record PartnerSuggestions(Organization For, IReadOnlyList<PartnerSuggestion> Items, int Considered);

/// <summary>One suggestion. <paramref name="Score"/> is the sum of the scores of its parts.</summary>
public sealed record PartnerSuggestion(Organization Organization, double Score, IReadOnlyList<PartnerPartScore> Parts);

/// <summary>One part of a score and what it rests on.</summary>
/// <param name="Part">Which.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Score">Value times weight.</param>
/// <param name="Facts">What it rests on; empty when there is nothing to say.</param>
public sealed record PartnerPartScore(PartnerPart Part, double Value, double Score, IReadOnlyList<PartnerFact> Facts);

/// <summary>Something that a part of a score rests on.</summary>
public abstract record PartnerFact;

/// <summary>Both work on an issue; <paramref name="Organizations"/> in all state it.</summary>
public sealed record SharedIssue(Code Issue, int Organizations) : PartnerFact;

/// <summary>The other offers a skill that she needs.</summary>
public sealed record OfferedSkill(Code Skill) : PartnerFact;

/// <summary>The other runs a service whose term is a skill that she needs.</summary>
public sealed record OfferedService(Service Service, Code Term) : PartnerFact;

/// <summary>The other needs a skill that she offers.</summary>
public sealed record NeededSkill(Code Skill) : PartnerFact;

/// <summary>Both have their seat in this regency (or both state this province and nothing finer).</summary>
public sealed record SameRegion(RegionCode Region) : PartnerFact;

/// <summary>How far apart they are.</summary>
/// <param name="Km">Kilometres between the two points, great circle.</param>
/// <param name="Approximate">True when one of the points is the centre of a disc, so that the true distance may differ by its radius.</param>
public sealed record Distance(double Km, bool Approximate) : PartnerFact;

/// <summary>The other works in one of her regions, by the area of a service or by a unit.</summary>
public sealed record WorksIn(RegionCode Region, Service? Service, Unit? Unit) : PartnerFact;

/// <summary>Both are joined to this organization by ties that are current; it is joined to <paramref name="Degree"/> organizations.</summary>
public sealed record MutualPartner(Organization Organization, int Degree) : PartnerFact;

/// <summary>When the other's record was last checked.</summary>
public sealed record LastChecked(DateOnly? On, bool Unverified) : PartnerFact;

/// <summary>Room left in a service that is offered on the day, in people a year.</summary>
public sealed record RoomLeft(Service Service, int Spare) : PartnerFact;
