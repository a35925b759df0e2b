using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Directories;

/// <summary>What the directory of services is answered from: what the public may see today, whoever asks.</summary>
internal sealed class ServiceDirectory
{
    private ServiceDirectory(Selection selection, string home) => (Selection, Things) = (selection, new HsdsObjects(selection, home));

    /// <summary>What is in it.</summary>
    internal Selection Selection { get; }

    /// <summary>Writes what is in it.</summary>
    internal HsdsObjects Things { get; }

    /// <summary>The public projection.</summary>
    internal NetworkGraph Graph => Selection.Graph;

    /// <summary>Every taxonomy that has terms.</summary>
    internal IEnumerable<Code> Taxonomies => Selection.Terms.Select(t => t.Taxonomy).Distinct();

    /// <summary>The directory of today, in the language of a request.</summary>
    internal static ServiceDirectory Of(HttpContext context, TimeProvider clock) => new(
        new Selection(context.RequestServices.GetRequiredService<NetworkView>().Latest.For(Audience.Public), Audience.Public, context.LanguageOf()) { At = Today.By(clock) },
        SiteAddress.Of(context));

    /// <summary>The organization of an id; null also when it is gone by today.</summary>
    internal Organization? Organization(string id) => Ids.Parse(id).TryValue(out var guid) && Graph.Organization(new OrganizationId(guid)) is { } found && Selection.Has(found.Id) ? found : null;

    /// <inheritdoc cref="Organization"/>
    internal Service? Service(string id) => Ids.Parse(id).TryValue(out var guid) && Graph.Find(new ServiceId(guid).Ref) is Service found && Selection.Has(found) ? found : null;

    /// <summary>The services of an organization.</summary>
    internal IEnumerable<Service> ServicesOf(OrganizationId organization) => Graph.ServicesOf(organization).Where(Selection.Has).OrderBy(s => s.Id.Value);

    /// <summary>Those of some services whose organization is told to be somewhere, with that place.</summary>
    internal IEnumerable<(Service Service, Place Place)> PlacedOf(IEnumerable<Service> services) => services.SelectMany(s => Things.PlaceOf(s) is { } place ? [(s, place)] : Array.Empty<(Service, Place)>());

    /// <summary>The term of an id, or null.</summary>
    internal Term? Term(string id) => Ids.Parse(id).TryValue(out var guid) ? Selection.Terms.FirstOrDefault(t => HsdsIds.OfTerm(t.Taxonomy, t.Code) == guid.ToString("D")) : null;

    /// <summary>The taxonomy of an id, or null.</summary>
    internal Code? Taxonomy(string id) => Ids.Parse(id).TryValue(out var guid) ? Taxonomies.Where(t => HsdsIds.OfTaxonomy(t) == guid.ToString("D")).Select(t => (Code?)t).FirstOrDefault() : null;
}
