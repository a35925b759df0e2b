using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>The points of the places that two names name.</summary>
internal static class PlaceScore
{
    private const double Elsewhere = -45;
    private const double OtherLevel = -45;

    internal static void Compare(NameForm one, NameForm other, NameMatch match, RegionCode? oneRegion, RegionCode? otherRegion, Action<DuplicateReason, double> add)
    {
        var left = Apart(one, other, match.LeftAlone);
        var right = Apart(other, one, match.RightAlone);
        if (left.Length > 0 && right.Length > 0)
        {
            Both(left, right, add);
            return;
        }

        if (match.Telling < 0.6 && NamesVillage(one) != NamesVillage(other) && (left.Length > 0 || right.Length > 0))
        {
            // Where the level is all that tells: the PKK of a village, and of its district.
            add(DuplicateReason.OtherPlace, OtherLevel);
            return;
        }

        var office = one.IsOffice && other.IsOffice;
        Alone(left, other, otherRegion, office, add);
        Alone(right, one, oneRegion, office, add);
    }

    private static bool NamesVillage(NameForm form) => Array.Exists(form.Places, p => p.Said is RegionKind.Village or RegionKind.UrbanVillage);

    /// <summary>The places of a name that the other has not. A place whose words the other has as well, only not known for a place there, is none of them.</summary>
    private static NamedPlace[] Apart(NameForm form, NameForm other, IEnumerable<NameWord> alone)
    {
        var without = alone.Where(w => w.Place >= 0).Select(w => w.Place).ToHashSet();
        return [.. form.Places.Where((p, i) => !Array.Exists(other.Places, p.MayBe) && (without.Contains(i) || (p.Said is not null && Array.Exists(other.Places, o => o.Said is not null))))];
    }

    private static void Both(NamedPlace[] left, NamedPlace[] right, Action<DuplicateReason, double> add)
    {
        var within = left.Any(l => right.Any(r => l.Codes.Any(c => r.Touches(c)))) && !left.Concat(right).Any(p => p.Codes.Length == 0);
        var said = left.Concat(right).Any(p => p.Said is not null);
        add(DuplicateReason.OtherPlace, !within ? Elsewhere : said ? OtherLevel : -12);
    }

    /// <summary>A place that only one names: it tells nothing when the other is there, and everything when it is elsewhere.</summary>
    private static void Alone(NamedPlace[] places, NameForm other, RegionCode? region, bool office, Action<DuplicateReason, double> add)
    {
        foreach (var place in places)
        {
            if (region is not { } there)
            {
                add(DuplicateReason.OtherPlace, office && other.Places.Length == 0 && place.Said is not null ? -15 : -2);
            }
            else if (!place.Touches(there))
            {
                add(DuplicateReason.OtherPlace, -35);
            }
            else if (office && place.Said is not null && place.Codes.Length > 0 && other.Places.Length == 0 && !Array.Exists(place.Codes, c => c.Level == there.Level))
            {
                add(DuplicateReason.OtherPlace, OtherLevel);
            }
        }
    }
}
