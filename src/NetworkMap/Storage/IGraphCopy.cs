namespace NetworkMap.Storage;

/// <summary>A database for people who put questions of their own to the network: what an audience may see of it now, as a graph. It holds no log, no history, no keys
/// and no versions, so nothing in it tells of what is hidden or was there before.</summary>
public interface IGraphCopy : IAsyncDisposable
{
    /// <summary>Brings it to exactly these elements: writes what differs, takes away what is not among them. Gives how many it wrote or took away.</summary>
    Task<int> BecomeAsync(IEnumerable<ElementRow> elements, CancellationToken cancellation);

    /// <summary>Brings these elements to their current form; one without a body is taken away.</summary>
    Task WriteAsync(IReadOnlyList<ElementRow> changed, CancellationToken cancellation);
}
