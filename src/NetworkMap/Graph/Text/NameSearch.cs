using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Text;

/// <summary>Finds organizations, regions and services by what somebody typed: with letters wrong, missing, doubled or swapped, with abbreviations or acronyms,
/// begun only; regions also by their code. It sees one projection, and nothing of what that hides.</summary>
public static class NameSearch
{
    /// <summary>The longest answer.</summary>
    public const int MostFound = 50;

    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int LongestText = 200;

    /// <summary>So many that are called what was typed come before regions that only sound like it.</summary>
    private const int MostAhead = 5;

    /// <summary>The score of a region whose code was typed, above every name.</summary>
    private const double CodeScore = 2;

    /// <summary>What fits a text, best first.</summary>
    /// <param name="graph">The projection of who asks.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="limit">At most so many, up to <see cref="MostFound"/>.</param>
    public static IReadOnlyList<Found> Find(NetworkGraph graph, string text, FoundKind? kind, int limit)
    {
        var meant = kind is null or FoundKind.Region ? ByCode(graph, text.Trim()) : [];
        return [.. meant.Concat(ByName(graph, text, kind, limit).Where(f => !meant.Exists(m => m.Element.Ref == f.Element.Ref))).Take(limit)];
    }

    /// <summary>The region of a code, or those that somebody may have meant whose spreadsheet has eaten a zero.</summary>
    private static List<Found> ByCode(NetworkGraph graph, string text)
    {
        var codes = RegionCode.TryParse(text, out var code) ? [code] : RegionCode.Candidates(text).Select(RegionCode.Of).ToArray();
        return [.. codes.Select(c => (Handle: graph.HandleOf(c), Region: graph.Region(c))).Where(r => r.Region is not null).Select(r => new Found(FoundKind.Region, r.Handle, r.Region!, CodeScore))];
    }

    private static List<Found> ByName(NetworkGraph graph, string text, FoundKind? kind, int limit)
    {
        IReadOnlyList<FoundKind> kinds = kind is { } one ? [one] : Enum.GetValues<FoundKind>();
        IReadOnlyList<FoundKind> read = [.. kinds.Union(kinds.Select(Around))];
        var question = NameQuestion.Read(text, graph, read);
        if (question.Slots.Length == 0)
        {
            return [];
        }

        var ranking = new NameRanking(graph, question, new WordReader(graph, read, eager: false));
        var found = kinds.SelectMany(k => Ranked(graph, question, k, ranking))
            .Where(f => f.Score > 0)
            .OrderByDescending(f => f.Score).ThenBy(f => f.Kind).ThenBy(f => Standing.Precedence(f.Element))
            .ThenBy(f => f.Element.Ref.Id, StringComparer.Ordinal)
            .ToList();
        return [.. MistypedRegionsLater(found, ranking).Take(limit)];
    }

    /// <summary>Regions that were found only by taking what was typed for an error come after the first few organizations and services that are called what was
    /// typed: the country has 83,000 villages, and one of them sounds like almost anything.</summary>
    private static IEnumerable<Found> MistypedRegionsLater(List<Found> found, NameRanking ranking)
    {
        var (ahead, later) = (found.Where(f => f.Kind != FoundKind.Region && ranking.IsAsTyped(f.Element)).Take(MostAhead).ToHashSet(), new List<Found>());
        foreach (var one in found)
        {
            if (ahead.Count > 0 && one.Kind == FoundKind.Region && !ranking.IsAsTyped(one.Element))
            {
                later.Add(one);
                continue;
            }

            yield return one;
            if (ahead.Remove(one) && ahead.Count == 0)
            {
                foreach (var region in later)
                {
                    yield return region;
                }
            }
        }
    }

    /// <summary>Whose names surround those of a kind, and so may stand beside them in a question: "melati sleman" means the Melati in Sleman.</summary>
    private static FoundKind Around(FoundKind kind) => kind == FoundKind.Service ? FoundKind.Organization : FoundKind.Region;

    private static IEnumerable<Found> Ranked(NetworkGraph graph, NameQuestion question, FoundKind kind, NameRanking ranking)
    {
        foreach (var handle in NameCandidates.Of(graph, question, kind))
        {
            if (graph.ElementOf(kind, handle) is { } element)
            {
                yield return new Found(kind, handle, element, ranking.Score(kind, handle, element));
            }
        }
    }
}
