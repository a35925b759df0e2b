using System.Security.Cryptography;
using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;
using NetworkMap.Tests.Graph;

namespace NetworkMap.Tests.Changes;

/// <summary>The log is the truth: folded it is the graph, read back it is what happened, and taken back twice it is as it was.</summary>
public sealed class LogTests
{
    private static readonly MasterKey Master = new(new byte[MasterKey.Size]);

    [Property(MaxTest = 100)]
    public void The_log_written_and_read_back_folds_to_the_same_graph(int[][] steps)
    {
        var tale = Told(steps);
        var (entries, keys) = Written(tale);
        var sealing = new SealedText(Master, keys.GetValueOrDefault);
        var folded = entries.Select(e => LogText.Read(e.Text, sealing)).Aggregate(NetworkSnapshot.Empty(), (snapshot, changeset) => snapshot.After(changeset, new EditScope()).Next);
        Assert.Equal(Text(tale.Latest.Full), Text(folded.Full));
        Assert.Equal(Text(tale.Latest.Public), Text(folded.Public));
    }

    [Property(MaxTest = 100)]
    public void A_projection_that_follows_is_the_projection_made_anew(int[][] steps)
    {
        var tale = Told(steps);
        var loaded = NetworkSnapshot.Load(Enum.GetValues<ElementKind>().OrderBy(Order).SelectMany(tale.Latest.Full.All), tale.Latest.Sequence);
        Assert.Equal(Text(loaded.Public), Text(tale.Latest.Public));
    }

    [Property(MaxTest = 100)]
    public void Taking_a_change_back_and_that_back_again_is_as_it_was(int[][] steps)
    {
        var tale = Told(steps);
        var before = tale.Snapshots[^2];
        var back = After(tale.Latest, Revert.Of(tale.Changesets[^1], confirmWidening: true)(tale.Latest.Full).Value, out var undone);
        Assert.Equal(Content(before), Content(back));
        var again = After(back, Revert.Of(undone, confirmWidening: true)(back.Full).Value, out _);
        Assert.Equal(Content(tale.Latest), Content(again));
    }

    [Property(MaxTest = 20)]
    public void The_chain_finds_any_byte_that_was_flipped(int[][] steps, byte mask)
    {
        var (entries, _) = Written(Told(steps));
        Assert.Null(FirstBroken(entries));
        foreach (var entry in entries.TakeLast(3))
        {
            for (var at = 0; at < entry.Text.Length; at += 1 + (entry.Text.Length / 200))
            {
                entry.Text[at] ^= (byte)(mask == 0 ? 1 : mask);
                Assert.Equal(entry.Sequence, FirstBroken(entries));
                entry.Text[at] ^= (byte)(mask == 0 ? 1 : mask);
            }
        }
    }

    [Fact]
    public void An_entry_that_is_missing_or_moved_breaks_the_chain()
    {
        var (entries, _) = Written(Told([[1], [2], [3]]));
        Assert.Equal(entries[2].Sequence, FirstBroken([.. entries.Where((_, i) => i != 1)]));
        Assert.NotNull(FirstBroken([entries[0], entries[2], entries[1], .. entries.Skip(3)]));
    }

    private static long? FirstBroken(IReadOnlyList<StoredEntry> entries)
    {
        var previous = LogPosition.Start(Guid.Empty).Hash;
        foreach (var entry in entries)
        {
            if (!SHA256.HashData(entry.Text).SequenceEqual(entry.Hash) || !LogText.PreviousOf(entry.Text).SequenceEqual(previous))
            {
                return entry.Sequence;
            }

            previous = entry.Hash;
        }

        return null;
    }

    private static (List<StoredEntry> Entries, Dictionary<Guid, SealingKey> Keys) Written(Tale tale)
    {
        var (entries, position) = (new List<StoredEntry>(), LogPosition.Start(Guid.Empty));
        foreach (var changeset in tale.Changesets)
        {
            var entry = LogText.Write(changeset, position, Master);
            position = entry.PositionIn(Guid.Empty);
            entries.Add(entry);
        }

        return (entries, entries.SelectMany(e => e.Keys).ToDictionary(k => k.Id));
    }

    private static Tale Told(int[][] steps)
    {
        var tale = new Tale();
        Array.ForEach([.. steps, [7]], tale.Go);
        return tale;
    }

    private static NetworkSnapshot After(NetworkSnapshot snapshot, IReadOnlyList<Revision> revisions, out Changeset changeset)
    {
        var sequence = snapshot.Sequence + 1;
        changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        return snapshot.After(changeset, new EditScope()).Next;
    }

    private static int Order(ElementKind kind) => kind switch { ElementKind.Term => 0, ElementKind.Region => 1, ElementKind.Organization => 2, ElementKind.Unit => 3, _ => 4 };

    /// <summary>All that a graph says, with versions.</summary>
    private static string Text(NetworkGraph graph) => string.Join('\n', All(graph).Select(e => $"{e.Version} {e.Sequence} {ElementText.ToJson(e).ToJsonString()}").Order(StringComparer.Ordinal));

    /// <summary>All that both projections say, without versions, which go on.</summary>
    private static string Content(NetworkSnapshot snapshot) =>
        string.Join('\n', new[] { snapshot.Full, snapshot.Public }.SelectMany(g => All(g).Select(e => ElementText.ToJson(e).ToJsonString()).Order(StringComparer.Ordinal)));

    private static IEnumerable<Element> All(NetworkGraph graph) => Enum.GetValues<ElementKind>().SelectMany(graph.All);
}
