using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;
using Sylvan.Data.Csv;

namespace NetworkMap.Server.Exchange;

/// <summary>Who does what where (3W) in the Humanitarian Exchange Language (hxlstandard.org, 1.1): a row for every area of every service, with hashtags under the headings.</summary>
public sealed class Hxl : ExportFormat
{
    private static readonly (string Tag, string Indonesian, string English, Func<(Service Service, ServiceArea Area), Selection, object?> Cell)[] Tagged =
    [
        ("#org +name", "Organisasi", "Organization", (a, s) => s.Graph.Organization(a.Service.Organization)?.Name),
        ("#org +code", "ID organisasi", "ID of the organization", (a, _) => a.Service.Organization.ToString()),
        ("#org +type", "Jenis organisasi", "Kind of organization", (a, s) => s.Graph.Organization(a.Service.Organization) is { } o ? s.Label(Taxonomy.ActorKind, o.ActorKind) : null),
        ("#activity +name", "Layanan", "Service", (a, _) => a.Service.Name),
        ("#activity +code", "ID layanan", "ID of the service", (a, _) => a.Service.Id.ToString()),
        ("#sector", "Pilar", "Pillars", (a, s) => Labels(s, Taxonomy.Pillar, a.Service.Pillars)),
        ("#subsector", "Fungsi", "Functions", (a, s) => Labels(s, Taxonomy.HsoFunction, a.Service.Functions)),
        ("#activity +type", "Jenis layanan", "Kinds of service", (a, s) => Labels(s, Taxonomy.ServiceTerm, a.Service.Terms)),
        ("#adm1 +name", "Provinsi", "Province", (a, s) => NameAt(a.Area, RegionLevel.Province, s)),
        ("#adm1 +code +v_kemendagri", "Kode provinsi", "Province code", (a, _) => CodeAt(a.Area, RegionLevel.Province)),
        ("#adm2 +name", "Kabupaten atau kota", "Regency or city", (a, s) => NameAt(a.Area, RegionLevel.Regency, s)),
        ("#adm2 +code +v_kemendagri", "Kode kabupaten atau kota", "Regency code", (a, _) => CodeAt(a.Area, RegionLevel.Regency)),
        ("#adm3 +name", "Kecamatan", "District", (a, s) => NameAt(a.Area, RegionLevel.District, s)),
        ("#adm3 +code +v_kemendagri", "Kode kecamatan", "District code", (a, _) => CodeAt(a.Area, RegionLevel.District)),
        ("#adm4 +name", "Desa atau kelurahan", "Village", (a, s) => NameAt(a.Area, RegionLevel.Village, s)),
        ("#adm4 +code +v_kemendagri", "Kode desa atau kelurahan", "Village code", (a, _) => CodeAt(a.Area, RegionLevel.Village)),
        ("#date +start", "Berlaku sejak", "Valid from", (a, _) => a.Area.Valid.From ?? a.Service.Valid.From),
        ("#date +end", "Berlaku sampai", "Valid until", (a, _) => a.Area.Valid.Until ?? a.Service.Valid.Until),
        ("#status", "Status", "Status", (a, _) => Names<ServiceStatus>.Of(a.Service.Status)),
        ("#capacity +num", "Daya tampung", "Capacity", (a, _) => a.Service.Capacity),
        ("#meta +source", "Sumber", "Source", (a, _) => a.Service.Provenance.Source),
        ("#meta +example", "Contoh", "Example", (a, _) => a.Service.Provenance.Example ? true : null),
    ];

    /// <summary>The hashtags of the columns.</summary>
    internal static IEnumerable<string> Tags => Tagged.Select(t => t.Tag);

    /// <inheritdoc/>
    public override string Name => "hxl";

    /// <inheritdoc/>
    public override string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public override string Extension => "hxl.csv";

    /// <inheritdoc/>
    public override string About => "Who does what where (3W), with the hashtags of the Humanitarian Exchange Language.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        await using var writer = CsvDataWriter.Create(text, new CsvDataWriterOptions { Delimiter = options.Separator, NewLine = "\r\n" });
        var heads = Array.ConvertAll(Tagged, t => new Column(selection.Language == Language.English ? t.English : t.Indonesian, t.Indonesian, t.English));
        await using var rows = new SheetReader(heads, Rows(selection));
        await writer.WriteAsync(rows, cancellation);
    }

    private static IEnumerable<object?[]> Rows(Selection selection)
    {
        yield return Array.ConvertAll(Tagged, t => (object?)t.Tag);
        var cells = new object?[Tagged.Length];
        foreach (var area in selection.Areas)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Tagged[i].Cell(area, selection);
            }

            yield return cells;
        }
    }

    private static string? Labels(Selection selection, Code taxonomy, IEnumerable<Code> codes) =>
        CellText.Join([.. codes.Select(c => selection.Label(taxonomy, c))]) is { Length: > 0 } text ? text : null;

    private static string? CodeAt(ServiceArea area, RegionLevel level) => level <= area.Region.Level ? area.Region.At(level).Value : null;

    private static string? NameAt(ServiceArea area, RegionLevel level, Selection selection) => level <= area.Region.Level ? selection.NameOf(area.Region.At(level)) : null;
}
