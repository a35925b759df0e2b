using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Partners;

[Collection(DemonstrationCollection.Name)]
public sealed class SuggestPartnersTests(DemonstrationServer server)
{
    private const string Group = "organizations/89ee382d-bde1-874d-9e0c-c112fa646bbd/partners?at=" + DemonstrationServer.Day;

    [Fact]
    public async Task The_best_partner_comes_first_with_parts_that_add_up_and_say_why()
    {
        var answer = await server.GoodAsync(Group);
        var first = answer["items"]![0]!;

        Assert.Equal("Yayasan Napas Lega (contoh)", (string)first["organization"]!["name"]!);
        Assert.Equal((double)first["score"]!, first["parts"]!.AsArray().Sum(p => (double)p!["score"]!), 3);
        Assert.Contains("same_region", first["parts"]!.AsArray().SelectMany(p => p!["facts"]!.AsArray()).Select(f => (string)f!["fact"]!));
        Assert.StartsWith("Menawarkan yang Anda butuhkan: “pelatihan K3” dan “perbaikan alat dan posisi kerja”; sama-sama menangani", (string)first["sentence"]!, StringComparison.Ordinal);
        Assert.Equal(20, answer["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_sentence_is_whole_in_both_languages(string language) =>
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(await server.GoodAsync(Group + "&limit=100", language)));

    [Fact]
    public async Task Weights_and_filters_of_the_question_count()
    {
        var answer = await server.GoodAsync(Group + "&weights.issues=0&weights.offers=0&weights.needs=0&weights.regions=0&weights.mutual=0&weights.verified=0&weights.capacity=0&weights.nearness=1&kind=university&limit=3");

        Assert.All(answer["items"]!.AsArray(), i => Assert.Equal("university", (string)i!["organization"]!["actorKind"]!));
        Assert.Equal(["nearness"], answer["items"]!.AsArray().SelectMany(i => i!["parts"]!.AsArray()).Where(p => (double)p!["score"]! > 0).Select(p => (string)p!["part"]!).Distinct());
        Assert.Equal(1, (double)answer["weights"]!["nearness"]!);
    }

    [Fact]
    public async Task The_public_sees_no_mutual_partner_whose_tie_is_hidden_from_it()
    {
        static IEnumerable<string> Mutual(JsonNode answer) => answer["items"]!.AsArray().SelectMany(i => i!["parts"]!.AsArray()).SelectMany(p => p!["facts"]!.AsArray())
            .Where(f => (string)f!["fact"]! == "mutual_partner").Select(f => (string)f!["organization"]!["id"]!);

        var seen = (await server.GoodAsync("organizations/89ee382d-bde1-874d-9e0c-c112fa646bbd/page"))["ties"]!.AsArray().Select(t => (string)t!["other"]!["id"]!).ToHashSet();
        var open = Mutual(await server.GoodAsync(Group + "&limit=100")).ToHashSet();

        Assert.Subset(seen, open);
        Assert.NotEqual(open, Mutual(await server.GoodAsync(Group + "&limit=100", asSteward: true)).ToHashSet());
    }

    [Fact]
    public async Task Who_is_suggested_for_a_skill_stands_among_all_who_offer_or_need_it()
    {
        var partners = (await server.GoodAsync(Group + "&limit=100"))["items"]!.AsArray();
        foreach (var (fact, filter) in new[] { ("offered_skill", "offers"), ("needed_skill", "needs") })
        {
            var (id, code) = partners.SelectMany(p => p!["parts"]!.AsArray().SelectMany(part => part!["facts"]!.AsArray())
                .Where(f => (string)f!["fact"]! == fact).Select(f => ((string)p["organization"]!["id"]!, (string)f!["code"]!))).First();
            var all = (await server.GoodAsync($"organizations?{filter}={code}&limit=200"))["items"]!.AsArray();

            Assert.Contains(id, all.Select(o => (string)o!["id"]!));
            Assert.All(all, o => Assert.Contains(code, o![filter]!.AsArray().Select(c => (string)c!)));
        }
    }

    [Theory]
    [InlineData("weights.mutual=NaN", "parameter_malformed", "weights.mutual")]
    [InlineData("weights.mutual=-1", "number_out_of_range", "weights.mutual")]
    [InlineData("limit=0", "number_out_of_range", "limit")]
    [InlineData("limit=101", "number_out_of_range", "limit")]
    [InlineData("kind=nothing", "term_unknown", "kind")]
    [InlineData("issue=Upah", "code_malformed", "issue")]
    [InlineData("region=11.1", "region_code_malformed", "region")]
    [InlineData("region=99", "region_unknown", "region")]
    [InlineData("radiusKm=-3", "number_out_of_range", "radiusKm")]
    [InlineData("withCapacity=yes", "parameter_malformed", "withCapacity")]
    [InlineData("at=1.3.2026", "date_malformed", "at")]
    public async Task A_bad_question_hears_what_is_wrong(string parameter, string code, string field) =>
        Assert.Contains((code, field), await server.RefusedAsync($"organizations/89ee382d-bde1-874d-9e0c-c112fa646bbd/partners?{parameter}"));

    [Fact]
    public async Task Weights_of_nothing_are_refused()
    {
        var zero = string.Join('&', new[] { "issues", "offers", "needs", "nearness", "regions", "mutual", "verified", "capacity" }.Select(p => $"weights.{p}=0"));

        Assert.Contains(("weights_all_zero", "weights"), await server.RefusedAsync($"organizations/89ee382d-bde1-874d-9e0c-c112fa646bbd/partners?{zero}"));
    }

    [Fact]
    public async Task An_unknown_id_and_one_that_is_none_get_the_same_answer()
    {
        var unknown = await server.AskAsync("organizations/00000000-0000-0000-0000-000000000009/partners");

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(unknown.Text, (await server.AskAsync("organizations/nonsense/partners")).Text);
    }
}
