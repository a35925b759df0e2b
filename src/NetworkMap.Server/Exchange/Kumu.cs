using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Exchange;

/// <summary>A blueprint for Kumu (docs.kumu.io, Import): elements and connections. Kumu joins by label, so that organizations of one name get the start of their id behind it.</summary>
public sealed class Kumu : ExportFormat
{
    /// <inheritdoc/>
    public override string Name => "kumu";

    /// <inheritdoc/>
    public override string MediaType => "application/json";

    /// <inheritdoc/>
    public override string Extension => "kumu.json";

    /// <inheritdoc/>
    public override string About => "Elements and connections to import into Kumu.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        var labels = LabelsOf(selection.Organizations);
        await using var json = JsonLines.Over(output);
        json.WriteStartObject();
        json.WriteStartArray("elements");
        foreach (var organization in selection.Organizations)
        {
            Write(json, organization, labels[organization.Id], selection, options);
            await json.FlushWhenLongAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteStartArray("connections");
        foreach (var tie in selection.Ties)
        {
            Write(json, tie, labels, selection);
            await json.FlushWhenLongAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static Dictionary<OrganizationId, string> LabelsOf(IEnumerable<Organization> organizations) => organizations
        .GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(g => g.Count() == 1 ? g.Select(o => (o.Id, o.Name)) : g.Select(o => (o.Id, Name: $"{o.Name} ({o.Id.ToString()[..8]})")))
        .ToDictionary(p => p.Id, p => p.Name);

    private static void Write(Utf8JsonWriter json, Organization organization, string label, Selection selection, ExportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("label", label);
        json.WriteString("type", selection.Label(Taxonomy.ActorKind, organization.ActorKind));
        json.WriteUnlessNull("description", organization.Purpose);
        json.WriteList("tags", organization.Issues.Select(i => selection.Label(Taxonomy.Issue, i)));
        json.WriteString("id", organization.Id.ToString());
        json.WriteString("family", Names<Family>.Of(selection.FamilyOf(organization)));
        json.WriteUnlessNull("region", selection.NameOf(organization.Region));
        json.WriteUnlessNull("region code", organization.Region?.Value);
        json.WriteUnlessNull("website", organization.Website);
        json.WriteString("url", options.Address(organization));
        json.WriteString("source", organization.Provenance.Source);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Tie tie, Dictionary<OrganizationId, string> labels, Selection selection)
    {
        json.WriteStartObject();
        json.WriteString("from", labels[tie.From]);
        json.WriteString("to", labels[tie.To]);
        json.WriteString("direction", GraphValues.IsSymmetric(tie, selection) ? "undirected" : "directed");
        json.WriteString("type", selection.Label(Taxonomy.TieType, tie.Type));
        json.WriteString("id", tie.Id.ToString());
        json.WriteString("status", Names<TieStatus>.Of(tie.Status));
        json.WriteNumber("strength", GraphValues.WeightOf(tie));
        json.WriteUnlessNull("start date", GraphValues.Day(tie.Valid.From));
        json.WriteUnlessNull("end date", GraphValues.Day(tie.Valid.Until));
        json.WriteString("source", tie.Provenance.Source);
        json.WriteEndObject();
    }
}
