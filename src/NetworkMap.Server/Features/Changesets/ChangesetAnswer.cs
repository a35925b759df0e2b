using NetworkMap.Changes;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>A changeset as an audience may see it today.</summary>
public sealed record ChangesetAnswer
{
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
    public required bool Revertible { get; init; }
#pragma warning restore CS1591

    /// <summary>The answer, or null when nothing of it can be seen. A reason is told to the public only when all of the change can be seen, since it speaks of all of it.</summary>
    internal static ChangesetAnswer? Of(LoggedChange change, NetworkGraph full, Asking asking, ChangesetId ids)
    {
        var seen = change.First.Select(r => RevisionAnswer.Of(r, full, asking)).OfType<RevisionAnswer>().ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        var steward = asking.Caller.Audience == Audience.Steward;
        var whole = steward || seen.Count == change.First.Count;
        var count = steward || change.Count > change.First.Count ? change.Count : seen.Count;
        return new ChangesetAnswer
        {
            Id = ids.Of(change.Sequence),
            Sequence = steward ? change.Sequence : null,
            At = change.At,
            By = Authorship.By(change.Attribution, asking.Caller.Audience),
            Reason = whole ? change.Attribution.Reason : null,
            Source = whole ? change.Attribution.Source : null,
            Reverts = change.Attribution.Reverts is { } reverted ? ids.Of(reverted) : null,
            Count = count,
            Summary = Sentence(seen, count, asking.Telling.Language),
            Elements = seen,
            Revertible = asking.Caller.MayWrite,
        };
    }

    private static string Sentence(List<RevisionAnswer> seen, int count, Language language)
    {
        var first = seen[0];
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
            (0, _) => $"{first.Name} {verb}.",
            (_, false) => $"{first.Name} {verb}, dan {more.ToString("N0", language.Culture())} lainnya.",
            (1, true) => $"{first.Name} {verb}, and one more.",
            _ => $"{first.Name} {verb}, and {more.ToString("N0", language.Culture())} more.",
        };
    }
}
