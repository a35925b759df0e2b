using System.Net;

namespace NetworkMap.Server.Tests.Features.Organizations;

[Collection(DemonstrationCollection.Name)]
public sealed class AlikeTests(DemonstrationServer server)
{
    [Theory]
    [InlineData("name=Yayasan+Anisa+Swasti", "Yayasan Annisa Swasti", "similar_name")]
    [InlineData("name=yayasan+annisa+swasti&region=34.04", "Yayasan Annisa Swasti", "same_name")]
    [InlineData("name=Kelompok+Baru&acronym=YASANTI", "Yayasan Annisa Swasti", "same_acronym")]
    [InlineData("name=Yasanti", "Yayasan Annisa Swasti", "same_name")]
    [InlineData("name=Kelompok+Canting&region=34.02", "Kelompok Canting Wedel (contoh)", "similar_name,same_region")]
    public async Task Who_may_be_meant_is_told_with_why(string question, string name, string reasons)
    {
        var first = (await server.GoodAsync("organizations/alike?" + question))["items"]![0]!;
        Assert.Equal((name, reasons), ((string)first["organization"]!["name"]!, string.Join(',', first["reasons"]!.AsArray().Select(r => (string)r!))));
    }

    [Theory]
    [InlineData("Kelompok")]
    [InlineData("Yayasan")]
    [InlineData("Kelompok+Anggrek+Putih+Manokwari")]
    public async Task One_word_that_many_share_and_a_name_of_nobody_warn_of_nobody(string name) =>
        Assert.Empty((await server.GoodAsync("organizations/alike?name=" + name))["items"]!.AsArray());

    [Fact]
    public async Task The_public_learns_from_it_no_more_than_from_the_page()
    {
        var home = (await server.GoodAsync("organizations/alike?name=Kelompok+Canting+Wedel"))["items"]![0]!["organization"]!;
        var page = (await server.GoodAsync($"organizations/{(string)home["id"]!}/page"))["organization"]!;
        Assert.Equal((page["position"]?.ToJsonString(), (string?)page["region"]), (home["position"]?.ToJsonString(), (string?)home["region"]));
    }

    [Fact]
    public async Task Without_a_name_it_is_refused()
    {
        Assert.Equal([("text_missing", "name")], await server.RefusedAsync("organizations/alike"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.AskAsync("organizations/alike?name=Yasanti&region=11.1")).Status);
    }
}
