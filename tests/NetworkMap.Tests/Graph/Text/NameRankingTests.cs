using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Text;

/// <summary>What people in the field type, on the demonstration network with all its 91,000 regions.</summary>
public sealed class NameRankingTests
{
    [Theory]
    [InlineData("yasanti", "Yayasan Annisa Swasti")]
    [InlineData("yasnti", "Yayasan Annisa Swasti")]
    [InlineData("Yasnati", "Yayasan Annisa Swasti")]
    [InlineData("yasan", "Yayasan Annisa Swasti")]
    [InlineData("anisa swasti", "Yayasan Annisa Swasti")]
    [InlineData("yay annisa", "Yayasan Annisa Swasti")]
    [InlineData("disnaker jateng", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah")]
    [InlineData("disnker jateng", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah")]
    [InlineData("dinas tenaga kerja prov jawa tengah", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah")]
    [InlineData("dinas tenagakerja jawa tengah", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah")]
    [InlineData("kab sleman", "Kabupaten Sleman")]
    [InlineData("sleman", "Kabupaten Sleman")]
    [InlineData("gunung kidul", "Kabupaten Gunungkidul")]
    [InlineData("kota semarng", "Kota Semarang")]
    [InlineData("kec depok sleman", "Depok")]
    [InlineData("jateng", "Jawa Tengah")]
    [InlineData("wil. jateng", "Jawa Tengah")]
    [InlineData("DIY", "Daerah Istimewa Yogyakarta")]
    [InlineData("pemkab kudus", "Pemerintah Kabupaten Kudus")]
    [InlineData("pemerintah kab. kudus", "Pemerintah Kabupaten Kudus")]
    [InlineData("lbh semarang", "Lembaga Bantuan Hukum Semarang")]
    [InlineData("univ gajah mada", "Universitas Gadjah Mada")]
    [InlineData("ugm", "Universitas Gadjah Mada")]
    [InlineData("bpjs ketenagakerjan", "BPJS Ketenagakerjaan")]
    public void The_one_who_is_meant_comes_first(string typed, string meant) => Assert.Equal(meant, NameOf(Find(typed)[0]));

    [Fact]
    public void An_acronym_finds_who_bears_it_before_all_others() => Assert.Equal("ITS", ((Organization)Find("its")[0].Element).Acronym);

    [Fact]
    public void Initials_find_who_states_no_acronym()
    {
        var graph = new Sketch().Organization(1, with: o => o with { Name = "Mitra Wanita Pekerja Rumahan" }).Organization(2, with: o => o with { Name = "Mitra Wanita" }).Graph();

        Assert.Equal(["Mitra Wanita Pekerja Rumahan"], NameSearch.Find(graph, "MWPR", null, 10).Select(NameOf));
    }

    [Fact]
    public void Initials_without_the_place_find_as_well_and_who_states_the_acronym_comes_first()
    {
        var graph = new Sketch()
            .Organization(1, with: o => o with { Name = "Universitas Pembangunan Nasional Veteran Yogyakarta" })
            .Organization(2, with: o => o with { Name = "Universitas Pembangunan Nasional Veteran Jawa Timur", Acronym = "UPN Jatim" }).Graph();

        Assert.Equal(["Universitas Pembangunan Nasional Veteran Jawa Timur", "Universitas Pembangunan Nasional Veteran Yogyakarta"], NameSearch.Find(graph, "upn", null, 10).Select(NameOf));
    }

    [Fact]
    public void A_kind_is_all_that_is_found_when_it_is_asked_for() =>
        Assert.All(Enum.GetValues<FoundKind>(), kind => Assert.All(NameSearch.Find(DemonstrationNetwork.Snapshot.Public, "kota semarang", kind, 50), f => Assert.Equal(kind, f.Kind)));

    [Fact]
    public void Of_one_name_large_regions_come_before_villages_and_what_exists_before_what_is_over()
    {
        var graph = new Sketch()
            .Region("34", name: "Mawar").Region("34.02", name: "Kabupaten Melati").Region("34.02.01", name: "Melati").Region("34.02.01.2001", name: "Melati")
            .Organization(1, with: o => o with { Name = "Melati", Retired = Sketch.Today }).Organization(2, with: o => o with { Name = "Melati" })
            .Service(2, 7, s => s with { Name = "Melati", Status = ServiceStatus.Ended }).Graph();

        Assert.Equal(
            ["Organization 2", "Region 34.02", "Region 34.02.01", "Region 34.02.01.2001", "Organization 1", "Service 7"],
            NameSearch.Find(graph, "melati", null, 10).Select(f => $"{f.Kind} {(f.Element is Region r ? r.Code.Value : BitConverter.ToInt32(Guid.Parse(f.Element.Ref.Id).ToByteArray()))}"));
    }

    [Fact]
    public void What_is_called_so_comes_before_regions_that_only_sound_like_it()
    {
        var graph = new Sketch()
            .Region("34", name: "Yogyakarta").Region("34.02", name: "Ganting").Region("34.02.01", name: "Lanting").Region("34.02.02", name: "Canting")
            .Organization(1, with: o => o with { Name = "Paguyuban Perempuan Pembatik Cantingan Kampung Batik Giriloyo" })
            .Organization(2, with: o => o with { Name = "Paguyuban Penganting" })
            .Service(2, 7, s => s with { Name = "Kelas membuat canting untuk ibu-ibu yang baru belajar membatik" }).Graph();

        Assert.Equal(["Canting", "Paguyuban Perempuan", "Kelas membuat canting", "Ganting", "Lanting"], NameSearch.Find(graph, "canting", null, 5).Select(f => string.Join(' ', NameOf(f).Split(' ').Take(f.Kind == FoundKind.Service ? 3 : 2))));
        Assert.Equal(FoundKind.Region, NameSearch.Find(graph, "lantimg", null, 10)[0].Kind);
    }

    [Fact]
    public void A_service_is_found_by_what_it_is_called() => Assert.Contains(Find("kelas hak kerja kota semarang"), f => f.Element is Service { Name: "Kelas hak kerja Kota Semarang (contoh)" });

    [Fact]
    public void The_public_finds_nothing_that_its_projection_does_not_show()
    {
        var open = DemonstrationNetwork.Snapshot.Public;

        Assert.All(NameSearch.Find(open, "kelompok", null, 50), f => Assert.Same(f.Element, open.Find(f.Element.Ref)));
    }

    [Fact]
    public void A_village_that_is_hidden_moves_nobody_up_for_the_public_but_does_for_a_steward()
    {
        var network = new Sketch().Region("34", name: "Yogyakarta").Region("34.02", name: "Bantul").Region("34.02.01", name: "Srandakan")
            .Region("34.02.01.2001", name: "Poncosari").Region("34.02.01.2002", name: "Trimurti")
            .Organization(1, region: "34.02.01.2001", with: o => o with { Name = "Kelompok Melati", Precision = Precision.Regency })
            .Organization(2, region: "34.02.01.2002", with: o => o with { Name = "Kelompok Melati", Precision = Precision.Regency }).Snapshot();

        var seen = NameSearch.Find(network.Full, "melati trimurti", FoundKind.Organization, 10);
        var open = NameSearch.Find(network.Public, "melati trimurti", FoundKind.Organization, 10);

        Assert.Equal(Sketch.Id(2), ((Organization)seen[0].Element).Id);
        Assert.True(seen[0].Score > seen[1].Score);
        Assert.Equal(open[0].Score, open[1].Score);
    }

    private static IReadOnlyList<Found> Find(string text) => NameSearch.Find(DemonstrationNetwork.Snapshot.Public, text, null, 10);

    private static string NameOf(Found found) => found.Element switch { Organization o => o.Name, Region r => r.Name, Service s => s.Name, _ => "" };
}
