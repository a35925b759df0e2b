namespace NetworkMap.Graph;

/// <summary>One edit of the graph, from the first change to the swap. What was made inside the scope was never shown to a reader and may be written in
/// place; everything else is copied first. So a group of changes copies each small array once.</summary>
public sealed class EditScope
{
    private readonly HashSet<object> owned = new(ReferenceEqualityComparer.Instance);
    private object? last;

    internal bool Owns(object made) => ReferenceEquals(made, last) || (owned.Contains(made) && Remember(made));

    internal T Own<T>(T made) where T : class
    {
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
