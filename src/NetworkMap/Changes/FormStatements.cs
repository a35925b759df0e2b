using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What the form of a tie may say of its two sides. It enters what an outside source says, and, of a new tie, which side says so itself; what a side said is changed by
/// <see cref="Statements"/> alone.</summary>
internal static class FormStatements
{
    /// <summary>The form with the statements that the sides made themselves, whatever it leaves out of them, and with the status that follows. A status that was chosen anew is the
    /// word of the source.</summary>
    internal static TieDraft Settle(INetwork network, TieDraft draft)
    {
        var current = CurrentOf(network, draft);
        var stated = Kept(current, draft.Stated());
        if (!stated.AreOwn)
        {
            return draft with { Status = draft.Status ?? Names<TieStatus>.Of(stated.Standing(TieStatus.Proposed)) };
        }

        var chosen = draft.Status is { } status && Names<TieStatus>.TryParse(status, out var known) && known != current?.Status ? known : default(TieStatus?);
        var source = chosen ?? (draft.OnSource is { } name && Names<TieStatus>.TryParse(name, out var entered) ? entered : current?.OnSource ?? TieStatus.Proposed);
        var standing = stated.Standing(source);
        var contradicts = chosen is { } wanted && wanted != standing && (current is not null || wanted != TieStatus.Proposed);
        return draft.With(stated) with
        {
            OnSource = source == TieStatus.Proposed ? null : Names<TieStatus>.Of(source),
            Status = contradicts ? draft.Status : Names<TieStatus>.Of(standing),
        };
    }

    /// <summary>Refusals of what a form may not say: words of a side that it did not say, and words that it said of another tie.</summary>
    internal static IEnumerable<Refusal> Foreign(INetwork network, ElementDraft settled)
    {
        if (settled is not TieDraft draft)
        {
            yield break;
        }

        var (current, stated) = (CurrentOf(network, draft), draft.Stated());
        foreach (var side in Enum.GetValues<TieSide>())
        {
            if (stated[side] is { IsOwn: true } said && said != current?.Statements[side] && !(current is null && IsProposal(said)))
            {
                yield return Refusal.Of("statement_not_by_form", "statements", ("side", Names<TieSide>.Of(side)));
            }
        }

        if (current is { Statements.AreOwn: true } && Moved(current, draft) is { } field)
        {
            yield return Refusal.Of("statement_of_other", field);
        }
    }

    /// <summary>Own statements stay, with the words that a form may not show; those of a source are the form's to change.</summary>
    private static TieStatements Kept(Tie? current, TieStatements stated)
    {
        foreach (var side in Enum.GetValues<TieSide>())
        {
            if (current?.Statements[side] is { IsOwn: true } own && (stated[side] is null || stated[side]!.Bare() == own.Bare()))
            {
                stated = stated.With(side, own);
            }
        }

        return stated;
    }

    private static bool IsProposal(TieStatement said) => said is { Says: TieWord.Confirmed, Way: StatementWay.Product, Accepted: null };

    private static string? Moved(Tie current, TieDraft draft) =>
        draft.Type != current.Type.Value ? "type"
        : draft.From != current.From.ToString() ? "from"
        : draft.To != current.To.ToString() ? "to"
        : draft.Service != current.Service?.ToString() ? "service"
        : null;

    private static Tie? CurrentOf(INetwork network, TieDraft draft) => Ids.TryParse(draft.Id, out var id) ? network.Find(new ElementRef(ElementKind.Tie, new TieId(id).ToString())) as Tie : null;
}
