using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Organizations that were recorded twice: who they may be, the two side by side, told apart or merged, and a merge taken apart again.</summary>
public static class DuplicateRoutes
{
    /// <summary>What the routes need.</summary>
    public static void AddDuplicates(this IServiceCollection services) => services.AddSingleton<DuplicateWork>();

    /// <summary>Maps the routes.</summary>
    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/duplicates").WithTags("duplicates");
        ListDuplicates.Map(group);
        ReadPair.Map(group);
        TellApart.Map(group);
        MergeOrganizations.Map(group);
        UnmergeOrganization.Map(group);
    }

    /// <summary>Why somebody may not ask at all: whether two are one is a steward's to say. Null when she may.</summary>
    internal static Refusal? Closed(Caller caller) => caller.Grants.Any(g => g.Role == Role.Steward) ? null
        : Refusal.Of(caller.Previewer is not null ? "preview_only_looks" : caller.Account is null ? "steward_only" : "not_permitted", "");

    /// <summary>Whether she keeps an organization, and so sees all of it.</summary>
    internal static bool Keeps(Asking asking, Organization organization) => asking.Caller.IsSteward || Rights.Permits(asking.Graph, [.. asking.Caller.Grants.Where(g => g.Role == Role.Steward)], Revision.Read(organization.Ref, organization, organization));

    /// <summary>An organization that she keeps; refused when it is not there, or not hers.</summary>
    internal static Organization? Kept(Checks checks, Asking asking, string field, string? id)
    {
        var found = asking.Graph.Organization(new OrganizationId(checks.Id(field, id)));
        checks.Require(found is not null || checks.Refusals.Count > 0, "organization_unknown", field, ("id", id));
        if (found is not null && !Keeps(asking, found))
        {
            checks.Refuse("not_permitted", field, ("organization", found.Name));
        }

        return found;
    }
}
