using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Duplicates;

/// <summary>Who is found in a whole network, and what the queue holds.</summary>
public sealed class DuplicateCandidatesTests
{
    private static readonly string[] Words = ["Melati", "Mawar", "Sejahtera", "Yayasan", "Kelompok", "Lentera", "Toenas", "Tunas", "Koperasi", "Wredatama", "Suluh", "Jagad", "1", "2"];

    [Theory]
    [InlineData("Jajasan Annisa Swasti")]
    [InlineData("Yay. Anisa Swasty")]
    [InlineData("YASANTI")]
    [InlineData("Yasanti")]
    [InlineData("Swasti Annisa")]
    public void A_name_in_another_spelling_finds_its_organization(string name) =>
        Assert.Equal("Yayasan Annisa Swasti", new DuplicateCandidates(DemonstrationNetwork.Snapshot.Public).Of(new DuplicateRecord { Name = name }, 5)[0].Organization.Name);

    [Theory]
    [InlineData("Kelompok")]
    [InlineData("Yayasan")]
    [InlineData("Dinas Sosial")]
    [InlineData("Paguyuban Anggrek Putih Manokwari")]
    [InlineData("!!!")]
    public void What_many_share_and_what_nobody_has_finds_nobody(string name) => Assert.Empty(new DuplicateCandidates(DemonstrationNetwork.Snapshot.Public).Of(new DuplicateRecord { Name = name }, 5));

    [Fact]
    public void A_telephone_number_finds_who_has_it_under_another_name_but_not_where_it_is_hidden()
    {
        var snapshot = new Sketch().Region("34", name: "Daerah Istimewa Yogyakarta").Region("34.02", name: "Kabupaten Bantul")
            .Organization(1, with: o => o with { Name = "Merdesa Institute", Contacts = [new Contact(null, null, ContactChannel.Whatsapp, "0812-0000-4471", null, null)] }).Snapshot();
        var record = new DuplicateRecord { Name = "Yayasan Wahana Merdesa", Region = RegionCode.Of("34.02"), Channels = [Channels.Telephone("+62 812 0000 4471")!.Value] };

        var found = Assert.Single(new DuplicateCandidates(snapshot.Full).Of(record, 5));
        Assert.Contains(found.Verdict.Signs, s => s.Reason == DuplicateReason.SameTelephone);
        Assert.DoesNotContain(new DuplicateCandidates(snapshot.Public).Of(record, 5, 0), c => c.Verdict.Signs.Any(s => s.Reason == DuplicateReason.SameTelephone));
    }

    [Property(MaxTest = 150)]
    public void An_edited_graph_finds_what_one_that_was_loaded_so_finds(int seed)
    {
        var (before, after) = (Network(seed), Network(seed + 1));
        var scope = new EditScope();
        var edited = before.All(ElementKind.Organization).Where(e => after.Find(e.Ref) is null).ToList().Aggregate(before, (g, e) => g.With(e.Ref, null, scope));
        edited = after.All(ElementKind.Organization).ToList().Aggregate(edited, (g, e) => g.With(e.Ref, e, scope));

        Assert.Equal(Answers(after), Answers(edited));
        var carried = DuplicateQueue.Of(before, default).After(edited, [.. before.All(ElementKind.Organization).Concat(after.All(ElementKind.Organization)).Cast<Organization>().Select(o => o.Id).Distinct()], default);
        var anew = DuplicateQueue.Of(after, default);
        Assert.All(anew.Page(0, 100), p => Assert.Contains(p, carried.Page(0, 1000), SamePair.Comparer));
    }

    [Property(MaxTest = 200)]
    public void A_verdict_is_the_sum_of_its_signs_the_same_either_way_round_and_itself_is_likely(int seed)
    {
        var organizations = Network(seed).All(ElementKind.Organization).Cast<Organization>().ToList();
        var graph = Network(seed);
        foreach (var one in organizations)
        {
            foreach (var other in organizations)
            {
                var (there, back) = (DuplicateScore.Of(graph, DuplicateRecord.Of(one), DuplicateRecord.Of(other)), DuplicateScore.Of(graph, DuplicateRecord.Of(other), DuplicateRecord.Of(one)));
                Assert.Equal(there.Score, back.Score);
                Assert.InRange(there.Score - there.Signs.Sum(s => s.Points), -3, 3);
            }
        }
    }

    [Fact]
    public void The_queue_pages_best_first_leaves_out_what_is_settled_and_sees_only_its_projection()
    {
        var snapshot = new Sketch().Region("34", name: "Daerah Istimewa Yogyakarta").Region("34.02", name: "Kabupaten Bantul").Region("34.04", name: "Kabupaten Sleman")
            .Organization(1, with: o => o with { Name = "Yayasan Lentera Suluh" }).Organization(2, with: o => o with { Name = "Yay. Lentera Soeloeh" })
            .Organization(3, with: o => o with { Name = "Perkumpulan Jagad Wetan Asri", Website = "https://jagad.example" }).Organization(4, with: o => o with { Name = "Jagad Wetan Asri", Website = "https://www.jagad.example/" })
            .Organization(5, with: o => o with { Name = "Yayasan Lentera Suluh 2" }).Organization(6, with: o => o with { Name = "Jagad Wetan Asri", Retired = Sketch.Today }).Snapshot();

        var queue = DuplicateQueue.Of(snapshot.Public, default);

        Assert.Equal([(3, 4), (1, 2)], queue.Page(0, 10).Select(p => (Number(p.One), Number(p.Other))));
        Assert.Equal([(1, 2)], queue.Page(1, 10).Select(p => (Number(p.One), Number(p.Other))));
        Assert.Equal([(1, 2)], queue.Page(0, 10, p => Number(p.One) == 3).Select(p => (Number(p.One), Number(p.Other))));
        Assert.Equal(2, queue.Count);
    }

    [Theory]
    [InlineData("0812-0000-4471", "+6281200004471")]
    [InlineData("wa.me/6281900006650", "+6281900006650")]
    [InlineData("(0251) 000 3118", "+622510003118")]
    [InlineData("129", null)]
    [InlineData("tidak ada", null)]
    public void Numbers_are_brought_into_one_form(string written, string? number) => Assert.Equal(number, Channels.Telephone(written)?.Value);

    [Theory]
    [InlineData("https://www.Merdesa.example/tentang", "merdesa.example")]
    [InlineData("merdesa.example", "merdesa.example")]
    [InlineData("https://facebook.com/merdesa?ref=1", "facebook.com/merdesa")]
    [InlineData("https://facebook.com", "facebook.com")]
    [InlineData("http://merdesa.blogspot.com/2012/01", "merdesa.blogspot.com")]
    [InlineData("-", null)]
    public void Pages_are_brought_into_one_form(string written, string? host) => Assert.Equal(host, Channels.Web(written)?.Value);

    private static int Number(OrganizationId id) => BitConverter.ToInt32(id.Value.ToByteArray());

    private static List<string> Answers(NetworkGraph graph)
    {
        var candidates = new DuplicateCandidates(graph);
        return [.. graph.All(ElementKind.Organization).Cast<Organization>().OrderBy(o => o.Id.Value).SelectMany(o => candidates.Of(DuplicateRecord.Of(graph, o), 20).Select(c => $"{o.Id} {c.Organization.Id} {c.Verdict.Score}"))];
    }

    private static NetworkGraph Network(int seed)
    {
        var random = new Random(seed);
        var sketch = new Sketch().Region("33", name: "Jawa Tengah").Region("33.01", name: "Kabupaten Cilacap").Region("33.02", name: "Kabupaten Banyumas");
        for (var i = 0; i < 10; i++)
        {
            if (random.Next(4) > 0)
            {
                sketch.Organization(i, region: random.Next(2) == 0 ? "33.01" : "33.02", with: o => o with
                {
                    Name = string.Join(' ', RandomNetwork.Some(random, Words, 4).DefaultIfEmpty("Melati")),
                    Acronym = random.Next(4) == 0 ? "MSY" : null,
                    OtherNames = random.Next(4) == 0 ? ["Rumah Lentera"] : [],
                    Website = random.Next(4) == 0 ? "https://lentera.example" : null,
                    Precision = random.Next(5) == 0 ? Precision.Hidden : Precision.Exact,
                });
            }
        }

        return sketch.Graph();
    }

    private sealed class SamePair : IEqualityComparer<DuplicatePair>
    {
        internal static readonly SamePair Comparer = new();

        public bool Equals(DuplicatePair? x, DuplicatePair? y) => x?.One == y?.One && x?.Other == y?.Other && x?.Verdict.Score == y?.Verdict.Score;

        public int GetHashCode(DuplicatePair obj) => obj.One.GetHashCode();
    }
}
