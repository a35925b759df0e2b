using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>A group being decided: the tip that includes what was accepted so far, which no reader sees, and the entries to append.</summary>
internal sealed class GroupDraft(NetworkSnapshot latest, LogPosition start, MasterKey master, DateTimeOffset now)
{
    private const int Most = 512;
    private const int MostRevisions = 5_000;
    private static readonly long Millisecond = TimeSpan.TicksPerMillisecond;
    private readonly EditScope scope = new();
    private readonly List<(PendingWrite Pending, Outcome<Accepted> Answer)> answers = [];
    private readonly Dictionary<string, (RequestKey Key, long Sequence)> keys = new(StringComparer.Ordinal);
    private readonly DateTimeOffset at = now.AddTicks(-(now.Ticks % Millisecond));
    private Dictionary<string, (RequestKey Key, long Sequence)>? keysBefore;
    private int revisions;

    internal LogPosition Start { get; } = start;

    internal LogPosition End { get; private set; } = start;

    internal NetworkSnapshot Snapshot { get; private set; } = latest;

    internal List<StoredEntry> Entries { get; } = [];

    internal List<NetworkChange> Changes { get; } = [];

    /// <summary>True when the next change should go to another group.</summary>
    internal bool IsFull => answers.Count >= Most || revisions >= MostRevisions;

    /// <summary>Whose changes these are, in order.</summary>
    internal IEnumerable<PendingWrite> Taken => answers.Select(a => a.Pending);

    /// <summary>The group that is decided while this one is made durable: on its tip, and void unless this one lands.</summary>
    internal GroupDraft Next(DateTimeOffset now) => new(Snapshot, End, master, now) { keysBefore = keys };

    /// <summary>Decides a change, unless it repeats one: of this group or the group before, which is told with the others since that is not durable yet, or the one
    /// that the store knows. The store is asked only when it would otherwise not tell: it refuses a group in which a key is used again, but of a change that comes to
    /// nothing it never hears. Its answer is at hand for what is decided again after such a refusal.</summary>
    internal async Task AddAsync(PendingWrite pending, KnownRequest? known, Func<Task<KnownRequest?>> ask, ILogger logger)
    {
        var answer = Repeated(pending, known);
        if (answer is null)
        {
            var made = Decide(pending.Request.Bound(Today.Of(at)), logger);
            var comesToNothing = !made.TryValue(out var revisions) || revisions.Count == 0;
            answer = (comesToNothing ? Repeated(pending, await ask()) : null) ?? made.Then(accepted => Accept(accepted, pending.Request.Attribution));
        }

        answers.Add((pending, answer));
    }

    /// <summary>Gives everybody of the group the answer that was decided.</summary>
    internal void Answer()
    {
        foreach (var (pending, answer) in answers)
        {
            pending.Answer.TrySetResult(answer);
        }
    }

    private Outcome<Accepted>? Repeated(PendingWrite pending, KnownRequest? known) =>
        pending.Request.Attribution.Request is not { } key ? null
        : keys.TryGetValue(key.Key, out var twin) || keysBefore?.TryGetValue(key.Key, out twin) == true ? pending.Repeated(twin.Key, twin.Sequence)
        : known is null ? null
        : pending.Repeated(known.Request, known.Sequence);

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

    private Outcome<Accepted> Accept(IReadOnlyList<Revision> made, Attribution attribution)
    {
        if (made.Count == 0)
        {
            return new Accepted(End.Sequence, Repeated: false, Changed: false);
        }

        var sequence = End.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = at, Attribution = attribution with { By = null }, Revisions = [.. made.Select(r => r.At(sequence))] };
        var entry = LogText.Write(changeset, End, master);
        var (next, change) = Snapshot.After(changeset, scope);
        Snapshot = next;
        End = entry.PositionIn(End.Log);
        Entries.Add(entry);
        Changes.Add(change);
        revisions += made.Count;
        if (attribution.Request is { } key)
        {
            keys[key.Key] = (key, sequence);
        }

        return new Accepted(sequence, Repeated: false);
    }
}
