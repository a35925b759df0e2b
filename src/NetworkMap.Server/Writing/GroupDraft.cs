using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>A group being decided: the tip that includes what was accepted so far, which no reader sees, and the entries to append.</summary>
internal sealed class GroupDraft(NetworkSnapshot latest, LogPosition start, MasterKey master, DateTimeOffset now)
{
    private static readonly long Millisecond = TimeSpan.TicksPerMillisecond;
    private readonly EditScope scope = new();
    private readonly List<(PendingWrite Pending, Outcome<Accepted> Answer)> answers = [];
    private readonly Dictionary<string, (RequestKey Key, long Sequence)> keys = new(StringComparer.Ordinal);
    private readonly DateTimeOffset at = now.AddTicks(-(now.Ticks % Millisecond));
    private LogPosition position = start;

    internal LogPosition Start { get; } = start;

    internal NetworkSnapshot Snapshot { get; private set; } = latest;

    internal List<StoredEntry> Entries { get; } = [];

    internal List<NetworkChange> Changes { get; } = [];

    internal int Revisions { get; private set; }

    internal void Add(PendingWrite pending, ILogger logger)
    {
        var attribution = pending.Request.Attribution;
        if (attribution.Request is { } key && keys.TryGetValue(key.Key, out var twin))
        {
            // Told with the others: what it repeats is not durable yet.
            answers.Add((pending, pending.Repeated(twin.Key, twin.Sequence)));
            return;
        }

        answers.Add((pending, Decide(pending.Request.Decide, logger).Then(revisions => Accept(revisions, attribution))));
    }

    /// <summary>Gives everybody of the group the answer that was decided.</summary>
    internal void Answer()
    {
        foreach (var (pending, answer) in answers)
        {
            pending.Answer.TrySetResult(answer);
        }
    }

    /// <summary>Runs a decision. One that throws is a bug that must not take the rest of the group with it.</summary>
    private Outcome<IReadOnlyList<Revision>> Decide(Decision decide, ILogger logger)
    {
        try
        {
            return decide(Snapshot.Full);
        }
        catch (Exception bug)
        {
            logger.LogError(bug, "A decision failed; only its own change is dropped.");
            return Refusal.Of("write_failed", "");
        }
    }

    private Outcome<Accepted> Accept(IReadOnlyList<Revision> revisions, Attribution attribution)
    {
        if (revisions.Count == 0)
        {
            return new Accepted(position.Sequence, Repeated: false);
        }

        var sequence = position.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = at, Attribution = attribution, Revisions = [.. revisions.Select(r => r.At(sequence))] };
        var entry = LogText.Write(changeset, position, master);
        var (next, change) = Snapshot.After(changeset, scope);
        Snapshot = next;
        position = entry.PositionIn(position.Log);
        Entries.Add(entry);
        Changes.Add(change);
        Revisions += revisions.Count;
        if (attribution.Request is { } key)
        {
            keys[key.Key] = (key, sequence);
        }

        return new Accepted(sequence, Repeated: false);
    }
}
