using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Understands terms as people write them: by code, or by a label in either language, whatever the case and the marks; of ties also by what they are called from the other end.</summary>
internal sealed class TermReader
{
    private readonly Dictionary<(Code Taxonomy, string Plain), (Code Code, bool Reversed)> known = [];
    private readonly IReadOnlyDictionary<string, string> answers;
    private readonly Dictionary<(Code Taxonomy, string Text), int> unknown = [];

    /// <param name="graph">The network.</param>
    /// <param name="more">Terms that come with the file.</param>
    /// <param name="answers">What was decided about texts, by <c>taxonomy:text</c>.</param>
    internal TermReader(NetworkGraph graph, IEnumerable<(Code Taxonomy, Code Code, IEnumerable<string?> Labels)> more, IReadOnlyDictionary<string, string>? answers)
    {
        this.answers = answers ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var terms = graph.All(ElementKind.Term).Cast<Term>().ToList();
        foreach (var term in terms)
        {
            known[(term.Taxonomy, Headings.Plain(term.Code.Value))] = (term.Code, false);
        }

        foreach (var (taxonomy, code, labels) in terms.Select(t => (t.Taxonomy, t.Code, (IEnumerable<string?>)[t.LabelId, t.LabelEn])).Concat(more))
        {
            known.TryAdd((taxonomy, Headings.Plain(code.Value)), (code, false));
            foreach (var label in labels.OfType<string>().SelectMany(Called))
            {
                known.TryAdd((taxonomy, Headings.Plain(label)), (code, false));
            }
        }

        foreach (var term in terms.Where(t => t.Tie is { Symmetric: false }))
        {
            foreach (var label in new[] { term.Tie!.ReverseLabelId, term.Tie.ReverseLabelEn }.OfType<string>())
            {
                known.TryAdd((term.Taxonomy, Headings.Plain(label)), (term.Code, true));
            }
        }
    }

    /// <summary>A label, and where it has an abbreviation in brackets each of the two alone: Lembaga swadaya masyarakat (LSM).</summary>
    private static IEnumerable<string> Called(string label)
    {
        yield return label;
        if (label.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at && label.EndsWith(')'))
        {
            yield return label[..at];
            yield return label[(at + 2)..^1];
        }
    }

    /// <summary>Texts that are no term, and in how many rows.</summary>
    internal IReadOnlyList<TermQuestion> Questions => [.. unknown.OrderByDescending(u => u.Value).ThenBy(u => u.Key.Text, StringComparer.Ordinal).Select(u => new TermQuestion(u.Key.Taxonomy, u.Key.Text, u.Value))];

    /// <summary>True when a text is a term, or it was decided what it means.</summary>
    internal bool Knows(Code taxonomy, string text) => answers.ContainsKey(taxonomy.Value + ":" + text) || known.ContainsKey((taxonomy, Headings.Plain(text)));

    /// <summary>The term that a text means; an empty code where it was decided that it means none; null where nobody knows, which is taken down.</summary>
    internal (string Code, bool Reversed)? Read(Code taxonomy, string text)
    {
        if (answers.TryGetValue(taxonomy.Value + ":" + text, out var answer))
        {
            return (answer, false);
        }

        if (known.TryGetValue((taxonomy, Headings.Plain(text)), out var found))
        {
            return (found.Code.Value, found.Reversed);
        }

        unknown[(taxonomy, text)] = unknown.GetValueOrDefault((taxonomy, text)) + 1;
        return null;
    }
}
