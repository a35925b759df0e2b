using System.IO.Compression;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>The parts of a packed file, none of which can grow beyond what is allowed: by what the file says of itself before anything is unpacked, and by what really comes out while it is.</summary>
internal sealed class ZipParts
{
    private readonly Func<Stream> file;
    private readonly ReadingLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    internal ZipParts(Func<Stream> file, ReadingLimits limits)
    {
        (this.file, this.limits) = (file, limits);
        if (ZipDirectory.Count(file(), limits.Parts) is not { } count)
        {
            throw UnreadableException.Of("file_damaged", "");
        }

        if (count > limits.Parts)
        {
            throw UnreadableException.Of("file_too_many_parts", "", ("limit", limits.Parts));
        }

        var total = 0L;
        using var archive = new ZipArchive(file(), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var name = entry.FullName.Replace('\\', '/');
            Check(name, entry);
            total += entry.Length;
            parts[name] = entry;
        }

        if (total > limits.Unpacked)
        {
            throw UnreadableException.Of("file_unpacks_too_large", "", ("limit", (int)(limits.Unpacked >> 20)));
        }
    }

    /// <summary>The names of all parts, with a slash between folders.</summary>
    internal IEnumerable<string> Names => parts.Keys;

    internal bool Has(string name) => parts.ContainsKey(name);

    /// <summary>A part, unpacked as it is read. It has an archive of its own below it, so that several can be read at once.</summary>
    internal Stream Open(string name)
    {
        var archive = new ZipArchive(file(), ZipArchiveMode.Read);
        var entry = archive.GetEntry(parts[name].FullName)!;
        return new PartStream(archive, entry.Open(), name, Most(parts[name]));
    }

    private void Check(string name, ZipArchiveEntry entry)
    {
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..", StringComparer.Ordinal))
        {
            throw UnreadableException.Of("file_part_outside", name, ("value", name));
        }

        if (entry.IsEncrypted)
        {
            throw UnreadableException.Of("file_protected", "");
        }

        if (entry.Length > Most(entry))
        {
            throw UnreadableException.Of("file_packed_too_tightly", name, ("value", name), ("limit", limits.Ratio));
        }
    }

    /// <summary>How large a part may become.</summary>
    private long Most(ZipArchiveEntry entry) => Math.Min(limits.Unpacked, Math.Max(limits.SmallPart, entry.CompressedLength * limits.Ratio));

    /// <summary>What comes out of a part, up to what may.</summary>
    private sealed class PartStream(ZipArchive archive, Stream unpacked, string name, long most) : ForwardStream
    {
        private long read;

        public override int Read(Span<byte> buffer)
        {
            var some = unpacked.Read(buffer);
            read += some;
            return read <= most ? some : throw UnreadableException.Of("file_packed_too_tightly", name, ("value", name));
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                unpacked.Dispose();
                archive.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
