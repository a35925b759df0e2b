using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Live;

/// <summary>The form in which something leaves: for whom, and in which language. What leaves in one form is written once.</summary>
internal readonly record struct DisclosureForm(Audience Audience, Language Language);

/// <summary>One follower's bounded queue. Whoever offers never waits; what does not fit drops all of it for one <c>behind</c>, with which the stream ends.</summary>
internal sealed class LiveStream(DisclosureForm form, Watch watch, LiveLimits limits, Action abort, string? account = null)
{
    private readonly Channel<LiveMessage> queue = Channel.CreateBounded<LiveMessage>(new BoundedChannelOptions(limits.QueuedMessages) { SingleWriter = true });
    private long read;
    private long readBefore;
    private int bytes;
    private bool ended;

    private bool IsEmpty => queue.Reader.Count == 0;

    internal DisclosureForm Form { get; } = form;

    /// <summary>Whose it is, if she signed in: of what she did herself she hears that it was she.</summary>
    internal string? Account { get; } = account;

    internal Watch Watch { get; } = watch;

    /// <summary>When it was last told where it is.</summary>
    internal long BeatAt { get; set; }

    /// <summary>When it was last seen to be read, or empty.</summary>
    internal long MovedAt { get; set; }

    /// <summary>Puts a message behind the others. Callers take turns.</summary>
    internal void Offer(LiveMessage message)
    {
        if (ended)
        {
            return;
        }

        if (Interlocked.Add(ref bytes, message.Size) > limits.QueuedBytes || !queue.Writer.TryWrite(message))
        {
            FallBehind();
        }
    }

    /// <summary>Puts a message that matters only when there is nothing else to hear.</summary>
    internal void OfferIfEmpty(LiveMessage message)
    {
        if (IsEmpty)
        {
            Offer(message);
        }
    }

    /// <summary>Drops what waits, says so, and ends.</summary>
    internal void FallBehind()
    {
        ended = true;
        while (queue.Reader.TryRead(out _))
        {
        }

        queue.Writer.TryWrite(LiveMessage.Dropped);
        queue.Writer.TryComplete();
    }

    /// <summary>True when something was read since the last call, or nothing waits.</summary>
    internal bool HasMoved()
    {
        var now = Interlocked.Read(ref read);
        var moved = now != readBefore || IsEmpty;
        readBefore = now;
        return moved;
    }

    /// <summary>Closes the connection.</summary>
    internal void Abort() => abort();

    /// <summary>What is offered, as it comes. <paramref name="start"/> is where the follower is before the first message; <paramref name="cursor"/> writes where it is when it falls behind.</summary>
    internal async IAsyncEnumerable<LiveMessage> ReadAsync(long start, Func<long, string> cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = start;
        await foreach (var message in queue.Reader.ReadAllAsync(cancellation))
        {
            Interlocked.Increment(ref read);
            Interlocked.Add(ref bytes, -message.Size);
            if (ReferenceEquals(message, LiveMessage.Dropped))
            {
                yield return LiveMessage.Of("behind", cursor(position), position);
                yield break;
            }

            position = message.Position;
            yield return message;
        }
    }
}
