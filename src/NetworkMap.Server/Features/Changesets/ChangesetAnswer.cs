using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>A changeset as an audience may see it today.</summary>
public sealed record ChangesetAnswer
{
    private const int MostLookedAt = 200;

#pragma warning disable CS1591 // The fields are explained on Changeset and Attribution.
    public required string Id { get; init; }
    public long? Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public string? Reason { get; init; }
    public string? Source { get; init; }
    public string? Reverts { get; init; }
    public required int Count { get; init; }
    public required string Summary { get; init; }
    public required IReadOnlyList<RevisionAnswer> Elements { get; init; }
#pragma warning restore CS1591

    /// <summary>Why it is near the organization that was asked about (<c>near=</c>), the closest reason first.</summary>
    public IReadOnlyList<string>? Near { get; init; }

    /// <summary>By what right it was made, for whom sees that right.</summary>
    public string? Right { get; init; }

    /// <summary>Of one change: true for whom all that it changed is hers to change back.</summary>
    public bool? MayRevert { get; init; }

    /// <summary>Of one change, for a steward: whether a revert would be accepted now. Absent in lists, and where the change is too large to try.</summary>
    public bool? Revertible { get; init; }

    /// <summary>The problem that a revert would be answered with now.</summary>
    public IReadOnlyDictionary<string, object?>? Obstacles { get; init; }

    /// <summary>Of one change: where its elements go on.</summary>
    public string? Next { get; init; }

    /// <summary>A change in the description of the API.</summary>
    internal const string Example = """
        {"id":"1553bb6b2df0e63c7edc07bb227a7036","at":"2026-02-25T19:35:33.924+00:00","by":"steward","reason":"Asked to be on the map","count":1,"summary":"Kelompok Batik Mekar Sari was added.",
         "elements":[{"kind":"organization","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Batik Mekar Sari","action":"created","changes":[{"field":"name","after":"Kelompok Batik Mekar Sari"},{"field":"region","after":"34.02"}],"mentions":[{"kind":"region","id":"34.02","name":"Kabupaten Bantul"}]}]}
        """;

    /// <summary>A page of changes in the description of the API.</summary>
    internal const string PageExample = "{\"items\":[" + Example + "],\"next\":\"1553bb6b2df0e63c7edc07bb227a7036\"}";

    /// <summary>What a page of changes promises.</summary>
    internal static readonly string AboutPage = $"A page; without `next` it is the last. A request reads at most {ChangePage.MostRead} entries of the log, so a page can be shorter than asked for, or empty, and still have a `next`: go on with it. `incomplete` says, in a sentence, that changes are left out since their records are damaged.";

    /// <summary>The parameter that names a change.</summary>
    internal static Parameter IdInPath { get; } = Parameter.Path("id", "The id of a change.", "1553bb6b2df0e63c7edc07bb227a7036");

    /// <summary>The cursor of a page of changes.</summary>
    internal static Parameter Cursor { get; } = Parameter.Query("cursor", "The member `next` of the page before.", "5d0e7c1f0a8b49c6b1a2d3e4f5061728", "cursor_malformed");

    /// <summary>The answer, or null when nothing of it can be seen. A reason is told to the public only when all of the change can be seen, every field of it, since it speaks of all of it.
    /// How large a change is of which only the beginning was looked at is told to the public of seeds alone, which are published with the program: the rest may be hidden.</summary>
    /// <param name="change">The change, or the part of it that is about one element.</param>
    /// <param name="full">The whole network of today.</param>
    /// <param name="asking">Who asks.</param>
    /// <param name="ids">Names changes.</param>
    /// <param name="gone">What the change speaks of and was removed since, for who may see it.</param>
    /// <param name="all">Everything that the change did, when <paramref name="change"/> is a part of it.</param>
    internal static ChangesetAnswer? Of(LoggedChange change, NetworkGraph full, Asking asking, ChangesetId ids, IReadOnlyDictionary<ElementRef, Element> gone, IReadOnlyList<Revision>? all = null)
    {
        var seen = change.First.Select(r => RevisionAnswer.Of(r, full, asking, gone)).OfType<RevisionAnswer>().ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        var steward = asking.Caller.Audience == Audience.Steward;
        var whole = steward || IsWhole(change, all ?? change.First, full, asking.Caller.Audience);
        var known = steward || change.Attribution.Author == Provenance.Seed;
        var seed = SeedWords.Of(change.Attribution, asking.Telling.Language);
        var count = known ? change.Count : seen.Count;
        return new ChangesetAnswer
        {
            Id = ids.Of(change.Sequence),
            Sequence = steward ? change.Sequence : null,
            At = change.At,
            By = Authorship.By(change.Attribution, asking.Caller.Audience, asking.Caller.Account),
            Right = whole && change.Count == change.First.Count ? Authorship.RightOf(change.Attribution, change.At, all ?? change.First, full, asking.Graph) : null,
            Reason = seed ?? (whole ? RevertReasons.Told(change.Attribution.Reason, asking.Telling.Language) : null),
            Source = whole && seed is null ? change.Attribution.Source : null,
            Reverts = change.Attribution.Reverts is { } reverted ? ids.Of(reverted) : null,
            Count = count,
            Summary = Summarized(seen, count, known || change.Count == change.First.Count, asking.Telling.Language) + (steward && change.Alongside > 0 ? " " + Alongside.In(asking.Telling.Language, ("count", change.Alongside)) : ""),
            Elements = seen,
        };
    }

    private static readonly Sentence Alongside = new(
        "Di antaranya {count} data yang bukan contoh, tetapi bergantung pada sebuah contoh.",
        "Among them {count:is|are} {count} {count:record that is|records that are} not marked as an example but stood on one.");

    private static bool IsWhole(LoggedChange change, IReadOnlyList<Revision> all, NetworkGraph full, Audience audience) =>
        change.Count == change.First.Count && all.Count <= MostLookedAt && all.All(r => RevisionAnswer.IsWhole(r, full, audience));

    /// <summary>What a sentence is about: a tie and a right read like sentences themselves, so they stand in quotes; what belongs to an organization is told with it.</summary>
    private static string Subject(RevisionAnswer element, Language language)
    {
        var owner = element.Kind is "unit" or "place" or "service" ? element.Mentions?.FirstOrDefault(m => m.Kind == "organization")?.Name : null;
        return (element.Kind, owner, language) switch
        {
            ("tie", _, Language.English) => $"The tie “{element.Name}”",
            ("tie", _, _) => $"Hubungan “{element.Name}”",
            ("grant", _, _) => $"“{element.Name}”",
            (_, { } of, Language.English) when !element.Name.Contains(of, StringComparison.Ordinal) => $"{element.Name} of {of}",
            (_, { } of, _) when !element.Name.Contains(of, StringComparison.Ordinal) => $"{element.Name} ({of})",
            _ => element.Name,
        };
    }

    private static string Summarized(List<RevisionAnswer> seen, int count, bool exactly, Language language)
    {
        var first = seen[0];
        var name = Subject(first, language);
        var more = count - 1;
        var english = language == Language.English;
        var verb = (first.Action, english) switch
        {
            ("created", false) => "ditambahkan",
            ("removed", false) => "dihapus",
            (_, false) => "diubah",
            ("created", true) => "was added",
            ("removed", true) => "was removed",
            (_, true) => "was changed",
        };
        return (more, english) switch
        {
            (0, _) when exactly => $"{name} {verb}.",
            (_, false) when !exactly => $"{name} {verb}, dan banyak lainnya.",
            (_, true) when !exactly => $"{name} {verb}, and many more.",
            (_, false) => $"{name} {verb}, dan {more.ToString("N0", language.Culture())} lainnya.",
            (1, true) => $"{name} {verb}, and one more.",
            _ => $"{name} {verb}, and {more.ToString("N0", language.Culture())} more.",
        };
    }
}
