using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NetworkMap.Domain;

namespace NetworkMap.Server.Identity;

/// <summary>What somebody is sent to an institution for.</summary>
public enum InstitutionPurpose
{
    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To take up an invitation.</summary>
    Invitation,

    /// <summary>To join it with the account that she is signed in to.</summary>
    Join,
}

/// <summary>From a button to an institution and back. What for travels sealed with her, and comes back only in the browser that it was begun in.</summary>
public sealed class InstitutionSignIn(Logins logins, AccountUsers accounts, SigningIn signingIn, Invitations invitations, Links links, Throttle throttle)
{
    private const string Purpose = "purpose";
    private const string About = "about";

    /// <summary>The address of an institution to which a browser is sent; why not, else.</summary>
    /// <param name="context">The request; its answer gets the cookies.</param>
    /// <param name="institution">Which.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="about">The invitation or the account, by its id; where to go afterwards, when signing in.</param>
    public async Task<Outcome<string>> BeginAsync(HttpContext context, Institution institution, InstitutionPurpose purpose, string about)
    {
        if (await throttle.TryAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted) is { } wait)
        {
            return SigningIn.TooMany(wait);
        }

        var properties = new AuthenticationProperties { RedirectUri = "/" };
        (properties.Items[Purpose], properties.Items[About]) = (Names<InstitutionPurpose>.Of(purpose), about);
        try
        {
            await context.ChallengeAsync(institution.Scheme, properties);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or OpenIdConnectProtocolException or OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            InstitutionEvents.Report(context, institution, failure);
            return Refusal.Of("institution_away", "", ("institution", institution.Name));
        }

        var address = context.Response.Headers.Location.ToString();
        context.Response.Headers.Location = default;
        context.Response.StatusCode = StatusCodes.Status200OK;
        return address;
    }

    /// <summary>What somebody was sent for, read from what came back; to sign in, when nothing did.</summary>
    internal static InstitutionPurpose PurposeOf(AuthenticationProperties? properties) =>
        Names<InstitutionPurpose>.TryParse(properties?.Items.TryGetValue(Purpose, out var text) == true ? text ?? "" : "", out var purpose) ? purpose : InstitutionPurpose.SignIn;

    /// <summary>Does what she was sent for, now that the institution said who she is there: where to go next, or why it cannot be done.</summary>
    public async Task<Outcome<string>> EndAsync(HttpContext context, Institution institution, OutsideIdentity who, AuthenticationProperties? properties)
    {
        await throttle.ReturnAsync(ThrottleRule.OfAddress, Throttle.AddressOf(context), context.RequestAborted);
        var about = properties?.Items.TryGetValue(About, out var text) == true ? text ?? "" : "";
        return PurposeOf(properties) switch
        {
            InstitutionPurpose.Invitation => await AcceptAsync(context, institution, who, about),
            InstitutionPurpose.Join => await JoinAsync(context, institution, who, about),
            _ => await SignInAsync(context, institution, who, about),
        };
    }

    private async Task<Outcome<string>> SignInAsync(HttpContext context, Institution institution, OutsideIdentity who, string next)
    {
        if (await logins.FindAsync(who, context.RequestAborted) is not { } account)
        {
            return Refusal.Of("institution_unknown", "", ("institution", institution.Name));
        }

        await signingIn.EnterAsync(context, account);
        return next.Length > 0 ? next : "/";
    }

    private async Task<Outcome<string>> JoinAsync(HttpContext context, Institution institution, OutsideIdentity who, string account)
    {
        // Whoever signed out or became another in the meantime joins nothing.
        if (SignedIn.Of(context.User)?.Account != account || await accounts.FindByIdAsync(account, context.RequestAborted) is not { } hers)
        {
            return Refusal.Of("institution_late", "");
        }

        return await logins.JoinAsync(hers, institution, who, context.RequestAborted) is { } refusal ? refusal : "/akun?kabar=joined";
    }

    private async Task<Outcome<string>> AcceptAsync(HttpContext context, Institution institution, OutsideIdentity who, string link)
    {
        if (await links.FindByIdAsync(link, LinkPurpose.Invitation, context.RequestAborted) is not { } open)
        {
            return Refusal.Of("link_used", "");
        }

        var refusals = await invitations.AcceptAsync(context, open, institution, who);
        return refusals.Count == 0 ? "/akun?kabar=accepted" : refusals[0].Code == "invitation_without_rights" ? "/akun?kabar=withoutRights" : refusals[0];
    }
}
