using NetworkMap.Changes;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>A page of changes while it is gathered, newest first. It is full when it has what was asked for, or when enough of the log was read for one request; then it
/// is shorter, perhaps empty, and its <c>next</c> goes on.</summary>
/// <param name="limit">How many changes the page takes.</param>
/// <param name="ids">Makes cursors.</param>
/// <param name="unseen">What the public never sees.</param>
/// <param name="audience">Who asks.</param>
internal sealed class ChangePage(int limit, ChangesetId ids, UnseenChanges unseen, Audience audience)
{
    /// <summary>A request reads at most this many entries of the log (a few tenths of a millisecond each when none was read before).</summary>
    internal const int MostRead = 64;

    /// <summary>Reading stops between blocks of the log and not after a number of entries, so that a cursor over hidden changes stays where it is while up to this many are added.</summary>
    private const int Block = 32;

    private readonly List<(long Sequence, ChangesetAnswer Answer)> seen = [];
    private readonly List<DamagedException> damaged = [];
    private int read;
    private long last = long.MaxValue;
    private bool stopped;

    /// <summary>What is passed over without being read.</summary>
    internal bool PassesOver(long sequence) => audience == Audience.Public && unseen.Has(sequence);

    /// <summary>True when the change belongs to another page.</summary>
    internal bool Ends(long sequence)
    {
        stopped = read > MostRead - Block && sequence / Block != last / Block;
        (last, read) = stopped ? (last, read) : (sequence, read + 1);
        return stopped;
    }

    /// <summary>Takes a change, or learns that there is nothing of it to see. False when the page is full.</summary>
    internal bool Take(long sequence, int count, IReadOnlyList<Revision> first, ChangesetAnswer? answer)
    {
        if (answer is null)
        {
            unseen.Learn(sequence, count, first);
            return true;
        }

        seen.Add((sequence, answer));
        return seen.Count <= limit;
    }

    /// <summary>Takes down that a record is damaged, so that the page lacks a change, or the name of what is gone.</summary>
    internal void Misses(DamagedException damage)
    {
        if (!damaged.Exists(d => d.Record == damage.Record))
        {
            damaged.Add(damage);
        }
    }

    /// <summary>The answer. Without having read enough there is a <c>next</c> only when it has something for this asker: that more happened is not told.</summary>
    internal async Task<object> AnswerToAsync(HttpContext context) => new
    {
        items = await ToldAccounts.ToldAsync(context, seen.Take(limit).Select(s => s.Answer)),
        next = seen.Count > limit ? ids.Below(seen[limit - 1].Sequence)
            : !stopped ? null
            : ids.Below(seen.Count > 0 ? seen[^1].Sequence : last / Block * Block),
        incomplete = damaged.Count == 0 ? null : Faults.Incomplete(damaged, audience == Audience.Steward, context.LanguageOf()),
    };
}
