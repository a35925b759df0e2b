using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>How likely two records are one organization: points that add up, each with its reason.</summary>
/// <remarks>
/// The names give up to 60 points, and lose for what parts them (<see cref="NameScore"/>; of several names the pair with most points counts). Then: the same
/// district 12, regency 10, a part of the other's region 4; other regions -4 to -52, the less the rarer the name; a telephone number 18, an e-mail address or
/// page 20 each, at most 32, differing ones -3; a number of a register 55, two numbers of one register -55; ties with the same organizations 6 each, at most 18,
/// a tie between the two -25; one kind 3, kinds that cannot be one -30. From <see cref="Likely"/> points on somebody should look.
/// </remarks>
public static class DuplicateScore
{
    /// <summary>From here on two are likely one.</summary>
    public const double Likely = 50;

    /// <summary>The verdict on two records, with the words and places of a graph. It is the same either way round.</summary>
    public static DuplicateVerdict Of(NetworkGraph graph, DuplicateRecord one, DuplicateRecord other)
    {
        var reader = new NameReader(graph);
        return Of(ReadRecord.Of(one, reader), ReadRecord.Of(other, reader));
    }

    internal static DuplicateVerdict Of(ReadRecord first, ReadRecord second)
    {
        // Words are paired from the left, so that of two the same one has to be there.
        var (one, other) = string.CompareOrdinal(first.Order, second.Order) <= 0 ? (first, second) : (second, first);
        var names = Names(one, other);
        var signs = new List<DuplicateSign>();
        AddAcronyms(one, other, names, signs);
        AddRegions(one, other, names.Telling, signs);
        AddChannels(one.Record, other.Record, signs);
        AddIdentifiers(one, other, signs);

        // Who has one number in a register is one, whatever two lists call it: what parts the names counts a quarter.
        var registered = signs.Exists(s => s.Reason == DuplicateReason.SameIdentifier);
        signs.InsertRange(0, names.Signs.Select(s => registered && s.Points < 0 ? s with { Points = s.Points / 4 } : s));
        AddTies(one.Record, other.Record, signs);
        AddKinds(one.Record.ActorKind, other.Record.ActorKind, signs);
        var told = signs.Where(s => Math.Abs(s.Points) >= 0.5).GroupBy(s => s.Reason).Select(g => new DuplicateSign(g.Key, Math.Round(g.Sum(s => s.Points), 1)));
        return new DuplicateVerdict(Math.Round(signs.Sum(s => s.Points), 1), [.. told.OrderByDescending(s => Math.Abs(s.Points)).ThenBy(s => s.Reason)]);
    }

    /// <summary>The pair of names with most points. Acronyms count when one of the two has nothing else.</summary>
    private static NameScore Names(ReadRecord one, ReadRecord other)
    {
        var pairs = one.Long.SelectMany(a => other.Long.Select(b => (a, b)));
        if (one.IsBrief || other.IsBrief)
        {
            pairs = one.Long.Concat(one.Short).SelectMany(a => other.Long.Concat(other.Short).Select(b => (a, b)));
        }

        NameScore? best = null;
        foreach (var (a, b) in pairs)
        {
            var score = NameScore.Of(a, b, one, other);
            best = best is null || score.Points > best.Points ? score : best;
        }

        return best!;
    }

    private static void AddAcronyms(ReadRecord one, ReadRecord other, NameScore names, List<DuplicateSign> signs)
    {
        if (one.Acronyms.Overlaps(other.Acronyms) && names.Points > 0)
        {
            signs.Add(new DuplicateSign(DuplicateReason.SameAcronym, 12));
        }
    }

    private static void AddRegions(ReadRecord one, ReadRecord other, double telling, List<DuplicateSign> signs)
    {
        var common = Math.Clamp((1.9 - telling) / 1.3, 0, 1);
        if (one.Region is not { } a || other.Region is not { } b)
        {
            signs.Add(new DuplicateSign(DuplicateReason.OtherRegion, -6 * common));
            return;
        }

        common *= IsOneInTheCountry(one.Record.ActorKind) && IsOneInTheCountry(other.Record.ActorKind) ? 0.4 : 1;
        var shared = a.Holds(b) ? a : b.Holds(a) ? b : default(RegionCode?);
        var (reason, points) = shared is { } s ? (DuplicateReason.SameRegion, s.Level switch { RegionLevel.Province => 4, RegionLevel.Regency => 10, _ => 12 })
            : a.At(RegionLevel.District) == b.At(RegionLevel.District) ? (DuplicateReason.SameRegion, 11)
            : a.At(RegionLevel.Regency) == b.At(RegionLevel.Regency) ? (DuplicateReason.OtherRegion, -4 - (30 * common))
            : a.At(RegionLevel.Province) == b.At(RegionLevel.Province) ? (DuplicateReason.OtherRegion, -8 - (34 * common))
            : (DuplicateReason.OtherRegion, -12.0 - (40 * common));
        signs.Add(new DuplicateSign(reason, points));
    }

    private static void AddChannels(DuplicateRecord one, DuplicateRecord other, List<DuplicateSign> signs)
    {
        var left = 32.0;
        foreach (var kind in new[] { ChannelKind.Email, ChannelKind.Web, ChannelKind.Telephone })
        {
            var (a, b) = (one.Channels.Where(c => c.Kind == kind).ToList(), other.Channels.Where(c => c.Kind == kind).ToList());
            if (a.Intersect(b).Any())
            {
                var reason = kind switch { ChannelKind.Email => DuplicateReason.SameEmail, ChannelKind.Web => DuplicateReason.SameWebsite, _ => DuplicateReason.SameTelephone };
                var points = Math.Min(left, kind == ChannelKind.Telephone ? 18 : 20);
                signs.Add(new DuplicateSign(reason, points));
                left -= points;
            }
            else if (a.Count > 0 && b.Count > 0)
            {
                signs.Add(new DuplicateSign(DuplicateReason.OtherContact, -3));
            }
        }
    }

    private static void AddIdentifiers(ReadRecord one, ReadRecord other, List<DuplicateSign> signs)
    {
        var (same, differ) = (false, false);
        foreach (var register in one.Identifiers.Where(r => other.Identifiers.Contains(r.Key)))
        {
            var shared = register.Intersect(other.Identifiers[register.Key], StringComparer.Ordinal).Any();
            (same, differ) = (same || shared, differ || !shared);
        }

        if (same)
        {
            signs.Add(new DuplicateSign(DuplicateReason.SameIdentifier, 55));
        }
        else if (differ)
        {
            signs.Add(new DuplicateSign(DuplicateReason.OtherIdentifier, -55));
        }
    }

    private static void AddTies(DuplicateRecord one, DuplicateRecord other, List<DuplicateSign> signs)
    {
        if (IsTied(one, other) || IsTied(other, one))
        {
            signs.Add(new DuplicateSign(DuplicateReason.TiedToEachOther, -25));
        }

        var common = one.Ties.Intersect(other.Ties, StringComparer.Ordinal).Count();
        if (common > 0)
        {
            signs.Add(new DuplicateSign(DuplicateReason.CommonTies, Math.Min(18, 6 * common)));
        }
    }

    private static bool IsTied(DuplicateRecord one, DuplicateRecord other) => (other.Key is { } key && one.Ties.Contains(key, StringComparer.Ordinal)) || one.Ties.Contains(other.Name, StringComparer.Ordinal);

    private static void AddKinds(string? one, string? other, List<DuplicateSign> signs)
    {
        if (one is null || other is null)
        {
            return;
        }

        signs.Add(one == other ? new DuplicateSign(DuplicateReason.SameKind, 3) : new DuplicateSign(DuplicateReason.OtherKind, CannotBeOne(one, other) ? -30 : -3));
    }

    private static bool IsOneInTheCountry(string? kind) =>
        kind is null or "university" or "national_government" or "network" or "employer_association" or "professional_organization" or "professional_body" or "funder" or "foreign_social_welfare_institution";

    private static bool CannotBeOne(string one, string other)
    {
        var (a, b) = (Family(one), Family(other));
        if (a == b)
        {
            return false;
        }

        var (far, civil) = a == KindFamily.Civil ? (b, one) : (a, other);
        return (a != KindFamily.Civil && b != KindFamily.Civil) || (far is KindFamily.Government or KindFamily.Company && !IsLoose(civil));
    }

    /// <summary>Kinds that stand for many things: a service may be of the state or of a company.</summary>
    private static bool IsLoose(string kind) => kind is "service_provider" or "community_social_organization" or "funder" or "home_worker_organization";

    private static KindFamily Family(string kind) => kind switch
    {
        "national_government" or "local_government" => KindFamily.Government,
        "university" => KindFamily.University,
        "company" or "intermediary" => KindFamily.Company,
        "employer_association" => KindFamily.Employers,
        "trade_union" => KindFamily.Workers,
        _ => KindFamily.Civil,
    };

    private enum KindFamily
    {
        Civil,
        Government,
        University,
        Company,
        Employers,
        Workers,
    }
}
