namespace NetworkMap.Server.Writing;

/// <summary>Whoever erases, and whoever brings back what once was, does so one after the other: what is looked up as not erased is still that when it is written. Otherwise a revert that
/// was looked at before the keys are destroyed, and decided on an element that is stripped already, would write the erased words anew, under a key that nobody destroys.</summary>
public sealed class ErasureTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    /// <summary>True when somebody waits for a turn.</summary>
    public bool IsAwaited => Volatile.Read(ref waiting) > 0;

    /// <summary>Does something in a turn of its own.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await turn.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
