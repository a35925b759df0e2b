using System.Collections.Frozen;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>What people and other programs call our columns: lists of mass organizations and social institutions, Kumu, Open Referral HSDS.</content>
internal static partial class Headings
{
    /// <summary>From the least to the most particular: where two lists fit equally, the earlier is meant.</summary>
    private static readonly string[] Preference = ["organizations", "ties", "services", "places", "units", "areas", "needs", "contacts", "terms"];

    /// <summary>What a row of a list cannot do without; alternatives with a bar between them.</summary>
    private static readonly FrozenDictionary<string, string[]> Required = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["terms"] = ["taxonomy", "code"],
        ["organizations"] = ["name|id|acronym"],
        ["contacts"] = ["organization", "value"],
        ["units"] = ["organization|_organization", "name", "unitKind|parent|id"],
        ["places"] = ["organization|_organization", "point.latitude|address|region|_region"],
        ["services"] = ["organization|_organization", "name|description|terms"],
        ["areas"] = ["service|_service", "region|_region"],
        ["ties"] = ["from|_from", "to|_to"],
        ["needs"] = ["region|_region|region.regency|region.province", "year", "women|men|unknown"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> TableNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organization"] = "organizations", ["service"] = "services", ["location"] = "places", ["service_area"] = "areas", ["hxl"] = "organizations", ["elements"] = "organizations", ["connections"] = "ties", ["lembaga"] = "organizations", ["mitra"] = "organizations", ["relasi"] = "ties", ["locations"] = "places", ["serviceareas"] = "areas",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Common = Table(
        ("region", "region wilayah koderegion kodewilayah kodekemendagri kodebps kodedaerah kodekabkota kodekabupaten kodekabupatenkota kodekab kodekabkot kdkab kdkabkota lokasi daerah kdwilayah regioncode admincode"),
        ("region.province", "provinsi propinsi province prov namaprovinsi nmprov stateprovince state"),
        ("region.regency", "kabupaten kota kabkota kabupatenkota kotakabupaten kabupatenataukota namakabupaten namakabkota namakabupatenkota nmkab regency city cityregency regencycity district2 kab"),
        ("region.district", "kecamatan kec namakecamatan nmkec subdistrict"),
        ("region.village", "desa kelurahan desakelurahan kelurahandesa namadesa nmdesa village"),
        ("provenance.source", "sumber sumberdata source datasource asaldata"),
        ("provenance.lastVerified", "diperbarui terakhirdiperbarui tanggalverifikasi lastverified lastupdated verifiedon assureddate"),
        ("valid.from", "mulai sejak tanggalmulai tglmulai startdate from2 start"),
        ("valid.until", "selesai sampai berakhir tanggalselesai tglselesai enddate end"),
        ("externalId", "externalid idsumber kode kodelembaga noregistrasi nomorregistrasi kodeunik id idlembaga idorganisasi kodepuskesmas kdpuskesmas kodefaskes kodeinstansi kdinstansi nib npsn"),
        ("note", "catatan keterangan note notes remarks comment comments"));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Synonyms = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal)
    {
        ["organizations"] = Table(
            ("name", "nama unitkerja namaunitkerja namaorganisasi namalembaga namainstansi namamitra namakelompok namayayasan namaperusahaan namapuskesmas namadinas organisasi lembaga instansi mitra organization organizationname orgname name label title namaunit namafaskes namadinaskesehatan dinaskesehatan puskesmas entity"),
            ("acronym", "singkatan akronim acronym abbreviation shortname"),
            ("otherNames", "namalain alias alternatename alternatenames aka namasebelumnya othernames"),
            ("actorKind", "jenis jenisorganisasi jenislembaga kategori tipe type kind category organizationtype orgtype elementtype primarytype"),
            ("legalForm", "bentukhukum badanhukum legalform"),
            ("purpose", "tujuan deskripsi uraian profil visi visimisi description about purpose mission summary blurb"),
            ("issues", "isu isuutama issue issues topik tags topics"),
            ("sectors", "sektor bidang bidangusaha sector sectors"),
            ("offers", "menawarkan layananyangditawarkan keahlian keterampilan offers skills"),
            ("needs", "kebutuhan membutuhkan needs"),
            ("website", "website situs situsweb web url laman homepage link"),
            ("founded", "tahunberdiri berdiri didirikan founded yearincorporated yearfounded establishedyear"),
            ("members.women", "perempuan anggotaperempuan jumlahperempuan women female"),
            ("members.men", "lakilaki anggotalakilaki jumlahlakilaki men male"),
            ("members.unknown", "jumlahanggota anggota totalanggota members membercount"),
            ("place.address", "alamat alamatkantor alamatlengkap alamatpuskesmas address streetaddress physicaladdress address1"),
            ("place.point.latitude", "lat latitude lintang y garislintang"),
            ("place.point.longitude", "lng lon long longitude bujur x garisbujur"),
            ("contact.name", "kontak narahubung contactperson pic penanggungjawab ketua contactname contact"),
            ("contact.phone", "telepon telp notelp notelepon nomortelepon hp nohp phone telephone phonenumber tel kontakhp"),
            ("contact.whatsapp", "wa whatsapp nowa nomorwa"),
            ("contact.email", "email surel alamatemail emailaddress")),
        ["services"] = Table(
            ("organization", "organisasi lembaga penyedia penyelenggara organization organizationid organizationname provider idorganisasi"),
            ("name", "namalayanan layanan kegiatan program service servicename name activity"),
            ("description", "uraian deskripsi keterangan description"),
            ("terms", "jenislayanan jenis type category tipe"),
            ("capacity", "kapasitas dayatampung capacity"),
            ("cost", "biaya tarif fees feesdescription cost"),
            ("schedule", "jadwal jamlayanan schedule"),
            ("eligibility", "syarat persyaratan eligibility eligibilitydescription"),
            ("externalId", "id serviceid idlayanan")),
        ["places"] = Table(
            ("organization", "organisasi lembaga organization organizationid organizationname idorganisasi"),
            ("name", "namatempat nama name locationname"),
            ("address", "alamat address address1"),
            ("point.latitude", "lat latitude lintang y"),
            ("point.longitude", "lng lon long longitude bujur x"),
            ("externalId", "id locationid")),
        ["units"] = Table(("organization", "organisasi lembaga organization organizationid"), ("name", "nama namaunit unit name"), ("unitKind", "jenis jenisunit type"), ("parent", "induk parent parentid"), ("externalId", "id unitid")),
        ["areas"] = Table(("service", "layanan service serviceid"), ("region", "wilayah region area serviceareaname servicearea extent")),
        ["contacts"] = Table(("organization", "organisasi organization organizationid"), ("name", "nama name"), ("value", "nomor number value"), ("channel", "cara type channel")),
        ["ties"] = Table(
            ("from", "dari from source asal pihakpertama organisasi1 fromname sourcename"),
            ("to", "ke dengan to target tujuan pihakkedua organisasi2 toname targetname"),
            ("type", "jenis jenishubungan hubungan tipe type relationship relation connectiontype label category"),
            ("strength", "kekuatan strength weight"),
            ("note", "catatan keterangan deskripsi description notes"),
            ("externalId", "id")),
        ["needs"] = Table(("region", "wilayah region kodewilayah"), ("year", "tahun year"), ("women", "perempuan women"), ("men", "lakilaki men"), ("unknown", "jumlah total"), ("sector", "sektor sector")),
        ["terms"] = Table(("taxonomy", "daftar taxonomy"), ("code", "kode code"), ("labelId", "namaindonesia label"), ("labelEn", "namainggris english")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Table(params (string Target, string Words)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (target, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table.TryAdd(word, target);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
