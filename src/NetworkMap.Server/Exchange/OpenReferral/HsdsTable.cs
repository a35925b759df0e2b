namespace NetworkMap.Server.Exchange.OpenReferral;

/// <summary>A table of Open Referral HSDS 3.0, with those of its columns that this network has anything for. <c>acronym</c> is our own: organizations here are known by theirs.</summary>
/// <param name="Name">Its name in the specification.</param>
/// <param name="File">The name of its file, without the ending.</param>
/// <param name="Columns">In the order in which they leave.</param>
internal sealed record HsdsTable(string Name, string File, params string[] Columns)
{
    internal static readonly HsdsTable Organization = new("organization", "organizations", "id", "name", "alternate_name", "acronym", "description", "website", "year_incorporated", "legal_status", "uri");
    internal static readonly HsdsTable Service = new("service", "services", "id", "organization_id", "name", "description", "url", "status", "fees_description", "eligibility_description", "assured_date");
    internal static readonly HsdsTable Location = new("location", "locations", "id", "location_type", "organization_id", "name", "latitude", "longitude");
    internal static readonly HsdsTable Address = new("address", "addresses", "id", "location_id", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country", "address_type");
    internal static readonly HsdsTable ServiceAtLocation = new("service_at_location", "service_at_location", "id", "service_id", "location_id", "description");
    internal static readonly HsdsTable ServiceArea = new("service_area", "service_areas", "id", "service_id", "extent", "extent_type", "name", "description");
    internal static readonly HsdsTable Schedule = new("schedule", "schedules", "id", "service_id", "valid_from", "valid_to", "description");
    internal static readonly HsdsTable Language = new("language", "languages", "id", "service_id", "code");
    internal static readonly HsdsTable Taxonomy = new("taxonomy", "taxonomies", "id", "name", "description", "uri");
    internal static readonly HsdsTable TaxonomyTerm = new("taxonomy_term", "taxonomy_terms", "id", "code", "name", "description", "parent_id", "taxonomy", "language", "taxonomy_id");
    internal static readonly HsdsTable Attribute = new("attribute", "attributes", "id", "link_id", "taxonomy_term_id", "link_type", "link_entity");

    /// <summary>The type of a column, as descriptions of tables name it.</summary>
    internal static string TypeOf(string column) => column switch
    {
        "latitude" or "longitude" or "year_incorporated" => "number",
        "assured_date" or "valid_from" or "valid_to" => "date",
        _ => "string",
    };
}
