using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Partners;

/// <summary>Why somebody is suggested, as clauses in both languages.</summary>
internal static class PartnerSentences
{
    private const int ReasonsInShort = 3;

    private static readonly Sentence Issues = new("sama-sama menangani {names}", "both work on {names}");
    private static readonly Sentence Offers = new("menawarkan yang Anda butuhkan: {names}", "offers what you need: {names}");
    private static readonly Sentence Needs = new("membutuhkan yang Anda tawarkan: {names}", "needs what you offer: {names}");
    private static readonly Sentence SameRegion = new("sama-sama di {region}", "both in {region}");
    private static readonly Sentence Apart = new("jaraknya {km} km", "{km} km apart");
    private static readonly Sentence AboutApart = new("jaraknya sekitar {km} km", "about {km} km apart");
    private static readonly Sentence Works = new("bekerja di {names}, seperti Anda", "works in {names}, as you do");
    private static readonly Sentence Mutual = new("dikenal oleh {count} mitra Anda: {names}", "known to {count} of your partners: {names}");
    private static readonly Sentence Checked = new("datanya terakhir diperiksa {date}", "last verified on {date}");
    private static readonly Sentence Undated = new("belum tercatat kapan datanya diperiksa", "nobody noted when this was verified");
    private static readonly Sentence Unverified = new("datanya belum diperiksa", "not verified yet");
    private static readonly Sentence Room = new("layanannya masih bisa menerima {count} orang setahun", "its services have room for {count} more {count:person|people} a year");

    /// <summary>The reasons that weigh most, in one sentence.</summary>
    internal static string Of(PartnerSuggestion suggestion, Telling telling) => Sentence.Of(suggestion.Parts
        .Where(p => p.Score > 0 && p.Part != PartnerPart.Verified).OrderByDescending(p => p.Score).Take(ReasonsInShort).SelectMany(p => ClausesOf(p, telling)));

    /// <summary>What a part rests on; nothing when it rests on nothing.</summary>
    internal static IEnumerable<string> ClausesOf(PartnerPartScore part, Telling telling) => part.Part switch
    {
        PartnerPart.Issues => Named(Issues, part, telling, f => f is SharedIssue i ? Inside(telling, Taxonomy.Issue, i.Issue) : null),
        PartnerPart.Offers => Named(Offers, part, telling, f => f switch
        {
            OfferedSkill s => Inside(telling, Taxonomy.Skill, s.Skill),
            OfferedService s => $"{Inside(telling, Taxonomy.Skill, s.Term)} ({s.Service.Name})",
            _ => null,
        }),
        PartnerPart.Needs => Named(Needs, part, telling, f => f is NeededSkill s ? Inside(telling, Taxonomy.Skill, s.Skill) : null),
        PartnerPart.Nearness => Nearness(part, telling),
        PartnerPart.Regions => Named(Works, part, telling, f => f is WorksIn w ? telling.RegionName(w.Region) : null),
        PartnerPart.Mutual => Named(Mutual, part, telling, f => f is MutualPartner m ? m.Organization.Name : null),
        PartnerPart.Verified => part.Facts.OfType<LastChecked>().Select(c =>
            c.Unverified ? Unverified.In(telling.Language) : c.On is { } date ? Checked.In(telling.Language, ("date", date)) : Undated.In(telling.Language)),
        _ => part.Facts.OfType<RoomLeft>().ToList() is { Count: > 0 } room ? [Room.In(telling.Language, ("count", room.Sum(r => (long)r.Spare)))] : [],
    };

    private static string Inside(Telling telling, Code taxonomy, Code code) => Sentence.Inside(telling.Label(taxonomy, code));

    private static IEnumerable<string> Named(Sentence sentence, PartnerPartScore part, Telling telling, Func<PartnerFact, string?> name)
    {
        var names = part.Facts.Select(name).OfType<string>().ToList();
        return names.Count == 0 ? [] : [sentence.In(telling.Language, ("names", names), ("count", names.Count))];
    }

    /// <summary>Between two discs of the same centre the kilometres say nothing; then only the region is told.</summary>
    private static IEnumerable<string> Nearness(PartnerPartScore part, Telling telling)
    {
        if (part.Facts.OfType<SameRegion>().FirstOrDefault() is { } same)
        {
            yield return SameRegion.In(telling.Language, ("region", telling.RegionName(same.Region)));
        }

        if (part.Facts.OfType<Distance>().FirstOrDefault() is { } distance && !(distance is { Approximate: true, Km: < 1 }))
        {
            yield return (distance.Approximate ? AboutApart : Apart).In(telling.Language, ("km", distance.Approximate ? Math.Round(distance.Km) : distance.Km));
        }
    }
}
