using System.Security.Cryptography;
using System.Text;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Imports;

/// <summary>What is remembered of a source from which files come in: what was decided, how often one came in, and where the record then stood.</summary>
/// <param name="Settings">What was decided.</param>
/// <param name="Times">How many files came in.</param>
/// <param name="Sequence">The change by which the last one came in.</param>
/// <param name="Said">What the source last said, and what was settled about it (<see cref="ImportGround.Said"/>).</param>
public sealed record SourceMemory(ImportSettings Settings, int Times, long Sequence, IReadOnlyDictionary<string, string> Said) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.ImportSource;

    /// <summary>Nothing yet.</summary>
    internal static SourceMemory None { get; } = new(new ImportSettings(), 0, 0, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The id of the record of a source; names that differ in case and spaces alone are one.</summary>
    internal static string IdOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ImportGround.NameOf(source))).AsSpan(0, 16));
}
