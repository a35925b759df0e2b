namespace NetworkMap.Server.Exchange.Reading;

/// <summary>The file that was brought. It gives views of itself that each have a place of their own, so that several can read at once; closing one leaves the file open.</summary>
internal sealed class BroughtFile(Stream file)
{
    private readonly Lock gate = new();

    /// <summary>What stops the reading; nobody is told any more once the file is known to be sound.</summary>
    internal CancellationToken Stop { get; set; }

    private long Length { get; } = file.Length;

    /// <summary>A view from the beginning.</summary>
    internal Stream View() => new Looking(this);

    private int Read(long place, Span<byte> buffer)
    {
        Stop.ThrowIfCancellationRequested();
        lock (gate)
        {
            file.Position = place;
            return file.Read(buffer);
        }
    }

    private sealed class Looking(BroughtFile whole) : Stream
    {
        private long place;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length { get; } = whole.Length;

        public override long Position
        {
            get => place;
            set => place = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
        }

        public override int Read(Span<byte> buffer)
        {
            var read = whole.Read(place, buffer);
            place += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => place, _ => Length };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException("It is only read.");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is only read.");
    }
}
