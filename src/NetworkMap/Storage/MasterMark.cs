namespace NetworkMap.Storage;

/// <summary>Which master key wraps what a store holds, by <see cref="MasterKey.Mark"/>.</summary>
/// <param name="InForce">The one that wraps all of it; while <paramref name="Next"/> is set, what was not wrapped anew yet.</param>
/// <param name="Next">The one that everything is being wrapped by anew; null once that is done.</param>
public sealed record MasterMark(string InForce, string? Next = null)
{
    /// <summary>As a store keeps it: the one in force, then the next one.</summary>
    public override string ToString() => Next is null ? InForce : $"{InForce} {Next}";

    /// <summary>The mark that a store kept; null when there was none.</summary>
    public static MasterMark? Read(string? kept) => kept?.Split(' ') switch
    {
        [{ Length: > 0 } inForce] => new MasterMark(inForce),
        [{ Length: > 0 } inForce, { Length: > 0 } next] => new MasterMark(inForce, next),
        _ => null,
    };

    /// <summary>Throws <see cref="StoreFailedException"/> when a store must not be served with a master key: another one is in force, or wrapping anew was begun and not ended.
    /// What were sealed then would be lost to the right key.</summary>
    public static void Require(MasterMark? mark, MasterKey master)
    {
        if (mark is { Next: not null })
        {
            throw new StoreFailedException("The keys in the store are being wrapped by a new master key, and that was not ended. Run `rotate-key` again, with both keys; then start with the new one.");
        }

        if (mark is not null && mark.InForce != master.Mark)
        {
            throw new StoreFailedException("Another master key is in force: this master key did not seal them, or what it wrapped was wrapped by a new one since (`rotate-key`). Put the new one where this server looks for it, keys/master.key of --data or the setting MasterKey.");
        }
    }
}
