using System.Security.Cryptography;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Exchange.Seed;

/// <summary>Which seed an empty store is given.</summary>
public enum SeedChoice
{
    /// <summary>Taxonomies, regions and the demonstration network: facts with their sources, and examples marked as such.</summary>
    Demo,

    /// <summary>Taxonomies, regions, and real institutions only.</summary>
    Reference,

    /// <summary>Nothing at all.</summary>
    None,
}

/// <summary>Puts a seed into an empty network by the same way as any other change, and says how far it is.</summary>
public sealed class SeedLoader(NetworkWriter writer)
{
    private static readonly string[] Files = ["organizations", "units", "places", "services", "ties", "needs"];

    /// <summary>Loads a seed step by step. Gives the hash (SHA-256) of all that was put in, the same for the same seed, whatever keys seal it.</summary>
    public async Task<string> LoadAsync(SeedFolder folder, SeedChoice choice, Action<string> say, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, drafts) in Steps(folder, choice))
        {
            foreach (var part in drafts.Chunk(25_000))
            {
                var outcome = await writer.WriteAsync(new WriteRequest(Batch.Create(part), new Attribution("seed", "seed: " + name)), cancellation);
                if (outcome.IsRefused)
                {
                    throw new InvalidDataException($"The seed was refused at {name}{outcome.Refusals[0].Field}: {outcome.Refusals[0].Code} {string.Join(' ', outcome.Refusals[0].Arguments.Values)}.");
                }

                Array.ForEach(part, d => hash.AppendData(ElementText.ToBytes(d)));
            }

            say($"  {drafts.Count,7} {name}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, IReadOnlyList<ElementDraft> Drafts)> Steps(SeedFolder folder, SeedChoice choice)
    {
        if (choice == SeedChoice.None)
        {
            yield break;
        }

        yield return ("terms", folder.Terms());
        foreach (var level in Enum.GetValues<RegionLevel>())
        {
            yield return (Names<RegionLevel>.Of(level) + " regions", folder.Regions(level));
        }

        var source = choice == SeedChoice.Demo ? "demo" : "reference";
        foreach (var file in Files)
        {
            var drafts = folder.Elements($"{source}/{file}.ndjson");
            if (drafts.Count > 0)
            {
                yield return (file, drafts);
            }
        }
    }
}
