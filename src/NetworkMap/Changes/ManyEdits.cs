using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>One element among many that are entered together.</summary>
/// <param name="Draft">Its written form, with its id.</param>
/// <param name="From">The version that it was made from; null for a new element.</param>
public sealed record Entered(ElementDraft Draft, int? From);

/// <summary>Many elements entered together, as from a file: each is checked as its own form would be, on what those before it leave.</summary>
public static class ManyEdits
{
    /// <summary>The code of what was stopped before all was decided.</summary>
    public const string StoppedCode = "import_stopped";

    private const int ShownRefusals = 50;

    /// <summary>What would become of each, in its order: the revision, null where it says nothing new, or why not. One that is refused leaves nothing that later ones could refer to.</summary>
    /// <param name="network">The network before.</param>
    /// <param name="all">What is entered; what refers stands after what it refers to.</param>
    /// <param name="today">The day (Asia/Jakarta) by which plans are told from facts.</param>
    public static IEnumerable<Outcome<Revision?>> Try(INetwork network, IEnumerable<Entered> all, DateOnly today)
    {
        var overlay = new Overlay(network);
        foreach (var entered in all)
        {
            var outcome = PersonLists.Refused(Plausibility.Sound(Retirement.Sound(Of(entered), today), today), reason: null)(overlay).Then(made => Outcome.Made(made.SingleOrDefault()));
            if (outcome.TryValue(out var revision) && revision is not null)
            {
                overlay.Put(revision.Element, revision.After);
            }

            yield return outcome;
        }
    }

    /// <summary>All of them or none. Refusals name the place in the list, <c>[12].region</c>.</summary>
    /// <param name="all">What is entered.</param>
    /// <param name="today">The day by which plans are told from facts.</param>
    /// <param name="goesOn">Asked after each, and false when it is to be stopped: then all is refused as <c>import_stopped</c>.</param>
    public static Decision All(IReadOnlyList<Entered> all, DateOnly today, Func<bool>? goesOn = null) => network =>
    {
        var (revisions, refusals) = (new List<Revision>(all.Count), new List<Refusal>());
        foreach (var (i, outcome) in Try(network, all, today).Index())
        {
            refusals.AddRange(outcome.Refusals.Select(r => r.Under($"[{i}]")));
            if (refusals.Count >= ShownRefusals)
            {
                break;
            }

            if (outcome.TryValue(out var revision) && revision is not null)
            {
                revisions.Add(revision);
            }

            if (goesOn?.Invoke() == false)
            {
                return Refusal.Of(StoppedCode, "");
            }
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : revisions;
    };

    /// <summary>Those of some revisions after which others would see more of what there already was (<see cref="Widened"/>).</summary>
    public static IReadOnlyList<Revision> Widening(INetwork network, IEnumerable<Revision> revisions) => Widened.OfWhatThereWas(network, revisions);

    private static Decision Of(Entered entered) => entered.From is { } version ? Edits.Change(entered.Draft, version) : Edits.Create(entered.Draft);
}
