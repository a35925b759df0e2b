using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>A history that is decided as requests are: numbers become creations, edits, removals, batches and reverts, good and bad ones. Beside the graph stands a
/// plain dictionary of what each accepted revision left behind.</summary>
internal sealed class DecidedHistory
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };
    private readonly Dictionary<ElementRef, Element> plain = [];
    private readonly List<Changeset> changesets = [];

    internal DecidedHistory()
    {
        Snapshot = new Sketch().Terms(NetworkMap.Domain.Taxonomies.Taxonomy.ActorKind, "ngo").Terms(NetworkMap.Domain.Taxonomies.Taxonomy.UnitKind, "branch")
            .TieType("partners_with", 0.9, symmetric: true).TieType("supports", 0.7).Region("34", 110, -7).Region("34.02").Snapshot();
        foreach (var element in Enum.GetValues<ElementKind>().SelectMany(Snapshot.Full.All))
        {
            plain[element.Ref] = element;
        }
    }

    internal NetworkSnapshot Snapshot { get; private set; }

    /// <summary>Codes of the refusals so far.</summary>
    internal HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    internal int Accepted => changesets.Count;

    internal void Go(int number)
    {
        var dice = new Random(number);
        var words = new Random(~number);
        var outcome = (words.Next(6) == 0 ? Speak(words) : Decide(dice))(Snapshot.Full);
        if (!outcome.TryValue(out var revisions))
        {
            Refused.UnionWith(outcome.Refusals.Select(r => r.Code));
            return;
        }

        var sequence = Snapshot.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        changesets.Add(changeset);
        Snapshot = Snapshot.After(changeset, new EditScope()).Next;
        foreach (var revision in changeset.Revisions)
        {
            _ = revision.After is { } after && (plain[revision.Element] = after) == after || plain.Remove(revision.Element);
        }
    }

    internal static IEnumerable<string> Tell(IEnumerable<Element> elements) =>
        elements.Select(e => $"{e.Ref} {e.Version} {e.Sequence} {ElementText.ToJson(e).ToJsonString()}").Order(StringComparer.Ordinal);

    internal IEnumerable<string> Plain => Tell(plain.Values);

    internal IEnumerable<string> Graph => Tell(Enum.GetValues<ElementKind>().SelectMany(Snapshot.Full.All));

    private Decision Decide(Random dice) => dice.Next(10) switch
    {
        < 3 => Edits.Create(Draft(dice)),
        < 6 => Change(dice),
        6 => Edits.Remove(Any(dice), dice.Next(1, 4)),
        7 => Batch.Create([Organization(dice, dice.Next(6)), Unit(dice), Tie(dice)]),
        8 => Batch.Remove([Any(dice), Any(dice), Any(dice), Any(dice)]),
        _ => changesets.Count == 0 ? Edits.Create(Draft(dice)) : Revert.Of(changesets[^(1 + dice.Next(Math.Min(3, changesets.Count)))], confirmWidening: dice.Next(4) > 0),
    };

    private static Decision Speak(Random dice)
    {
        var tie = new TieId(Guid.Parse(Id(4, dice.Next(6))));
        return dice.Next(4) == 0
            ? Statements.Accept(tie, dice.Next(2) == 0 ? TieSide.From : TieSide.To, new DateOnly(2026, 3, 9), null)
            : Statements.State(tie, Said(dice), dice.Next(3) == 0 ? StatementWay.LinkProposerPassedOn : StatementWay.Product, new DateOnly(2026, 3, dice.Next(1, 9)), null, null);
    }

    private Decision Change(Random dice)
    {
        var draft = Draft(dice);
        var current = draft.Check().TryValue(out var element) ? plain.GetValueOrDefault(element.Ref) : null;
        return Edits.Change(draft, dice.Next(5) == 0 ? 7 : current?.Version ?? 1);
    }

    private static ElementDraft Draft(Random dice) => dice.Next(4) switch
    {
        0 => Organization(dice, dice.Next(6)),
        1 => Unit(dice),
        2 => new PlaceDraft { Id = Id(3, dice.Next(4)), Organization = Id(1, dice.Next(6)), Region = "34.02", Home = dice.Next(2) == 0, Provenance = Told },
        _ => Tie(dice),
    };

    private static OrganizationDraft Organization(Random dice, int which) => new()
    {
        Id = Id(1, which), Name = $"Organization {dice.Next(3)}", ActorKind = "ngo", Region = "34.02", Precision = dice.Next(2) == 0 ? "exact" : "hidden", Provenance = Told,
    };

    private static UnitDraft Unit(Random dice) => new() { Id = Id(2, dice.Next(4)), Organization = Id(1, dice.Next(6)), Name = $"Unit {dice.Next(3)}", UnitKind = "branch", Provenance = Told };

    private static TieDraft Tie(Random dice) => new()
    {
        Id = Id(4, dice.Next(6)), Type = dice.Next(2) == 0 ? "partners_with" : "supports", From = Id(1, dice.Next(6)), To = Id(1, dice.Next(6)),
        Status = dice.Next(3) == 0 ? "ended" : "confirmed", Audience = dice.Next(2) == 0 ? "public" : "parties", Provenance = Told,
    };

    private static TieStatementDraft Said(Random dice) => dice.Next(3) switch
    {
        0 => new() { Side = dice.Next(2) == 0 ? "from" : "to", Says = "confirmed", Word = "Ketua" },
        1 => new() { Side = dice.Next(2) == 0 ? "from" : "to", Says = "disputed", Reason = "Tidak pernah", Word = "Ketua" },
        _ => new() { Side = dice.Next(2) == 0 ? "from" : "to", Says = "ended", Until = new DateOnly(2026, 2, dice.Next(1, 9)), Word = "Ketua" },
    };

    private static ElementRef Any(Random dice) => dice.Next(4) switch
    {
        0 => new ElementRef(ElementKind.Organization, Id(1, dice.Next(6))),
        1 => new ElementRef(ElementKind.Unit, Id(2, dice.Next(4))),
        2 => new ElementRef(ElementKind.Place, Id(3, dice.Next(4))),
        _ => new ElementRef(ElementKind.Tie, Id(4, dice.Next(6))),
    };

    private static string Id(int kind, int number) => new Guid(kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number + 1)).ToString("D");
}
