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

    /// <summary>The program that asks in her name; null when she asks herself.</summary>
    public Delegation? By { get; init; }

    /// <summary>True for a program of which nothing is left: the right that it was limited to ended.</summary>
    public bool IsOver => By is { IsLimited: true } && Grants.Count == 0;

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

        var caller = Credential.Of(context.User) is { } who
            ? Of(who, context.RequestServices.GetRequiredService<NetworkView>().Latest.Full, Today.By(context.RequestServices.GetRequiredService<TimeProvider>()))
            : Public;
        caller = Preview.Of(caller, context.Request);
        context.Items[typeof(Caller)] = caller;
        return caller;
    }

    /// <summary>The caller that a session or a token is on a day.</summary>
    public static Caller Of(Credential who, NetworkGraph full, DateOnly today)
    {
        bool IsCompany(OrganizationId organization) => full.Organization(organization)?.GivesOutWork ?? false;
        var held = Rights.Held(full, who.Account, today);
        var left = who.By?.Of(held) ?? held;
        return new Caller(Audience.Of(left, IsCompany, held.Any(g => g.Organization is { } own && IsCompany(own))), who.Account, left) { By = who.By };
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
