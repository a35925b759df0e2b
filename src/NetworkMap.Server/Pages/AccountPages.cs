using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>What the page for signing in is given: the name that was typed, and where to go afterwards.</summary>
internal sealed record SignInAsked(string? Name, string Next, IReadOnlyList<Institution> Institutions);

/// <summary>What the page of one's own account is given.</summary>
internal sealed record AccountView(Account Account, IReadOnlyList<NamedOffer> Rights, bool MayInvite, IReadOnlyList<Kept<Passkey>> Passkeys, IReadOnlyList<Kept<Login>> Logins, IReadOnlyList<Institution> Institutions, bool HasMail, Kept<MailAddress>? Mail, IReadOnlyList<ShownToken> Tokens, IReadOnlyList<TokenRight> TokenRights, string Session, IReadOnlyList<Kept<Session>> Sessions, IReadOnlyList<Kept<SecurityEntry>> Events);

/// <summary>A token, and the right that it is limited to; null when it is to none, or when that ended.</summary>
internal sealed record ShownToken(Kept<Token> Token, TokenRight? Right);

/// <summary>Signing in, signing out, and one's own account: forms that work without a script. What was done is told after a redirect, so that reloading does nothing twice.</summary>
internal sealed class AccountPages(AlonePage page, InstitutionPages institutions)
{
    private const int Events = 10;

    /// <summary>Maps the pages.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/masuk", context => InstitutionPages.LedBy(context) is var led && (led.Count > 0 || SignedIn.Of(context.User) is null)
            ? ShowSignInAsync(context, null, Local(context.Request.Query["ke"]), [.. led])
            : Forms.GoAsync(context, Local(context.Request.Query["ke"]))).ExcludeFromDescription();
        routes.MapPost("/masuk", SignInAsync).ExcludeFromDescription();
        routes.MapPost("/keluar", SignOutAsync).ExcludeFromDescription();
        routes.MapGet("/akun", context => OfMineAsync(context, account => ShowAsync(context, account, InstitutionPages.LedBy(context)))).ExcludeFromDescription();
        routes.MapPost("/akun/nama", context => OfMineAsync(context, account => RenameAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/masuk", context => OfMineAsync(context, account => ChangeWaysInAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/sesi/akhiri", context => OfMineAsync(context, account => EndAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/kunci/hapus", context => OfMineAsync(context, account => RemovePasskeyAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/lembaga", context => OfMineAsync(context, account => JoinAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/lembaga/lepas", context => OfMineAsync(context, account => PartAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/surel", context => OfMineAsync(context, account => StateMailAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/surel/hapus", context => OfMineAsync(context, account => RemoveMailAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/hapus", context => OfMineAsync(context, account => EraseAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/token", context => OfMineAsync(context, account => MakeTokenAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/token/cabut", context => OfMineAsync(context, account => RevokeTokenAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/kode", context => OfMineAsync(context, account => MakeCodesAsync(context, account))).ExcludeFromDescription();
        routes.MapPost("/akun/sesi/lain", context => OfMineAsync(context, account => EndOthersAsync(context, account))).ExcludeFromDescription();
    }

    /// <summary>An address of this site alone: a path that no browser takes for another host; the map otherwise.</summary>
    internal static string Local(string? asked) => asked is ['/', not ('/' or '\\'), ..] && !asked.Contains('\\', StringComparison.Ordinal) && !asked.Any(char.IsControl) ? asked : "/";

    /// <summary>What is done with the account of whoever asks; who is not signed in does that first.</summary>
    private static async Task OfMineAsync(HttpContext context, Func<Account, Task> go)
    {
        var account = SignedIn.Of(context.User) is { } signedIn ? await context.RequestServices.GetRequiredService<AccountUsers>().FindByIdAsync(signedIn.Account, context.RequestAborted) : null;
        await (account is null ? Forms.GoAsync(context, "/masuk?ke=/akun") : go(account));
    }

    private Task ShowSignInAsync(HttpContext context, string? name, string next, params Refusal[] refusals) =>
        page.WriteAsync(context, typeof(SignIn), "signIn.title", new SignInAsked(name, next, context.RequestServices.GetRequiredService<Institutions>().All), refusals);

    private async Task SignInAsync(HttpContext context)
    {
        var (name, next) = (await Forms.FieldAsync(context, "name"), Local(await Forms.FieldAsync(context, "ke")));
        var refusal = await context.RequestServices.GetRequiredService<SigningIn>().WithPasswordAsync(context, name, await Forms.FieldAsync(context, "password"));
        await (refusal is null ? Forms.GoAsync(context, next) : ShowSignInAsync(context, name, next, refusal));
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        await SessionRoutes.LeaveAsync(context, context.RequestServices.GetRequiredService<Sessions>(), context.RequestServices.GetRequiredService<SecurityLog>());
        await Forms.GoAsync(context, "/");
    }

    private async Task ShowAsync(HttpContext context, Account account, params IReadOnlyList<Refusal> refusals)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        await sessions.SeeAsync(context, context.RequestAborted);
        var (caller, full) = (Caller.Of(context), context.RequestServices.GetRequiredService<NetworkView>().Latest.Full);
        var view = new AccountView(
            account,
            [.. caller.Grants.Select(g => InvitationPages.Named(context, new OfferedGrant(Domain.Names<Domain.Roles.Role>.Of(g.Role), g.Organization?.ToString(), g.Region?.Value)))],
            context.RequestServices.GetRequiredService<Invitations>().MayInvite(caller),
            await context.RequestServices.GetRequiredService<AccountUsers>().ListPasskeysAsync(account, context.RequestAborted),
            await context.RequestServices.GetRequiredService<Logins>().ListAsync(account.Id, context.RequestAborted),
            context.RequestServices.GetRequiredService<Institutions>().All,
            context.RequestServices.GetRequiredService<Letters>().IsOpen,
            await context.RequestServices.GetRequiredService<MailAddresses>().FindAsync(account.Id, context.RequestAborted),
            [.. (await context.RequestServices.GetRequiredService<Tokens>().ListAsync(account.Id, context.RequestAborted)).Select(t => new ShownToken(t, TokenRight.Of(t.Value.Limit, caller, full)))],
            TokenRight.Of(caller, full),
            SignedIn.Of(context.User)!.Session,
            await sessions.ListAsync(account.Id, context.RequestAborted),
            await context.RequestServices.GetRequiredService<SecurityLog>().NewestAsync(account.Id, Events, context.RequestAborted));
        await page.WriteAsync(context, typeof(MyAccount), "account.title", view, refusals);
    }

    private async Task RenameAsync(HttpContext context, Account account)
    {
        var refusals = await context.RequestServices.GetRequiredService<AccountChanges>().RenameAsync(account, await Forms.FieldAsync(context, "name"), context.RequestAborted);
        await (refusals.Count == 0 ? Forms.GoAsync(context, "/akun?kabar=saved") : ShowAsync(context, account, refusals));
    }

    private async Task ChangeWaysInAsync(HttpContext context, Account account)
    {
        var (before, name, password) = (account.PasswordHash, await Forms.FieldAsync(context, "signInName"), await Forms.FieldAsync(context, "password"));
        var refusals = await context.RequestServices.GetRequiredService<AccountChanges>().ChangeWaysInAsync(context, account, name, await Forms.FieldAsync(context, "current"), password);
        if (refusals.Count == 0)
        {
            await Forms.GoAsync(context, before is null ? "/akun?kabar=finished" : string.IsNullOrEmpty(password) ? "/akun?kabar=saved" : "/akun?kabar=password");
            return;
        }

        // Shown as it is, but for what she typed and may mend.
        (account.PasswordHash, account.SignInName) = (before, name);
        await ShowAsync(context, account, refusals);
    }

    private async Task MakeCodesAsync(HttpContext context, Account account)
    {
        if (account.PasswordHash is not null && await context.RequestServices.GetRequiredService<SigningIn>().ConfirmAsync(context, account, await Forms.FieldAsync(context, "codesPassword"), "codesPassword") is { } wrong)
        {
            await ShowAsync(context, account, wrong);
            return;
        }

        await page.WriteAsync(context, typeof(Codes), "codes.title", await context.RequestServices.GetRequiredService<Recovery>().MakeCodesAsync(account, context.RequestAborted));
    }

    private async Task RemovePasskeyAsync(HttpContext context, Account account)
    {
        var refusal = await context.RequestServices.GetRequiredService<Passkeys>().RemoveAsync(account, await Forms.FieldAsync(context, "kunci"), context.RequestAborted);
        await (refusal is null ? Forms.GoAsync(context, "/akun?kabar=passkeyRemoved") : ShowAsync(context, account, refusal));
    }

    private async Task JoinAsync(HttpContext context, Account account)
    {
        if (account.PasswordHash is not null && await context.RequestServices.GetRequiredService<SigningIn>().ConfirmAsync(context, account, await Forms.FieldAsync(context, "institutionPassword"), "institutionPassword") is { } wrong)
        {
            await ShowAsync(context, account, wrong);
            return;
        }

        await institutions.LeadAsync(context, InstitutionPurpose.Join, account.Id, await Forms.FieldAsync(context, "lembaga"));
    }

    private async Task PartAsync(HttpContext context, Account account)
    {
        var refusal = await context.RequestServices.GetRequiredService<Logins>().PartAsync(account, await Forms.FieldAsync(context, "sambungan"), context.RequestAborted);
        await (refusal is null ? Forms.GoAsync(context, "/akun?kabar=parted") : ShowAsync(context, account, refusal));
    }

    private async Task StateMailAsync(HttpContext context, Account account)
    {
        if (!context.RequestServices.GetRequiredService<Letters>().IsOpen)
        {
            await Forms.GoAsync(context, "/akun");
            return;
        }

        if (account.PasswordHash is not null && await context.RequestServices.GetRequiredService<SigningIn>().ConfirmAsync(context, account, await Forms.FieldAsync(context, "mailPassword"), "mailPassword") is { } wrong)
        {
            await ShowAsync(context, account, wrong);
            return;
        }

        var refusals = await context.RequestServices.GetRequiredService<MailAddresses>().StateAsync(account, await Forms.FieldAsync(context, "mail"), context.ChosenLanguage(), context.RequestAborted);
        await (refusals.Count == 0 ? Forms.GoAsync(context, "/akun?kabar=mailStated") : ShowAsync(context, account, refusals));
    }

    private static async Task RemoveMailAsync(HttpContext context, Account account)
    {
        await context.RequestServices.GetRequiredService<MailAddresses>().RemoveAsync(account.Id, context.RequestAborted);
        await Forms.GoAsync(context, "/akun?kabar=mailRemoved");
    }

    private async Task EraseAsync(HttpContext context, Account account)
    {
        var refusal = await context.RequestServices.GetRequiredService<AccountErasing>().EraseAsync(context, account, await Forms.FieldAsync(context, "erasePassword"));
        await (refusal is null ? Forms.GoAsync(context, "/masuk?kabar=erased") : ShowAsync(context, account, refusal));
    }

    private async Task MakeTokenAsync(HttpContext context, Account account)
    {
        if (account.PasswordHash is not null && await context.RequestServices.GetRequiredService<SigningIn>().ConfirmAsync(context, account, await Forms.FieldAsync(context, "tokenPassword"), "tokenPassword") is { } wrong)
        {
            await ShowAsync(context, account, wrong);
            return;
        }

        _ = Names<TokenScope>.TryParse(await Forms.FieldAsync(context, "tokenScope") ?? "", out var scope);
        _ = int.TryParse(await Forms.FieldAsync(context, "tokenDays"), System.Globalization.CultureInfo.InvariantCulture, out var days);
        var chosen = await Forms.FieldAsync(context, "tokenRight");
        var right = TokenRight.Of(Caller.Of(context), context.RequestServices.GetRequiredService<NetworkView>().Latest.Full).FirstOrDefault(r => r.Code == chosen);
        if (right is null && !string.IsNullOrEmpty(chosen))
        {
            await ShowAsync(context, account, Refusal.Of("token_right_not_held", "tokenRight"));
            return;
        }

        var made = await context.RequestServices.GetRequiredService<Tokens>().MakeAsync(account, await Forms.FieldAsync(context, "tokenName"), scope, right?.Limit ?? new Changes.Delegation(), days, context.RequestAborted);
        await (made.TryValue(out var secret) ? page.WriteAsync(context, typeof(TokenMade), "token.made", secret) : ShowAsync(context, account, made.Refusals));
    }

    private static async Task RevokeTokenAsync(HttpContext context, Account account)
    {
        await context.RequestServices.GetRequiredService<Tokens>().RevokeAsync(account.Id, await Forms.FieldAsync(context, "token"), context.RequestAborted);
        await Forms.GoAsync(context, "/akun?kabar=tokenRevoked");
    }

    private static async Task EndAsync(HttpContext context, Account account)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        var asked = await Forms.FieldAsync(context, "sesi");
        if ((await sessions.ListAsync(account.Id, context.RequestAborted)).FirstOrDefault(s => s.Id == asked) is { } hers)
        {
            await sessions.EndAsync(hers.Id, context.RequestAborted);
            await context.RequestServices.GetRequiredService<SecurityLog>().AddAsync(account.Id, SecurityEvent.SessionEnded, context.RequestAborted);
        }

        await Forms.GoAsync(context, "/akun?kabar=ended");
    }

    private static async Task EndOthersAsync(HttpContext context, Account account)
    {
        await context.RequestServices.GetRequiredService<Sessions>().EndOthersAsync(account.Id, SignedIn.Of(context.User)!.Session, context.RequestAborted);
        await context.RequestServices.GetRequiredService<SecurityLog>().AddAsync(account.Id, SecurityEvent.SessionEnded, context.RequestAborted);
        await Forms.GoAsync(context, "/akun?kabar=ended");
    }
}
