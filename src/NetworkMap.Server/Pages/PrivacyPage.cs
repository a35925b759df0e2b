using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>Who sees what, made from the table of the policy, so that it cannot say anything else. It is the same for everybody and needs no script.</summary>
internal sealed class PrivacyPage(AlonePage page)
{
    /// <summary>Maps its address.</summary>
    internal void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/privasi", context => page.WriteAsync(context, typeof(Privacy), "privacy.title", PolicyTable.Rows)).ExcludeFromDescription();
}
