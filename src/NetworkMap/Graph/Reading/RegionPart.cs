using System.Text.RegularExpressions;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Reading;

/// <summary>A region that a part of a text may mean, and how it was found.</summary>
internal readonly record struct RegionMatch(Region Region, RegionWay Way);

/// <summary>A part of a text, between commas or brackets, with the regions that it may mean.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Matches">Those whose name and kind it has, larger ones first.</param>
/// <param name="OtherKinds">When there are none: those of the name that are of another kind than it says.</param>
internal sealed partial record RegionPart(IReadOnlyList<string> Words, IReadOnlyList<RegionMatch> Matches, IReadOnlyList<RegionMatch> OtherKinds)
{
    /// <summary>The parts of a text as words; a part that says only what it is ("Semarang (Kota)") belongs to the one before it.</summary>
    internal static List<List<string>> Cut(string text)
    {
        var parts = new List<List<string>>();
        foreach (var piece in Between().Split(EitherKind().Replace(text, " ")))
        {
            var words = Folding.Words(piece);
            if (words.Count == 0 || words is ["indonesia"] or ["republik", "indonesia"] || words.TrueForAll(w => w.All(char.IsAsciiDigit)))
            {
                continue;
            }

            if (parts.Count > 0 && RegionWords.IsKindAlone(words))
            {
                parts[^1] = [.. words, .. parts[^1]];
            }
            else if (!parts.Exists(p => p.SequenceEqual(words, StringComparer.Ordinal)))
            {
                parts.Add(words);
            }
        }

        return parts;
    }

    [GeneratedRegex(@"[,>|;()\[\]/\n\t→»]+|\s[-–—]+\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\bkab(?:\.|upaten)?\s*/\s*kota\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EitherKind();
}
