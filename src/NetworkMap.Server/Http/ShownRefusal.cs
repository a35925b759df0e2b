using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;

namespace NetworkMap.Server.Http;

/// <summary>A refusal as it may be shown: what somebody sent is repeated without characters that turn or hide text, and a region that may have been meant has its name.</summary>
public static class ShownRefusal
{
    private const string Candidates = "candidates";

    /// <summary>A region that somebody may have meant; without a name when the network does not know it.</summary>
    public sealed record MeantRegion(string Code, string? Name)
    {
        /// <inheritdoc/>
        public override string ToString() => Name is null ? Code : $"{Code} {Name}";
    }

    /// <summary>The shown form. Regions are the same for everybody, so any projection will do.</summary>
    public static Refusal Of(Refusal refusal, NetworkGraph graph)
    {
        var arguments = refusal.Arguments.ToDictionary(a => a.Key, a => Harmless(a.Value), StringComparer.Ordinal);
        if (arguments.GetValueOrDefault(Candidates) is IReadOnlyList<string> { Count: > 0 } candidates)
        {
            var meant = Meant(candidates, graph);
            arguments[Candidates] = meant.ConvertAll(m => m.Code);
            arguments["meant"] = meant;
        }

        return new Refusal(refusal.Code, Characters.Harmless(refusal.Field), arguments);
    }

    private static object? Harmless(object? value) => value switch
    {
        string text => Characters.Harmless(text),
        IEnumerable<string> texts => texts.Select(Characters.Harmless).ToList(),
        _ => value,
    };

    /// <summary>Those that there are; all of them when there is none, as in a network without regions.</summary>
    private static List<MeantRegion> Meant(IReadOnlyList<string> candidates, NetworkGraph graph)
    {
        var all = candidates.Select(c => new MeantRegion(c, graph.Region(RegionCode.Of(c))?.Name)).ToList();
        return all.Exists(m => m.Name is not null) ? all.FindAll(m => m.Name is not null) : all;
    }
}
