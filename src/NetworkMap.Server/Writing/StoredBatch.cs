using System.Buffers;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Stored elements, copied one behind the other into one borrowed buffer until somebody makes elements of them.</summary>
internal sealed class StoredBatch
{
    private const int Bytes = 1 << 19;
    private readonly List<(ElementKind Kind, int Version, long Sequence, int End)> elements = [];
    private byte[] bodies = ArrayPool<byte>.Shared.Rent(Bytes);
    private int end;

    /// <summary>True when the next one should go to another batch.</summary>
    internal bool IsFull => end > Bytes - (Bytes / 8);

    internal void Add(StoredElement element)
    {
        if (bodies.Length - end < element.Body.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(end + element.Body.Length);
            bodies.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bodies);
            bodies = larger;
        }

        element.Body.CopyTo(bodies.AsSpan(end));
        end += element.Body.Length;
        elements.Add((element.Kind, element.Version, element.Sequence, end));
    }

    /// <summary>The elements, once: the buffer goes back.</summary>
    internal Element[] Read(SealedText sealing)
    {
        var read = new Element[elements.Count];
        var start = 0;
        for (var i = 0; i < read.Length; i++)
        {
            var (kind, version, sequence, until) = elements[i];
            read[i] = sealing.Read(kind, bodies.AsSpan(start, until - start), version, sequence);
            start = until;
        }

        ArrayPool<byte>.Shared.Return(bodies);
        bodies = [];
        return read;
    }
}
