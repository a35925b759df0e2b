using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Directories;

/// <summary>Organizations, page by page, and one with its places, terms and services.</summary>
public static class ListOrganizations
{
    private const string Example = """{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Batik Mekar Sari","acronym":"KBMS","description":"","year_incorporated":2019,"uri":"https://map.example.org/organisasi/89ee382d-bde1-874d-9e0c-c112fa646bbd"}""";

    private static readonly Parameter WithServices = Parameter.Query("full_service", "Whether its services are told with everything that belongs to them; their ids alone when absent.", false, "parameter_malformed");

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/organizations", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var (page, text, whole, withServices) = (DirectoryPage.Of(asked), asked.Text("search"), asked.Flag("full"), asked.Flag("full_service"));
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            var all = text is null ? directory.Selection.Organizations
                : NameSearch.Find(directory.Graph, text, FoundKind.Organization, NameSearch.MostFound).Select(f => f.Element).OfType<Organization>().Where(o => directory.Selection.Has(o.Id));
            return Answers.Json(context, page.Of(all, o => whole || withServices ? directory.Things.WholeOf(o, directory.ServicesOf(o.Id), withServices) : directory.Things.Of(o)));
        }).WithSummary("Organizations, page by page.")
            .Takes(
            [
                .. DirectoryPage.Taken,
                Parameter.Query("search", $"Only organizations called something like this, those that fit best first; {NameSearch.MostFound} at most.", "batik"),
                Parameter.Query("full", "Whether each is told with its places, its terms and the ids of its services.", false, "parameter_malformed"),
                WithServices,
            ])
            .Gives(DirectoryPage.ExampleOf(Example))
            .Costs(Cost.Network);

        group.MapGet("/organizations/{id}", (string id, HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var withServices = asked.Flag("full_service");
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            return directory.Organization(id) is { } organization
                ? Answers.Json(context, directory.Things.WholeOf(organization, directory.ServicesOf(organization.Id), withServices))
                : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }).WithSummary("An organization with its places, its terms and its services.")
            .Takes(Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), WithServices)
            .Gives(Example)
            .Refuses("element_unknown");
    }
}
