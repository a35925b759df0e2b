using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>From what elements would become to what would be written, and what is told of each row.</content>
internal sealed partial class Planner
{
    /// <summary>As many times it is looked again what comes in without those that cannot.</summary>
    private const int MostLooks = 5;

    /// <summary>What would be written. A row that cannot come in takes with it all that it says, and what rests on that is looked at again.</summary>
    private (IReadOnlyList<Entered> Entered, IReadOnlyList<Revision> Revisions) Judge()
    {
        var order = InOrder().ToList();
        List<(ElementInHand Hand, Entered Entered, Revision Revision)> made = [];
        for (var (look, before) = (0, -1); look < MostLooks && before != Refused(); look++)
        {
            before = Refused();
            made = Try(order);
        }

        made = made.FindAll(m => ComesIn(m.Hand));
        made.ForEach(m => Tell(m.Hand, m.Revision));
        foreach (var row in rows)
        {
            if (row.Row.Verdict is not (RowVerdict.Duplicate or RowVerdict.LeftAside) || row.IsRefused)
            {
                row.Row.Verdict = row.IsRefused ? RowVerdict.Refused : row.Row.Conflicts.Count > 0 ? RowVerdict.Conflict : row.Row.Verdict;
            }
        }

        return (made.ConvertAll(m => m.Entered), made.ConvertAll(m => m.Revision));
    }

    private int Refused() => rows.Count(r => r.IsRefused);

    private static bool ComesIn(ElementInHand hand) => hand.Rows.TrueForAll(r => !r.IsRefused && r.Row.Conflicts.Count == 0 && r.Row.Verdict != RowVerdict.LeftAside);

    private List<(ElementInHand Hand, Entered Entered, Revision Revision)> Try(List<ElementInHand> order)
    {
        var drafts = new List<(ElementInHand Hand, Entered Entered)>();
        foreach (var hand in order)
        {
            if (ComesIn(hand) && Draft(hand) is { } draft)
            {
                drafts.Add((hand, new Entered(draft, hand.Current?.Version)));
            }
        }

        var made = new List<(ElementInHand, Entered, Revision)>();
        progress.Begin(WorkStage.Planning, drafts.Count);
        foreach (var ((hand, entered), outcome) in drafts.Zip(ManyEdits.Try(graph, drafts.Select(d => d.Entered), ground.Today)))
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Step();
            foreach (var refusal in outcome.Refusals)
            {
                if (Depends(refusal, hand) is { } told)
                {
                    hand.Refuse(told);
                }
            }

            if (outcome.TryValue(out var revision) && revision is not null)
            {
                made.Add((hand, entered, revision));
            }
        }

        return made;
    }

    /// <summary>Elements in the order in which one refers to those before: as the lists are, and units after the unit above them.</summary>
    private IEnumerable<ElementInHand> InOrder()
    {
        var told = new HashSet<ElementRef>();
        foreach (var kind in new[] { ElementKind.Term, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need })
        {
            foreach (var hand in elements.Values.Where(e => e.Ref.Kind == kind))
            {
                var chain = new List<ElementInHand>();
                for (var at = hand; at is not null && told.Add(at.Ref); at = (string?)at.Body["parent"] is { } parent && kind == ElementKind.Unit ? elements.GetValueOrDefault(new ElementRef(ElementKind.Unit, parent)) : null)
                {
                    chain.Add(at);
                }

                for (var i = chain.Count - 1; i >= 0; i--)
                {
                    yield return chain[i];
                }
            }
        }
    }

    /// <summary>The written form, or null when something in it cannot be read, which its first row is told.</summary>
    private static ElementDraft? Draft(ElementInHand hand)
    {
        var checks = new Checks();
        if (hand.Ref.Kind == ElementKind.Term)
        {
            hand.Body.Remove("id");
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(hand.Body);
        try
        {
            return ElementText.Read(hand.Ref.Kind, text);
        }
        catch (JsonException)
        {
            // Something in it cannot be read: field by field it is found what.
        }

        var draft = DraftReader.Read(JsonNode.Parse(text)!.AsObject(), hand.Ref.Kind, checks);
        foreach (var refusal in checks.Refusals)
        {
            hand.Refuse(refusal);
        }

        return checks.Refusals.Count > 0 ? null : draft;
    }

    /// <summary>A refusal since something else is not there, told as what it is where that is a row of the same file that cannot come in; null where it is the same row, which says why already.</summary>
    private Refusal? Depends(Refusal refusal, ElementInHand hand)
    {
        ElementKind? kind = refusal.Code switch
        {
            "organization_unknown" => ElementKind.Organization,
            "unit_unknown" or "unit_parent_unknown" => ElementKind.Unit,
            "service_unknown" => ElementKind.Service,
            _ => null,
        };
        if (kind is null || (string?)hand.Body[refusal.Field] is not { } id)
        {
            return refusal;
        }

        var other = elements.GetValueOrDefault(new ElementRef(kind.Value, id))?.Rows[0].Row ?? rows.Find(r => r.Row.Verdict == RowVerdict.Duplicate && recognition.NewOf(r.Row.List.Kind, r.Row.Key).Id == id)?.Row;
        return other is null ? refusal : other == hand.Rows[0].Row && hand.Rows[0].IsRefused ? null : Refusal.Of("import_row_depends", refusal.Field, ("value", other.Name), ("table", other.Table), ("row", other.Number));
    }

    /// <summary>Tells rows what they change. What several rows make of one element is told by the first that says something of it.</summary>
    private static void Tell(ElementInHand hand, Revision revision)
    {
        foreach (var row in hand.Rows.Where(r => r.Row.Verdict is RowVerdict.Unchanged or RowVerdict.Update))
        {
            row.Row.Verdict = revision.Before is null && row.Row.List.Part is null && row.Row.Element == hand.Ref ? RowVerdict.Create : RowVerdict.Update;
        }

        if (revision.Before is not null)
        {
            hand.Rows[0].Row.Changes = [.. hand.Rows[0].Row.Changes, .. Differences.Between(revision.Before, revision.After)];
        }
    }
}
