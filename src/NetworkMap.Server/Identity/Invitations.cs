using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Inviting somebody, and accepting. Rights that go with an invitation are given in the name of whoever made it, within what she may give by then.</summary>
public sealed class Invitations(AccountVault vault, AccountUsers accounts, AccountChanges changes, SigningIn signingIn, Logins logins, Links links, SecurityLog log, NetworkWriter writer, NetworkView view, TimeProvider clock)
{
    private const int ForLimit = 80;

    /// <summary>What a caller may give with an invitation: for an organization or a region, or for the whole network and her own organizations when neither is named.</summary>
    public IReadOnlyList<OfferedGrant> Offers(Caller caller, string? organization, string? region)
    {
        IEnumerable<OfferedGrant> all = organization is not null ? [Of(Role.OrganizationEditor, organization)]
            : region is not null ? [Of(Role.Mediator, region: region), Of(Role.Coordinator, region: region), Of(Role.Steward, region: region)]
            : [
                .. caller.Grants.Select(g => g.Organization).OfType<Domain.OrganizationId>().Distinct().Select(o => Of(Role.OrganizationEditor, o.ToString())),
                .. caller.Grants.Select(g => g.Region).OfType<Domain.Places.RegionCode>().Distinct().SelectMany(r => new[] { Of(Role.Mediator, region: r.Value), Of(Role.Coordinator, region: r.Value) }),
                Of(Role.Mediator), Of(Role.Coordinator), Of(Role.Steward), Of(Role.Administrator),
            ];
        var network = view.Latest.Full;
        return [.. all.Where(o => o.For("somebody", "somebody").Check().TryValue(out var grant) && IsKnown(network, (Grant)grant) && Rights.MayGive(network, caller.Grants, (Grant)grant))];
    }

    /// <summary>True when a caller may invite somebody who gets no right yet.</summary>
    public static bool MayInviteAnybody(Caller caller) => caller.Grants.Any(g => g.Role is Role.Steward or Role.Administrator);

    /// <summary>True when there is anybody whom a caller may invite.</summary>
    public bool MayInvite(Caller caller) => MayInviteAnybody(caller) || Offers(caller, organization: null, region: null).Count > 0;

    /// <summary>Makes an invitation; its code, which is told this once.</summary>
    public async Task<Outcome<(string Code, DateTimeOffset Until)>> MakeAsync(Caller caller, string? whom, IReadOnlyList<OfferedGrant> grants, CancellationToken cancellation)
    {
        var checks = new Checks();
        var noted = checks.OptionalText("for", whom, ForLimit);
        if (checks.Refusals.Count > 0)
        {
            return Outcome.Refused<(string, DateTimeOffset)>(checks.Refusals);
        }

        var made = await links.MakeAsync(caller.Account!, new SentLink(LinkPurpose.Invitation, clock.GetUtcNow(), caller.Account!, noted, grants), cancellation);
        await log.AddAsync(caller.Account!, SecurityEvent.InvitationMade, cancellation);
        return made;
    }

    /// <summary>Accepts with a new account, and signs in to it; why not, else: then the link still works. A right that cannot be given any more is told at the end.</summary>
    public async Task<IReadOnlyList<Refusal>> AcceptAsync(HttpContext context, Kept<SentLink> link, string? name, string? signInName, string? password)
    {
        var account = Account.Make("account", clock.GetUtcNow());
        var checks = new Checks();
        account.Name = checks.OptionalText("name", name, AccountChanges.NameLimit);
        changes.Choose(checks, account, signInName, password, mustHavePassword: true);
        if (checks.Refusals.Count > 0)
        {
            return checks.Refusals;
        }

        return await EnterAsync(context, link, account, Refusal.Of("sign_in_name_taken", "signInName"));
    }

    /// <summary>Accepts as whom an institution says that she is: with the account that is joined with that, or with a new one that is from now on.</summary>
    public async Task<IReadOnlyList<Refusal>> AcceptAsync(HttpContext context, Kept<SentLink> link, Institution institution, OutsideIdentity who)
    {
        if (await logins.FindAsync(who, context.RequestAborted) is { } known)
        {
            var refusals = await AcceptAsync(link, known.Id, context.RequestAborted);
            if (refusals.Count == 0 || refusals[0].Code != "link_used")
            {
                await signingIn.EnterAsync(context, known);
            }

            return refusals;
        }

        var account = Account.Make("account", clock.GetUtcNow());
        account.HasLogin = true;
        return await EnterAsync(context, link, account, Refusal.Of("institution_taken", "", ("institution", institution.Name)), logins.New(account, institution, who));
    }

    /// <summary>Makes an account by a link, in one batch: the link is used up by that account or by nobody.</summary>
    private async Task<IReadOnlyList<Refusal>> EnterAsync(HttpContext context, Kept<SentLink> link, Account account, Refusal taken, params AccountChange[] more)
    {
        switch (await vault.WriteAsync(context.RequestAborted, [AccountVault.Remove(link), accounts.Put(account), .. more]))
        {
            case AccountWrite.LookupTaken:
                return [taken];
            case AccountWrite.Moved:
                return [Refusal.Of("link_used", "")];
        }

        await log.AddAsync(account.Id, SecurityEvent.AccountMade, context.RequestAborted);
        await signingIn.EnterAsync(context, account);
        return await GiveAsync(link.Value, account.Id, context.RequestAborted);
    }

    /// <summary>Accepts with the account that somebody is signed in to.</summary>
    public async Task<IReadOnlyList<Refusal>> AcceptAsync(Kept<SentLink> link, string account, CancellationToken cancellation) =>
        await vault.WriteAsync(cancellation, AccountVault.Remove(link)) == AccountWrite.Written ? await GiveAsync(link.Value, account, cancellation) : [Refusal.Of("link_used", "")];

    private static OfferedGrant Of(Role role, string? organization = null, string? region = null) => new(Names<Role>.Of(role), organization, region);

    private static bool IsKnown(NetworkGraph network, Grant grant) =>
        (grant.Organization is not { } organization || network.Organization(organization) is not null) && (grant.Region is not { } region || network.Region(region) is not null);

    private async Task<IReadOnlyList<Refusal>> GiveAsync(SentLink link, string account, CancellationToken cancellation)
    {
        if (link.Grants.Count == 0)
        {
            return [];
        }

        var drafts = link.Grants.Select(g => g.For(account, link.By)).ToList<ElementDraft>();
        var given = await writer.WriteAsync(new WriteRequest(Batch.Create(drafts), new Attribution(link.By)), cancellation);
        return given.IsRefused ? [Refusal.Of("invitation_without_rights", "")] : [];
    }
}
