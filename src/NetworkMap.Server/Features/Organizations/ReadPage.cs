using System.Text.Json.Nodes;
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
            organization = Told(forms.Write(organization, asking), organization, asking),
            units = asking.Graph.UnitsOf(organization.Id).OrderBy(u => u.Name, StringComparer.CurrentCulture).Select(u => forms.Write(u, asking)).ToList(),
            places = asking.Graph.PlacesOf(organization.Id).OrderByDescending(p => p.Main).Select(p => forms.Write(p, asking)).ToList(),
            services = asking.Graph.ServicesOf(organization.Id).OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => forms.Write(s, asking)).ToList(),
            ties = TieSight.AllOf(organization, asking, at),
            merged = asking.Graph.MergedInto(organization.Id).OrderBy(o => o.Name, StringComparer.CurrentCulture).Select(o => new Naming(o.Id.ToString(), o.Name)).ToList() is { Count: > 0 } merged ? merged : null,
        });
    }).WithSummary("An organization with its units, places, services and ties, and the records that turned out to be it (`merged`).")
        .Takes(Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), Parameter.At, Parameter.AsOf)
        .Gives("""
            {"at":"2026-03-01",
             "organization":{"kind":"organization","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","region":"34.02.15","precision":"district","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","family":"home_workers","kindLabel":"Home-worker organization","position":{"longitude":110.35246,"latitude":-7.85616,"radiusKm":9,"precision":"district"},"regionName":"Sewon","regencyName":"Kabupaten Bantul","labels":{"batik":"Batik"}},
             "units":[],
             "places":[{"kind":"place","organization":"89ee382d-bde1-874d-9e0c-c112fa646bbd","region":"34.02.15","precision":"district","home":true,"main":true,"id":"1d504805-000b-8430-bdc4-c7444d6bc950"}],
             "services":[],
             "ties":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","type":"mediates_for","label":"relies on the mediation of","direction":"in","other":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"status":"confirmed","current":true,"strength":5,"from":"2017-08-01","audience":"public","sentence":"Federasi Pekerja Rumahan Rukun Tengah (contoh) mediates for Kelompok Canting Wedel (contoh)."}]}
            """)
        .Refuses("element_unknown");

    /// <summary>The organization as everywhere, and for who reads its page the regency or city that its district lies in.</summary>
    private static JsonObject Told(JsonObject form, Organization organization, Asking asking)
    {
        if (asking.Telling.RegencyName(organization.Region) is { } regency)
        {
            form["regencyName"] = regency;
        }

        return form;
    }
}
