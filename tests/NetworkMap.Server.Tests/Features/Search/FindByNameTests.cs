namespace NetworkMap.Server.Tests.Features.Search;

[Collection(DemonstrationCollection.Name)]
public sealed class FindByNameTests(DemonstrationServer server)
{
    [Theory]
    [InlineData("yasanti", "Yayasan Annisa Swasti", "organization")]
    [InlineData("yasnti", "Yayasan Annisa Swasti", "organization")]
    [InlineData("disnaker%20jateng", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah", "organization")]
    [InlineData("dinas+tenaga+kerja+prov+jawa+tengah", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah", "organization")]
    [InlineData("kab%20sleman", "Kabupaten Sleman", "region")]
    [InlineData("rajut%20pas", "Kelompok Rajut Pasundan (contoh)", "organization")]
    [InlineData("pemda%20bandung", "Pemerintah Kabupaten Bandung", "organization")]
    public async Task The_one_who_is_meant_comes_first(string typed, string name, string kind)
    {
        var first = (await server.GoodAsync("search?q=" + typed))["items"]![0]!;

        Assert.Equal((name, kind), ((string)first["name"]!, (string)first["kind"]!));
    }

    [Fact]
    public async Task Each_answer_tells_itself_from_others_of_its_name()
    {
        var organization = (await server.GoodAsync("search?q=yasanti"))["items"]![0]!;
        var region = (await server.GoodAsync("search?q=depok+sleman&kind=region"))["items"]![0]!;
        var service = (await server.GoodAsync("search?q=kelas+hak+kerja+kota+semarang&kind=service"))["items"]![0]!;

        Assert.Equal("Yasanti", (string)organization["acronym"]!);
        Assert.Contains(" · ", (string)organization["context"]!, StringComparison.Ordinal);
        Assert.Equal("civil_society", (string)organization["family"]!);
        Assert.NotNull(organization["actorKind"]);
        Assert.NotNull(organization["position"]!["longitude"]);
        Assert.Equal(("34.04.07", "district", "Kabupaten Sleman · Daerah Istimewa Yogyakarta"), ((string)region["id"]!, (string)region["level"]!, (string)region["context"]!));
        Assert.False(string.IsNullOrEmpty((string)service["context"]!));
        Assert.True((double)organization["score"]! > 1);
    }

    [Theory]
    [InlineData("bantul")]
    [InlineData("bantu")]
    [InlineData("kab. bantul")]
    [InlineData("34.02")]
    public async Task Whoever_looks_for_an_organization_by_its_place_finds_those_there_home_workers_first(string typed)
    {
        var items = (await server.GoodAsync($"search?q={Uri.EscapeDataString(typed)}&kind=organization&limit=50"))["items"]!.AsArray();
        var there = items.Where(i => (double)i!["score"]! < 0.2).ToList();
        var kinds = there.Select(i => (string)i!["actorKind"]! == "home_worker_organization").ToList();

        Assert.Contains(items, i => (string)i!["name"]! == "Kelompok Canting Wedel (contoh)");
        Assert.All(there, i => Assert.Contains("Kabupaten Bantul", (string)i!["context"]!, StringComparison.Ordinal));
        Assert.Equal(kinds.OrderDescending(), kinds);
        Assert.Equal(items.Count, items.Select(i => (string)i!["id"]!).Distinct().Count());
        Assert.All(items, i => Assert.Equal("organization", (string)i!["kind"]!));
    }

    [Fact]
    public async Task Where_regions_are_found_as_well_the_region_is_the_answer()
    {
        var items = (await server.GoodAsync("search?q=bantul&limit=50"))["items"]!.AsArray();

        Assert.Contains(items, i => (string)i!["id"]! == "34.02");
        Assert.DoesNotContain(items, i => (string)i!["name"]! == "Kelompok Canting Wedel (contoh)");
    }

    [Theory]
    [InlineData("organization")]
    [InlineData("region")]
    [InlineData("service")]
    public async Task Only_the_kind_and_the_number_asked_for_are_given(string kind)
    {
        var items = (await server.GoodAsync($"search?q=semarang&kind={kind}&limit=2"))["items"]!.AsArray();

        Assert.Equal([kind, kind], items.Select(i => (string)i!["kind"]!));
    }

    [Fact]
    public async Task Who_is_in_a_district_is_told_with_its_regency_and_another_name_that_was_typed_is_shown()
    {
        var group = (await server.GoodAsync("search?q=canting+wedel&kind=organization"))["items"]![0]!;
        Assert.EndsWith("Sewon · Kabupaten Bantul", (string)group["context"]!, StringComparison.Ordinal);
        var others = (await server.GoodAsync("organizations?limit=200"))["items"]!.AsArray().Where(o => o!["otherNames"] is not null).Take(3).ToList();
        foreach (var other in others)
        {
            var typed = (string)other!["otherNames"]![0]!;
            var found = (await server.GoodAsync($"search?q={Uri.EscapeDataString(typed)}&kind=organization"))["items"]!.AsArray().FirstOrDefault(f => (string)f!["id"]! == (string)other["id"]!);
            Assert.True(found is null || (string?)found["also"] == typed || ((string)found["name"]!).Contains(typed, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task What_nobody_is_called_finds_nothing() => Assert.Empty((await server.GoodAsync("search?q=qqqqqqqqqq"))["items"]!.AsArray());

    [Fact]
    public async Task The_public_sees_a_home_no_finer_here_than_elsewhere()
    {
        foreach (var item in (await server.GoodAsync("search?q=kelompok+pekerja+rumahan&kind=organization&limit=50"))["items"]!.AsArray())
        {
            var page = await server.GoodAsync($"organizations/{(string)item!["id"]!}/page");
            Assert.Equal(page["organization"]!["position"]?.ToJsonString(), item["position"]?.ToJsonString());
        }
    }

    [Theory]
    [InlineData("34.02", "34.02")]
    [InlineData("33", "33")]
    [InlineData("34.02.01", "34.02.01")]
    [InlineData("11.1", "11.01", "11.10")]
    public async Task A_region_is_found_by_its_code_also_when_a_zero_was_eaten(string text, params string[] codes)
    {
        var items = (await server.GoodAsync($"search?q={text}&kind=region"))["items"]!.AsArray();

        Assert.Equal(codes, items.Take(codes.Length).Select(i => (string)i!["id"]!));
    }

    [Fact]
    public async Task A_text_that_is_refused_is_not_told_as_missing_as_well() =>
        Assert.Equal(("text_forbidden_character", "q"), Assert.Single(await server.RefusedAsync("search?q=a%00b")));

    [Theory]
    [InlineData("", "text_missing", "q")]
    [InlineData("q=", "text_missing", "q")]
    [InlineData("q=%20%20", "text_missing", "q")]
    [InlineData("q=a%00b", "text_forbidden_character", "q")]
    [InlineData("q=a%E2%80%AEb", "text_forbidden_character", "q")]
    [InlineData("q=a&limit=0", "number_out_of_range", "limit")]
    [InlineData("q=a&limit=51", "number_out_of_range", "limit")]
    [InlineData("q=a&limit=ten", "parameter_malformed", "limit")]
    [InlineData("q=a&kind=tie", "choice_unknown", "kind")]
    public async Task A_bad_question_hears_what_is_wrong(string parameters, string code, string field) => Assert.Contains((code, field), await server.RefusedAsync("search?" + parameters));

    [Fact]
    public async Task A_question_over_its_limit_is_refused() => Assert.Contains(("text_too_long", "q"), await server.RefusedAsync("search?q=" + new string('a', 201)));
}
