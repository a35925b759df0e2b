using System.Threading.Channels;
using MediatR;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The only way in. One change at a time is decided on the tip; what was accepted meanwhile is committed as a group, shown by one swap, and then
/// announced. A refusal drops only its own change; a failed append drops the tip and decides again.</summary>
public sealed class NetworkWriter(INetworkStore store, NetworkView view, MasterKey master, KeyRing keys, TimeProvider clock, IMediator publisher, ILogger<NetworkWriter> logger)
    : BackgroundService
{
    private const int GroupLimit = 512;
    private const int RevisionLimit = 20_000;
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(30);

    private readonly Channel<PendingWrite> queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(10_000) { SingleReader = true });

    /// <summary>Decides, commits, shows and announces a change. Done when it is durable and can be read. A request that is cancelled while it waits is not
    /// carried out; cancelled later it may be, as after any lost answer, and its key tells.</summary>
    public async Task<Outcome<Accepted>> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var pending = new PendingWrite(request, cancellation);
        await queue.Writer.WriteAsync(pending, cancellation);
        var answer = await pending.Answer.Task.WaitAsync(cancellation);
        WriterFigures.Answered(answer);
        return answer;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<PendingWrite>(GroupLimit);
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            group.Clear();
            while (group.Count < GroupLimit && queue.Reader.TryRead(out var pending))
            {
                if (!pending.IsGivenUp)
                {
                    group.Add(pending);
                }
            }

            await CommitAsync(group, stoppingToken);
        }
    }

    private async Task CommitAsync(List<PendingWrite> group, CancellationToken cancellation)
    {
        try
        {
            await AnswerKnownAsync(group, cancellation);
            var left = new Queue<PendingWrite>(group.Where(p => !p.Answer.Task.IsCompleted));
            while (left.Count > 0)
            {
                await CommitSomeAsync(left, cancellation);
            }
        }
        catch (StoreFailedException failure)
        {
            logger.LogError(failure, "The store failed; nothing of the group was acknowledged.");
            Refuse(group, "store_failed");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "A group of changes could not be committed.");
            Refuse(group, "write_failed");
        }
    }

    private async Task AnswerKnownAsync(List<PendingWrite> group, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - KeyLifetime;
        foreach (var pending in group)
        {
            if (pending.Request.Attribution.Request is { } key && await store.FindRequestAsync(key.Key, since, cancellation) is { } known)
            {
                await CatchUpAsync(known.Sequence, cancellation);
                pending.Answer.TrySetResult(pending.Repeated(known.Request, known.Sequence));
            }
        }
    }

    /// <summary>Takes from the queue what fits one append, and answers it; what was not decided stays queued.</summary>
    private async Task CommitSomeAsync(Queue<PendingWrite> left, CancellationToken cancellation)
    {
        var head = store.Head;
        await CatchUpAsync(head.Sequence, cancellation);
        var draft = new GroupDraft(view.Latest, head, master, clock.GetUtcNow());
        var taken = Decide(draft, left);
        if (draft.Entries.Count == 0)
        {
            draft.Answer();
            return;
        }

        if (await AppendAsync(draft, cancellation) == AppendResult.Appended)
        {
            await ShowAsync(draft);
            draft.Answer();
            return;
        }

        await CatchUpAsync(store.Head.Sequence, cancellation);
        await AnswerKnownAsync(taken, cancellation);
        Requeue(left, taken.Where(p => !p.Answer.Task.IsCompleted));
    }

    private List<PendingWrite> Decide(GroupDraft draft, Queue<PendingWrite> left)
    {
        using var stage = WriterFigures.Decide(clock);
        var taken = new List<PendingWrite>();
        while (left.Count > 0 && draft.Revisions < RevisionLimit)
        {
            var pending = left.Dequeue();
            taken.Add(pending);
            draft.Add(pending, logger);
        }

        return taken;
    }

    private async Task<AppendResult> AppendAsync(GroupDraft draft, CancellationToken cancellation)
    {
        using var stage = WriterFigures.Append(clock);
        WriterFigures.Appended(draft.Entries.Count);
        return await store.AppendAsync(draft.Start, draft.Entries, cancellation);
    }

    private async Task ShowAsync(GroupDraft draft)
    {
        using var stage = WriterFigures.Swap(clock);
        view.Swap(draft.Snapshot);
        foreach (var change in draft.Changes)
        {
            await publisher.Publish(new NetworkChanged(draft.Snapshot, change), CancellationToken.None);
        }
    }

    private static void Requeue(Queue<PendingWrite> left, IEnumerable<PendingWrite> again)
    {
        var order = again.Concat(left).ToList();
        left.Clear();
        order.ForEach(left.Enqueue);
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

            var (next, change) = view.Latest.After(LogText.Read(entry.Text, sealing), new EditScope());
            view.Swap(next);
            await publisher.Publish(new NetworkChanged(next, change), CancellationToken.None);
        }
    }

    private static void Refuse(List<PendingWrite> group, string code)
    {
        foreach (var pending in group)
        {
            pending.Answer.TrySetResult(Refusal.Of(code, ""));
        }
    }
}
