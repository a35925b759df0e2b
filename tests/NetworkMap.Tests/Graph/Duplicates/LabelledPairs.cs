using System.Collections.Immutable;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Tests.Graph.Algorithms;
using NetworkMap.Tests.House;

namespace NetworkMap.Tests.Graph.Duplicates;

/// <summary>One pair of the labelled set.</summary>
internal sealed record LabelledPair(string Number, string Half, bool IsSame, string Difference, DuplicateRecord Left, DuplicateRecord Right);

/// <summary>The pairs that somebody labelled without having seen the scorer (<c>duplicate-pairs.md</c>).</summary>
internal static class LabelledPairs
{
    private static readonly Lazy<IReadOnlyList<LabelledPair>> Read = new(() => [.. Rows()]);

    internal static IEnumerable<LabelledPair> Half(string half) => Read.Value.Where(p => p.Half == half);

    private static IEnumerable<LabelledPair> Rows()
    {
        var lines = File.ReadAllLines(Path.Combine(Sources.Root, "tests", "NetworkMap.Tests", "Graph", "Text", "duplicate-pairs.csv"));
        var columns = lines[0].Split(',').Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            var fields = DemonstrationNetwork.Fields(line);
            string? Field(string name) => fields[columns[name]] is { Length: > 0 } text ? text : null;
            yield return new LabelledPair(Field("pair")!, Field("half")!, Field("label") == "same", Field("difference")!, Side("left", Field), Side("right", Field));
        }
    }

    private static DuplicateRecord Side(string side, Func<string, string?> field)
    {
        string? Of(string name) => field($"{side}_{name}");
        return new DuplicateRecord
        {
            Name = Of("name")!,
            OtherNames = Of("other_names")?.Split(';') ?? [],
            Acronym = Of("acronym"),
            ActorKind = Of("kind"),
            LegalForm = Of("legal_form"),
            Region = Of("region") is { } region ? RegionCode.Of(region) : null,
            Channels = [.. new[] { Channels.Telephone(Of("phone")), Channels.Email(Of("email")), Channels.Web(Of("website")) }.OfType<Channel>()],
            Identifiers = Of("identifier")?.Split(';') ?? [],
            Ties = Of("partners")?.Split(';') ?? [],
        };
    }
}
