using NetworkMap.Domain;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>What the page behind the link of a letter is given: the address that it was sent to.</summary>
internal sealed record LetterView(string Address);

/// <summary>Mail: stating an address, showing that one reads there, and asking for the way back. Offered only where the settings name a mail server. Opening a link changes nothing; its button does.</summary>
internal sealed class LetterPages(AlonePage page)
{
    /// <summary>Maps the pages.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/surel/{code}", context => OfLinkAsync(context, link => ShowAsync(context, link))).ExcludeFromDescription();
        routes.MapPost("/surel/{code}", context => OfLinkAsync(context, link => ConfirmAsync(context, link))).ExcludeFromDescription();
        routes.MapPost("/pulihkan/surel", AskAsync).ExcludeFromDescription();
    }

    /// <summary>The words of letters, from the catalogue beside the built client.</summary>
    internal static LetterWords Words(IWebHostEnvironment environment)
    {
        var folder = PageRoutes.FindClient(environment);
        return (letter, address) =>
        {
            var words = Catalogue.Of(folder ?? "", letter.Language);
            var key = "mail." + Names<LetterKind>.Of(letter.Kind);
            (string, object?)[] told = [("address", address), ("until", letter.Until is { } until ? words.Moment(until) : null), ("name", letter.By), ("at", letter.Event is { } moment ? words.Moment(moment.At) : null), ("what", letter.Event is { } happened ? words.Named("securityEvent", Names<SecurityEvent>.Of(happened.What)) : null)];
            return (words[key + "Subject", told], words[letter is { Kind: LetterKind.Invitation, By: not null } ? key + "By" : key, told]);
        };
    }

    private static T The<T>(HttpContext context) where T : notnull => context.RequestServices.GetRequiredService<T>();

    private async Task OfLinkAsync(HttpContext context, Func<Kept<SentLink>, Task> go)
    {
        var link = await The<Links>(context).FindAsync((string)context.Request.RouteValues["code"]!, LinkPurpose.MailAddress, context.RequestAborted);
        await (link is null ? page.WriteAsync(context, typeof(Plain), "link.gone", "link.gone", [Refusal.Of("link_used", "")]) : go(link));
    }

    private Task ShowAsync(HttpContext context, Kept<SentLink> link, params IReadOnlyList<Refusal> refusals) => page.WriteAsync(context, typeof(MailConfirm), "mail.title", new LetterView(link.Value.For!), refusals);

    private async Task ConfirmAsync(HttpContext context, Kept<SentLink> link)
    {
        var refusal = await The<MailAddresses>(context).ConfirmAsync(link, context.ChosenLanguage(), context.RequestAborted);
        await (refusal is null ? Forms.GoAsync(context, SignedIn.Of(context.User) is null ? "/masuk?kabar=mailed" : "/akun?kabar=mailed") : ShowAsync(context, link, refusal));
    }

    private async Task AskAsync(HttpContext context)
    {
        if (!The<Letters>(context).IsOpen)
        {
            await Forms.GoAsync(context, "/pulihkan");
            return;
        }

        var refusal = await The<MailAddresses>(context).AskAsync(context, await Forms.FieldAsync(context, "mailName"));
        await (refusal is null ? Forms.GoAsync(context, "/pulihkan?kabar=mailAsked") : page.WriteAsync(context, typeof(Plain), "recover.title", "recover.title", [refusal]));
    }
}
