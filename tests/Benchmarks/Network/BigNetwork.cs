using System.Security.Cryptography;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange.Seed;

namespace NetworkMap.Benchmarks.Network;

/// <summary>A large network that nobody is in: five ties an organization, heavy-tailed in whom ties lead to, in which regencies organizations are, and in what
/// they work on. The same seed and size give the same elements, byte for byte. Everything invented is marked as an example.</summary>
/// <remarks>Loaded: every taxonomy; 38 provinces, 514 regencies, 7,285 districts (83,762 villages when asked for); a local government for every province and
/// regency, the other organizations by the shares of <see cref="Kinds"/>; a place for two thirds of them, one in ten with a unit, three in ten with a service of
/// one to eight areas; four needs a regency.</remarks>
internal sealed partial class BigNetwork
{
    /// <summary>The day on which the network is looked at.</summary>
    internal static readonly DateOnly Today = new(2026, 11, 1);

    private static readonly (string Kind, double Share)[] Kinds =
    [
        ("home_worker_organization", 0.34), ("community_social_organization", 0.16), ("ngo", 0.12), ("service_provider", 0.11), ("company", 0.08), ("religious_organization", 0.06),
        ("intermediary", 0.04), ("social_welfare_institution", 0.04), ("trade_union", 0.02), ("network", 0.01), ("university", 0.005), ("funder", 0.005), ("employer_association", 0.005),
        ("professional_organization", 0.003), ("foreign_social_welfare_institution", 0.001), ("professional_body", 0.0005), ("national_government", 0.0005),
    ];

    private readonly ulong seed;
    private readonly Ground ground;
    private readonly Guid[] ids;
    private readonly string[] kinds;
    private readonly int[] regencies;
    private readonly int[][] membersOf;

    internal BigNetwork(SeedFolder folder, int organizations, ulong seed = 2026, bool villages = false)
    {
        this.seed = seed;
        ground = new Ground(folder, villages);
        Organizations = organizations;
        (ids, kinds, regencies) = (new Guid[organizations], new string[organizations], new int[organizations]);
        for (var i = 0; i < organizations; i++)
        {
            var dice = Dice.Of(seed, "organization", i);
            ids[i] = dice.Id();
            kinds[i] = i < Governments ? "local_government" : Kind(dice.Share());
            regencies[i] = i < ground.Regencies.Length ? i : (dice.Ranked(ground.Regencies.Length, 0.55) * 197 + 41) % ground.Regencies.Length;
        }

        membersOf = [.. Enumerable.Range(0, ground.Regencies.Length).GroupJoin(Enumerable.Range(0, organizations), r => r, o => regencies[o], (_, members) => members.ToArray())];
    }

    internal int Organizations { get; }

    internal int Ties => Organizations * 5;

    internal IReadOnlyList<Guid> Ids => ids;

    internal int Services => Organizations * 3 / 10;

    private int Governments => ground.Regencies.Length + ground.Provinces.Length;

    /// <summary>Every element, what is referred to before what refers to it; made anew each time it is asked for.</summary>
    internal IEnumerable<ElementDraft> Drafts() =>
        ground.Terms.Concat(ground.Regions)
            .Concat(Enumerable.Range(0, Organizations).Select(Organization))
            .Concat(Enumerable.Range(0, Organizations / 10).Select(Unit))
            .Concat(Enumerable.Range(0, Organizations).Select(Place).OfType<ElementDraft>())
            .Concat(Enumerable.Range(0, Services).Select(Service))
            .Concat(Connections())
            .Concat(Enumerable.Range(0, ground.Regencies.Length * 4).Select(Need));

    internal static BigNetwork InRepository(int organizations, bool villages = false) =>
        new(new SeedFolder(SeedFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("No folder graph-seed above the program.")), organizations, villages: villages);

    /// <summary>SHA-256 over the canonical bytes of every element.</summary>
    internal string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var draft in Drafts())
        {
            hash.AppendData(ElementText.ToBytes(draft));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The network in memory, as a server would hold it.</summary>
    internal NetworkSnapshot Snapshot() => NetworkSnapshot.Load(Elements(), 1);

    internal IEnumerable<Element> Elements() => Drafts().Select(d => d.Check().Value with { Version = 1, Sequence = 1 });

    private static string Kind(double share)
    {
        foreach (var (kind, part) in Kinds)
        {
            share -= part;
            if (share < 0)
            {
                return kind;
            }
        }

        return Kinds[0].Kind;
    }
}
