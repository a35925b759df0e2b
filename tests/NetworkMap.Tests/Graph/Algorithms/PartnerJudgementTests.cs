using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>Thirty organizations of the demonstration network for whom a person had chosen the best partner before there was a score.</summary>
public sealed class PartnerJudgementTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_partner_a_person_expects_is_among_the_first_five_for_at_least_27_of_30(bool asSteward)
    {
        var graph = DemonstrationNetwork.Snapshot.For(asSteward ? Audience.Steward : Audience.Public);
        var judged = JsonNode.Parse(File.ReadAllText(Path.Combine(DemonstrationNetwork.Seed, "judgement", "partners.json")))!.AsArray();
        var found = 0;
        foreach (var judgement in judged)
        {
            var organization = Read(judgement!["organization"]!);
            var suggested = Partners.Suggest(graph, new PartnerOptions { For = organization, At = new DateOnly(2026, 3, 1) }, CancellationToken.None)!;
            var rank = 1 + suggested.Items.Select(i => i.Organization.Id).ToList().IndexOf(Read(judgement["expected"]!));
            found += rank is >= 1 and <= 5 ? 1 : 0;
            output.WriteLine($"{rank,3}  {judgement["name"]} → {judgement["expectedName"]}");
        }

        output.WriteLine($"{found} of {judged.Count}");
        Assert.Equal(30, judged.Count);
        Assert.InRange(found, 27, 30);
    }

    private static OrganizationId Read(JsonNode id) => new(Ids.Parse((string)id!).Value);
}
