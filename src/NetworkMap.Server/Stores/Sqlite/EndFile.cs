using System.Buffers.Binary;
using System.Security.Cryptography;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The kept end of the log: two slots of 96 bytes in a file of its own, written in turn after a commit and before it is acknowledged. A torn write
/// spoils one slot, the other still tells the end before. It is how a log that came back shorter than promised is noticed.</summary>
internal class EndFile : IDisposable
{
    private const int SlotSize = 96;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle handle;
    private long turn;

    internal EndFile(string path)
    {
        Durable.Own(path);
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>The farthest end that was ever kept; null when no slot can be read.</summary>
    internal LogPosition? Read()
    {
        var (first, second) = (ReadSlot(0), ReadSlot(1));
        var newest = first is null ? second : second is null || first.Value.Turn > second.Value.Turn ? first : second;
        turn = newest?.Turn ?? 0;
        return newest?.End;
    }

    /// <summary>True when the file has content of which nothing can be read.</summary>
    internal bool IsSpoiled => RandomAccess.GetLength(handle) > 0 && ReadSlot(0) is null && ReadSlot(1) is null;

    internal virtual void Write(LogPosition end)
    {
        turn++;
        Span<byte> slot = stackalloc byte[SlotSize];
        slot.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(slot, turn);
        end.Log.TryWriteBytes(slot[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(slot[24..], end.Sequence);
        end.Hash.CopyTo(slot[32..]);
        SHA256.HashData(slot[..64], slot[64..]);
        RandomAccess.Write(handle, slot, turn % 2 * SlotSize);
        Durable.Sync(handle);
    }

    public void Dispose()
    {
        handle.Dispose();
        GC.SuppressFinalize(this);
    }

    private (long Turn, LogPosition End)? ReadSlot(int number)
    {
        Span<byte> slot = stackalloc byte[SlotSize];
        if (RandomAccess.Read(handle, slot, number * SlotSize) != SlotSize)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(slot[..64], hash);
        return hash.SequenceEqual(slot[64..])
            ? (BinaryPrimitives.ReadInt64LittleEndian(slot), new LogPosition(new Guid(slot[8..24]), BinaryPrimitives.ReadInt64LittleEndian(slot[24..]), slot[32..64].ToArray()))
            : null;
    }
}
