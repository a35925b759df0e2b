using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Directories;

/// <summary>Services, page by page, and one with everything that belongs to it.</summary>
public static class ListServices
{
    private const string Id = "2d0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610";
    private const string Example = """{"id":"2d0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","organization_id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Pos paralegal","url":"https://map.example.org/layanan/2d0d5e0f-d3ce-4f73-9a2f-4dd0ecc6c610","status":"active","organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Batik Mekar Sari","description":""}}""";

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/services", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var (page, wanted, whole) = (DirectoryPage.Of(asked), new ServicesWanted(asked), asked.Flag("full"));
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            return Answers.Json(context, page.Of(wanted.Of(directory), s => whole ? directory.Things.WholeOf(s) : directory.Things.Of(s)));
        }).WithSummary("Services, page by page.")
            .Takes([.. DirectoryPage.Taken, .. ServicesWanted.Taken])
            .Gives(DirectoryPage.ExampleOf(Example), about: "A page of services with what belongs to one of them, or, with `full`, with everything.")
            .Costs(Cost.Network);

        group.MapGet("/services/{id}", (string id, HttpContext context, TimeProvider clock) =>
        {
            var directory = ServiceDirectory.Of(context, clock);
            return directory.Service(id) is { } service ? Answers.Json(context, directory.Things.WholeOf(service)) : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }).WithSummary("A service with everything that belongs to it.")
            .Takes(Parameter.Path("id", "The id of a service.", Id))
            .Gives(Example)
            .Refuses("element_unknown");
    }
}
