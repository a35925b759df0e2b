using NetworkMap.Domain;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>What the pages of coming back are given: the code of the link, if it is one, whose account it is, and what was typed.</summary>
internal sealed record RecoverView(string? Code, string? Name, string? SignInName, string? Typed = null, bool HasMail = false);

/// <summary>Coming back without the password: with a code that was written down, or a link that somebody sent.</summary>
internal sealed class RecoveryPages(AlonePage page)
{
    /// <summary>Maps the pages.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pulihkan", context => ShowAsync(context, new RecoverView(null, null, null, HasMail: context.RequestServices.GetRequiredService<Letters>().IsOpen))).ExcludeFromDescription();
        routes.MapPost("/pulihkan", WithCodeAsync).ExcludeFromDescription();
        routes.MapGet("/pulihkan/{code}", context => OfLinkAsync(context, (_, view) => ShowAsync(context, view))).ExcludeFromDescription();
        routes.MapPost("/pulihkan/{code}", context => OfLinkAsync(context, (link, view) => WithLinkAsync(context, link, view))).ExcludeFromDescription();
    }

    private Task ShowAsync(HttpContext context, RecoverView view, params IReadOnlyList<Refusal> refusals) => page.WriteAsync(context, typeof(Recover), "recover.title", view, refusals);

    private async Task WithCodeAsync(HttpContext context)
    {
        var view = new RecoverView(null, null, await Forms.FieldAsync(context, "signInName"), await Forms.FieldAsync(context, "code"));
        var refusals = await context.RequestServices.GetRequiredService<Recovery>().WithCodeAsync(context, view.SignInName, view.Typed, await Forms.FieldAsync(context, "password"));
        await (refusals.Count == 0 ? Forms.GoAsync(context, "/akun?kabar=recovered") : ShowAsync(context, view, refusals));
    }

    private async Task OfLinkAsync(HttpContext context, Func<Kept<SentLink>, RecoverView, Task> go)
    {
        var code = (string)context.Request.RouteValues["code"]!;
        var link = await context.RequestServices.GetRequiredService<Links>().FindAsync(code, LinkPurpose.Recovery, context.RequestAborted);
        await (link is null
            ? page.WriteAsync(context, typeof(Plain), "link.gone", "link.gone", [Refusal.Of("link_used", "")])
            : go(link, new RecoverView(code, link.Value.For, await Forms.FieldAsync(context, "signInName"))));
    }

    private async Task WithLinkAsync(HttpContext context, Kept<SentLink> link, RecoverView view)
    {
        var refusals = await context.RequestServices.GetRequiredService<Recovery>().WithLinkAsync(context, link, view.SignInName, await Forms.FieldAsync(context, "password"));
        await (refusals.Count == 0 ? Forms.GoAsync(context, "/akun?kabar=recovered") : ShowAsync(context, view, refusals));
    }
}
