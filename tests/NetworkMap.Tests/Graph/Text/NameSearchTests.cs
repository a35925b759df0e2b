using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Text;

/// <summary>The index of names changes with the graph: what was edited answers like what was loaded so, and who reads an older snapshot notices nothing.</summary>
public sealed class NameSearchTests
{
    private static readonly string[] Vocabulary = ["Melati", "Mawar", "Sejahtera", "Yayasan", "Kelompok", "Jateng", "Sleman", "Semarang", "Sukamaju", "Suka", "Maju", "Dinas", "Kab"];
    private static readonly string[] Asked = ["melati", "mawr", "kelompok melati", "su", "jawa tengah", "sukamaju", "kabupaten sleman", "yayasan sejahtra", "ymm", "smearang", "dinas jateng", "x"];

    [Property(MaxTest = 150)]
    public void An_edited_graph_finds_what_one_that_was_loaded_so_finds(int seed)
    {
        var (before, after) = (Network(seed), Network(seed + 1));
        var untouched = Answers(before);
        var scope = new EditScope();
        var edited = before;
        foreach (var kind in new[] { ElementKind.Service, ElementKind.Organization, ElementKind.Region })
        {
            edited = before.All(kind).Where(e => after.Find(e.Ref) is null).ToList().Aggregate(edited, (g, e) => g.With(e.Ref, null, scope));
        }

        foreach (var kind in new[] { ElementKind.Region, ElementKind.Organization, ElementKind.Service })
        {
            edited = after.All(kind).ToList().Aggregate(edited, (g, e) => g.With(e.Ref, e, scope));
        }

        Assert.Equal(Answers(after), Answers(edited));
        Assert.Equal(untouched, Answers(before));
    }

    [Fact]
    public void What_a_branch_into_the_past_renames_shows_nowhere_else()
    {
        var line = new Sketch().Organization(1, with: o => o with { Name = "Yayasan Melati" }).Graph();
        var renamed = line.OrganizationAt(0)! with { Name = "Yayasan Kenanga" };

        var branch = line.With(renamed.Ref, renamed, EditScope.Branch());

        Assert.Empty(Names(line, "kenanga"));
        Assert.Equal(["Yayasan Melati"], Names(line, "melati"));
        Assert.Equal(["Yayasan Kenanga"], Names(branch, "kenanga"));
        Assert.Empty(Names(branch, "melati"));
    }

    [Fact]
    public void Contacts_notes_and_purposes_are_not_searched()
    {
        var graph = new Sketch().Organization(1, with: o => o with
        {
            Name = "Yayasan Melati",
            Purpose = "Menolong Rahasia",
            Note = "Bersembunyi di Tersembunyi",
            Contacts = [new Contact("Ibu Pribadi", null, ContactChannel.Phone, "081234", null, null)],
        }).Graph();

        Assert.All(["rahasia", "tersembunyi", "pribadi", "081234"], q => Assert.Empty(Names(graph, q)));
    }

    [Fact]
    public void A_word_that_all_have_still_finds_some_and_a_rarer_one_beside_it_finds_its_own()
    {
        var graph = Enumerable.Range(0, 20_500).Aggregate(new Sketch(), (s, i) => s.Organization(i, with: o => o with { Name = $"Kelompok {(i == 20_400 ? "Kenanga" : "Mawar")}" })).Graph();

        Assert.Equal(10, Names(graph, "kelompok").Count());
        Assert.Equal("Kelompok Kenanga", Names(graph, "kelompok kenanga").First());
        Assert.Equal("Kelompok Kenanga", Names(graph, "kelompk kenanag").First());
    }

    [Fact]
    public void Words_beyond_the_twelfth_are_not_read_and_nonsense_finds_nothing()
    {
        var graph = new Sketch().Organization(1, with: o => o with { Name = "Yayasan Melati" }).Graph();

        Assert.Empty(Names(graph, string.Join(' ', Enumerable.Repeat("zzz", 12)) + " melati"));
        Assert.All(["!!!", "…", "qqqqqqqq", "\U0001F33C", new string('a', 200)], q => Assert.Empty(Names(graph, q)));
    }

    private static IEnumerable<string> Names(NetworkGraph graph, string text) => NameSearch.Find(graph, text, null, 10).Select(f => ((Organization)f.Element).Name);

    private static List<string> Answers(NetworkGraph graph) =>
        [.. from text in Asked from found in NameSearch.Find(graph, text, null, 50) select $"{text}: {found.Kind} {found.Element.Ref.Id} {found.Score:F6}"];

    private static NetworkGraph Network(int seed)
    {
        var random = new Random(seed);
        string Name() => string.Join(' ', RandomNetwork.Some(random, Vocabulary, 4).DefaultIfEmpty("Melati"));
        var sketch = new Sketch();
        foreach (var code in new[] { "33", "33.01", "33.02", "33.02.01" })
        {
            sketch.Region(code, name: Name());
        }

        for (var i = 0; i < 12; i++)
        {
            if (random.Next(4) > 0)
            {
                sketch.Organization(i, region: "33.01", with: o => o with
                {
                    Name = Name(),
                    Acronym = random.Next(3) == 0 ? Name() : null,
                    OtherNames = random.Next(3) == 0 ? [Name(), Name()] : [],
                    Retired = random.Next(5) == 0 ? Sketch.Today : null,
                });
            }

            if (random.Next(3) == 0)
            {
                sketch.Service(i, 100 + i, s => s with { Name = Name(), Status = random.Next(4) == 0 ? ServiceStatus.Ended : ServiceStatus.Active });
            }
        }

        return sketch.Graph();
    }
}
