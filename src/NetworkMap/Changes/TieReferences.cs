using System.Diagnostics.CodeAnalysis;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>The rules of a tie that need the network: its type, the kinds it joins, and that it is not there already.</summary>
public static class TieReferences
{
    /// <summary>A symmetric tie with its smaller end first, and the audience that its ends call for when none is stated (DOMAIN 3).</summary>
    public static TieDraft Settle(INetwork network, TieDraft draft)
    {
        var type = Code.Parse(draft.Type).TryValue(out var code) ? network.Term(Taxonomy.TieType, code) : null;
        var (from, to) = (End(network, draft.From), End(network, draft.To));

        // Only ends that can be tied are put in order: of another one it is told under the field where it was written.
        var ended = draft.Status == Names<TieStatus>.Of(TieStatus.Ended);
        var swaps = IsTieable(from, ended) && IsTieable(to, ended) && type?.Tie is { Symmetric: true } && string.CompareOrdinal(draft.From, draft.To) > 0;
        var settled = swaps ? (draft with { From = draft.To, To = draft.From }).With(Swapped(draft.Stated())) : draft;
        settled = FormStatements.Settle(network, settled);
        var touchesHomeWorkers = from is { IsOfHomeWorkers: true } || to is { IsOfHomeWorkers: true };
        return settled with
        {
            Audience = draft.Audience ?? Names<TieAudience>.Of(touchesHomeWorkers ? TieAudience.Parties : TieAudience.Public),
        };
    }

    private static TieStatements Swapped(TieStatements stated) => new(stated.To, stated.From);

    internal static void Check(INetwork network, Tie tie, Checks checks)
    {
        var ended = tie.Status == TieStatus.Ended;
        var from = End(network, checks, "from", tie.From, ended);
        var to = End(network, checks, "to", tie.To, ended);
        var type = network.Term(Taxonomy.TieType, tie.Type);
        checks.Require(type is not null, "term_unknown", "type", ("taxonomy", Taxonomy.TieType.Value), ("value", tie.Type.Value));
        checks.Require(!tie.Statements.AreOwn || tie.Status == tie.Statements.Standing(tie.OnSource), "tie_status_contradicts", "status", ("status", Names<TieStatus>.Of(tie.Statements.Standing(tie.OnSource))));
        checks.Require(
            tie.Service is not { } service || network.Find(new ElementRef(ElementKind.Service, service.ToString())) is Service,
            "service_unknown",
            "service",
            ("id", tie.Service?.ToString()));
        if (type?.Tie is not { } rules || from is null || to is null)
        {
            return;
        }

        checks.Require(rules.Joins(from.ActorKind, to.ActorKind), "tie_kinds_not_joined", "type", ("type", tie.Type.Value), ("from", from.ActorKind.Value), ("to", to.ActorKind.Value));
        checks.Require(!rules.Symmetric || !IsTieable(from, ended) || !IsTieable(to, ended) || string.CompareOrdinal(tie.From.ToString(), tie.To.ToString()) < 0, "tie_ends_unordered", "from");
        var twin = network.TiesBetween(tie.From, tie.To).FirstOrDefault(other => IsTwin(tie, other, rules.Symmetric));
        checks.Require(twin is null, "tie_duplicate", "to", ("id", twin?.Id.ToString()), ("tie", twin?.Ref.ToString()), ("status", twin is null ? null : Names<TieStatus>.Of(twin.Status)));
    }

    private static Organization? End(INetwork network, string? id) => Ids.Parse(id).TryValue(out var value) ? network.Organization(new OrganizationId(value)) : null;

    private static Organization? End(INetwork network, Checks checks, string field, OrganizationId id, bool ended)
    {
        var organization = network.Organization(id);
        checks.Require(organization is not null, "organization_unknown", field, ("id", id.ToString()));
        checks.Require(organization is null || IsTieable(organization, ended), "tie_end_retired", field, ("id", id.ToString()), ("name", organization?.Name));
        return organization;
    }

    /// <summary>An organization that has ended is the end of ended ties only.</summary>
    private static bool IsTieable([NotNullWhen(true)] Organization? end, bool ended) => end is not null && (ended || end.Retired is null);

    internal static bool IsTwin(Tie tie, Tie other, bool symmetric) =>
        other.Id != tie.Id && other.Type == tie.Type && other.Service == tie.Service
        && other.Status != TieStatus.Ended && tie.Status != TieStatus.Ended
        && ((other.From == tie.From && other.To == tie.To) || (symmetric && other.From == tie.To && other.To == tie.From));
}
