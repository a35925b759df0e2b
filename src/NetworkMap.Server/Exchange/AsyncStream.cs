namespace NetworkMap.Server.Exchange;

/// <summary>A stream for writers that put some bytes out without waiting, such as the ends of a packed file, over one that takes no such calls: those bytes are held until the
/// next call that waits. What a writer puts out that way is small, so that memory stays flat. It leaves the stream below open.</summary>
internal sealed class AsyncStream(Stream below) : Stream
{
    private readonly MemoryStream held = new();
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("It is written as it is sent.");

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException("It is written as it is sent.");
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        held.Write(buffer);
        written += buffer.Length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        await below.WriteAsync(buffer, cancellationToken);
        written += buffer.Length;
    }

    /// <summary>Nothing: what is held goes with the next call that waits.</summary>
    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await below.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is only written.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It is written as it is sent.");

    public override void SetLength(long value) => throw new NotSupportedException("It is written as it is sent.");

    public override async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None);
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        held.Dispose();
        base.Dispose(disposing);
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (held.Length > 0)
        {
            await below.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellation);
            held.SetLength(0);
        }
    }
}
