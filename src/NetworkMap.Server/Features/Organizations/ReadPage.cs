using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>Everything that the page of an organization shows, in one answer.</summary>
public static class ReadPage
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/page", async (string id, HttpContext context, ElementForms forms, TimeProvider clock) =>
    {
        var asked = new Asked(context, clock);
        var at = asked.At();
        var asking = await Asking.OfAsync(context, asked);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        if (asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is not Organization organization)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        return Answers.Json(context, new
        {
            at,
            organization = forms.Write(organization, asking),
            units = asking.Graph.UnitsOf(organization.Id).OrderBy(u => u.Name, StringComparer.CurrentCulture).Select(u => forms.Write(u, asking)).ToList(),
            places = asking.Graph.PlacesOf(organization.Id).OrderByDescending(p => p.Main).Select(p => forms.Write(p, asking)).ToList(),
            services = asking.Graph.ServicesOf(organization.Id).OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => forms.Write(s, asking)).ToList(),
            ties = TieSight.AllOf(organization, asking, at),
        });
    }).WithSummary("An organization with its units, places, services and ties.");
}
