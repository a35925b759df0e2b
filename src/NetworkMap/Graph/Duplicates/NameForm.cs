using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>A name of an organization, read word by word.</summary>
/// <param name="Words">Its words, places among them, without the words that say what a place is.</param>
/// <param name="Places">The places that it names.</param>
/// <param name="Ended">Whether it says that the organization is over, or was founded anew.</param>
internal sealed record NameForm(NameWord[] Words, NamedPlace[] Places, bool Ended)
{
    /// <summary>Whether it is of an office of the state, of which every region has one.</summary>
    internal bool IsOffice { get; init; }

    /// <summary>Whether it says that it is a foundation.</summary>
    internal bool IsFoundation => Array.Exists(Words, w => w.Text == "yayasan");

    /// <summary>Whether it names a house or school that somebody runs.</summary>
    internal bool IsFacility => Array.Exists(Words, w => w.Kind == WordKind.Facility);

    /// <summary>Whether it names a university or a college, which a foundation runs as it runs a house.</summary>
    internal bool IsUniversity => Array.Exists(Words, w => w.Text is "universitas" or "politeknik" or "akademi" or "sekolahtinggi" or "institut");

    /// <summary>True for a name that is an acronym and no more, but perhaps a place.</summary>
    internal bool IsShort => Array.TrueForAll(Words, w => w.Kind is WordKind.Place or WordKind.Small || w.IsAcronym) && Array.Exists(Words, w => w.IsAcronym);
}

/// <summary>One word of a name.</summary>
/// <param name="Text">As it is compared.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Weight">How much it tells that two names share it, 0 to 1.</param>
internal sealed record NameWord(string Text, WordKind Kind, double Weight)
{
    /// <summary>In modern spelling.</summary>
    internal required string Old { get; init; }

    /// <summary>As it sounds.</summary>
    internal required string Sound { get; init; }

    /// <summary>With letters that a scanner, or an eye, takes for each other as one: rn and m, vv and w, cl and d, l, I and 1, O and 0.</summary>
    internal string Scanned { get; } = Text.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal).Replace("cl", "d", StringComparison.Ordinal)
        .Replace('l', 'i').Replace('1', 'i').Replace('0', 'o').Replace('5', 's');

    /// <summary>What it is in Indonesian, when it is English.</summary>
    internal string[] Meanings { get; init; } = [];

    /// <summary>Whether many use it: two such words that are nearly one are two.</summary>
    internal bool IsKnown { get; init; }

    /// <summary>Whether it is of the name of a person, where one letter makes another.</summary>
    internal bool IsPerson { get; init; }

    /// <summary>Whether it was written as an acronym.</summary>
    internal bool IsAcronym { get; init; }

    /// <summary>The place of <see cref="NameForm.Places"/> that it belongs to, or -1.</summary>
    internal int Place { get; init; } = -1;

    /// <summary>How much it tells that one name has it and the other has another word instead.</summary>
    internal double Contrast => Kind switch
    {
        WordKind.Small or WordKind.Legal => 0,
        WordKind.Group => 0.1,
        WordKind.Common or WordKind.Facility or WordKind.Office => 0.8,
        WordKind.Theme => 0.6,
        WordKind.Place => 0.7,
        _ => 1,
    };

    /// <summary>How much it tells that one name has it and the other has nothing there.</summary>
    internal double Missing => Kind switch
    {
        WordKind.Small or WordKind.Legal => 0,
        WordKind.Group or WordKind.Title or WordKind.Branch or WordKind.Part => 0.05,
        WordKind.Theme => 0.12,
        WordKind.Place => 0.1,
        WordKind.Common => 0.3,
        _ => 0.45,
    };
}

/// <summary>A place that a name names.</summary>
/// <param name="Text">In one piece.</param>
/// <param name="Codes">The regions of that name; none for a village or hamlet.</param>
/// <param name="Said">What it is said to be; null when the name alone stands there.</param>
internal sealed record NamedPlace(string Text, RegionCode[] Codes, RegionKind? Said)
{
    /// <summary>Whether both may be one place.</summary>
    internal bool MayBe(NamedPlace other) => Codes.Length == 0 || other.Codes.Length == 0
        ? (Text == other.Text || IsNearly(other.Text)) && (Said is null || other.Said is null || Said == other.Said)
        : Codes.Intersect(other.Codes).Any();

    /// <summary>A long name of a village with one letter wrong: Wonokerto and Wonokreto.</summary>
    private bool IsNearly(string other) => IsSwapped(Text, other) || (Math.Min(Text.Length, other.Length) >= 7 && Math.Max(Text.Length, other.Length) <= Folding.LongestWord && EditDistance.Between(Text, other, 1) <= 1);

    /// <summary>Whether two letters beside each other changed places: Laut and Luat.</summary>
    private static bool IsSwapped(string one, string other)
    {
        var at = one.Length == other.Length ? one.AsSpan().CommonPrefixLength(other) : one.Length;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2)) && one.Length > 3;
    }

    /// <summary>Whether it lies in a region, or holds it.</summary>
    internal bool Touches(RegionCode region) => Codes.Length == 0 || Array.Exists(Codes, c => c.Holds(region) || region.Holds(c));
}
