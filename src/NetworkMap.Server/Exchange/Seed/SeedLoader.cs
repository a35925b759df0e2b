using System.Security.Cryptography;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Exchange.Seed;

/// <summary>Puts a seed into an empty network by the same way as any other change, and says how far it is. Each part of it is one changeset that says which part of
/// how many it is, so that a start that was interrupted is known and goes on where it stopped.</summary>
public sealed class SeedLoader(NetworkWriter writer)
{
    /// <summary>The author of what a seed brings.</summary>
    public const string Author = Provenance.Seed;

    /// <summary>Small enough for a database server with little memory: each part is one transaction.</summary>
    private const int PartSize = 5_000;
    private static readonly string[] Files = ["organizations", "units", "places", "services", "ties", "needs"];

    /// <summary>Loads a seed from its first part that is not there yet. Gives the hash (SHA-256) of the whole seed, the same for the same seed, whatever keys seal it.</summary>
    public async Task<string> LoadAsync(SeedFolder folder, SeedProgress progress, Action<string> say, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var parts = Steps(folder, progress.Choice).SelectMany(s => s.Drafts.Chunk(PartSize).Select((drafts, i) => (s.Name, Drafts: drafts, Total: i == 0 ? s.Drafts.Count : (int?)null))).ToList();
        foreach (var (i, part) in parts.Index())
        {
            if (part.Total is { } total)
            {
                say($"  {total,7} {part.Name}");
            }

            if (i >= progress.Done)
            {
                await AddAsync(part.Name, part.Drafts, progress with { Done = i + 1, Total = parts.Count }, cancellation);
            }

            Array.ForEach(part.Drafts, d => hash.AppendData(ElementText.ToBytes(d)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task AddAsync(string name, ElementDraft[] drafts, SeedProgress progress, CancellationToken cancellation)
    {
        var outcome = await writer.WriteAsync(new WriteRequest(Batch.Create(drafts), new Attribution(Author, "seed: " + name, progress.ToString()), OfTheHouse: true), cancellation);
        if (outcome.IsRefused)
        {
            throw new InvalidDataException($"The seed was refused at {name}{outcome.Refusals[0].Field}: {outcome.Refusals[0].Code} {string.Join(' ', outcome.Refusals[0].Arguments.Values)}.");
        }
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

        var source = Names<SeedChoice>.Of(choice);
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
