using NetworkMap.Domain;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>What the page is given that leads to an institution.</summary>
internal sealed record LeavingView(Institution Institution, string Address);

/// <summary>Signing in with an institution: the buttons that lead there. They lead over a page of this site that says where to, since a form may lead nowhere else (<c>form-action</c>).</summary>
internal sealed class InstitutionPages(AlonePage page)
{
    /// <summary>Maps the pages.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/masuk/lembaga/{id}", async context =>
            await LeadAsync(context, InstitutionPurpose.SignIn, AccountPages.Local(await Forms.FieldAsync(context, "ke")), (string)context.Request.RouteValues["id"]!)).ExcludeFromDescription();
    }

    /// <summary>Why somebody was led here from an institution, in the words of a refusal; nothing when she was not.</summary>
    internal static IReadOnlyList<Refusal> LedBy(HttpContext context) =>
        context.Request.Query["sebab"].LastOrDefault() is { } code && InstitutionEvents.Told.Contains(code, StringComparer.Ordinal)
            ? [Refusal.Of(code, "", ("institution", context.RequestServices.GetRequiredService<Institutions>().Find(context.Request.Query["lembaga"].LastOrDefault())?.Name))]
            : [];

    /// <summary>Leads to an institution, over a page that names it; with a sentence to where she came from when that cannot be.</summary>
    internal async Task LeadAsync(HttpContext context, InstitutionPurpose purpose, string about, string? id)
    {
        var institution = context.RequestServices.GetRequiredService<Institutions>().Find(id);
        var begun = institution is null
            ? Refusal.Of("institution_failed", "", ("institution", null))
            : await context.RequestServices.GetRequiredService<InstitutionSignIn>().BeginAsync(context, institution, purpose, about);
        if (!begun.TryValue(out var address))
        {
            await page.WriteAsync(context, typeof(Plain), "signIn.title", "signIn.title", begun.Refusals);
            return;
        }

        context.Response.Headers["Refresh"] = "0;url=" + address;
        await page.WriteAsync(context, typeof(Leaving), "signIn.title", new LeavingView(institution!, address));
    }
}
