using System.Collections.Frozen;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Writes the words of a name in one way: abbreviations of organizations written out, several words that are one thing joined, one of two words of one
/// meaning taken, English turned into Indonesian. It only serves comparing; nobody sees the result.</summary>
internal static class Rewording
{
    private static readonly FrozenDictionary<string, string[]> Abbreviated = Table("""
         kwt=kelompok perempuan tani; klp=kelompok; kelp=kelompok; klpk=kelompok; kel=kelurahan; spr=serikat pekerja rumahan; sp=serikat pekerja; gapoktan=gabungan kelompok tani; poktan=kelompok tani; pokdarwis=kelompok sadar wisata; pokja=kelompok kerja; bumdes=badan usaha milik desa; posbakum=pos bantuan hukum; pkm=puskesmas;
        karta=karang taruna; katar=karang taruna; lkm=lembaga keuangan mikro; sbmi=serikat buruh migran indonesia; spn=serikat pekerja nasional; ibi=ikatan bidan indonesia; iwapi=ikatan perempuan pengusaha indonesia; bkmt=badan kontak majelis taklim; gow=gabungan organisasi perempuan; perumda=perusahaan daerah;
        sb=serikat buruh; fsp=federasi serikat pekerja; fsb=federasi serikat buruh; ponpes=pesantren; pontren=pesantren; ponpesantren=pesantren;
        dp3a=dinas pemberdayaan perempuan perlindungan anak; dpppa=dinas pemberdayaan perempuan perlindungan anak; dp3ap2kb=dinas pemberdayaan perempuan perlindungan anak pengendalian penduduk keluarga berencana;
        dp3akb=dinas pemberdayaan perempuan perlindungan anak keluarga berencana; dinkop=dinas koperasi; dinkopukm=dinas koperasi usaha kecil menengah; diskopukm=dinas koperasi usaha kecil menengah;
        disperin=dinas perindustrian; disdag=dinas perdagangan; dispertan=dinas pertanian; distan=dinas pertanian; diskan=dinas perikanan; dishub=dinas perhubungan; dispar=dinas pariwisata; dispora=dinas pemuda olahraga;
        disdukcapil=dinas kependudukan pencatatan sipil; dukcapil=dinas kependudukan pencatatan sipil; dispermades=dinas pemberdayaan masyarakat desa; dpmd=dinas pemberdayaan masyarakat desa;
        dpmptsp=dinas penanaman modal pelayanan terpadu satu pintu; bappeda=badan perencanaan pembangunan daerah; bps=badan pusat statistik; bnn=badan narkotika nasional; bpbd=badan penanggulangan bencana daerah;
        baznas=badan amil zakat nasional; bazda=badan amil zakat daerah; laz=lembaga amil zakat; kemenag=kementerian agama; depag=kementerian agama; kemenkop=kementerian koperasi;
        kemenpppa=kementerian pemberdayaan perempuan perlindungan anak; kemendes=kementerian desa; kemenperin=kementerian perindustrian; kua=kantor urusan agama; kpu=komisi pemilihan umum;
        polres=kepolisian resor; polresta=kepolisian resor kota; polda=kepolisian daerah; polsek=kepolisian sektor; pn=pengadilan negeri; dprd=dewan perwakilan rakyat daerah;
        psaa=panti asuhan anak; slbn=slb negeri; sdit=sekolahdasar islam terpadu; smpit=sekolahmenengah islam terpadu; smait=sekolahatas islam terpadu; mtsn=madrasah tsanawiyah negeri; sdlb=slb; bpjs=badan penyelenggara jaminan sosial; ypi=yayasan pendidikan islam; gkj=gereja kristen jawa; gki=gereja kristen indonesia; bbpvp=balai besar pelatihan vokasi produktivitas;
        pimda=pimpinan daerah; pc=pimpinan cabang; pw=pimpinan wilayah; polwan=polisi perempuan; lapas=lembaga pemasyarakatan; rutan=rumah tahanan; bapas=balai pemasyarakatan; kpp=kantor pelayanan pajak; psa=panti asuhan; lksa=panti; pstw=panti tresna wreda; pskw=panti sosial karya perempuan; lppm=lembaga penelitian pengabdian masyarakat; lpm=lembaga pengabdian masyarakat;
        psw=pusatstudi perempuan; psga=pusatstudi gender anak; p2tp2a=pusat pelayanan terpadu pemberdayaan perempuan anak; ksu=koperasi serba usaha; ksp=koperasi simpan pinjam; kspps=koperasi simpan pinjam pembiayaan syariah;
        kopwan=koperasi perempuan; kud=koperasi unit desa; kop=koperasi; kopkar=koperasi karyawan; kpri=koperasi pegawai republik; kpn=koperasi pegawai negeri; cu=koperasi kredit;
        lkp=lembaga kursus pelatihan; lpk=lembaga pelatihan kerja; lsp=lembaga sertifikasi profesi; sdn=sekolahdasar negeri; sd=sekolahdasar; mi=madrasah ibtidaiyah; smp=sekolahmenengah; smpn=sekolahmenengah negeri;
        sma=sekolahatas; sman=sekolahatas negeri; smk=sekolahkejuruan; smkn=sekolahkejuruan negeri; mts=madrasah tsanawiyah; man=madrasah aliyah negeri; tk=tamankanak; rsu=rumahsakit umum; rs=rumahsakit; rsia=rumahsakit ibu anak;
        rsud=rumahsakit umum daerah; rsj=rumahsakit jiwa; rsjd=rumahsakit jiwa; rsb=rumahsakit bersalin; rsab=rumahsakit anak bersalin; kopontren=koperasi pesantren; upz=unit pengumpul zakat; bumdesma=badan usaha milik desa bersama; nag=nagari; sei=sungai; pkbi=perkumpulan keluarga berencana indonesia; obh=organisasi bantuan hukum; perk=perkumpulan; perkump=perkumpulan; pagy=paguyuban; pgyb=paguyuban; asos=asosiasi; yay=yayasan; ysn=yayasan; yys=yayasan;
        lembg=lembaga; kom=komunitas; fed=federasi; jar=jaringan; him=himpunan; fk=fakultas kedokteran; fh=fakultas hukum; feb=fakultas ekonomi bisnis; fkip=fakultas keguruan; fisip=fakultas ilmu sosial ilmu politik;
        fisipol=fakultas ilmu sosial ilmu politik; prodi=programstudi; dept=departemen; jur=jurusan; bem=badan eksekutif mahasiswa; dpc=dewan pimpinan cabang; dpd=dewan pimpinan daerah; dpw=dewan pimpinan wilayah;
        dpp=dewan pimpinan pusat; pac=pimpinan anak cabang; puk=pimpinan unit kerja; kanwil=kantor wilayah; kankemenag=kantor kementerian agama; kacab=kantor cabang; upt=unit pelaksana teknis; uptd=unit pelaksana teknis daerah;
        mui=majelis ulama indonesia; nu=nahdlatul ulama; umkm=usaha mikro kecil menengah; ukm=usaha kecil menengah; ikm=industri kecil menengah; dekranasda=dewan kerajinan nasional daerah; dekranas=dewan kerajinan nasional;
        kadin=kamar dagang industri; apindo=asosiasi pengusaha indonesia; pmi=palang merah indonesia; tp=tim penggerak; ppk=pusat pelayanan keluarga; lk3=lembaga konsultasi kesejahteraan keluarga;
        rptc=rumah perlindungan trauma center; lpa=lembaga perlindungan anak; ut=universitas terbuka; stie=sekolahtinggi ilmu ekonomi; stikes=sekolahtinggi ilmu kesehatan; stks=sekolahtinggi kesejahteraan sosial;
        iain=institut agama islam negeri; uin=universitas islam negeri; stain=sekolahtinggi agama islam negeri; poltekkes=politeknik kesehatan; akper=akademi keperawatan; akbid=akademi kebidanan; pg=pabrik gula;
        pttun=pengadilan tinggi; komnas=komisi nasional; hkti=himpunan kerukunan tani indonesia; pemkab=pemerintah kabupaten; pemkot=pemerintah kota; pemprov=pemerintah provinsi; ds=desa; dsn=dusun; kp=kampung;
        kec=kecamatan; kab=kabupaten; prov=provinsi; jl=jalan; gg=gang
        """);

    private static readonly FrozenDictionary<string, string[]> SameMeaning = Table("""
        wanita=perempuan; difabel=difabel; disabilitas=difabel; difable=difabel; wredha=wreda; werdha=wreda; werda=wreda; jompo=wreda; pengrajin=perajin; pengerajin=perajin; talim=taklim; majlis=majelis;
        wisma=panti; pengurus=pimpinan; penjahit=jahit; menjahit=jahit; jahitan=jahit; perajut=rajut; merajut=rajut; pembatik=batik; membatik=batik; penenun=tenun; tenunan=tenun; penganyam=anyam; anyaman=anyam; pembordir=bordir;
        penyulam=sulam; sulaman=sulam; pengemas=kemas; kemasan=kemas; rejeki=rezeki; mulia=mulya; muslimah=muslimat; silahturahmi=silaturahmi; pemberdaya=pemberdayaan; yatama=yatim; 
        samudra=samudera; sumatra=sumatera; propinsi=provinsi; kotamadya=kota; kodya=kota; konfeksi=konveksi; pekerjanya=pekerja; aktifitas=aktivitas; jejaring=jaringan; perhimpunan=himpunan; pajabat=pejabat; posko=pos; perserikatan=serikat; ibn=bin; ibnu=bin; binti=bin; daycare=penitipan; kumpulan=himpunan; setya=setia; bhakti=bakti; dharma=darma; budhi=budi; satya=setia; wahana=lembaga; wadah=lembaga
        """);

    private static readonly FrozenDictionary<string, string[]> English = Table("""
        foundation=yayasan; association=asosiasi perkumpulan himpunan ikatan paguyuban persatuan; institute=lembaga institut institute; university=universitas institut; faculty=fakultas; center=pusat pusatstudi pusatpenelitian balai; centre=pusat pusatstudi pusatpenelitian balai; studies=studi kajian; study=studi kajian;
        research=penelitian riset; women=perempuan; womens=perempuan; woman=perempuan; children=anak; child=anak; labour=buruh pekerja kerja perburuhan ketenagakerjaan; labor=buruh pekerja kerja perburuhan ketenagakerjaan;
        workers=pekerja buruh; worker=pekerja; office=kantor dinas; international=internasional; national=nasional; exporters=eksportir; exporter=eksportir; handicraft=kerajinan; handicrafts=kerajinan; craft=kerajinan; crafts=kerajinan;
        home=rumahan rumah; homebased=rumahan; homeworkers=rumahan; based=; fund=dana; partners=mitra; partner=mitra; partnership=kemitraan; network=jaringan jejaring; coalition=koalisi; alliance=aliansi; union=serikat; federation=federasi;
        justice=keadilan; population=kependudukan; policy=kebijakan; policies=kebijakan; social=sosial; political=politik; politics=politik; sciences=ilmu; science=ilmu; agricultural=pertanian; agriculture=pertanian;
        garment=garmen; textile=tekstil; textiles=tekstil; independent=merdeka mandiri independen; legal=hukum; law=hukum; aid=bantuan; society=masyarakat perhimpunan; community=komunitas masyarakat; communities=komunitas; organization=organisasi;
        organisation=organisasi; development=pembangunan pengembangan; empowerment=pemberdayaan; education=pendidikan; health=kesehatan; human=manusia; rights=hak asasi; welfare=kesejahteraan; people=rakyat masyarakat; peoples=rakyat;
        youth=pemuda; house=rumah griya; school=sekolah; hospital=rumahsakit; cooperative=koperasi; cooperation=kerjasama; ministry=kementerian; department=dinas departemen; agency=badan dinas; council=dewan majelis; board=badan dewan;
        manpower=ketenagakerjaan tenaga kerja; employment=ketenagakerjaan; trade=dagang perdagangan; industry=industri perindustrian; industries=industri; migrant=migran; migrants=migran; farmers=petani tani; fisherfolk=nelayan; fishers=nelayan;
        disability=difabel; disabilities=difabel; disabled=difabel; persons=; public=publik masyarakat; environment=lingkungan; environmental=lingkungan; culture=budaya kebudayaan; cultural=budaya; art=seni; arts=seni; training=pelatihan;
        service=layanan; services=layanan; protection=perlindungan; voice=suara; light=cahaya; hope=harapan; peace=damai perdamaian; earth=bumi; homeland=tanahair; land=tanah; water=air; mother=ibu; mothers=ibu; family=keluarga;
        elderly=lansia; small=kecil; business=usaha bisnis; enterprise=usaha; enterprises=usaha; entrepreneurs=pengusaha; employers=pengusaha; company=pt; solidarity=solidaritas; movement=gerakan; forum=forum; group=kelompok;
        religious=agama; christian=kristen; catholic=katolik; islamic=islam; church=gereja; consumer=konsumen; media=media; information=informasi; advocacy=advokasi; action=aksi; committee=komite; commission=komisi;
        violence=kekerasan; against=; gender=gender; economic=ekonomi; economics=ekonomi; economy=ekonomi; technology=teknologi; state=negeri; open=terbuka; professional=profesi; profession=profesi; rural=desa pedesaan; urban=kota perkotaan;
        village=desa; city=kota; regency=kabupaten; province=provinsi; district=kecamatan; north=utara; south=selatan; east=timur; west=barat; central=tengah; indonesian=indonesia; bank=bank; savings=simpan; credit=kredit; care=peduli;
        friends=sahabat; sister=saudari; sisters=saudari; shelter=rumahaman; safe=aman; poverty=kemiskinan; poor=miskin; democracy=demokrasi; equality=kesetaraan; equal=setara; strategic=strategis; weaving=tenun; sewing=jahit; batik=batik;
        united=bersatu persatuan; unity=persatuan bersatu; together=bersama; harmony=rukun kerukunan; prosperous=sejahtera; prosperity=sejahtera kesejahteraan; progress=maju kemajuan; freedom=merdeka kebebasan; struggle=perjuangan; truth=kebenaran; dignity=martabat;
        equator=khatulistiwa; coast=pesisir pantai; coastal=pesisir; sea=laut; island=pulau; islands=kepulauan; archipelago=nusantara kepulauan; river=sungai; mountain=gunung; forest=hutan; nature=alam; green=hijau; sun=matahari surya; star=bintang; moon=bulan; dawn=fajar; lantern=lentera pelita; lamp=pelita;
        resource=sumberdaya; resources=sumberdaya; workshop=bengkel sanggar; studio=sanggar studio; artisans=perajin; artisan=perajin; weavers=tenun; weaver=tenun; tailors=jahit; tailor=jahit; tailoring=jahit; embroidery=bordir sulam; knitting=rajut; knitters=rajut; fishermen=nelayan; fisherwomen=nelayan; traders=pedagang; vendors=pedagang;
        producers=produsen; manufacturers=produsen; footwear=sepatu; shoes=sepatu; leather=kulit; bamboo=bambu; rattan=rotan; wood=kayu; furniture=mebel; food=pangan makanan; salt=garam; fish=ikan; coffee=kopi; sugar=gula; toys=mainan; paper=kertas;
        domestic=rumahtangga domestik; household=rumahtangga; informal=informal; sector=sektor; overseas=migran; self=swadaya mandiri; help=bantuan; reliant=mandiri; creative=kreatif; digital=digital;
        literacy=literasi aksara; reading=baca; library=perpustakaan; learning=belajar pembelajaran; vocational=vokasi; polytechnic=politeknik; academy=akademi; college=sekolahtinggi; medical=kedokteran medis; clinic=klinik; midwives=bidan; nurses=perawat; counselling=konseling; counseling=konseling; crisis=krisis;
        victims=korban; survivors=penyintas; trafficking=perdagangan; orphanage=panti; orphans=yatim; deaf=tuli; blind=tunanetra netra; indigenous=adat; customary=adat; heritage=pusaka warisan; journalists=wartawan jurnalis; lawyers=advokat; teachers=guru; lecturers=dosen; students=mahasiswa pelajar;
        chamber=kamar; commerce=dagang; statistics=statistik; planning=perencanaan; bureau=biro; secretariat=sekretariat; subdistrict=kecamatan; court=pengadilan; police=polisi kepolisian; immigration=imigrasi; insurance=jaminan asuransi; security=jaminan keamanan; tax=pajak; transportation=perhubungan transportasi; transmigration=transmigrasi;
        tourism=pariwisata; fisheries=perikanan; marine=kelautan; livestock=peternakan; plantation=perkebunan; forestry=kehutanan; energy=energi; mining=pertambangan; waste=sampah; loan=pinjam; loans=pinjam; charity=amal; humanitarian=kemanusiaan; humanity=kemanusiaan; disaster=bencana; volunteers=relawan; volunteer=relawan;
        diocese=keuskupan; parish=paroki; synod=sinode; mosque=masjid; interfaith=antariman; young=muda pemuda; girls=perempuan; mutual=bersama; multipurpose=serba; works=karya; work=kerja karya; working=kerja pekerja; inclusive=inklusif; sustainable=berkelanjutan lestari; bridge=jembatan;
        footwear=alaskaki sepatu; supply=pasok pasokan; chain=rantai; chains=rantai; monitoring=pemantau pemantauan; watch=pemantau pantau; productivity=produktivitas; peatland=gambut; peat=gambut; industrial=industrial industri; relations=hubungan; relation=hubungan; initiative=prakarsa inisiatif; initiatives=prakarsa;
        faculty=fakultas; engineering=teknik; nursing=keperawatan; psychology=psikologi; communication=komunikasi; philosophy=filsafat; letters=sastra; humanities=budaya; animal=peternakan; veterinary=hewan; public=masyarakat umum publik; administration=administrasi; government=pemerintah pemerintahan; governance=pemerintahan tatakelola;
        leadership=kepemimpinan; empower=pemberdayaan; reproductive=reproduksi; sexual=seksual; mental=jiwa mental; maternal=ibu; infant=bayi; nutrition=gizi; sanitation=sanitasi; clean=bersih; housing=perumahan; village=desa kampung; villages=desa; hamlet=dusun; market=pasar; traditional=tradisional adat; local=lokal daerah; regional=daerah wilayah;
        garments=garmen; clothing=busana pakaian; fashion=busana; batik=batik; ikat=ikat; woven=tenun; silk=sutra; cotton=kapas; palm=sawit; coconut=kelapa; cashew=mete; seaweed=rumputlaut; crab=rajungan; shrimp=udang; snacks=makanan; crackers=kerupuk; pottery=gerabah tembikar; ceramics=keramik; brooms=sapu; baskets=keranjang;
        contract=kontrak; outsourced=alihdaya; piece=borongan; wage=upah; wages=upah; income=pendapatan; livelihood=penghidupan nafkah; livelihoods=penghidupan; cash=tunai; trust=amanah dana; endowment=wakaf dana; alms=zakat; zakat=zakat; collective=kolektif; collectives=kolektif; guild=serikat paguyuban; club=klub perkumpulan; circle=lingkar; hub=pusat simpul; space=ruang; corner=pojok
        """);

    private static readonly (string[] Words, string One)[] Joined =
    [
        .. """
            lembaga swadaya masyarakat=lsm; kelompok usaha bersama=kub; kube=kub; usaha dagang=ud; perusahaan dagang=ud; rumah tangga=rumahtangga; sumber daya=sumberdaya; perseroan terbatas=pt; pusat kesehatan masyarakat=puskesmas; pondok pesantren=pesantren; pesantren pondok=pesantren; baitul maal wat tamwil=bmt; baitul mal wat tamwil=bmt;
            lembaga kesejahteraan sosial anak=panti; penyandang difabel=difabel; penyandang cacat=difabel; orang dengan difabel=difabel; lanjut usia=lansia; panti asuhan=panti; bum desa=bumdes; badan usaha milik desa=bumdes; rumah sakit=rumahsakit; tempat penitipan=penitipan; kelompok bermain=paud; gula semut=gulasemut; alas kaki=alaskaki; panti sosial=panti; rumah sakit=rumahsakit; rumah aman=rumahaman; rumah singgah=rumahsinggah; rumah pintar=rumahpintar;
            rumah belajar=rumahbelajar; rumah baca=rumahbaca; rumah yatim=rumahyatim; bank sampah=banksampah; pusat studi=pusatstudi; pusat kajian=pusatstudi; pusat penelitian=pusatpenelitian; lembaga penelitian=lembagapenelitian;
            program studi=programstudi; sekolah luar biasa=slb; sekolah dasar=sekolahdasar; sekolah menengah pertama=sekolahmenengah; sekolah menengah atas=sekolahatas; sekolah menengah kejuruan=sekolahkejuruan;
            taman kanak kanak=tamankanak; pendidikan anak usia dini=paud; taman pendidikan alquran=tpq; taman bacaan=tamanbacaan; badan eksekutif mahasiswa=bem; unit usaha=unitusaha; bengkel kerja=bengkelkerja; dharma wanita=dharmawanita;
            dharma perempuan=dharmawanita; koperasi pegawai=koperasipegawai; koperasi karyawan=koperasipegawai; serikat pekerja pt=serikatpekerjapt; sekolah tinggi=sekolahtinggi; pemberdayaan kesejahteraan keluarga=pkk; tanah air=tanahair;
            lembaga pengabdian=lembagapengabdian; pusat kegiatan belajar masyarakat=pkbm; pos pelayanan terpadu=posyandu; pusat krisis=pusatkrisis; balai latihan kerja=blk; lembaga kursus=lkp; kerja sama=kerjasama
            """.Split(';').Select(p => p.Split('=')).Select(p => (p[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), p[1].Trim())),
    ];

    private static readonly FrozenDictionary<string, (string[] Words, string One)[]> JoinedByFirst = Joined.GroupBy(j => j.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(j => j.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>The words of a name in one way.</summary>
    internal static List<string> Of(List<string> bare)
    {
        var words = new List<string>(bare.Count + 4);
        foreach (var (i, word) in bare.Index())
        {
            if (i == 0 && AtBegin(word) is { } first)
            {
                words.Add(first);
            }
            else if (word == "pd")
            {
                words.AddRange(i + 1 < bare.Count && HasBranches(bare[i + 1]) ? ["pimpinan", "daerah"] : ["ud"]);
            }
            else if (i + 1 < bare.Count && IsArticle(word, bare[i + 1]))
            {
                words.Add("al");
            }
            else if (Abbreviated.TryGetValue(word, out var meaning))
            {
                words.AddRange(meaning);
            }
            else if (OfficeWords.Of(word) is { } office)
            {
                words.AddRange(office);
            }
            else if (word.Length > 3 && word[^1] == '2' && word[..^1].All(char.IsLetter))
            {
                words.AddRange([word[..^1], word[..^1]]);
            }
            else
            {
                words.AddRange(Abbreviations.WriteOut([word]).Select(w => SameMeaning.TryGetValue(w, out var same) ? same[0] : Vocabulary.Today(w)));
            }
        }

        return WithoutTechnicalUnit(Join(words.ConvertAll(w => SameMeaning.TryGetValue(w, out var same) ? same[0] : w)));
    }

    /// <summary>Bodies whose leadership of a regency is a PD; before any other name PD is a firm (perusahaan dagang, perusahaan daerah).</summary>
    private static bool HasBranches(string word) =>
        word is "muhammadiyah" or "aisyiyah" or "aisyiah" or "nasyiatul" or "nasyiah" or "ipm" or "imm" or "nu" or "muslimat" or "fatayat" or "persis" or "persistri" or "salimah" or "dmi" or "pii" or "ppni" or "ibi" or "gerakan" or "pemuda" or "himpunan" or "ikatan" or "spsi" or "serikat";

    /// <summary>The Arabic article as it sounds before the letter that follows: as-Salam, asy-Syifa, an-Nur.</summary>
    private static bool IsArticle(string word, string next) => word switch
    {
        "el" => next.Length > 3,
        "as" or "an" or "ar" or "at" or "ad" or "az" => next.Length > 3 && next[0] == word[1],
        "asy" or "ash" or "ath" or "adz" or "adh" => next.Length > 3 && next[0] == word[1],
        _ => false,
    };

    /// <summary>A health centre, or a training centre, is a technical unit (UPT, UPTD) of its office, and a hospital one of the region, whether its name says so or not.</summary>
    private static List<string> WithoutTechnicalUnit(List<string> words)
    {
        if (words.Count > 2 && words[0] == "rumahsakit")
        {
            words.RemoveAll(w => w == "daerah");
        }

        if (words is ["unit", "pelaksana", "teknis", var next, ..])
        {
            var rest = next == "daerah" ? 4 : 3;
            if (rest < words.Count && words[rest] is "puskesmas" or "rumahsakit" or "balai" or "panti" or "blk" or "slb" or "pasar" or "sekolahdasar" or "sekolahmenengah" or "laboratorium" or "rumahaman" or "perpustakaan")
            {
                words.RemoveRange(0, rest);
            }
        }

        return words;
    }

    /// <summary>What an English word may be in Indonesian; nothing when it is not English.</summary>
    internal static string[] FromEnglish(string word) => English.TryGetValue(word, out var meanings) ? meanings
        : word.Length > 4 && word[^1] == 's' && English.TryGetValue(word[..^1], out var one) ? one : [];

    /// <summary>Whether a word is one of English that only joins others.</summary>
    internal static bool IsSilentEnglish(string word) => English.TryGetValue(word, out var meaning) && meaning.Length == 0;

    /// <summary>Whether a word is known to the tables.</summary>
    internal static bool IsKnown(string word) => SameMeaning.ContainsKey(word) || English.ContainsKey(word) || Abbreviated.ContainsKey(word);

    /// <summary>Abbreviations that mean one thing before a name and another in it.</summary>
    private static string? AtBegin(string word) => word switch { "kel" => "kelompok", "pp" => "pesantren", _ => null };

    private static List<string> Join(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (parts, one) in JoinedByFirst.GetValueOrDefault(words[i], []))
            {
                if (i + parts.Length <= words.Count && parts.Index().All(p => words[i + p.Index] == p.Item))
                {
                    words.RemoveRange(i, parts.Length);
                    words.Insert(i, one);
                    i = Math.Max(-1, i - 2);
                    break;
                }
            }
        }

        return words;
    }

    private static FrozenDictionary<string, string[]> Table(string text) => text.Split(';').Select(p => p.Split('='))
        .DistinctBy(p => p[0].Trim(), StringComparer.Ordinal)
        .ToFrozenDictionary(p => p[0].Trim(), p => p[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
