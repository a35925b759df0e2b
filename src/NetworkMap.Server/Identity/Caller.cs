using System.Security.Claims;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>Who asks: the account if there is one, what it may do, and the audience that follows from it. It is read from the network for every request, so that what is given or
/// taken back holds at once.</summary>
public sealed record Caller(Audience Audience, string? Account, IReadOnlyList<Grant> Grants)
{
    /// <summary>Anybody.</summary>
    public static Caller Public { get; } = new(Audience.Public, null, []);

    /// <summary>Who looks as if she were the caller; null but in a preview.</summary>
    public Caller? Previewer { get; init; }

    /// <summary>True for who keeps all data true.</summary>
    public bool IsSteward => Audience == Audience.Steward;

    /// <summary>True when there is something that the caller may change at once.</summary>
    public bool MayWrite => Account is not null && Grants.Any(g => g.Role != Role.Mediator);

    /// <summary>The caller of a request, as who it asks to look (<see cref="Preview"/>).</summary>
    public static Caller Of(HttpContext context)
    {
        if (context.Items[typeof(Caller)] is Caller known && (known.Previewer ?? known).Account == AccountOf(context.User))
        {
            return known;
        }

        var caller = AccountOf(context.User) is { } account
            ? Of(account, context.RequestServices.GetRequiredService<NetworkView>().Latest.Full, Today.By(context.RequestServices.GetRequiredService<TimeProvider>()))
            : Public;
        caller = Preview.Of(caller, context.Request);
        context.Items[typeof(Caller)] = caller;
        return caller;
    }

    /// <summary>The caller that an account is on a day.</summary>
    public static Caller Of(string account, NetworkGraph full, DateOnly today)
    {
        var held = Rights.Held(full, account, today);
        return new Caller(Audience.Of(held, o => full.Organization(o)?.GivesOutWork ?? false), account, held);
    }

    /// <summary>The account behind a session or token, or null.</summary>
    public static string? AccountOf(ClaimsPrincipal? user) => user?.Identity is { IsAuthenticated: true, Name: { } account } ? account : null;

    /// <summary>True when the caller sees all of an element that the projection shows: only then may its version be told, which counts every change.</summary>
    public bool SeesAllOf(Element element, NetworkGraph graph)
    {
        var standing = Audience.Toward(element, Projection.BelongingOf(graph, element));
        return standing >= Standing.Own || (element is Need && standing == Standing.Coordinator);
    }
}
