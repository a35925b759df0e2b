using NetTopologySuite.Geometries;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;

namespace NetworkMap.Server.Maps;

/// <summary>The shapes of provinces and regencies. Provinces come from the ground that the pages draw, regencies are schematic; a boundary pack, a file or a folder of files
/// named by the setting <c>boundaries</c>, replaces what it has outlines of: the regencies of a province together, and a province also by all of its regencies, which are
/// drawn on the same map. Made at the first ask, and again only when a region changed.</summary>
public sealed class RegionShapes
{
    private readonly ILogger<RegionShapes> logger;
    private readonly Lazy<IReadOnlyDictionary<RegionCode, Geometry>> ground = new(ReadGround);
    private readonly IReadOnlyDictionary<RegionCode, Geometry> pack;
    private readonly Lock making = new();
    private readonly Dictionary<RegionLevel, (IReadOnlyList<Region> Of, Lazy<ShapeSet> Set)> made = [];

    /// <summary>Reads the boundary pack, if there is one.</summary>
    /// <exception cref="InvalidDataException">The pack is named and cannot be used.</exception>
    public RegionShapes(IConfiguration configuration, ILogger<RegionShapes> logger)
    {
        this.logger = logger;
        pack = configuration["boundaries"] is { Length: > 0 } path ? ReadPack(path) : new Dictionary<RegionCode, Geometry>();
    }

    /// <summary>The shapes of the regions of a level that exist on a day.</summary>
    internal ShapeSet Of(NetworkGraph graph, RegionLevel level, DateOnly at)
    {
        var provinces = Regions(graph, graph.Provinces, at);
        List<Region> regencies = [.. provinces.SelectMany(p => Regions(graph, graph.RegionsIn(graph.HandleOf(p.Code)), at))];
        List<Region> regions = level == RegionLevel.Province ? [.. provinces, .. regencies] : regencies;
        Lazy<ShapeSet> set;
        lock (making)
        {
            if (!made.TryGetValue(level, out var kept) || !Same(kept.Of, regions))
            {
                made[level] = kept = (regions, new Lazy<ShapeSet>(() => level == RegionLevel.Province ? Make(provinces, Provinces(provinces, regencies)) : Make(regencies, Regencies(regencies))));
            }

            set = kept.Set;
        }

        return set.Value;
    }

    private static bool Same(IReadOnlyList<Region> one, IReadOnlyList<Region> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static IReadOnlyList<Region> Regions(NetworkGraph graph, ReadOnlySpan<int> handles, DateOnly at)
    {
        var regions = new List<Region>(handles.Length);
        foreach (var handle in handles)
        {
            if (graph.RegionAt(handle) is { } region && region.Valid.Contains(at))
            {
                regions.Add(region);
            }
        }

        regions.Sort((a, b) => a.Code.CompareTo(b.Code));
        return regions;
    }

    private ShapeSet Make(IReadOnlyList<Region> regions, List<DrawnRegion> shapes)
    {
        var drawn = shapes.Select(s => s.Region.Code).ToHashSet();
        var missing = regions.Where(r => !drawn.Contains(r.Code)).Select(r => r.Code.Value).ToList();
        if (missing.Count > 0)
        {
            logger.LogWarning("No shape for {Count} of {All} regions: {Codes}", missing.Count, regions.Count, string.Join(", ", missing.Take(40)));
        }

        return new ShapeSet(shapes);
    }

    private List<DrawnRegion> Provinces(IReadOnlyList<Region> provinces, IReadOnlyList<Region> regencies)
    {
        var inside = regencies.ToLookup(r => r.Code.At(RegionLevel.Province), r => r.Code);
        return [.. provinces.Select(p => (Region: p, Outline: Province(p.Code, [.. inside[p.Code]]))).Where(p => p.Outline is not null)
            .Select(p => new DrawnRegion(p.Region, SchematicCells.Coarse(p.Outline!), Schematic: false))];
    }

    /// <summary>The outline of a province: its own in the pack, else all of its regencies there together, else the ground's; null when there is none. Without one of its regencies the others are not the province.</summary>
    private Geometry? Province(RegionCode code, IReadOnlyList<RegionCode> inside) =>
        pack.TryGetValue(code, out var own) ? own
        : inside.Count > 0 && inside.All(pack.ContainsKey) ? Outlines.Together([.. inside.Select(regency => pack[regency])])
        : ground.Value.GetValueOrDefault(code);

    /// <summary>Regencies as the pack has them; those of a province of which it has none are schematic.</summary>
    private List<DrawnRegion> Regencies(IReadOnlyList<Region> regencies)
    {
        var packed = pack.Keys.Where(code => code.Level == RegionLevel.Regency).Select(code => code.At(RegionLevel.Province)).ToHashSet();
        return [.. regencies.GroupBy(r => r.Code.At(RegionLevel.Province)).SelectMany(p => packed.Contains(p.Key)
            ? p.Where(r => pack.ContainsKey(r.Code)).Select(r => new DrawnRegion(r, SchematicCells.Coarse(pack[r.Code]), Schematic: false))
            : Schematic(p.Key, [.. p.Where(r => r.Point is not null)]))];
    }

    private IEnumerable<DrawnRegion> Schematic(RegionCode province, IReadOnlyList<Region> regencies) =>
        regencies.Count > 0 && ground.Value.TryGetValue(province, out var whole) ? SchematicCells.Of(whole, regencies).Select(c => new DrawnRegion(c.Region, c.Cell, Schematic: true)) : [];

    private static IReadOnlyDictionary<RegionCode, Geometry> ReadGround()
    {
        using var file = typeof(RegionShapes).Assembly.GetManifestResourceStream("ground.json")!;
        return OutlineFile.Read(file, "ground.json");
    }

    /// <summary>One file, or every TopoJSON or GeoJSON file of a folder: packs often keep each level in a file of its own.</summary>
    private static Dictionary<RegionCode, Geometry> ReadPack(string path)
    {
        try
        {
            var outlines = new Dictionary<RegionCode, Geometry>();
            foreach (var name in FilesOf(path))
            {
                using var file = File.OpenRead(name);
                foreach (var (code, outline) in OutlineFile.Read(file, name))
                {
                    outlines[code] = outline;
                }
            }

            return outlines.Count > 0 ? outlines : throw new InvalidDataException($"The folder {path} (setting boundaries) has no file that ends in .json or .geojson.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The boundary pack {path} (setting boundaries) cannot be read: {failure.Message}", failure);
        }
    }

    private static IEnumerable<string> FilesOf(string path) => !Directory.Exists(path) ? [path] : Directory.EnumerateFiles(path)
        .Where(name => Path.GetExtension(name) is ".json" or ".geojson").Order(StringComparer.Ordinal);
}
