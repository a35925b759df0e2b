using NetTopologySuite.Geometries;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;

namespace NetworkMap.Server.Maps;

/// <summary>The shapes of provinces and regencies. Provinces come from the ground that the pages draw, regencies are schematic; a boundary pack, a file or a folder of files
/// named by the setting <c>boundaries</c>, replaces the levels that it has outlines of. Made at the first ask, and again only when a region changed.</summary>
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
        var regions = level == RegionLevel.Province ? provinces : [.. provinces.SelectMany(p => Regions(graph, graph.RegionsIn(graph.HandleOf(p.Code)), at))];
        Lazy<ShapeSet> set;
        lock (making)
        {
            if (!made.TryGetValue(level, out var kept) || !Same(kept.Of, regions))
            {
                made[level] = kept = (regions, new Lazy<ShapeSet>(() => Make(level, regions)));
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

    private ShapeSet Make(RegionLevel level, IReadOnlyList<Region> regions)
    {
        var packed = pack.Keys.Any(code => code.Level == level);
        var outlines = packed ? pack : ground.Value;
        var schematic = level == RegionLevel.Regency && !packed;
        var shapes = schematic ? Schematic(regions) : [.. regions.Where(r => outlines.ContainsKey(r.Code)).Select(r => (r, SchematicCells.Coarse(outlines[r.Code])))];
        var drawn = shapes.Select(s => s.Region.Code).ToHashSet();
        var missing = regions.Where(r => !drawn.Contains(r.Code)).Select(r => r.Code.Value).ToList();
        if (missing.Count > 0)
        {
            logger.LogWarning("No shape for {Count} of {All} regions: {Codes}", missing.Count, regions.Count, string.Join(", ", missing.Take(40)));
        }

        return new ShapeSet(shapes, schematic);
    }

    private List<(Region Region, Geometry Shape)> Schematic(IReadOnlyList<Region> regencies) =>
        [.. regencies.Where(r => r.Point is not null && ground.Value.ContainsKey(r.Code.At(RegionLevel.Province))).GroupBy(r => r.Code.At(RegionLevel.Province))
            .SelectMany(p => SchematicCells.Of(ground.Value[p.Key], [.. p]))];

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
