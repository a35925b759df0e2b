namespace NetworkMap.Graph;

/// <summary>One edit of the graph, from the first change to the swap. What was made inside the scope was never shown to a reader and may be written in
/// place; everything else is copied first. So a group of changes copies each small array once.</summary>
public sealed class EditScope
{
    private readonly HashSet<object> owned = new(ReferenceEqualityComparer.Instance);
    private object? last;

    /// <summary>An edit on the line of snapshots, from the newest one; only the one writer makes such.</summary>
    public EditScope()
    {
    }

    private EditScope(bool isBranch, bool isFounding) => (IsBranch, IsFounding) = (isBranch, isFounding);

    /// <summary>True when the edit leads away from the line of snapshots.</summary>
    internal bool IsBranch { get; }

    /// <summary>True when a first snapshot is made out of nothing.</summary>
    internal bool IsFounding { get; }

    /// <summary>An edit that leads away from the line of snapshots, such as back into the past: it starts anywhere, beside the writer, and shows in no other
    /// snapshot.</summary>
    public static EditScope Branch() => new(isBranch: true, isFounding: false);

    /// <summary>The making of a first snapshot out of nothing: all there is was made inside.</summary>
    internal static EditScope Founding() => new(isBranch: false, isFounding: true);

    internal bool Owns(object made) => IsFounding || ReferenceEquals(made, last) || (owned.Contains(made) && Remember(made));

    internal T Own<T>(T made) where T : class
    {
        if (IsFounding)
        {
            return made;
        }

        owned.Add(made);
        last = made;
        return made;
    }

    private bool Remember(object made)
    {
        last = made;
        return true;
    }
}
