using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using NetworkMap.Server.Exchange.Seed;

namespace NetworkMap.Server.Tests.Exchange.OpenReferral;

/// <summary>The schemas of HSDS 3.0, where they are at hand: in the folder <c>shared/samples</c> beside the repository, or in the one that NETWORKMAP_SAMPLES names.</summary>
internal static partial class HsdsSpecification
{
    private static readonly string? Folder = Find();
    private static readonly Dictionary<string, JsonSchema> Schemas = Load();

    /// <summary>Skips the test where the specification is not here.</summary>
    internal static void Require() => Assert.SkipUnless(Folder is not null, "The specification is not here: put shared/samples/hsds/spec-3.0 beside the repository, or name the folder of samples in NETWORKMAP_SAMPLES.");

    /// <summary>What is wrong with a thing by the schema of its table, with all that stands in it.</summary>
    internal static IReadOnlyList<string> Wrong(string table, JsonNode? thing)
    {
        using var document = JsonDocument.Parse(thing?.ToJsonString() ?? "null");
        var result = Schemas[table].Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{table} {d.InstanceLocation}: {e.Value}"))];
    }

    private static Dictionary<string, JsonSchema> Load()
    {
        // They name one another by their files.
        var all = new JsonObject();
        foreach (var file in Folder is null ? [] : Directory.EnumerateFiles(Folder, "*.json").Where(f => Path.GetFileName(f) != "openapi.json"))
        {
            all[Path.GetFileNameWithoutExtension(file)] = JsonNode.Parse(FileName().Replace(File.ReadAllText(file), "\"$$ref\": \"#/$$defs/$1\""));
        }

        return all.ToDictionary(s => s.Key, s => JsonSchema.FromText(
            new JsonObject { ["$ref"] = "#/$defs/" + s.Key, ["$defs"] = all.DeepClone() }.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft202012 }), StringComparer.Ordinal);
    }

    [GeneratedRegex("\"\\$ref\":\\s*\"(\\w+)\\.json\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    private static string? Find()
    {
        string?[] places = [Environment.GetEnvironmentVariable("NETWORKMAP_SAMPLES"), Path.Combine(SeedFolder.Find(AppContext.BaseDirectory) ?? ".", "..", "..", "shared", "samples")];
        return places.OfType<string>().Select(p => Path.Combine(p, "hsds", "spec-3.0", "schema")).FirstOrDefault(Directory.Exists);
    }
}
