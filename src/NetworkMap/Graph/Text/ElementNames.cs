using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Text;

/// <summary>The names by which an element is found: of organizations the name, the acronym and other names; of services and regions the name. Contacts, notes and
/// purposes are not among them.</summary>
internal readonly struct ElementNames : IEquatable<ElementNames>
{
    private const int FewestInitials = 3;
    private const int MostInitials = 12;
    private readonly string[]? all;
    private readonly bool hasAcronym;

    private ElementNames(string[] all, bool hasAcronym) => (this.all, this.hasAcronym) = (all, hasAcronym);

    /// <summary>True for no element.</summary>
    internal bool IsNone => all is null;

    /// <summary>The names, the first one foremost.</summary>
    internal ReadOnlySpan<string> All => all;

    /// <summary>The names of an element; none for null.</summary>
    internal static ElementNames Of(Element? element) => element switch
    {
        Organization o => new(o.Acronym is null ? [o.Name, .. o.OtherNames] : [o.Name, o.Acronym, .. o.OtherNames], o.Acronym is not null),
        Service s => new([s.Name], false),
        Region r => new([r.Name], false),
        _ => default,
    };

    /// <inheritdoc/>
    public bool Equals(ElementNames other) => IsNone == other.IsNone && All.SequenceEqual(other.All) && hasAcronym == other.hasAcronym;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ElementNames other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => All.Length == 0 ? 0 : All[0].GetHashCode(StringComparison.Ordinal);

    /// <summary>The numbers of the words of all names.</summary>
    internal HashSet<int> Words(Lexicon lexicon)
    {
        var words = new HashSet<int>();
        foreach (var name in All)
        {
            words.UnionWith(Folding.Words(name).Select(lexicon.FindOrAdd));
        }

        return words;
    }

    /// <summary>The numbers of the initials of all names of three words and more, and of the first three of them, since acronyms often leave out the place (UPN).
    /// Who states an acronym is found by that one.</summary>
    internal HashSet<int> Initials(HandleTable<ulong> table)
    {
        var initials = new HashSet<int>();
        foreach (var name in hasAcronym ? [] : All)
        {
            if (InitialsOf(name) is { } packed)
            {
                initials.Add(table.FindOrAdd(packed));
                initials.Add(table.FindOrAdd(FirstThree(packed)));
            }
        }

        return initials;
    }

    /// <summary>True when a name has just these initials, not only begins with them.</summary>
    internal bool AreInitials(ulong packed)
    {
        foreach (var name in All)
        {
            if (InitialsOf(name) == packed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Three to twelve letters in one number, five bits each; null for anything else.</summary>
    internal static ulong? Pack(IEnumerable<char> letters)
    {
        var (packed, count) = (0ul, 0);
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetterLower(letter) || ++count > MostInitials)
            {
                return null;
            }

            packed = (packed << 5) | (uint)(letter - 'a' + 1);
        }

        return count < FewestInitials ? null : packed;
    }

    private static ulong? InitialsOf(string name) => Folding.Bare(name) is { Count: >= FewestInitials } words ? Pack(words.Where(w => !IsSmall(w)).Select(w => w[0])) : null;

    private static ulong FirstThree(ulong packed)
    {
        while (packed >> (5 * FewestInitials) > 0)
        {
            packed >>= 5;
        }

        return packed;
    }

    /// <summary>Words that acronyms pass over.</summary>
    private static bool IsSmall(string word) => word is "dan" or "di" or "ke" or "untuk" or "yang" or "of" or "the" or "and" or "for";
}
