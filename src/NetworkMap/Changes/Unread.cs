using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>A written form of which something could not be read: it is never written, but all else that is wrong with it is told as well.</summary>
public static class Unread
{
    /// <summary>The decision; when there is something <paramref name="unread"/>, its refusals and those of every other field.</summary>
    public static Decision Refuse(Decision decide, IReadOnlyList<Refusal> unread) => unread.Count == 0 ? decide : network =>
        Outcome.Refused<IReadOnlyList<Revision>>([.. unread, .. decide(network).Refusals.Where(r => IsOfAField(r) && !unread.Any(u => IsIn(r.Field, u.Field)))]);

    /// <summary>Of the element as a whole, as that it moved on, nothing can be said before it is read as a whole.</summary>
    private static bool IsOfAField(Refusal refusal) => refusal.Field.Length > 0 && refusal.Code is not ("version_stale" or "element_unknown" or "element_exists");

    private static bool IsIn(string field, string outer) =>
        field.StartsWith(outer, StringComparison.Ordinal) && (field.Length == outer.Length || field[outer.Length] is '.' or '[');
}
