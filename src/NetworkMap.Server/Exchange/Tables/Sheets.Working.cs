using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Exchange.Tables;

/// <content>What organizations do, what ties them, and what is needed; and the columns that several lists have.</content>
public static partial class Sheets
{
    private static Sheet<ServiceDraft> Services() => new(
        "services", "Layanan", "Services", s => s.Services.Select(v => (ServiceDraft)v.ToDraft()),
        [
            Field<ServiceDraft>("id", "ID", "ID", v => v.Id),
            Field<ServiceDraft>("organization", "ID organisasi", "ID of the organization", v => v.Organization),
            Help<ServiceDraft>("Organisasi", "Organization", (v, s) => OrganizationName(s, v.Organization)),
            Field<ServiceDraft>("name", "Nama", "Name", v => v.Name),
            Field<ServiceDraft>("description", "Uraian", "Description", v => v.Description),
            Field<ServiceDraft>("status", "Status", "Status", v => v.Status),
            Field<ServiceDraft>("terms", "Jenis layanan", "Kinds of service", v => v.Terms),
            Field<ServiceDraft>("functions", "Fungsi", "Functions", v => v.Functions),
            Field<ServiceDraft>("pillars", "Pilar", "Pillars", v => v.Pillars),
            Field<ServiceDraft>("issues", "Isu", "Issues", v => v.Issues),
            Field<ServiceDraft>("capacity", "Daya tampung", "Capacity", v => v.Capacity),
            Field<ServiceDraft>("used", "Terpakai", "Used", v => v.Used),
            Field<ServiceDraft>("schedule", "Jadwal", "Schedule", v => v.Schedule),
            Field<ServiceDraft>("eligibility", "Syarat", "Eligibility", v => v.Eligibility),
            Field<ServiceDraft>("cost", "Biaya", "Cost", v => v.Cost),
            Field<ServiceDraft>("languages", "Bahasa", "Languages", v => v.Languages),
            Field<ServiceDraft>("accessibility", "Akses bagi difabel", "Accessibility", v => v.Accessibility),
            .. Validity<ServiceDraft>(v => v.Valid),
            .. Sources<ServiceDraft>(),
        ]);

    private static Sheet<(Service Service, ServiceArea Area)> Areas() => new(
        "areas", "Wilayah layanan", "Areas of services", s => s.Areas,
        Field<(Service Service, ServiceArea)>("service", "ID layanan", "ID of the service", a => a.Service.Id.ToString()),
        Help<(Service Service, ServiceArea)>("Layanan", "Service", (a, _) => a.Service.Name),
        Field<(Service, ServiceArea Area)>("region", "Kode wilayah", "Region code", a => a.Area.Region.Value),
        Help<(Service, ServiceArea Area)>("Wilayah", "Region", (a, s) => s.NameOf(a.Area.Region)),
        Field<(Service, ServiceArea Area)>("withSubregions", "Termasuk semua di bawahnya", "With all below it", a => a.Area.WithSubregions),
        Field<(Service, ServiceArea Area)>("valid.from", "Berlaku sejak", "Valid from", a => a.Area.Valid.From),
        Field<(Service, ServiceArea Area)>("valid.until", "Berlaku sampai", "Valid until", a => a.Area.Valid.Until));

    private static Sheet<TieDraft> Ties() => new(
        "ties", "Hubungan", "Ties", s => s.Ties.Select(t => (TieDraft)t.ToDraft()),
        [
            Field<TieDraft>("id", "ID", "ID", t => t.Id),
            Field<TieDraft>("from", "ID dari", "ID from", t => t.From),
            Help<TieDraft>("Dari", "From", (t, s) => OrganizationName(s, t.From)),
            Field<TieDraft>("type", "Kode jenis hubungan", "Code of the type", t => t.Type),
            Help<TieDraft>("Jenis hubungan", "Type", (t, s) => LabelOf(s, Taxonomy.TieType, t.Type)),
            Field<TieDraft>("to", "ID dengan", "ID to", t => t.To),
            Help<TieDraft>("Dengan", "To", (t, s) => OrganizationName(s, t.To)),
            Field<TieDraft>("service", "ID layanan", "ID of the service", t => t.Service),
            Field<TieDraft>("status", "Status", "Status", t => t.Status),
            Field<TieDraft>("strength", "Kekuatan (1 sampai 5)", "Strength (1 to 5)", t => t.Strength),
            Field<TieDraft>("audience", "Boleh dilihat oleh", "May be seen by", t => t.Audience),
            .. Validity<TieDraft>(t => t.Valid),
            .. Agreements(),
            .. Stated("from", "Pihak pertama", "First side"),
            .. Stated("to", "Pihak kedua", "Second side"),
            Field<TieDraft>("onSource", "Status menurut sumber", "Status by the source", t => t.OnSource),
            .. Supplies(),
            Field<TieDraft>("note", "Catatan", "Note", t => t.Note),
            .. Sources<TieDraft>(),
        ]);

    private static Sheet<NeedDraft> Needs() => new(
        "needs", "Kebutuhan", "Needs", s => s.Needs.Select(n => (NeedDraft)n.ToDraft()),
        [
            Field<NeedDraft>("id", "ID", "ID", n => n.Id),
            Field<NeedDraft>("region", "Kode wilayah", "Region code", n => n.Region),
            Help<NeedDraft>("Wilayah", "Region", (n, s) => NameOf(s, n.Region)),
            Field<NeedDraft>("year", "Tahun", "Year", n => n.Year),
            Field<NeedDraft>("sector", "Kode sektor", "Code of the sector", n => n.Sector),
            Field<NeedDraft>("functions", "Fungsi", "Functions", n => n.Functions),
            Field<NeedDraft>("pillars", "Pilar", "Pillars", n => n.Pillars),
            Field<NeedDraft>("issues", "Isu", "Issues", n => n.Issues),
            Field<NeedDraft>("terms", "Jenis layanan", "Kinds of service", n => n.Terms),
            Field<NeedDraft>("women", "Perempuan", "Women", n => n.Women),
            Field<NeedDraft>("men", "Laki-laki", "Men", n => n.Men),
            Field<NeedDraft>("unknown", "Jenis kelamin tidak tercatat", "Of unknown sex", n => n.Unknown),
            Field<NeedDraft>("held", "Angka yang ditahan", "Numbers held back", n => n.Held),
            .. new[] { ("knowledge", "pengetahuan", "knowledge"), ("access", "akses", "access"), ("choices", "pilihan", "choices"), ("support", "dukungan", "support"), ("discrimination", "diskriminasi", "discrimination") }
                .Select(i => Field<NeedDraft>($"indicators.{i.Item1}", $"Kerentanan: {i.Item2}", $"Vulnerability: {i.Item3}", n => n.Indicators?.TryGetValue(i.Item1, out var value) == true ? value : null)),
            .. Sources<NeedDraft>(),
        ]);

    private static IEnumerable<(Column Head, Func<TieDraft, Selection, object?> Cell)> Agreements() =>
    [
        Field<TieDraft>("agreement.kind", "Jenis perjanjian", "Kind of agreement", t => t.Agreement?.Kind),
        Field<TieDraft>("agreement.number", "Nomor perjanjian", "Number of the agreement", t => t.Agreement?.Number),
        Field<TieDraft>("agreement.signed", "Tanggal perjanjian", "Day of the agreement", t => t.Agreement?.Signed),
        Field<TieDraft>("agreement.until", "Perjanjian sampai", "Agreement until", t => t.Agreement?.Until),
        Field<TieDraft>("agreement.link", "Tautan perjanjian", "Link to the agreement", t => t.Agreement?.Link),
    ];

    private static IEnumerable<(Column Head, Func<TieDraft, Selection, object?> Cell)> Supplies() =>
    [
        Field<TieDraft>("supply.product", "Produk", "Product", t => t.Supply?.Product),
        Field<TieDraft>("supply.tier", "Tingkat rantai", "Tier", t => t.Supply?.Tier),
        Field<TieDraft>("supply.paymentBasis", "Dasar upah", "Basis of payment", t => t.Supply?.PaymentBasis),
        Field<TieDraft>("supply.workersWomen", "Pekerja perempuan", "Women who work", t => t.Supply?.WorkersWomen),
        Field<TieDraft>("supply.workersMen", "Pekerja laki-laki", "Men who work", t => t.Supply?.WorkersMen),
        Field<TieDraft>("supply.held", "Angka pekerja yang ditahan", "Numbers of workers held back", t => t.Supply?.Held),
        Field<TieDraft>("supply.confidence", "Keyakinan (1 sampai 5)", "Confidence (1 to 5)", t => t.Supply?.Confidence),
    ];

    private static IEnumerable<(Column Head, Func<TieDraft, Selection, object?> Cell)> Stated(string side, string indonesian, string english)
    {
        TieStatementDraft? Of(TieDraft tie) => tie.Statements?.FirstOrDefault(s => s.Side == side);
        (Column, Func<TieDraft, Selection, object?>) One(string name, string id, string en, Func<TieStatementDraft, object?> cell) =>
            Field<TieDraft>($"statements.{side}.{name}", $"{indonesian}: {id}", $"{english}: {en}", t => Of(t) is { } stated ? cell(stated) : null);
        return
        [
            One("says", "menyatakan", "says", s => s.Says),
            One("day", "tanggal", "day", s => s.Day),
            One("way", "cara", "way", s => s.Way),
            One("until", "sampai", "until", s => s.Until),
            One("accepted", "diterima", "accepted", s => s.Accepted),
            One("reason", "alasan", "reason", s => s.Reason),
            One("word", "menurut", "on whose word", s => s.Word),
        ];
    }

    private static IEnumerable<(Column Head, Func<T, Selection, object?> Cell)> Counts<T>(Func<T, CountSetDraft?> counts) =>
    [
        Field<T>("members.women", "Anggota perempuan", "Women", d => counts(d)?.Women),
        Field<T>("members.men", "Anggota laki-laki", "Men", d => counts(d)?.Men),
        Field<T>("members.other", "Anggota lainnya", "Others", d => counts(d)?.Other),
        Field<T>("members.unknown", "Anggota tanpa jenis kelamin tercatat", "Of unknown sex", d => counts(d)?.Unknown),
        Field<T>("members.date", "Tanggal hitungan", "Day of the count", d => counts(d)?.Date),
        Field<T>("members.source", "Sumber hitungan", "Source of the count", d => counts(d)?.Source),
        Field<T>("members.published", "Diumumkan organisasinya", "Published by the organization", d => counts(d)?.Published),
        Field<T>("members.held", "Angka anggota yang ditahan", "Numbers of members held back", d => counts(d)?.Held),
    ];

    private static IEnumerable<(Column Head, Func<T, Selection, object?> Cell)> Validity<T>(Func<T, IntervalDraft?> valid) =>
    [
        Field<T>("valid.from", "Berlaku sejak", "Valid from", d => valid(d)?.From),
        Field<T>("valid.until", "Berlaku sampai", "Valid until", d => valid(d)?.Until),
    ];

    private static IEnumerable<(Column Head, Func<T, Selection, object?> Cell)> Sources<T>()
        where T : ElementDraft =>
    [
        Field<T>("provenance.source", "Sumber", "Source", d => d.Provenance?.Source),
        Field<T>("provenance.sourceUrl", "Alamat web sumber", "Web address of the source", d => d.Provenance?.SourceUrl),
        Field<T>("provenance.assertedBy", "Dicatat oleh", "Recorded by", d => d.Provenance?.AssertedBy),
        Field<T>("provenance.lastVerified", "Terakhir diperiksa", "Last verified", d => d.Provenance?.LastVerified),
        Field<T>("provenance.unverified", "Belum diperiksa", "Unverified", d => d.Provenance?.Unverified),
        Field<T>("provenance.example", "Contoh", "Example", d => d.Provenance?.Example),
    ];

    private static (Column Head, Func<T, Selection, object?> Cell) Field<T>(string name, string indonesian, string english, Func<T, object?> cell) =>
        (new Column(name, indonesian, english), (row, _) => cell(row));

    private static (Column Head, Func<T, Selection, object?> Cell) Help<T>(string indonesian, string english, Func<T, Selection, object?> cell) =>
        (new Column("_" + english.ToLowerInvariant().Replace(' ', '_'), indonesian, english, Helps: true), cell);

    private static string? LabelOf(Selection selection, Code taxonomy, string? code) => Code.Parse(code).TryValue(out var known) ? selection.Label(taxonomy, known) : code;

    private static string? NameOf(Selection selection, string? region) => RegionCode.Parse(region).TryValue(out var code) ? selection.NameOf(code) : null;

    private static string? OrganizationName(Selection selection, string? id) => Ids.Parse(id).TryValue(out var guid) ? selection.Graph.Organization(new OrganizationId(guid))?.Name : null;
}
