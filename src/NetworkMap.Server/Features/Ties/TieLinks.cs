using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Ties;

/// <summary>Links by which a side of a tie answers without an account. The code names tie, side, how it was handed on and until when, and is signed (HMAC with SHA-256, 128 bits of it) together with what
/// the tie is and with what that side last said: so it is used up by an answer, dies with the tie it was made for, and nothing has to be kept of it.</summary>
public sealed class TieLinks(MasterKey master)
{
    /// <summary>How long a link can be answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private const int TagSize = 16;
    private const int NamedSize = 16 + 1 + sizeof(long);
    private const byte SecondSide = 1;
    private const byte ByProposer = 2;
    private readonly byte[] key = master.Derive("tie links", 32);

    /// <summary>What a code names.</summary>
    /// <param name="PassedOn">True when the other side hands it on, so that its answer may be the other side's own.</param>
    /// <param name="Until">The moment from which it is no longer taken.</param>
    public sealed record Named(TieId Tie, TieSide Side, bool PassedOn, DateTimeOffset Until)
    {
        /// <summary>How an answer by it came.</summary>
        public StatementWay Way => PassedOn ? StatementWay.LinkProposerPassedOn : StatementWay.Link;
    }

    /// <summary>The code of a link for a side of a tie.</summary>
    public string Make(Tie tie, TieSide side, bool passedOn, DateTimeOffset now)
    {
        Span<byte> code = stackalloc byte[NamedSize + TagSize];
        tie.Id.Value.TryWriteBytes(code);
        code[16] = (byte)((side == TieSide.To ? SecondSide : 0) | (passedOn ? ByProposer : 0));
        BinaryPrimitives.WriteInt64BigEndian(code[17..], (now + Lifetime).ToUnixTimeSeconds());
        Tag(tie, side, code[..NamedSize]).AsSpan(0, TagSize).CopyTo(code[NamedSize..]);
        return Base64Url.EncodeToString(code);
    }

    /// <summary>What a code names; null when it is none. Whether it is right only the tie can tell: <see cref="Fits"/>.</summary>
    public static Named? Read(string? code) => Bytes(code) is { } bytes && bytes[16] <= (SecondSide | ByProposer) && Moment(bytes) is { } until
        ? new Named(new TieId(new Guid(bytes.AsSpan(0, 16))), (bytes[16] & SecondSide) == 0 ? TieSide.From : TieSide.To, (bytes[16] & ByProposer) != 0, until)
        : null;

    /// <summary>True when the code was made for this tie as it stands, and is still to be taken.</summary>
    public bool Fits(string code, Tie tie, DateTimeOffset now) =>
        Read(code) is { } named && named.Tie == tie.Id && now < named.Until && Bytes(code) is { } bytes
        && CryptographicOperations.FixedTimeEquals(Tag(tie, named.Side, bytes.AsSpan(0, NamedSize)).AsSpan(0, TagSize), bytes.AsSpan(NamedSize));

    private byte[] Tag(Tie tie, TieSide side, ReadOnlySpan<byte> named)
    {
        var said = tie.Statements[side];
        var bound = string.Join('\n', Convert.ToHexString(named), tie.Type.Value, tie.From, tie.To, tie.Service, said?.Says, Day(said?.Day), said?.Way, Day(said?.Until), Day(said?.Accepted), said?.Reason, said?.Word);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(bound));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(byte[] bytes)
    {
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(17));
        return seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    private static byte[]? Bytes(string? code)
    {
        var bytes = new byte[NamedSize + TagSize];
        return code?.Length == Base64Url.GetEncodedLength(bytes.Length) && Base64Url.IsValid(code) && Base64Url.TryDecodeFromChars(code, bytes, out var length) && length == bytes.Length ? bytes : null;
    }
}
