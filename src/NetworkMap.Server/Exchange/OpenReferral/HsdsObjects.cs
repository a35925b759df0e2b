using System.Globalization;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Server.Exchange.OpenReferral;

/// <summary>Things of HSDS as its API answers them: with only what belongs to one of them, as lists have it, or with all that belongs to them standing in them.</summary>
/// <param name="selection">The projection of whoever asks, and the language of labels.</param>
/// <param name="home">The address of this installation.</param>
internal sealed class HsdsObjects(Selection selection, string home)
{
    private readonly HsdsRows rows = new(selection, home);

    /// <summary>The place at which a service is told to be, or null.</summary>
    internal Place? PlaceOf(Service service) => rows.PlaceOf(service);

    /// <summary>The terms of a service.</summary>
    internal IEnumerable<Term> TermsOf(Service service) => rows.TermsOf(service).Select(t => t.Term);

    internal JsonObject Of(Organization organization) => Thing(HsdsTable.Organization, rows.Of(organization));

    /// <summary>An organization with its places and terms.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="services">Its services: whole ones, or their ids alone.</param>
    /// <param name="whole">Whether its services are told whole.</param>
    internal JsonObject WholeOf(Organization organization, IEnumerable<Service> services, bool whole)
    {
        var thing = Of(organization);
        Add(thing, "locations", selection.Graph.PlacesOf(organization.Id).OrderBy(p => p.Id.Value).Select(WholeOf));
        Add(thing, "attributes", rows.TermsOf(organization).Select(t => Attribute(HsdsTable.Organization, organization.Id.ToString(), t)));
        Add(thing, "services", services.Select(s => whole ? WholeOf(s) : new JsonObject { ["id"] = s.Id.ToString() }));
        return thing;
    }

    /// <summary>A service with the organization that gives it.</summary>
    internal JsonObject Of(Service service)
    {
        var thing = Thing(HsdsTable.Service, rows.Of(service));
        if (selection.Graph.Organization(service.Organization) is { } organization)
        {
            thing["organization"] = Of(organization);
        }

        return thing;
    }

    /// <summary>A service with everything that is told of it.</summary>
    internal JsonObject WholeOf(Service service)
    {
        var thing = Of(service);
        Add(thing, "schedules", rows.SchedulesOf(service).Select(r => Thing(HsdsTable.Schedule, r)));
        Add(thing, "service_areas", rows.AreasOf(service).Select(r => Thing(HsdsTable.ServiceArea, r)));
        Add(thing, "languages", rows.LanguagesOf(service).Select(r => Thing(HsdsTable.Language, r)));
        Add(thing, "service_at_locations", rows.PlaceOf(service) is { } place ? [AtOf(service, place, WholeOf(place))] : []);
        Add(thing, "attributes", rows.TermsOf(service).Select(t => Attribute(HsdsTable.Service, service.Id.ToString(), t)));
        return thing;
    }

    /// <summary>A service at a place, with both.</summary>
    /// <param name="service">Which service.</param>
    /// <param name="place">Where.</param>
    /// <param name="whole">Whether both are told whole.</param>
    internal JsonObject Of(Service service, Place place, bool whole)
    {
        var thing = AtOf(service, place, whole ? WholeOf(place) : Thing(HsdsTable.Location, rows.Of(place)));
        thing["service"] = whole ? WholeOf(service) : Of(service);
        return thing;
    }

    internal JsonObject Of(Code taxonomy) => Thing(HsdsTable.Taxonomy, rows.Of(taxonomy));

    internal JsonObject Of(Term term)
    {
        var thing = Thing(HsdsTable.TaxonomyTerm, rows.Of(term));
        thing["taxonomy_detail"] = Of(term.Taxonomy);
        return thing;
    }

    private JsonObject WholeOf(Place place)
    {
        var thing = Thing(HsdsTable.Location, rows.Of(place));
        Add(thing, "addresses", [Thing(HsdsTable.Address, rows.AddressOf(place))]);
        return thing;
    }

    private JsonObject AtOf(Service service, Place place, JsonObject location)
    {
        var thing = Thing(HsdsTable.ServiceAtLocation, rows.Of(service, place));
        thing["location"] = location;
        return thing;
    }

    private JsonObject Attribute(HsdsTable of, string id, (string Field, Term Term) said)
    {
        var thing = Thing(HsdsTable.Attribute, HsdsRows.Attribute(of, id, said));
        thing["taxonomy_term"] = Thing(HsdsTable.TaxonomyTerm, rows.Of(said.Term));
        return thing;
    }

    private static void Add(JsonObject thing, string name, IEnumerable<JsonObject> parts)
    {
        var all = parts.ToArray();
        if (all.Length > 0)
        {
            thing[name] = new JsonArray(all);
        }
    }

    private static JsonObject Thing(HsdsTable table, object?[] cells)
    {
        var thing = new JsonObject();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } cell)
            {
                thing[table.Columns[i]] = cell switch
                {
                    string text => text,
                    int number => number,
                    double number => number,
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    _ => throw new InvalidOperationException($"{table.Name}.{table.Columns[i]} is a {cell.GetType().Name}."),
                };
            }
        }

        return thing;
    }
}
