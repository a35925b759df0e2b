using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Exchange.Tables;

/// <summary>The lists of a workbook, in the order in which one refers to those before. Contacts leave only to who keeps the organization: a file that was carried off does not hear
/// when consent is taken back.</summary>
public static partial class Sheets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Sheet> All { get; } = [Terms(), Organizations(), Contacts(), Units(), Places(), Services(), Areas(), Ties(), Needs()];

    private static Sheet<TermDraft> Terms() => new(
        "terms", "Istilah", "Terms", s => s.Terms.Select(t => (TermDraft)t.ToDraft()),
        Field<TermDraft>("taxonomy", "Daftar", "Taxonomy", t => t.Taxonomy),
        Field<TermDraft>("code", "Kode", "Code", t => t.Code),
        Field<TermDraft>("parent", "Kode induk", "Code above", t => t.Parent),
        Field<TermDraft>("labelId", "Nama dalam bahasa Indonesia", "Name in Indonesian", t => t.LabelId),
        Field<TermDraft>("labelEn", "Nama dalam bahasa Inggris", "Name in English", t => t.LabelEn),
        Field<TermDraft>("descriptionId", "Arti dalam bahasa Indonesia", "Meaning in Indonesian", t => t.DescriptionId),
        Field<TermDraft>("descriptionEn", "Arti dalam bahasa Inggris", "Meaning in English", t => t.DescriptionEn),
        Field<TermDraft>("legalReference", "Dasar hukum", "Legal reference", t => t.LegalReference));

    private static Sheet<OrganizationDraft> Organizations() => new(
        "organizations", "Organisasi", "Organizations", s => s.Organizations.Select(o => (OrganizationDraft)o.ToDraft()),
        [
            Field<OrganizationDraft>("id", "ID", "ID", o => o.Id),
            Field<OrganizationDraft>("name", "Nama", "Name", o => o.Name),
            Field<OrganizationDraft>("acronym", "Singkatan", "Acronym", o => o.Acronym),
            Field<OrganizationDraft>("otherNames", "Nama lain", "Other names", o => o.OtherNames),
            Field<OrganizationDraft>("actorKind", "Kode jenis organisasi", "Code of the kind", o => o.ActorKind),
            Help<OrganizationDraft>("Jenis organisasi", "Kind", (o, s) => LabelOf(s, Taxonomy.ActorKind, o.ActorKind)),
            Field<OrganizationDraft>("region", "Kode wilayah", "Region code", o => o.Region),
            Help<OrganizationDraft>("Wilayah", "Region", (o, s) => NameOf(s, o.Region)),
            Field<OrganizationDraft>("precision", "Ketelitian lokasi", "Precision of the location", o => o.Precision),
            Field<OrganizationDraft>("legalForm", "Kode bentuk hukum", "Code of the legal form", o => o.LegalForm),
            Field<OrganizationDraft>("legalStatus", "Status hukum", "Legal status", o => o.LegalStatus),
            Field<OrganizationDraft>("mediates", "Menjembatani", "Mediates", o => o.Mediates),
            Field<OrganizationDraft>("purpose", "Tujuan", "Purpose", o => o.Purpose),
            Field<OrganizationDraft>("issues", "Isu", "Issues", o => o.Issues),
            Field<OrganizationDraft>("sectors", "Sektor", "Sectors", o => o.Sectors),
            Field<OrganizationDraft>("offers", "Yang bisa diberikan", "Offers", o => o.Offers),
            Field<OrganizationDraft>("needs", "Yang dibutuhkan", "Needs", o => o.Needs),
            Field<OrganizationDraft>("languages", "Bahasa", "Languages", o => o.Languages),
            Field<OrganizationDraft>("website", "Situs web", "Website", o => o.Website),
            .. Counts<OrganizationDraft>(o => o.Members),
            Field<OrganizationDraft>("founded", "Tahun berdiri", "Founded", o => o.Founded),
            Field<OrganizationDraft>("retired", "Tidak ada lagi sejak", "Gone since", o => o.Retired),
            Field<OrganizationDraft>("note", "Catatan", "Note", o => o.Note),
            .. Sources<OrganizationDraft>(),
        ]);

    private static Sheet<(string Organization, ContactDraft Contact)> Contacts() => new(
        "contacts", "Kontak", "Contacts", s => s.Organizations.SelectMany(o => o.Contacts.Select(c => (o.Id.ToString(), c.ToDraft()))),
        Field<(string Organization, ContactDraft)>("organization", "ID organisasi", "ID of the organization", c => c.Organization),
        Field<(string, ContactDraft Contact)>("name", "Nama orang", "Name of the person", c => c.Contact.Name),
        Field<(string, ContactDraft Contact)>("role", "Jabatan", "Role", c => c.Contact.Role),
        Field<(string, ContactDraft Contact)>("channel", "Cara menghubungi", "Channel", c => c.Contact.Channel),
        Field<(string, ContactDraft Contact)>("value", "Nomor atau alamat", "Number or address", c => c.Contact.Value),
        Field<(string, ContactDraft Contact)>("purposes", "Boleh dipakai untuk", "May be used for", c => c.Contact.Purposes),
        Field<(string, ContactDraft Contact)>("purpose", "Keperluan lain", "Other purpose", c => c.Contact.Purpose),
        Field<(string, ContactDraft Contact)>("audience", "Boleh dilihat oleh", "May be seen by", c => c.Contact.Audience),
        Field<(string, ContactDraft Contact)>("consent.givenBy", "Persetujuan dari", "Consent given by", c => c.Contact.Consent?.GivenBy),
        Field<(string, ContactDraft Contact)>("consent.given", "Persetujuan sejak", "Consent since", c => c.Contact.Consent?.Given),
        Field<(string, ContactDraft Contact)>("consent.how", "Cara memberi persetujuan", "How consent was given", c => c.Contact.Consent?.How),
        Field<(string, ContactDraft Contact)>("consent.until", "Persetujuan sampai", "Consent until", c => c.Contact.Consent?.Until),
        Field<(string, ContactDraft Contact)>("consent.withdrawn", "Persetujuan ditarik", "Consent withdrawn", c => c.Contact.Consent?.Withdrawn));

    private static Sheet<UnitDraft> Units() => new(
        "units", "Unit", "Units", s => s.Units.Select(u => (UnitDraft)u.ToDraft()),
        [
            Field<UnitDraft>("id", "ID", "ID", u => u.Id),
            Field<UnitDraft>("organization", "ID organisasi", "ID of the organization", u => u.Organization),
            Help<UnitDraft>("Organisasi", "Organization", (u, s) => OrganizationName(s, u.Organization)),
            Field<UnitDraft>("name", "Nama", "Name", u => u.Name),
            Field<UnitDraft>("unitKind", "Kode jenis unit", "Code of the kind", u => u.UnitKind),
            Field<UnitDraft>("parent", "ID unit di atasnya", "ID of the unit above", u => u.Parent),
            Field<UnitDraft>("region", "Kode wilayah", "Region code", u => u.Region),
            Help<UnitDraft>("Wilayah", "Region", (u, s) => NameOf(s, u.Region)),
            .. Counts<UnitDraft>(u => u.Members),
            .. Sources<UnitDraft>(),
        ]);

    private static Sheet<PlaceDraft> Places() => new(
        "places", "Tempat", "Places", s => s.Places.Select(p => (PlaceDraft)p.ToDraft()),
        [
            Field<PlaceDraft>("id", "ID", "ID", p => p.Id),
            Field<PlaceDraft>("organization", "ID organisasi", "ID of the organization", p => p.Organization),
            Help<PlaceDraft>("Organisasi", "Organization", (p, s) => OrganizationName(s, p.Organization)),
            Field<PlaceDraft>("unit", "ID unit", "ID of the unit", p => p.Unit),
            Field<PlaceDraft>("name", "Nama", "Name", p => p.Name),
            Field<PlaceDraft>("region", "Kode wilayah", "Region code", p => p.Region),
            Help<PlaceDraft>("Wilayah", "Region", (p, s) => NameOf(s, p.Region)),
            Field<PlaceDraft>("point.longitude", "Bujur", "Longitude", p => p.Point?.Longitude),
            Field<PlaceDraft>("point.latitude", "Lintang", "Latitude", p => p.Point?.Latitude),
            Field<PlaceDraft>("point.derived", "Titik diperkirakan", "Point is derived", p => p.Point?.Derived),
            Field<PlaceDraft>("precision", "Ketelitian lokasi", "Precision of the location", p => p.Precision),
            Field<PlaceDraft>("home", "Rumah seseorang", "Somebody's home", p => p.Home),
            Field<PlaceDraft>("main", "Tempat utama", "Main place", p => p.Main),
            Field<PlaceDraft>("address", "Alamat", "Address", p => p.Address),
            .. Sources<PlaceDraft>(),
        ]);
}
