using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Changes;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>On what ground the rows of a file are read.</summary>
/// <param name="Source">Where the file is from.</param>
/// <param name="Account">Who brings it.</param>
/// <param name="Today">The day (Asia/Jakarta).</param>
/// <param name="Times">How many files of the source came in before; what a file adds gets its ids from source, row and this, so that what was taken back stays gone.</param>
/// <param name="Left">The network as it was when our own workbook left; null for every other file. In our own, an empty cell says that there is nothing.</param>
/// <param name="Erased">The elements of which personal data was erased since it left: what it says of them is passed over.</param>
/// <param name="Said">What the source last said, place by place (<see cref="PlaceOf"/>), and what the network said once that was settled.</param>
internal sealed record ImportGround(string Source, string Account, DateOnly Today, int Times, INetwork? Left, IReadOnlySet<string> Erased, IReadOnlyDictionary<string, string> Said)
{
    private const int Length = 12;

    /// <summary>True when it is our own workbook come back.</summary>
    internal bool IsOwn => Left is not null;

    /// <summary>The name of a source by which it is known: names that differ in case and spaces alone are one.</summary>
    internal string Known { get; } = NameOf(Source);

    /// <inheritdoc cref="Known"/>
    internal static string NameOf(string source) => string.Join(' ', source.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The place of a field of a row. It tells nothing of what stands there, since that may be a telephone number.</summary>
    internal static string PlaceOf(string key, string path) => HashOf($"{key}\n{path}");

    /// <summary>What the source last said at a place, and what the network then said; null where nothing was settled yet.</summary>
    internal (string File, string Network)? Settled(string place) => Said.GetValueOrDefault(place) is { Length: 2 * Length } both ? (both[..Length], both[Length..]) : null;

    /// <summary>What is remembered of a place.</summary>
    internal static string Settle(string file, string network) => file + network;

    /// <summary>What stands for a value.</summary>
    internal static string HashOf(JsonNode? value) => HashOf(Paths.Plain(value));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Length / 2));
}
