namespace NetworkMap.Server.Live;

/// <summary>How many connections each asker has open, since one of her own costs nothing to open and something to keep.</summary>
internal sealed class OpenConnections(LiveLimits limits)
{
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    /// <summary>Counts one more; false when that is one too many. Who is nobody in particular is not counted.</summary>
    internal bool TryAdd(string? asker)
    {
        if (asker is null)
        {
            return true;
        }

        lock (turn)
        {
            var count = open.GetValueOrDefault(asker);
            if (count >= limits.Connections)
            {
                return false;
            }

            open[asker] = count + 1;
            return true;
        }
    }

    /// <summary>One less.</summary>
    internal void Remove(string? asker)
    {
        lock (turn)
        {
            if (asker is null || !open.TryGetValue(asker, out var count))
            {
                return;
            }

            if (count == 1)
            {
                open.Remove(asker);
            }
            else
            {
                open[asker] = count - 1;
            }
        }
    }
}
