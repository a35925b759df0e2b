using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Server.Tests.Features.Regions;

[Collection(DemonstrationCollection.Name)]
public sealed class CountOrganizationsTests(DemonstrationServer server)
{
    private static IReadOnlyList<string> Families => Names<Family>.All;

    [Theory]
    [InlineData("")]
    [InlineData("&parent=33")]
    public async Task What_is_left_out_and_what_is_counted_alone_are_the_whole_in_every_region(string where)
    {
        var whole = await CountedAsync(where);

        foreach (var family in Families)
        {
            var without = await CountedAsync($"{where}&without={family}");
            var alone = await CountedAsync($"{where}&without={string.Join(',', Families.Where(f => f != family))}");
            Assert.Equal(whole, without.ToDictionary(p => p.Key, p => p.Value + alone[p.Key]));
        }
    }

    [Fact]
    public async Task Without_any_family_nobody_is_counted_and_every_province_is_still_there()
    {
        var none = await CountedAsync($"&without={string.Join(',', Families)}");

        Assert.Equal((await CountedAsync("")).Keys, none.Keys);
        Assert.All(none.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task A_family_that_there_is_not_is_refused() =>
        Assert.Equal(("choice_unknown", "without"), Assert.Single(await server.RefusedAsync("regions/tally?without=government,pemerintah")));

    private async Task<Dictionary<string, int>> CountedAsync(string asked)
    {
        var items = (await server.GoodAsync("regions/tally?" + asked.TrimStart('&')))["items"]!.AsArray();
        return items.ToDictionary(i => (string)i!["code"]!, i => (int)i!["organizations"]!);
    }
}
