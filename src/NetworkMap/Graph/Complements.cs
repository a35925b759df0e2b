using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph;

/// <summary>What the counts beside an element ask of its own: the units of each organization, the table of each need; looked up once for each.</summary>
internal sealed class Complements(NetworkGraph full)
{
    private readonly Dictionary<OrganizationId, Complement> known = [];
    private readonly Dictionary<(RegionCode Province, int Year, string About), IReadOnlyDictionary<NeedId, CountHeld>> tables = [];

    /// <summary>What binds the counts of an element; nothing when it has none.</summary>
    internal Complement For(Element element) => element switch
    {
        Organization { Members: not null } o => Of(o.Id),
        Unit { Members: not null } u => Of(u.Organization),
        Need { Total: not null } n => new Complement(CountDetail.Parts, CountDetail.Parts, HeldOf(n)),
        _ => default,
    };

    /// <summary>Every need of the table of one.</summary>
    internal static IEnumerable<Need> Beside(NetworkGraph full, Need need)
    {
        var (table, province) = (PublishedTable.TableOf(need), need.Region.At(RegionLevel.Province));
        for (var handle = 0; handle < full.NeedLimit; handle++)
        {
            if (full.NeedAt(handle) is { } other && other.Year == need.Year && province.Holds(other.Region) && PublishedTable.TableOf(other) == table)
            {
                yield return other;
            }
        }
    }

    private Complement Of(OrganizationId organization) =>
        known.TryGetValue(organization, out var found) ? found : known[organization] = Complement.Of(full.UnitsOf(organization));

    /// <summary>An earlier version is looked at in the place of today's: its numbers are another statement.</summary>
    private CountHeld HeldOf(Need need)
    {
        var held = full.Find(need.Ref) is Need now && PublishedTable.IsSame(now, need)
            ? TableOf(need)
            : PublishedTable.Of([.. Beside(full, need).Where(n => n.Id != need.Id), need]);
        return held.GetValueOrDefault(need.Id);
    }

    private IReadOnlyDictionary<NeedId, CountHeld> TableOf(Need need) =>
        tables.TryGetValue(PublishedTable.TableOf(need), out var found) ? found : tables[PublishedTable.TableOf(need)] = PublishedTable.Of(Beside(full, need));
}
