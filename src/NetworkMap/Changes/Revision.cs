using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Changes;

/// <summary>One element before and after a change; it is created when there is no before, removed when there is no after.</summary>
public sealed record Revision
{
    private Revision(ElementRef element, Element? before, Element? after)
    {
        Element = element;
        Before = before;
        After = after;
    }

    /// <summary>Which element.</summary>
    public ElementRef Element { get; }

    /// <summary>What it was; null when it did not exist.</summary>
    public Element? Before { get; }

    /// <summary>What it becomes; null when it is removed.</summary>
    public Element? After { get; }

    /// <summary>The nearest that anybody who asks for it stands to it, whatever she is to the element now: it may tell what came from another, that she does not keep.</summary>
    public Standing Most { get; init; } = Standing.Steward;

    /// <summary>The version that this revision makes: one more than before, counting a removal.</summary>
    public int Version => After?.Version ?? Before!.Version + 1;

    /// <summary>Creation.</summary>
    public static Revision Create(Element after) => new(after.Ref, null, after with { Version = 1 });

    /// <summary>Change of an element that stays the same element.</summary>
    public static Revision Change(Element before, Element after) => before.Ref == after.Ref
        ? new(after.Ref, before, after with { Version = before.Version + 1 })
        : throw new ArgumentException($"{before.Ref} cannot become {after.Ref}.", nameof(after));

    /// <summary>Return of an element that was removed. Its versions go on, so that an old edit cannot be taken for a new one.</summary>
    public static Revision Restore(Element removed) => new(removed.Ref, null, removed with { Version = removed.Version + 2 });

    /// <summary>Removal.</summary>
    public static Revision Remove(Element before) => new(before.Ref, before, null);

    /// <summary>The same revision, its new form carrying the sequence that wrote it.</summary>
    public Revision At(long sequence) => new(Element, Before, After is null ? null : After with { Sequence = sequence });

    /// <summary>A revision as the log holds it.</summary>
    public static Revision Read(ElementRef element, Element? before, Element? after) => new(element, before, after);
}
