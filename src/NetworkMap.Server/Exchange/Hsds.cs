using System.IO.Compression;
using System.Text.Json;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange;

/// <summary>Open Referral HSDS 3.0 as the specification has it in bulk: tables of comma-separated values in a zip file, with the description that says what they are (a tabular data package). Contacts
/// are not in it, and neither are ties and needs, for which HSDS has no word.</summary>
public sealed class Hsds : ExportFormat
{
    /// <summary>The member of the description that says what was done to texts which a spreadsheet would run.</summary>
    internal const string Apostrophes = "networkmap:apostrophes";

    /// <summary>What it says when they have an apostrophe in front.</summary>
    internal const string Formulas = "formulas";

    /// <inheritdoc/>
    public override string Name => "hsds";

    /// <inheritdoc/>
    public override string MediaType => "application/zip";

    /// <inheritdoc/>
    public override string Extension => "hsds.zip";

    /// <inheritdoc/>
    public override string About => "Organizations, services and where they are, for directories of services (Open Referral HSDS 3.0, a tabular data package).";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var waiting = new AsyncStream(output);
        await using var archive = await ZipArchive.CreateAsync(waiting, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var tables = TablesOf(selection, options.Home).ToList();
        await using (var description = await OpenAsync("datapackage.json"))
        {
            await DescribeAsync(tables.ConvertAll(t => t.Table), options, description, cancellation);
        }

        foreach (var (table, rows) in tables)
        {
            await using var content = await OpenAsync(table.File + ".csv");
            await Csv.ListAsync(Array.ConvertAll(table.Columns, c => new Column(c, c, c)), rows, ',', content, cancellation);
        }

        Task<Stream> OpenAsync(string name)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Csv.Always;
            return entry.OpenAsync(cancellation);
        }
    }

    private static IEnumerable<(HsdsTable Table, IEnumerable<object?[]> Rows)> TablesOf(Selection selection, string home)
    {
        var form = new HsdsRows(selection, home);
        yield return (HsdsTable.Organization, selection.Organizations.Select(form.Of));
        yield return (HsdsTable.Service, selection.Services.Select(form.Of));
        yield return (HsdsTable.Location, selection.Places.Select(form.Of));
        yield return (HsdsTable.Address, selection.Places.Select(form.AddressOf));
        yield return (HsdsTable.ServiceAtLocation, selection.Services.SelectMany(s => form.PlaceOf(s) is { } place ? [form.Of(s, place)] : Array.Empty<object?[]>()));
        yield return (HsdsTable.ServiceArea, selection.Services.SelectMany(form.AreasOf));
        yield return (HsdsTable.Schedule, selection.Services.SelectMany(form.SchedulesOf));
        yield return (HsdsTable.Language, selection.Services.SelectMany(form.LanguagesOf));
        yield return (HsdsTable.Taxonomy, selection.Terms.Select(t => t.Taxonomy).Distinct().Select(form.Of));
        yield return (HsdsTable.TaxonomyTerm, selection.Terms.Select(form.Of));
        yield return (HsdsTable.Attribute, selection.Organizations.SelectMany(o => form.TermsOf(o).Select(t => HsdsRows.Attribute(HsdsTable.Organization, o.Id.ToString(), t)))
            .Concat(selection.Services.SelectMany(s => form.TermsOf(s).Select(t => HsdsRows.Attribute(HsdsTable.Service, s.Id.ToString(), t)))));
    }

    /// <summary>The description of the tables (Data Package, specs.frictionlessdata.io).</summary>
    private static async Task DescribeAsync(List<HsdsTable> tables, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var json = JsonLines.Over(output);
        json.WriteStartObject();
        json.WriteString("name", "human_services_data");
        json.WriteString("title", "Human Services Data Specification");
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("version", "3.0.0");
        json.WriteString("homepage", options.Home);
        json.WriteString("created", options.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString(Apostrophes, Formulas);
        json.WriteStartArray("resources");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("path", table.File + ".csv");
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("schema");
            json.WriteString("primaryKey", "id");
            json.WriteStartArray("fields");
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column);
                json.WriteString("type", HsdsTable.TypeOf(column));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }
}
