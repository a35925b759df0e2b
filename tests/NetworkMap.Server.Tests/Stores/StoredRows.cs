using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

internal static class StoredRows
{
    /// <summary>The current graph as a list.</summary>
    internal static async Task<List<ElementRow>> RowsAsync(this INetworkStore store, CancellationToken cancellation)
    {
        var rows = new List<ElementRow>();
        await store.LoadAsync(element => rows.Add(element.ToRow()), cancellation);
        return rows;
    }
}
