namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Recognizes the tables of other tools and standards by their name and headings.</summary>
internal static class KnownLists
{
    internal const string Elements = "elements";
    internal const string Connections = "connections";

    /// <summary>Tables of HSDS (docs.openreferral.org, 3.0) by the names they have in files of it.</summary>
    private static readonly string[] Hsds =
    [
        "organization", "service", "location", "service_at_location", "phone", "contact", "address", "schedule", "service_area", "language", "accessibility", "attribute", "taxonomy",
        "taxonomy_term", "organization_identifier", "program", "funding", "cost_option", "required_document", "metadata", "meta_table_description", "service_taxonomy", "physical_address", "postal_address", "regular_schedule",
        "unit", "url", "additional_url",
    ];

    /// <summary>The list that a table is: of Kumu or of HSDS; null when it is any other.</summary>
    internal static string? Of(string name, IReadOnlyList<ReadColumn> columns)
    {
        var headings = columns.Select(c => c.Heading.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (columns.Any(c => c.Hashtag is not null))
        {
            return null;
        }

        if (HsdsTable(name) is { } table && headings.Contains("id") && columns.All(c => c.Heading.All(l => char.IsAsciiLetterLower(l) || char.IsAsciiDigit(l) || l == '_')))
        {
            return table;
        }

        return headings.Contains("from") && headings.Contains("to") ? Connections
            : headings.Contains("label") && (headings.Contains("type") || headings.Contains("tags") || headings.Contains("description")) ? Elements : null;
    }

    /// <summary>True of a table that <see cref="Of"/> knows as one of HSDS.</summary>
    internal static bool IsHsds(string? list) => Hsds.Contains(list, StringComparer.Ordinal);

    /// <summary>The table of HSDS with this name, in the singular or, as files of it have it, in the plural; null when there is none.</summary>
    internal static string? HsdsTable(string name)
    {
        var plain = name.ToLowerInvariant();
        return Array.Find(Hsds, t => t == plain || plain == t + "s" || plain == t + "es" || (t.EndsWith('y') && plain == t[..^1] + "ies") || plain == t.Replace("_at_", "s_at_", StringComparison.Ordinal))
            ?? (plain == "services_at_location" || plain == "service_at_locations" ? "service_at_location" : null);
    }
}
