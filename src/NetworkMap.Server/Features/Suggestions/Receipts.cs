using System.Buffers.Text;
using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>The links by which somebody without an account follows what she suggested. The code names the suggestion and is signed (HMAC with SHA-256, 128 bits of it) under the key by which links are
/// found, so that nothing of it is kept: neither a database nor a backup holds a link. She has no other way to her suggestion, so the earlier keys hold after the master key was changed
/// (<see cref="EarlierKey"/>).</summary>
public sealed class Receipts(AccountVault vault)
{
    private const int TagSize = 16;
    private const int IdSize = 16;

    /// <summary>The code of a suggestion.</summary>
    public string Make(SuggestionId suggestion) => Base64Url.EncodeToString([.. suggestion.Value.ToByteArray(), .. Tag(vault.LookupOf<SentLink>(Named(suggestion)))]);

    /// <summary>The suggestion of a code; null when it is none of ours.</summary>
    public SuggestionId? Read(string? code)
    {
        var bytes = new byte[IdSize + TagSize];
        if (code?.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(code) || !Base64Url.TryDecodeFromChars(code, bytes, out var length) || length != bytes.Length)
        {
            return null;
        }

        var suggestion = new SuggestionId(new Guid(bytes.AsSpan(0, IdSize)));
        return vault.LookupsOf<SentLink>(Named(suggestion)).Any(lookup => CryptographicOperations.FixedTimeEquals(Tag(lookup), bytes.AsSpan(IdSize))) ? suggestion : null;
    }

    private static string Named(SuggestionId suggestion) => $"suggestion receipt {suggestion}";

    private static byte[] Tag(string lookup) => Convert.FromHexString(lookup)[..TagSize];
}
