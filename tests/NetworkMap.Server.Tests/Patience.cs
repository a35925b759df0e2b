namespace NetworkMap.Server.Tests;

/// <summary>How long a test waits for what must happen before it says that it does not. It is long, since a busy machine may be many times slower than a quiet one, and costs nothing while
/// all is well; it measures nothing.</summary>
internal static class Patience
{
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until something is so, or the patience is at its end; what is asserted afterwards says which.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        for (var began = Environment.TickCount64; !await isSo() && Environment.TickCount64 - began < Limit.TotalMilliseconds;)
        {
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>The same of what is known at once.</summary>
    internal static Task UntilAsync(Func<bool> isSo, CancellationToken cancellation) => UntilAsync(() => Task.FromResult(isSo()), cancellation);
}
