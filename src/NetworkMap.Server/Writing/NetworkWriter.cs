using System.Threading.Channels;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The only way in. One change at a time is decided on the tip; what was accepted meanwhile is committed as a group, shown by one swap, and then
/// announced. While one group is made durable the next is already decided on its tip, and nothing of that is told before its turn. A refusal drops only its own
/// change; a failed append drops the tip, with what was decided on it, and decides again.</summary>
public sealed class NetworkWriter(INetworkStore store, NetworkView view, MasterKey master, KeyRing keys, StoreWatch watch, TimeProvider clock, IMediator publisher, ILogger<NetworkWriter> logger)
    : BackgroundService
{
    /// <summary>After so long a change looks whether the store is still there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1700);

    private readonly Channel<PendingWrite> queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(10_000) { SingleReader = true });

    /// <summary>What was decided on a tip that did not hold: decided again before whatever waits.</summary>
    private readonly Queue<PendingWrite> again = new();

    private Task<bool>? waiting;

    /// <summary>Decides, commits, shows and announces a change. Done when it is durable and can be read. A request that is cancelled while it waits is not
    /// carried out; cancelled later it may be, as after any lost answer, and its key tells. So it is with one that is refused because the store is away.</summary>
    public async Task<Outcome<Accepted>> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var answer = await AnswerAsync(request, cancellation);
        WriterFigures.Answered(answer);
        return answer;
    }

    /// <summary>Shows and announces what other processes wrote, as far as the store knows of it.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) => AnswerAsync(new WriteRequest(_ => Array.Empty<Revision>(), new Attribution(""), OfTheHouse: true), cancellation);

    private async Task<Outcome<Accepted>> AnswerAsync(WriteRequest request, CancellationToken cancellation)
    {
        if (watch.IsAway)
        {
            return Refusal.Of("store_failed", "");
        }

        var pending = new PendingWrite(request, cancellation);
        await queue.Writer.WriteAsync(pending, cancellation);
        while (true)
        {
            try
            {
                return await pending.Answer.Task.WaitAsync(Patience, clock, cancellation);
            }
            catch (TimeoutException) when (watch.IsAway)
            {
                pending.GiveUp();
                return Refusal.Of("store_failed", "");
            }
            catch (TimeoutException)
            {
                // A large group takes its time.
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Flight? flight = null;
        try
        {
            while (flight is not null || again.Count > 0 || await AnyWaitsAsync(stoppingToken))
            {
                flight = await TurnAsync(flight, stoppingToken);
            }
        }
        finally
        {
            if (flight is not null && await LandAsync(flight))
            {
                await ShowAsync(flight.Draft);
            }
        }
    }

    /// <summary>Decides what waits while a group is under way, sends it off when that one landed, and shows the one that landed meanwhile.</summary>
    private async Task<Flight?> TurnAsync(Flight? flight, CancellationToken cancellation)
    {
        var draft = await DecideAsync(flight, cancellation);
        if (flight is not null && !await LandAsync(flight))
        {
            DecideAgain(draft);
            return null;
        }

        var next = draft is { Entries.Count: > 0 } ? Flight.Of(draft, AppendAsync) : null;
        if (flight is not null)
        {
            await ShowAsync(flight.Draft);
        }

        if (next is null && draft is not null)
        {
            await AnswerAsync(draft, cancellation);
        }

        return next;
    }

    /// <summary>A group of what waits, on the tip that holds when the flight lands; it grows as long as the flight is under way. Null when that cannot be: whom
    /// it concerns was told, and the rest is decided again.</summary>
    private async Task<GroupDraft?> DecideAsync(Flight? flight, CancellationToken cancellation)
    {
        GroupDraft? draft = null;
        PendingWrite? asked = null;
        try
        {
            draft = flight?.Draft.Next(clock.GetUtcNow()) ?? await OnTipAsync(cancellation);
            while (!draft.IsFull && (asked = await NextAsync(flight, cancellation)) is not null)
            {
                var change = asked;
                var known = change.IsDecidedAgain ? await KnownAsync(change, cancellation) : null;
                using var stage = WriterFigures.Decide(clock);
                await draft.AddAsync(change, known, () => KnownAsync(change, cancellation), logger);
            }

            return draft;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            DecideAgain(draft);
            Refuse(asked is null ? Waiting() : [asked], failure);
            return null;
        }
    }

    private async Task<GroupDraft> OnTipAsync(CancellationToken cancellation)
    {
        var head = store.Head;
        await CatchUpAsync(head.Sequence, cancellation);
        return new GroupDraft(view.Latest, head, master, clock.GetUtcNow());
    }

    /// <summary>The next change that somebody still waits for; null when there is none and the group before has landed.</summary>
    private async Task<PendingWrite?> NextAsync(Flight? flight, CancellationToken cancellation)
    {
        while (true)
        {
            if (again.TryDequeue(out var pending) || queue.Reader.TryRead(out pending))
            {
                if (!pending.IsGivenUp)
                {
                    return pending;
                }
            }
            else if (flight is null || flight.Landing.IsCompleted)
            {
                return null;
            }
            else
            {
                await Task.WhenAny(flight.Landing, AnyWaitsAsync(cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private Task<bool> AnyWaitsAsync(CancellationToken cancellation) =>
        waiting is { IsCompleted: false } ? waiting : waiting = queue.Reader.WaitToReadAsync(cancellation).AsTask();

    private Task<KnownRequest?> KnownAsync(PendingWrite pending, CancellationToken cancellation) =>
        pending.Request.Attribution.Request is { } key ? store.FindRequestAsync(key.Key, clock.GetUtcNow() - RequestKey.Lifetime, cancellation) : Task.FromResult<KnownRequest?>(null);

    /// <summary>True when the group is durable. When the log went on elsewhere, it is decided again; when the store failed, it is refused.</summary>
    private async Task<bool> LandAsync(Flight flight)
    {
        try
        {
            var result = await flight.Landing;
            watch.Kept();
            if (result == AppendResult.Appended)
            {
                return true;
            }

            DecideAgain(flight.Draft);
        }
        catch (Exception failure)
        {
            if (failure is StoreFailedException refused && !store.IsShared)
            {
                watch.Refused(refused);
            }

            Refuse(flight.Draft.Taken, failure);
        }

        return false;
    }

    private async Task<AppendResult> AppendAsync(GroupDraft draft)
    {
        using var stage = WriterFigures.Append(clock);
        WriterFigures.Appended(draft.Entries.Count);
        return await store.AppendAsync(draft.Start, draft.Entries, CancellationToken.None);
    }

    private async Task ShowAsync(GroupDraft draft)
    {
        using var stage = WriterFigures.Swap(clock);
        view.Swap(draft.Snapshot);
        foreach (var change in draft.Changes)
        {
            await AnnounceAsync(new NetworkChanged(draft.Snapshot, change));
        }

        draft.Answer();
    }

    /// <summary>Answers a group that changes nothing, once what it rests on can be read.</summary>
    private async Task AnswerAsync(GroupDraft draft, CancellationToken cancellation)
    {
        try
        {
            await CatchUpAsync(store.Head.Sequence, cancellation);
            draft.Answer();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Refuse(draft.Taken, failure);
        }
    }

    private void DecideAgain(GroupDraft? draft)
    {
        foreach (var pending in draft?.Taken ?? [])
        {
            pending.IsDecidedAgain = true;
            again.Enqueue(pending);
        }
    }

    /// <summary>Shows and announces what another process, or an append whose acknowledgement was lost, added to the log until a sequence.</summary>
    private async Task CatchUpAsync(long until, CancellationToken cancellation)
    {
        if (view.Latest.Sequence >= until)
        {
            return;
        }

        var sealing = new SealedText(master, keys.Find);
        await foreach (var entry in store.ReadAsync(view.Latest.Sequence, cancellation))
        {
            if (entry.Sequence > until)
            {
                return;
            }

            var (next, change) = view.Latest.After(AsShown(LogText.Read(entry.Text, sealing)), new EditScope());
            view.Swap(next);
            WriterFigures.Followed(clock.GetUtcNow() - change.Changeset.At);
            await AnnounceAsync(new NetworkChanged(next, change));
        }
    }

    /// <summary>A change that another process made, with what was shown before it here: of what that one erased nothing can be read any more, and pages that show it have to be told.</summary>
    private Changeset AsShown(Changeset read) =>
        read with { Revisions = [.. read.Revisions.Select(r => r.Before is { } before ? Revision.Read(r.Element, view.Latest.Full.Find(r.Element) ?? before, r.After) : r)] };

    /// <summary>Announces what is durable and shown: a listener that fails cannot undo it.</summary>
    private async Task AnnounceAsync(NetworkChanged change)
    {
        try
        {
            await publisher.Publish(change, CancellationToken.None);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Change {Sequence} could not be announced.", change.Change.Changeset.Sequence);
        }
    }

    /// <summary>Everything that waits now.</summary>
    private IEnumerable<PendingWrite> Waiting()
    {
        while (again.TryDequeue(out var pending) || queue.Reader.TryRead(out pending))
        {
            yield return pending;
        }
    }

    private void Refuse(IEnumerable<PendingWrite> group, Exception failure)
    {
        var refusal = failure switch
        {
            StoreFailedException { IsFull: true } => Refusal.Of("store_full", ""),
            StoreFailedException => Refusal.Of("store_failed", ""),
            DamagedException damage => Refusal.Of("record_damaged", "", ("entry", damage.Entry)),
            _ => Refusal.Of("write_failed", ""),
        };
        logger.LogError(failure, "A group of changes was refused ({Code}); nothing of it was acknowledged.", refusal.Code);
        foreach (var pending in group)
        {
            pending.Answer.TrySetResult(refusal);
        }
    }

    /// <summary>A group on its way to being durable.</summary>
    private sealed record Flight(GroupDraft Draft, Task<AppendResult> Landing)
    {
        // Beside the deciding: a store may well work, and wait for the disk, in the call itself.
        internal static Flight Of(GroupDraft draft, Func<GroupDraft, Task<AppendResult>> append) => new(draft, Task.Run(() => append(draft)));
    }
}
