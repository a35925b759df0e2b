using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>A right with the name of what it is for; null for the whole network.</summary>
internal sealed record NamedOffer(OfferedGrant Offer, string? Place);

/// <summary>What the page for inviting is given.</summary>
internal sealed record InviteView(IReadOnlyList<NamedOffer> Offers, bool Plain, string? Organization, string? Region, IReadOnlyList<Kept<SentLink>> Links, IReadOnlyList<Account> Helpable, bool HasMail);

/// <summary>What the page of a link that was just made is given: its address is shown this once.</summary>
internal sealed record LinkView(LinkPurpose Purpose, string Address, DateTimeOffset Until, string Message, string OtherMessage, bool IsMailed = false);

/// <summary>What the page of an invitation is given.</summary>
internal sealed record InvitedView(string Code, string? By, IReadOnlyList<NamedOffer> Offers, Account? SignedIn, IReadOnlyList<Institution> Institutions, string? Name = null, string? SignInName = null);

/// <summary>Inviting, the links that are under way, and accepting. Opening an invitation changes nothing, since messengers open links to show a preview; its button does.</summary>
internal sealed class InvitationPages(AlonePage page, InstitutionPages institutions, string folder)
{
    private const string WithInstitution = "lembaga:";

    /// <summary>Maps the pages.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/undangan", context => OfCallerAsync(context, caller => ShowAsync(context, caller))).ExcludeFromDescription();
        routes.MapPost("/undangan", context => OfCallerAsync(context, caller => InviteAsync(context, caller))).ExcludeFromDescription();
        routes.MapPost("/undangan/tarik", context => OfCallerAsync(context, caller => RevokeAsync(context, caller))).ExcludeFromDescription();
        routes.MapPost("/undangan/pemulihan", context => OfCallerAsync(context, caller => HelpAsync(context, caller))).ExcludeFromDescription();
        routes.MapGet("/undangan/{code}", context => OfLinkAsync(context, link => ShowInvitedAsync(context, link))).ExcludeFromDescription();
        routes.MapPost("/undangan/{code}", context => OfLinkAsync(context, link => AcceptAsync(context, link))).ExcludeFromDescription();
    }

    private static T The<T>(HttpContext context) where T : notnull => context.RequestServices.GetRequiredService<T>();

    /// <summary>A right with the name of what it is for.</summary>
    internal static NamedOffer Named(HttpContext context, OfferedGrant offer)
    {
        var full = The<NetworkView>(context).Latest.Full;
        return new NamedOffer(
            offer,
            Guid.TryParse(offer.Organization, out var organization) ? full.Organization(new Domain.OrganizationId(organization))?.Name
            : Domain.Places.RegionCode.Parse(offer.Region).TryValue(out var region) ? full.Region(region)?.Name
            : null);
    }

    /// <summary>What is done for somebody who may invite; who is not signed in does that first, and who may not is told who can. A token is no one who is signed in: what is given here would outlast it.</summary>
    private async Task OfCallerAsync(HttpContext context, Func<Caller, Task> go)
    {
        var caller = Caller.Of(context);
        if (caller.Account is null || SignedIn.Of(context.User) is null)
        {
            await Forms.GoAsync(context, "/masuk?ke=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
        }
        else if (!The<Invitations>(context).MayInvite(caller))
        {
            await page.WriteAsync(context, typeof(Plain), "invite.title", "invite.title", [Refusal.Of("grant_not_permitted", "")]);
        }
        else
        {
            await go(caller);
        }
    }

    private async Task OfLinkAsync(HttpContext context, Func<Kept<SentLink>, Task> go)
    {
        var link = await The<Links>(context).FindAsync((string)context.Request.RouteValues["code"]!, LinkPurpose.Invitation, context.RequestAborted);
        await (link is null ? page.WriteAsync(context, typeof(Plain), "link.gone", "link.gone", [Refusal.Of("link_used", "")]) : go(link));
    }

    private async Task ShowAsync(HttpContext context, Caller caller, params IReadOnlyList<Refusal> refusals)
    {
        var (organization, region) = (context.Request.Query["organisasi"].LastOrDefault(), context.Request.Query["wilayah"].LastOrDefault());
        var offers = The<Invitations>(context).Offers(caller, organization, region);
        var full = The<NetworkView>(context).Latest.Full;
        var helpable = (await The<AccountVault>(context).ListAsync<Account>(null, context.RequestAborted))
            .Where(a => a.Id != caller.Account && Recovery.MayHelp(caller, full.GrantsOf(a.Id))).Select(a => a.Value).OrderBy(a => a.Name, StringComparer.CurrentCulture).ToList();
        var links = await The<Links>(context).ListAsync(caller.Account, context.RequestAborted);
        var view = new InviteView([.. offers.Select(o => Named(context, o))], Invitations.MayInviteAnybody(caller), organization, region, links, helpable, The<Letters>(context).IsOpen);
        await page.WriteAsync(context, typeof(Invite), "invite.title", view, refusals);
    }

    private async Task InviteAsync(HttpContext context, Caller caller)
    {
        var (organization, region, chosen) = (await Forms.FieldAsync(context, "organisasi"), await Forms.FieldAsync(context, "wilayah"), await Forms.FieldAsync(context, "hak"));
        var offers = The<Invitations>(context).Offers(caller, Blank(organization), Blank(region)).Where(o => o.Code == chosen).ToList();
        if (offers.Count == 0 && !(string.IsNullOrEmpty(chosen) && Invitations.MayInviteAnybody(caller)))
        {
            await ShowAsync(context, caller, Refusal.Of("role_missing", "hak"));
            return;
        }

        var mail = The<Letters>(context).IsOpen ? Blank(await Forms.FieldAsync(context, "mail")) : null;
        if (mail is not null && MailAddress.Read(mail) is null)
        {
            await ShowAsync(context, caller, Refusal.Of("mail_address_malformed", "mail"));
            return;
        }

        var made = await The<Invitations>(context).MakeAsync(caller, await Forms.FieldAsync(context, "for"), offers, context.RequestAborted);
        await (made.TryValue(out var link) ? ShowLinkAsync(context, LinkPurpose.Invitation, "/undangan/", link, caller.Account!, MailAddress.Read(mail)) : ShowAsync(context, caller, made.Refusals));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private async Task HelpAsync(HttpContext context, Caller caller)
    {
        var asked = await Forms.FieldAsync(context, "akun");
        var account = asked is null ? null : await The<AccountUsers>(context).FindByIdAsync(asked, context.RequestAborted);
        if (account is null || !Recovery.MayHelp(caller, The<NetworkView>(context).Latest.Full.GrantsOf(account.Id)))
        {
            await ShowAsync(context, caller, Refusal.Of("id_missing", "akun"));
            return;
        }

        await ShowLinkAsync(context, LinkPurpose.Recovery, "/pulihkan/", await The<Recovery>(context).MakeLinkAsync(caller, account, context.RequestAborted), caller.Account!);
    }

    private async Task ShowLinkAsync(HttpContext context, LinkPurpose purpose, string path, (string Code, DateTimeOffset Until) made, string by, string? mail = null)
    {
        var address = SiteAddress.Of(context) + path + made.Code;
        var (own, other) = context.ChosenLanguage() == Language.English ? (Language.English, Language.Indonesian) : (Language.Indonesian, Language.English);
        var name = (await The<AccountUsers>(context).FindByIdAsync(by, context.RequestAborted))?.Name;
        var unsent = mail is null ? null : await The<MailAddresses>(context).InviteAsync(by, mail, new Letter(LetterKind.Invitation, mail, own) { Path = path + made.Code, Until = made.Until, By = name }, context.RequestAborted);
        await page.WriteAsync(context, typeof(LinkMade), "link.made", new LinkView(purpose, address, made.Until, Message(own), Message(other), mail is not null && unsent is null), unsent is null ? [] : [unsent]);

        string Message(Language language)
        {
            var words = Catalogue.Of(folder, language);
            var key = purpose == LinkPurpose.Recovery ? "link.recoveryMessage" : name is null ? "link.message" : "link.messageBy";
            return words[key, ("name", name), ("until", words.Moment(made.Until)), ("address", address)];
        }
    }

    private static async Task RevokeAsync(HttpContext context, Caller caller)
    {
        var asked = await Forms.FieldAsync(context, "tautan");
        if ((await The<Links>(context).ListAsync(caller.Account, context.RequestAborted)).FirstOrDefault(l => l.Id == asked) is { } own)
        {
            await The<Links>(context).RevokeAsync(own.Id, context.RequestAborted);
        }

        await Forms.GoAsync(context, "/undangan?kabar=revoked");
    }

    private async Task ShowInvitedAsync(HttpContext context, Kept<SentLink> link, string? name = null, string? signInName = null, params IReadOnlyList<Refusal> refusals)
    {
        var accounts = The<AccountUsers>(context);
        var by = await accounts.FindByIdAsync(link.Value.By, context.RequestAborted);
        var here = SignedIn.Of(context.User) is { } signedIn ? await accounts.FindByIdAsync(signedIn.Account, context.RequestAborted) : null;
        var view = new InvitedView((string)context.Request.RouteValues["code"]!, by?.Name, [.. link.Value.Grants.Select(g => Named(context, g))], here, The<Institutions>(context).All, name, signInName);
        await page.WriteAsync(context, typeof(Invited), "invited.title", view, refusals);
    }

    private async Task AcceptAsync(HttpContext context, Kept<SentLink> link)
    {
        var invitations = The<Invitations>(context);
        var (name, signInName) = (await Forms.FieldAsync(context, "name"), await Forms.FieldAsync(context, "signInName"));
        var with = await Forms.FieldAsync(context, "dengan");
        if (with?.StartsWith(WithInstitution, StringComparison.Ordinal) == true)
        {
            await institutions.LeadAsync(context, InstitutionPurpose.Invitation, link.Id, with[WithInstitution.Length..]);
            return;
        }

        var withOwn = with == "akun" && SignedIn.Of(context.User) is not null;
        var refusals = withOwn
            ? await invitations.AcceptAsync(link, SignedIn.Of(context.User)!.Account, context.RequestAborted)
            : await invitations.AcceptAsync(context, link, name, signInName, await Forms.FieldAsync(context, "password"));
        await (refusals.Count == 0 ? Forms.GoAsync(context, "/akun?kabar=accepted")
            : refusals[0].Code == "invitation_without_rights" ? Forms.GoAsync(context, "/akun?kabar=withoutRights")
            : ShowInvitedAsync(context, link, name, signInName, refusals));
    }
}

/// <summary>What forms without a script send, and where they lead.</summary>
internal static class Forms
{
    /// <summary>A field of the form that was sent; null when it has none.</summary>
    internal static async Task<string?> FieldAsync(HttpContext context, string name) =>
        context.Request.HasFormContentType && await context.Request.ReadFormAsync(context.RequestAborted) is var form ? form[name].LastOrDefault() : null;

    /// <summary>Leads on, with a page that may be loaded again.</summary>
    internal static Task GoAsync(HttpContext context, string address)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
