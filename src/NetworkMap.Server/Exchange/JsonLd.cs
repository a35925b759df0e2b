using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Exchange;

/// <summary>JSON-LD 1.1 with the words of schema.org: organizations, their services, and what they are a member of; schema.org has no word for the other ties that holds between two organizations.</summary>
public sealed class JsonLd : ExportFormat
{
    /// <inheritdoc/>
    public override string Name => "jsonld";

    /// <inheritdoc/>
    public override string MediaType => "application/ld+json";

    /// <inheritdoc/>
    public override string Extension => "jsonld";

    /// <inheritdoc/>
    public override string About => "Organizations and services as linked data with the words of schema.org.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var json = JsonLines.Over(output);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        var members = selection.Ties.Where(t => t.Type.Value == "member_of" && t.Status == TieStatus.Confirmed).ToLookup(t => t.From, t => t.To);
        foreach (var organization in selection.Organizations)
        {
            Write(json, organization, members[organization.Id], selection, options);
            await json.FlushWhenLongAsync(cancellation);
        }

        foreach (var service in selection.Services)
        {
            Write(json, service, selection, options);
            await json.FlushWhenLongAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, Organization organization, IEnumerable<OrganizationId> memberOf, Selection selection, ExportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("@type", selection.FamilyOf(organization) switch { Family.Government => "GovernmentOrganization", _ => organization.ActorKind.Value is "ngo" ? "NGO" : "Organization" });
        json.WriteString("@id", options.Address(organization));
        json.WriteString("identifier", organization.Id.ToString());
        json.WriteString("name", organization.Name);
        json.WriteList("alternateName", [.. organization.OtherNames, .. organization.Acronym is { } acronym ? [acronym] : Array.Empty<string>()]);
        json.WriteUnlessNull("description", organization.Purpose);
        json.WriteUnlessNull("url", organization.Website);
        json.WriteUnlessNull("foundingDate", organization.Founded?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteUnlessNull("dissolutionDate", GraphValues.Day(organization.Retired));
        if (organization.Region is { } region)
        {
            json.WriteStartObject("address");
            json.WriteString("@type", "PostalAddress");
            json.WriteString("addressCountry", "ID");
            json.WriteUnlessNull("addressRegion", selection.NameOf(region.At(Domain.Places.RegionLevel.Province)));
            json.WriteUnlessNull("addressLocality", selection.NameOf(region));
            json.WriteEndObject();
        }

        json.WriteList("knowsAbout", organization.Issues.Select(i => selection.Label(Taxonomy.Issue, i)));
        json.WriteList("memberOf", memberOf.Select(id => $"{options.Home}/organisasi/{id}"));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Service service, Selection selection, ExportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Service");
        json.WriteString("@id", $"{options.Home}/layanan/{service.Id}");
        json.WriteString("name", service.Name);
        json.WriteUnlessNull("description", service.Description);
        json.WriteStartObject("provider");
        json.WriteString("@id", $"{options.Home}/organisasi/{service.Organization}");
        json.WriteEndObject();
        json.WriteList("serviceType", service.Terms.Select(t => selection.Label(Taxonomy.ServiceTerm, t)));
        json.WriteStartArray("areaServed");
        foreach (var area in selection.AreasOf(service))
        {
            json.WriteStartObject();
            json.WriteString("@type", "AdministrativeArea");
            json.WriteString("identifier", area.Region.Value);
            json.WriteUnlessNull("name", selection.NameOf(area.Region));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
