namespace NetworkMap.Server.Tests.Features.Organizations;

[Collection(DemonstrationCollection.Name)]
public sealed class ReadPageTests(DemonstrationServer server)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    [Fact]
    public async Task A_district_is_told_with_the_regency_that_it_lies_in_and_a_regency_by_itself()
    {
        var inDistrict = (await server.GoodAsync($"organizations/{Group}/page?at={DemonstrationServer.Day}"))["organization"]!;
        Assert.Equal(("Sewon", "Kabupaten Bantul"), ((string?)inDistrict["regionName"], (string?)inDistrict["regencyName"]));

        var government = (await server.GoodAsync("search?q=Pemerintah Kabupaten Bantul&kind=organization&limit=1"))["items"]![0]!["id"];
        var inRegency = (await server.GoodAsync($"organizations/{government}/page?at={DemonstrationServer.Day}"))["organization"]!;
        Assert.Equal(("Kabupaten Bantul", null), ((string?)inRegency["regionName"], (string?)inRegency["regencyName"]));
    }
}
