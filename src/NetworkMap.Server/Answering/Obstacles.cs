using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>Refusals because of other elements. The decision names them by their ids; a person reads their names, and the member <c>elements</c> says where to find them.</summary>
internal static class Obstacles
{
    /// <summary>How many elements an answer names; who mends those asks again.</summary>
    private const int Shown = 20;

    /// <summary>The answer to a refused request.</summary>
    /// <param name="refusals">At least one.</param>
    /// <param name="context">The request.</param>
    /// <param name="taken">What the request would have taken back; it knows the names of what is gone.</param>
    internal static IResult Refused(IReadOnlyList<Refusal> refusals, HttpContext context, IReadOnlyList<Revision>? taken = null)
    {
        var (named, elements) = Name(refusals, context, taken ?? []);
        return Problems.Refused(named, context, elements);
    }

    /// <summary>What a request that takes these revisions back would be answered, as a part of another answer.</summary>
    internal static IReadOnlyDictionary<string, object?> Foretold(IReadOnlyList<Refusal> refusals, HttpContext context, IReadOnlyList<Revision> taken)
    {
        var (named, elements) = Name(refusals, context, taken);
        return Problems.BodyOf(named, context, elements);
    }

    private static (IReadOnlyList<Refusal> Named, Dictionary<string, object?>? Elements) Name(IReadOnlyList<Refusal> refusals, HttpContext context, IReadOnlyList<Revision> taken)
    {
        var gone = taken.GroupBy(r => r.Element).ToDictionary(g => g.Key, g => g.Last().After ?? g.Last().Before!);
        var titles = new Titles(Asking.Of(context).Telling, gone);
        var met = new Dictionary<string, MentionAnswer>(StringComparer.Ordinal);
        var named = refusals.Take(Shown).Select(r => r with { Arguments = r.Arguments.ToDictionary(a => a.Key, a => Named(a.Value, titles, met), StringComparer.Ordinal) }).ToList();
        return met.Count == 0 ? (refusals, null) : (named, new Dictionary<string, object?>(StringComparer.Ordinal) { ["elements"] = met.Values, ["more"] = Math.Max(0, refusals.Count - Shown) });
    }

    private static object? Named(object? value, Titles titles, Dictionary<string, MentionAnswer> met) => value switch
    {
        string text => Named(text, titles, met),
        IEnumerable<string> texts => ToldApart(texts.Select(t => (Text: t, Name: Named(t, titles, met))).ToList(), titles),
        _ => value,
    };

    /// <summary>The names; several of the same name, as every branch has its "Office", by whose they are as well.</summary>
    private static List<string> ToldApart(List<(string Text, string Name)> named, Titles titles) =>
        named.ConvertAll(n => named.Count(o => o.Name == n.Name) > 1 && Read(n.Text) is { } element && titles.OwnerOf(element) is { } owner ? $"{n.Name} ({owner})" : n.Name);

    private static string Named(string text, Titles titles, Dictionary<string, MentionAnswer> met)
    {
        if (Read(text) is not { } element || titles.Mentioned(element) is not { } mention)
        {
            return text;
        }

        met[text] = mention;
        return mention.Name;
    }

    private static ElementRef? Read(string text) =>
        text.Split('/', 2) is [var kind, var id] && Names<ElementKind>.TryParse(kind, out var of) ? new ElementRef(of, id) : null;
}
