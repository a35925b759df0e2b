using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Benchmarks.Network;

/// <content>Ties: most lead to a neighbour, some to somebody whom everybody knows.</content>
internal sealed partial class BigNetwork
{
    private const double Hubs = 0.7;

    /// <summary>Every tie once: no two join the same pair.</summary>
    private IEnumerable<TieDraft> Connections()
    {
        var allowed = new TieChoice(ground.Terms.Cast<TermDraft>().Where(t => t.Taxonomy == Taxonomy.TieType.Value).Select(t => (Term)t.Check().Value));
        var joined = new HashSet<(int, int)>(Ties);
        for (var (number, made) = (0, 0); made < Ties; number++)
        {
            var dice = Dice.Of(seed, "tie", number);
            var from = dice.Below(Organizations);
            var to = Other(ref dice, from);
            if (from != to && joined.Add((Math.Min(from, to), Math.Max(from, to))))
            {
                made++;
                yield return Tie(ref dice, allowed, from, to);
            }
        }
    }

    private int Other(ref Dice dice, int from)
    {
        var near = membersOf[regencies[from]];
        return dice.Share() switch
        {
            < 0.6 => near[dice.Ranked(near.Length, 0.4)],
            < 0.9 => Known(dice.Ranked(Organizations, Hubs)),
            _ => dice.Below(Organizations),
        };
    }

    /// <summary>The organization of a rank of being known: scattered over all numbers, each once.</summary>
    private int Known(int rank) => (int)(((rank * 7919L) + 1013) % Organizations);

    private TieDraft Tie(ref Dice dice, TieChoice allowed, int from, int to)
    {
        var type = allowed.Pick(ref dice, kinds[from], kinds[to]);
        var (first, second) = (ids[from].ToString("D"), ids[to].ToString("D"));
        var swaps = type.Tie!.Symmetric && string.CompareOrdinal(first, second) > 0;
        var began = dice.Chance(0.8) ? Today.AddDays(-dice.Below(5000)) : default(DateOnly?);
        var status = Status(dice.Share(), IsRetired(from) || IsRetired(to));
        return new TieDraft
        {
            Id = dice.Id().ToString("D"),
            Type = type.Code.Value,
            From = swaps ? second : first,
            To = swaps ? first : second,
            Status = status,
            Strength = dice.Chance(0.8) ? dice.Between(1, 5) : null,
            Audience = Audience(ref dice, kinds[from] == "home_worker_organization" || kinds[to] == "home_worker_organization"),
            Valid = began is { } day ? new IntervalDraft { From = day, Until = Until(ref dice, day, status) } : null,
            Agreement = dice.Chance(0.04) ? new AgreementDraft { Kind = "Nota kesepahaman", Number = $"{dice.Between(1, 400)}/MoU/{dice.Between(2015, 2026)}", Signed = began } : null,
            Supply = type.Code.Value == "supplies_work_to" && dice.Chance(0.5) ? new SupplyDraft { Product = dice.Pick(ground.Codes(Taxonomy.Sector)), Tier = dice.Between(1, 4), PaymentBasis = "piece", WorkersWomen = dice.Between(1, 80) } : null,
            Note = dice.Chance(0.01) ? "Disepakati lisan pada pertemuan pengurus." : null,
            Provenance = InventedNames.Provenance(ref dice),
        };
    }

    private static string Status(double share, bool isOver) => isOver ? "ended" : share switch { < 0.75 => "confirmed", < 0.87 => "proposed", < 0.9 => "disputed", _ => "ended" };

    private static string Audience(ref Dice dice, bool touchesHomeWorkers) => (dice.Share(), touchesHomeWorkers) switch
    {
        ( < 0.35, true) or ( < 0.85, false) => "public",
        ( < 0.5, true) or ( < 0.95, false) => "signed_in",
        _ => "parties",
    };

    private static DateOnly? Until(ref Dice dice, DateOnly from, string status)
    {
        if (status == "ended")
        {
            return from.AddDays(dice.Below(Today.DayNumber - from.DayNumber + 1));
        }

        return dice.Chance(0.1) ? Today.AddDays(dice.Below(1500)) : null;
    }
}

/// <summary>The tie types that may join two kinds, as the real rules have them.</summary>
internal sealed class TieChoice(IEnumerable<Term> types)
{
    private readonly List<Term> types = [.. types];
    private readonly Dictionary<(string, string), Term[]> joining = [];

    internal Term Pick(ref Dice dice, string from, string to)
    {
        if (!joining.TryGetValue((from, to), out var choice))
        {
            choice = joining[(from, to)] = [.. types.Where(t => t.Tie!.Joins(Code.Of(from), Code.Of(to)))];
        }

        return choice[dice.Ranked(choice.Length, 0.3)];
    }
}
