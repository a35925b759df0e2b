using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Exchange.Seed;

namespace NetworkMap.Benchmarks.Network;

/// <summary>What is real in the big network: the taxonomies and the provinces, regencies and districts of <c>graph-seed/</c>.</summary>
internal sealed class Ground
{
    private readonly Dictionary<string, List<string>> codes = new(StringComparer.Ordinal);

    internal Ground(SeedFolder seed, bool villages)
    {
        Terms = seed.Terms();
        foreach (var term in Terms.Cast<TermDraft>())
        {
            codes.TryAdd(term.Taxonomy!, []);
            codes[term.Taxonomy!].Add(term.Code!);
        }

        Provinces = [.. seed.Regions(RegionLevel.Province).Cast<RegionDraft>()];
        Regencies = [.. seed.Regions(RegionLevel.Regency).Cast<RegionDraft>()];
        var districts = seed.Regions(RegionLevel.District).Cast<RegionDraft>().ToList();
        var below = districts.ToLookup(d => d.Id![..5], StringComparer.Ordinal);
        DistrictsOf = [.. Regencies.Select(r => below[r.Id!].ToArray())];
        Regions = [.. Provinces, .. Regencies, .. districts, .. villages ? seed.Regions(RegionLevel.Village) : []];
    }

    internal IReadOnlyList<ElementDraft> Terms { get; }

    internal IReadOnlyList<ElementDraft> Regions { get; }

    internal RegionDraft[] Provinces { get; }

    internal RegionDraft[] Regencies { get; }

    internal RegionDraft[][] DistrictsOf { get; }

    /// <summary>The codes of a taxonomy, in the order of its file.</summary>
    internal IReadOnlyList<string> Codes(Code taxonomy) => codes[taxonomy.Value];
}
