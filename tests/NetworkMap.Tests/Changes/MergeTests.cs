using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

public class MergeTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Dictionary<string, MergeChoice> Usual = [];

    [Property(MaxTest = 400)]
    public void A_merge_taken_apart_gives_the_network_back_letter_for_letter(int seed)
    {
        var random = new Random(seed);
        var before = Network(random);
        var (kept, other) = Pair(random, before.Full);
        if (Try(before, Merge.Of(new MergeAsked(kept, null, other, null, Choices(random, before.Full, kept, other), Today))) is not { } merged)
        {
            return;
        }

        Sound(merged.After, kept, other);
        var known = Known(merged.After.Full, kept);
        var apart = Try(merged.After, Unmerge.Of(new UnmergeAsked(merged.Changeset, other, known, new Dictionary<string, MergeSide>(), null)));
        Assert.Equal(Tell(before.Full), Tell(apart!.Value.After.Full));
        var back = Try(merged.After, Revert.Of(merged.Changeset, confirmWidening: true));
        Assert.Equal(Tell(before.Full), Tell(back!.Value.After.Full));
    }

    [Property(MaxTest = 200)]
    public void Two_merges_taken_apart_in_turn_give_the_network_back(int seed)
    {
        var random = new Random(seed);
        var before = Network(random);
        var (first, second, third) = (Sketch.Id(0), Sketch.Id(1), Sketch.Id(2));
        if (Try(before, Merge.Of(new MergeAsked(second, null, first, null, Usual, Today))) is not { } one || Try(one.After, Merge.Of(new MergeAsked(third, null, second, null, Usual, Today))) is not { } two)
        {
            return;
        }

        Assert.Equal(third, two.After.Full.Kept(first));
        Assert.Equal(third, two.After.Public.Kept(first));
        Sound(two.After, third, second);
        Assert.Equal("unmerge_later_first", Code(two.After, Unmerge.Of(new UnmergeAsked(one.Changeset, first, Known(one.After.Full, second), new Dictionary<string, MergeSide>(), null))));
        var apart = Try(two.After, Unmerge.Of(new UnmergeAsked(two.Changeset, second, Known(two.After.Full, third), new Dictionary<string, MergeSide>(), null)))!.Value;
        Assert.Equal(second, apart.After.Full.Kept(first));
        var again = Try(apart.After, Unmerge.Of(new UnmergeAsked(one.Changeset, first, Known(one.After.Full, second), new Dictionary<string, MergeSide>(), null)))!.Value;
        Assert.Equal(Tell(before.Full), Tell(again.After.Full));
    }

    [Property(MaxTest = 200)]
    public void What_came_later_goes_where_somebody_says_and_is_asked_about_before(int seed)
    {
        var random = new Random(seed);
        var before = Network(random);
        var (kept, other) = Pair(random, before.Full);
        if (Try(before, Merge.Of(new MergeAsked(kept, null, other, null, Usual, Today))) is not { } merged || merged.After.Full.Organization(kept)!.Retired is not null)
        {
            return;
        }

        var service = new ServiceDraft { Id = Sketch.Guid(70_000).ToString("D"), Organization = kept.ToString(), Name = "Later", Provenance = Told };
        var added = Try(merged.After, Edits.Create(service))!.Value.After;
        var edit = (OrganizationDraft)added.Full.Organization(kept)!.ToDraft() with { Purpose = "Edited since" };
        var edited = Try(added, Edits.Change(edit, null))!.Value.After;
        var asked = new UnmergeAsked(merged.Changeset, other, Known(merged.After.Full, kept), new Dictionary<string, MergeSide>(), null);
        Assert.Equal(["fields.purpose", "service/" + service.Id], Unmerge.Undecided(edited.Full, asked));
        Assert.Equal("unmerge_undecided", Code(edited, Unmerge.Of(asked)));
        var apart = Try(edited, Unmerge.Of(asked with { Assigned = new Dictionary<string, MergeSide> { ["fields.purpose"] = MergeSide.Kept, ["service/" + service.Id] = MergeSide.Other } }))!.Value.After;
        Assert.Equal(other, ((Service)apart.Full.Find(new ElementRef(ElementKind.Service, service.Id!))!).Organization);
        Assert.Equal("Edited since", apart.Full.Organization(kept)!.Purpose);
        Assert.Equal(before.Full.Organization(other)!.Purpose, apart.Full.Organization(other)!.Purpose);
        Assert.NotNull(Try(edited, Unmerge.Of(asked with { Rest = MergeSide.Other })));
    }

    [Fact]
    public void Most_of_the_random_merges_go_through_with_ties_moved_met_and_dropped()
    {
        var (gone, met, moved) = (0, 0, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var before = Network(random);
            var (kept, other) = Pair(random, before.Full);
            if (Try(before, Merge.Of(new MergeAsked(kept, null, other, null, Usual, Today))) is { Changeset.Revisions: var revisions })
            {
                gone++;
                met += revisions.Any(r => r is { Before: Tie, After: null }) ? 1 : 0;
                moved += revisions.Any(r => r is { Before: Suggestion or Unit, After: not null }) ? 1 : 0;
            }
        }

        Assert.True(gone > 50 && met > 40 && moved > 20, $"{gone} merges, {met} with ties that met, {moved} with what is its");
    }

    [Fact]
    public void What_is_merged_is_not_changed_and_not_merged_again()
    {
        var before = new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34", 110, -7).Region("34.02").Organization(1).Organization(2).Organization(3).Snapshot();
        var merged = Try(before, Merge.Of(new MergeAsked(Sketch.Id(1), null, Sketch.Id(2), null, Usual, Today)))!.Value.After;
        Assert.Equal("organization_merged", Code(merged, Edits.Change(merged.Full.Organization(Sketch.Id(2))!.ToDraft(), null)));
        Assert.Equal("organization_merged", Code(merged, Edits.Remove(Sketch.Id(2).Ref, null)));
        Assert.Equal("element_in_use", Code(merged, Edits.Remove(Sketch.Id(1).Ref, null)));
        Assert.Equal("organization_merged", Code(merged, Merge.Of(new MergeAsked(Sketch.Id(3), null, Sketch.Id(2), null, Usual, Today))));
        Assert.Equal("merge_with_itself", Code(merged, Merge.Of(new MergeAsked(Sketch.Id(3), null, Sketch.Id(3), null, Usual, Today))));
        Assert.Equal("version_stale", Code(before, Merge.Of(new MergeAsked(Sketch.Id(1), 7, Sketch.Id(2), null, Usual, Today))));
        Assert.Equal("organization_merged", Code(merged, ToldApart.Of(Sketch.Id(1), Sketch.Id(2), areTwo: true)));
    }

    [Fact]
    public void Two_told_apart_name_each_other_and_a_form_that_says_nothing_of_it_keeps_that()
    {
        var before = new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34", 110, -7).Region("34.02").Organization(1).Organization(2).Snapshot();
        var apart = Try(before, ToldApart.Of(Sketch.Id(2), Sketch.Id(1), areTwo: true))!.Value.After;
        Assert.Equal([Sketch.Id(1)], apart.Full.Organization(Sketch.Id(2))!.Sameness!.DistinctFrom);
        Assert.Equal([Sketch.Id(2)], apart.Full.Organization(Sketch.Id(1))!.Sameness!.DistinctFrom);
        Assert.Null(apart.Public.Organization(Sketch.Id(1))!.Sameness);
        var form = (OrganizationDraft)before.Full.Organization(Sketch.Id(1))!.ToDraft() with { Name = "Another" };
        var edited = Try(apart, Edits.Change(form, null))!.Value.After;
        Assert.Equal([Sketch.Id(2)], edited.Full.Organization(Sketch.Id(1))!.Sameness!.DistinctFrom);
        Assert.Equal("sameness_not_by_form", Code(apart, Edits.Change(form with { MergedInto = Sketch.Id(2).ToString() }, null)));
        var again = Try(apart, ToldApart.Of(Sketch.Id(1), Sketch.Id(2), areTwo: false))!.Value.After;
        Assert.Equal(Tell(before.Full), Tell(again.Full));
    }

    [Fact]
    public void A_consent_withdrawn_meanwhile_stays_withdrawn_when_the_two_come_apart()
    {
        var consent = new Consent("Ibu Melati", new DateOnly(2026, 1, 5), null, null);
        var contact = new Contact("Ibu Melati", null, ContactChannel.Phone, "+6281234567890", null, consent) { Purposes = [ContactPurpose.Publication], Audience = ContactAudience.Public };
        var before = new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34", 110, -7).Region("34.02").Organization(1).Organization(2, with: o => o with { Contacts = [contact] }).Snapshot();
        var merged = Try(before, Merge.Of(new MergeAsked(Sketch.Id(1), null, Sketch.Id(2), null, Usual, Today)))!.Value;
        Assert.Empty(merged.After.Full.Organization(Sketch.Id(2))!.Contacts);
        var kept = merged.After.Full.Organization(Sketch.Id(1))!;
        var withdrawn = kept with { Contacts = [kept.Contacts[0] with { Audience = ContactAudience.Own }] };
        var later = Try(merged.After, Edits.Change(withdrawn.ToDraft(), null))!.Value.After;
        var apart = Try(later, Unmerge.Of(new UnmergeAsked(merged.Changeset, Sketch.Id(2), Known(merged.After.Full, Sketch.Id(1)), new Dictionary<string, MergeSide>(), null)))!.Value.After;
        Assert.Equal(ContactAudience.Own, Assert.Single(apart.Full.Organization(Sketch.Id(2))!.Contacts).Audience);
        Assert.Empty(apart.Full.Organization(Sketch.Id(1))!.Contacts);
    }

    [Fact]
    public void The_queue_goes_along_with_merging_and_taking_apart()
    {
        var before = Alike(null);
        var queue = DuplicateQueue.Of(before.Full, default);
        Assert.Equal((Sketch.Id(1), Sketch.Id(2)), Assert.Single(queue.Page(0, 10)) is var pair ? (pair.One, pair.Other) : default);
        var merged = Try(before, Merge.Of(new MergeAsked(Sketch.Id(1), null, Sketch.Id(2), null, Usual, Today)))!.Value;
        var later = queue.At(merged.After.Full, default);
        Assert.Equal(0, later.Count);
        var apart = Try(merged.After, Revert.Of(merged.Changeset, confirmWidening: true))!.Value.After;
        Assert.Equal(1, later.At(apart.Full, default).Count);
        var third = Try(apart, ToldApart.Of(Sketch.Id(1), Sketch.Id(3), areTwo: true))!.Value.After;
        Assert.True(Try(third, Merge.Of(new MergeAsked(Sketch.Id(1), null, Sketch.Id(2), null, Usual, Today)))!.Value.After.Full.AreToldApart(Sketch.Id(3), Sketch.Id(1)));
        Assert.True(Try(third, Merge.Of(new MergeAsked(Sketch.Id(2), null, Sketch.Id(1), null, Usual, Today)))!.Value.After.Full.AreToldApart(Sketch.Id(2), Sketch.Id(3)));
    }

    [Fact]
    public void A_queue_of_a_region_is_the_same_whatever_is_hidden_elsewhere()
    {
        var region = Audience.Of([new Grant { Id = new GrantId(Sketch.Guid(1)), Account = "x", Role = Role.Steward, Region = RegionCode.Of("34"), Provenance = Sketch.Somebody }], _ => false);
        static bool Takes(Organization organization) => organization.Region is { } at && RegionCode.Of("34").Holds(at);
        var (one, twin) = (Alike("+6281234567890").For(region), Alike("+6289999999999").For(region));
        Assert.Equal(Written(DuplicateQueue.Of(one, default, Takes)), Written(DuplicateQueue.Of(twin, default, Takes)));
        static List<string> Written(DuplicateQueue queue) => [.. queue.Page(0, 100).Select(p => $"{p.One} {p.Other} {p.Verdict.Score} {string.Join(' ', p.Verdict.Signs)}")];
    }

    /// <summary>Two that are one, a third, and one of the same name in a region of somebody else, which hides a number.</summary>
    private static NetworkSnapshot Alike(string? hidden)
    {
        static Contact Phone(string number) => new("Ibu", null, ContactChannel.Phone, number, null, null) { Audience = ContactAudience.Own };
        return new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("33", 110, -7).Region("33.74").Region("34", 110, -7).Region("34.02")
            .Organization(1, with: o => o with { Name = "Yayasan Lentera Kalibening", Contacts = [Phone("+6281234567890")] }).Organization(2, with: o => o with { Name = "Yay. Lentera Kalibening" })
            .Organization(3, with: o => o with { Name = "Koperasi Rumput Laut Biru" })
            .Organization(4, region: "33.74", with: o => o with { Name = hidden is null ? "Paguyuban Sekar Jati" : "Kelompok Melati Putih", Contacts = hidden is null ? [] : [Phone(hidden)] }).Snapshot();
    }

    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };

    /// <summary>Nothing refers to who is gone, the graph that was carried on is the one that would be loaded, and the public sees the way as well.</summary>
    private static void Sound(NetworkSnapshot snapshot, OrganizationId kept, OrganizationId other)
    {
        var graph = snapshot.Full;
        Assert.Equal(kept, graph.Kept(other));
        Assert.Equal(kept, snapshot.Public.Kept(other));
        Assert.DoesNotContain(graph.DependentsOf(other.Ref), d => d is not Organization);
        Assert.Empty(graph.SuggestionsFor(other));
        foreach (var tie in graph.All(ElementKind.Tie).Cast<Tie>())
        {
            Assert.DoesNotContain(other, new[] { tie.From, tie.To });
            Assert.NotEqual(tie.From, tie.To);
        }

        var loaded = NetworkGraph.Of(Enum.GetValues<ElementKind>().OrderBy(k => k == ElementKind.Term ? -2 : k == ElementKind.Region ? -1 : (int)k).SelectMany(graph.All), graph.Sequence);
        Assert.Equal(Tell(loaded), Tell(graph));
        Assert.Equal(loaded.MergedInto(kept).Select(o => o.Id).ToHashSet(), graph.MergedInto(kept).Select(o => o.Id).ToHashSet());
    }

    private static HashSet<ElementRef> Known(NetworkGraph graph, OrganizationId kept) => [.. graph.DependentsOf(kept.Ref).Concat(graph.SuggestionsFor(kept)).Select(e => e.Ref)];

    private static (NetworkSnapshot After, Changeset Changeset)? Try(NetworkSnapshot before, Decision decision)
    {
        if (!decision(before.Full).TryValue(out var revisions))
        {
            return null;
        }

        var sequence = before.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        return (before.After(changeset, new EditScope()).Next, changeset);
    }

    private static string Code(NetworkSnapshot snapshot, Decision decision) => decision(snapshot.Full).Refusals[0].Code;

    private static List<string> Tell(NetworkGraph graph) =>
        [.. Enum.GetValues<ElementKind>().SelectMany(graph.All).Select(e => $"{e.Ref} {ElementText.ToJson(e).ToJsonString()}").Order(StringComparer.Ordinal)];

    private static (OrganizationId Kept, OrganizationId Other) Pair(Random random, NetworkGraph graph)
    {
        var count = graph.All(ElementKind.Organization).Count();
        var kept = random.Next(count);
        return (Sketch.Id(kept), Sketch.Id((kept + 1 + random.Next(count - 1)) % count));
    }

    private static Dictionary<string, MergeChoice> Choices(Random random, NetworkGraph graph, OrganizationId kept, OrganizationId other)
    {
        var (one, two) = (graph.Organization(kept)!, graph.Organization(other)!);
        return MergedForm.Choosable(one, two).Where(f => f is not ("retired" or "actorKind") && random.Next(2) == 0).ToDictionary(f => f, f => MergedForm.ChoicesOf(f)[random.Next(MergedForm.ChoicesOf(f).Count)], StringComparer.Ordinal);
    }

    private static NetworkSnapshot Network(Random random)
    {
        const int Count = 5;
        var sketch = new Sketch().Terms(Taxonomy.Issue, RandomNetwork.Issues).Terms(Taxonomy.ActorKind, "ngo", "company").Terms(Taxonomy.UnitKind, "branch")
            .TieType("partners_with", 0.9, symmetric: true).TieType("supports", 0.75).Region("34", 110, -7).Region("34.02");
        T One<T>(params T[] all) => all[random.Next(all.Length)];
        for (var i = 0; i < Count; i++)
        {
            var phone = "+62812345678" + random.Next(10, 14);
            sketch.Organization(i, One("ngo", "company"), One("34", "34.02"), o => o with
            {
                Acronym = One(null, "ABC"), Purpose = One(null, "For this", "For that"), Note = One(null, "A note", "Another"), Precision = One(Precision.Exact, Precision.District),
                OtherNames = One<string[]>([], ["Old name"], ["Old name", "Other name"]) is var names ? [.. names] : [], Issues = [.. RandomNetwork.Some(random, RandomNetwork.Issues, 3).Select(NetworkMap.Domain.Code.Of)],
                Retired = random.Next(8) == 0 ? Sketch.Today : null, Website = One(null, "https://contoh.id"),
                Contacts = random.Next(2) == 0 ? [] : [new Contact("Ibu", null, One(ContactChannel.Phone, ContactChannel.Post), phone, null, null) { Audience = ContactAudience.Own }],
            });
            if (random.Next(2) == 0)
            {
                sketch.Unit(i, "34.02");
                sketch.Add(new Place { Id = new PlaceId(Sketch.Guid(80_000 + i)), Organization = Sketch.Id(i), Region = RegionCode.Of("34.02"), Precision = Precision.District, Main = random.Next(2) == 0, Provenance = Sketch.Somebody });
                sketch.Service(i, 500_000 + i, s => s);
                sketch.Add(new Grant { Id = new GrantId(Sketch.Guid(90_000 + i)), Account = "somebody", Role = Role.OrganizationEditor, Organization = Sketch.Id(i), Provenance = Sketch.Somebody });
                sketch.Add(new Suggestion { Id = new SuggestionId(Sketch.Guid(95_000 + i)), About = Sketch.Id(i).Ref, From = 1, Organization = Sketch.Id(i), Sent = Today, Words = "x", Provenance = Sketch.Somebody });
            }
        }

        for (var (i, number) = (0, 0); i < Count; i++)
        {
            for (var j = 0; j < Count; j++)
            {
                foreach (var type in i == j ? [] : i < j ? new[] { "partners_with", "supports" } : ["supports"])
                {
                    if (random.Next(3) > 0)
                    {
                        sketch.Tie(i, j, type, t => Said(random, t) with { Id = new TieId(Sketch.Guid(60_000 + number++)), Strength = (byte)random.Next(6), Audience = One(TieAudience.Public, TieAudience.Parties), Valid = random.Next(2) == 0 ? default : Interval.Of(Today.AddDays(-random.Next(300)), null).Value });
                    }
                }
            }
        }

        return sketch.Snapshot();
    }

    private static Tie Said(Random random, Tie tie)
    {
        if (random.Next(2) == 0)
        {
            return tie with { Status = random.Next(4) == 0 ? TieStatus.Ended : TieStatus.Confirmed };
        }

        var statements = new TieStatements(new TieStatement(TieWord.Confirmed, Today.AddDays(-random.Next(90)), StatementWay.Product, Word: "Ketua"), random.Next(2) == 0 ? null : new TieStatement(TieWord.Confirmed, Today.AddDays(-random.Next(90)), StatementWay.Product));
        return tie with { Status = statements.Standing(TieStatus.Proposed), Details = new TieDetails(null, null, statements, null, null, random.Next(2) == 0 ? null : "A note") };
    }
}
