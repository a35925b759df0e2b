using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What the grants of an account let it change. It is decided on the tip, with the change itself, so that what was taken away is gone at once; and it is decided on the
/// revisions, so that a form, a revert and an import are bound alike.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>role</term><description>changes at once</description></listheader>
/// <item><term>organization editor</term><description>the organization but for its end and for whether it is another one, its units, places and services; ties that it is an end of, but for what the other end or a source says of them; who else edits it</description></item>
/// <item><term>coordinator</term><description>needs in the region</description></item>
/// <item><term>mediator</term><description>nothing yet but the own cases</description></item>
/// <item><term>steward of a region</term><description>every organization seated there with what belongs to it, ties with one end there, needs there; who edits, mediates, coordinates there</description></item>
/// <item><term>steward of all</term><description>everything; every grant but an administrator's</description></item>
/// <item><term>administrator</term><description>every grant, no data</description></item>
/// <item><term>whoever may make a change</term><description>decides on suggestions of it, and takes a decision of it back; never what its sender did</description></item>
/// </list>
/// </remarks>
public static class Rights
{
    /// <summary>The decision, refused with <c>not_permitted</c> where it would change what the account may not.</summary>
    /// <param name="decision">What is to be decided.</param>
    /// <param name="account">Who asks for it.</param>
    /// <param name="today">The day on which grants must hold.</param>
    /// <param name="by">The program that asks in its name: <c>token_hands_on_nothing</c> when it would give, change or end a right.</param>
    public static Decision Bound(Decision decision, string account, DateOnly today, Delegation? by = null) => network => decision(network).Then(revisions =>
    {
        if (by is not null && revisions.Any(r => r.Element.Kind == ElementKind.Grant))
        {
            return Refusal.Of("token_hands_on_nothing", "");
        }

        var held = by?.Of(Held(network, account, today)) ?? Held(network, account, today);
        var denied = revisions.FirstOrDefault(r => !Permits(network, held, r));
        return denied is not null ? Denied(network, denied) : Outcome.Made(revisions);
    });

    /// <summary>The grants of an account that hold on a day.</summary>
    public static IReadOnlyList<Grant> Held(INetwork network, string account, DateOnly today) => [.. network.GrantsOf(account).Where(g => g.Valid.Contains(today))];

    /// <summary>True when one of the grants lets its holder make the revision: as it stands before, and as it stands after.</summary>
    public static bool Permits(INetwork network, IReadOnlyList<Grant> held, Revision revision) => !UndoesWithdrawal(revision)
        && (held.Any(g => g is { Role: Role.Steward, IsWhole: true } && !GivesAdministration(revision))
        || (revision.Element.Kind == ElementKind.Grant ? held.Any(g => MayGive(network, g, revision)) : held.Any(g => Covers(network, g, revision))));

    /// <summary>Whether a grant could be given, or taken back, by who holds some.</summary>
    public static bool MayGive(INetwork network, IReadOnlyList<Grant> held, Grant grant) => Permits(network, held, Revision.Create(grant));

    private static bool Covers(INetwork network, Grant held, Revision revision) =>
        (revision.Before is null || Covers(network, held, revision.Before)) && (revision.After is null || Covers(network, held, revision.After)) && held.Role switch
        {
            Role.OrganizationEditor => revision is not ({ Before: Organization, After: null } or { Before: null, After: Organization }) && !SpeaksForOthers(held, revision) && !SettlesSameness(revision),
            _ => true,
        } && (revision.Element.Kind != ElementKind.Suggestion || OnlyDecides(revision, held.Role == Role.Steward));

    private static bool Covers(INetwork network, Grant held, Element element) => (held.Role, element) switch
    {
        (Role.OrganizationEditor, Organization o) => o.Id == held.Organization,
        (Role.OrganizationEditor or Role.Steward, Unit u) => Holds(network, held, u.Organization),
        (Role.OrganizationEditor or Role.Steward, Place p) => Holds(network, held, p.Organization),
        (Role.OrganizationEditor or Role.Steward, Service s) => Holds(network, held, s.Organization),
        (Role.OrganizationEditor or Role.Steward, Tie t) => Holds(network, held, t.From) || Holds(network, held, t.To),
        (Role.Steward, Organization o) => Holds(held, o.Region),
        (Role.Steward or Role.Coordinator, Need n) => Holds(held, n.Region),
        (_, Suggestion s) => Decides(network, held, s),
        _ => false,
    };

    /// <summary>Who decides on a suggestion is who could make the change herself.</summary>
    private static bool Decides(INetwork network, Grant held, Suggestion suggestion) => (suggestion.About.Kind, held.Role) switch
    {
        (ElementKind.Need, Role.Steward or Role.Coordinator) => Holds(held, suggestion.Region),
        (ElementKind.Organization, Role.Steward) when suggestion.Organization is null => Holds(held, suggestion.Region),
        (ElementKind.Need or ElementKind.Region or ElementKind.Term, _) => false,
        (_, Role.Steward or Role.OrganizationEditor) => (suggestion.Organization is { } one && Holds(network, held, one)) || (suggestion.Other is { } other && Holds(network, held, other)),
        _ => false,
    };

    /// <summary>Who decides on a suggestion may be who is complained of. So she moves it from waiting to decided, and takes that back with all that it led to (<see cref="Revert"/>); that it was sent, what it says,
    /// and that it was withdrawn are its sender's. A steward may also erase of it what is sealed (<see cref="Erasing"/>), and takes it along when what it is about is merged into another.</summary>
    private static bool OnlyDecides(Revision revision, bool isSteward)
    {
        if (revision is not { Before: Suggestion before, After: Suggestion after })
        {
            return false;
        }

        var moves = before.State == SuggestionState.Waiting ? IsDecision(after.State) : IsDecision(before.State) && after.State == SuggestionState.Waiting;
        return before == after with { Version = before.Version, Sequence = before.Sequence }
            || Differences.Between(before, after).All(d => (moves && d.Field is "state" or "decided" or "answer") || (isSteward && d.After is null && d.Field is "region" or "wanted" or "words" or "sender" or "answer") || (isSteward && d.Field is "aboutId" or "organization" or "other"));
    }

    private static bool IsDecision(SuggestionState state) => state is SuggestionState.Accepted or SuggestionState.AcceptedChanged or SuggestionState.Declined;

    /// <summary>What its sender took back, nobody sends anew for her.</summary>
    private static bool UndoesWithdrawal(Revision revision) => revision is { Before: Suggestion { State: SuggestionState.Withdrawn }, After: Suggestion { State: not SuggestionState.Withdrawn } };

    /// <summary>Whether two are one is a steward's to say.</summary>
    private static bool SettlesSameness(Revision revision) => revision is { Before: Organization before, After: Organization after } && Differences.Between(before, after).Any(d => d.Field is "mergedInto" or "distinctFrom");

    /// <summary>An editor says what her own side of a tie says. What the other side says, and that a source has it confirmed, is not hers to state.</summary>
    private static bool SpeaksForOthers(Grant held, Revision revision)
    {
        var (before, after) = (revision.Before as Tie, revision.After as Tie);
        if (after is null)
        {
            return false;
        }

        var confirmed = after.OnSource == TieStatus.Confirmed && before?.OnSource != TieStatus.Confirmed;
        return confirmed || (after.From != held.Organization && after.Statements.From != before?.Statements.From) || (after.To != held.Organization && after.Statements.To != before?.Statements.To);
    }

    private static bool MayGive(INetwork network, Grant held, Revision revision) => new[] { revision.Before, revision.After }.OfType<Grant>().All(given => held.Role switch
    {
        Role.Administrator => true,
        Role.Steward => given.Role is Role.OrganizationEditor or Role.Mediator or Role.Coordinator
            && (given.Organization is { } organization ? Holds(network, held, organization) : Holds(held, given.Region)),
        Role.OrganizationEditor => given.Role == Role.OrganizationEditor && given.Organization == held.Organization,
        _ => false,
    });

    private static bool GivesAdministration(Revision revision) => new[] { revision.Before, revision.After }.OfType<Grant>().Any(g => g.Role == Role.Administrator);

    private static bool Holds(INetwork network, Grant held, OrganizationId organization) =>
        held.Organization is { } own ? own == organization : Holds(held, network.Organization(organization)?.Region);

    private static bool Holds(Grant held, RegionCode? region) => held.IsWhole || (held.Region is { } kept && region is { } at && kept.Holds(at));

    private static Refusal Denied(INetwork network, Revision revision)
    {
        var element = revision.After ?? revision.Before!;
        var organization = (element as Organization)?.Id ?? (element as Suggestion)?.Organization ?? References.OwnerOf(element);
        return Refusal.Of(element is Grant ? "grant_not_permitted" : "not_permitted", "", ("organization", organization is { } id ? network.Organization(id)?.Name : null));
    }
}
