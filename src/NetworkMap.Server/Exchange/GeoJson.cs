using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Server.Exchange;

/// <summary>GeoJSON (RFC 7946): every organization as a feature with a point. Where it is not told exactly, the point is the middle of the region that is told, and the feature
/// says which level that is and how far around it may be.</summary>
public sealed class GeoJson : ExportFormat
{
    /// <summary>Of degrees; seven are a centimetre (RFC 7946, 11.2 thinks six enough).</summary>
    private const int Digits = 7;

    /// <inheritdoc/>
    public override string Name => "geojson";

    /// <inheritdoc/>
    public override string MediaType => "application/geo+json";

    /// <inheritdoc/>
    public override string Extension => "geojson";

    /// <inheritdoc/>
    public override string About => "Organizations as points (RFC 7946), for QGIS and web maps; a place that is not told exactly says how far around its point it may be.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var json = JsonLines.Over(output);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var organization in selection.Organizations)
        {
            Write(json, organization, selection, options);
            await json.FlushWhenLongAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>Writes one feature.</summary>
    internal static void Write(Utf8JsonWriter json, Organization organization, Selection selection, ExportOptions options)
    {
        var position = selection.PositionOf(organization);
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", organization.Id.ToString());
        if (position is { } at)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(Math.Round(at.Point.Longitude, Digits));
            json.WriteNumberValue(Math.Round(at.Point.Latitude, Digits));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("name", organization.Name);
        json.WriteUnlessNull("acronym", organization.Acronym);
        json.WriteString("kind", organization.ActorKind.Value);
        json.WriteString("kindLabel", selection.Label(Taxonomy.ActorKind, organization.ActorKind));
        json.WriteString("family", Names<Family>.Of(selection.FamilyOf(organization)));
        json.WriteUnlessNull("region", organization.Region?.Value);
        json.WriteUnlessNull("regionName", selection.NameOf(organization.Region));
        json.WriteUnlessNull("positionOf", position?.Level is { } level ? Names<RegionLevel>.Of(level) : null);
        if (position is { Level: not null } blurred)
        {
            json.WriteNumber("radiusKm", blurred.RadiusKm);
        }

        json.WriteList("issues", organization.Issues);
        json.WriteUnlessNull("website", organization.Website);
        json.WriteUnlessNull("retired", GraphValues.Day(organization.Retired));
        json.WriteString("url", options.Address(organization));
        json.WriteString("source", organization.Provenance.Source);
        if (organization.Provenance.Example)
        {
            json.WriteBoolean("example", true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
