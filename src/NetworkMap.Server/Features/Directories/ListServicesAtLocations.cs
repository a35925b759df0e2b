using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Directories;

/// <summary>Services at the place of the organization that gives them.</summary>
public static class ListServicesAtLocations
{
    private const string Example = """{"id":"0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11","service_id":"2d0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","location_id":"7b0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","description":"Where the organization is that gives it; where it is given is told by its areas.","location":{"id":"7b0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","location_type":"physical","organization_id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","latitude":-7.88,"longitude":110.33},"service":{"id":"2d0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Pos paralegal","status":"active"}}""";

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/service_at_locations", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var (page, wanted, whole) = (DirectoryPage.Of(asked), new ServicesWanted(asked), asked.Flag("full"));
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            return Answers.Json(context, page.Of(directory.PlacedOf(wanted.Of(directory)), at => directory.Things.Of(at.Service, at.Place, whole)));
        }).WithSummary("Services at the place of the organization that gives them, page by page.")
            .Takes([.. DirectoryPage.Taken, .. ServicesWanted.Taken])
            .Gives(DirectoryPage.ExampleOf(Example), about: "A page. A place that is not told exactly has no coordinates; its address says as much as is told.")
            .Costs(Cost.Network);

        group.MapGet("/service_at_locations/{id}", (string id, HttpContext context, TimeProvider clock) =>
        {
            var directory = ServiceDirectory.Of(context, clock);
            var found = directory.PlacedOf(directory.Selection.Services).FirstOrDefault(at => HsdsIds.OfServiceAt(at.Service.Id, at.Place.Id) == id);
            return found.Service is { } service ? Answers.Json(context, directory.Things.Of(service, found.Place, whole: true)) : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }).WithSummary("A service at a place, with everything that belongs to both.")
            .Takes(Parameter.Path("id", "The id of a service at a place.", "0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"))
            .Gives(Example)
            .Refuses("element_unknown")
            .Costs(Cost.Network);
    }
}
