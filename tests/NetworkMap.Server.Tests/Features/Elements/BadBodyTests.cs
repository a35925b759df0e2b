using System.Net;
using System.Text.Json;

namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>Bodies that cannot be used: a clear refusal with its field, in words, and nothing changed.</summary>
public sealed class BadBodyTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Deep = """{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}}""";

    [Theory]
    [InlineData("{", "body_malformed")]
    [InlineData("", "body_empty")]
    [InlineData("[]", "body_not_object")]
    [InlineData("null", "body_not_object")]
    [InlineData("5", "body_not_object")]
    [InlineData("\"name\"", "body_not_object")]
    [InlineData("{\"name\":\"A\",}", "body_malformed")]
    [InlineData("{\"name\":\"A\"} and more", "body_malformed")]
    [InlineData(Deep, "body_malformed")]
    [InlineData("{\"reason\":\"\\ud800\"}", "body_malformed")]
    [InlineData("{\"\\ud800\":1}", "body_malformed")]
    [InlineData("{\"name\":\"\\ud800\"}", "body_malformed")]
    public async Task A_body_that_is_not_an_object_of_json_is_refused(string body, string code)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body);
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, answer.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{"unheardOf":1}""", 400, "field_unknown", "unheardOf")]
    [InlineData("""{"Name":"A"}""", 400, "field_unknown", "Name")]
    [InlineData("""{"provenance":{"source":"a","colour":"red"}}""", 400, "field_unknown", "provenance.colour")]
    [InlineData("""{"sealed":"00000000000000000000000000000000.AAAA"}""", 400, "field_unknown", "sealed")]
    [InlineData("""{"name":7}""", 400, "field_wrong_type", "name")]
    [InlineData("""{"issues":"child_labour"}""", 400, "field_wrong_type", "issues")]
    [InlineData("""{"issues":[1]}""", 400, "field_wrong_type", "issues[0]")]
    [InlineData("""{"founded":[1998]}""", 400, "field_wrong_type", "founded")]
    [InlineData("""{"founded":1998.5}""", 422, "number_not_whole", "founded")]
    [InlineData("""{"founded":"about 1998"}""", 422, "number_malformed", "founded")]
    [InlineData("""{"founded":1e999}""", 422, "number_too_large", "founded")]
    [InlineData("""{"founded":99999999999}""", 422, "number_too_large", "founded")]
    [InlineData("""{"founded":"99999999999999999999"}""", 422, "number_too_large", "founded")]
    [InlineData("""{"members":{"men":-1e400}}""", 422, "number_too_large", "members.men")]
    [InlineData("""{"issues":["piece_rate",1e400]}""", 422, "number_too_large", "issues[1]")]
    [InlineData("""{"mediates":"yes"}""", 400, "field_wrong_type", "mediates")]
    [InlineData("""{"retired":"2026-02-30"}""", 422, "date_malformed", "retired")]
    [InlineData("""{"provenance":{"source":"a","lastVerified":"20260-01-01"}}""", 422, "date_malformed", "provenance.lastVerified")]
    [InlineData("""{"reason":5}""", 400, "field_wrong_type", "reason")]
    [InlineData("""{"kind":"tie"}""", 422, "choice_unknown", "kind")]
    [InlineData("""{"name":null}""", 422, "text_missing", "name")]
    [InlineData("""{"name":"   "}""", 422, "text_missing", "name")]
    [InlineData("""{"name":"A\u0000B"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"A\u001bB"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"PT \u202Elanigami"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"PT \u2066A\u2069"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"purpose":"A\u200FB"}""", 422, "text_forbidden_character", "purpose")]
    [InlineData("""{"reason":"A\u202EB"}""", 422, "text_forbidden_character", "reason")]
    [InlineData("""{"name":"A\u061CB"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"A\uDB40\uDC41B"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"A\uFFFEB"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"A\uD83F\uDFFFB"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"A\uFDD0B"}""", 422, "text_forbidden_character", "name")]
    [InlineData("""{"name":"\u200B"}""", 422, "text_missing", "name")]
    [InlineData("""{"name":" \u2060\u3164 "}""", 422, "text_missing", "name")]
    [InlineData("""{"otherNames":["good",""]}""", 422, "text_missing", "otherNames[1]")]
    [InlineData("""{"otherNames":[null]}""", 422, "text_missing", "otherNames[0]")]
    [InlineData("""{"actorKind":null}""", 422, "code_missing", "actorKind")]
    [InlineData("""{"actorKind":"NGO"}""", 422, "code_malformed", "actorKind")]
    [InlineData("""{"actorKind":"pirates"}""", 422, "term_unknown", "actorKind")]
    [InlineData("""{"issues":["pirates"]}""", 422, "term_unknown", "issues[0]")]
    [InlineData("""{"issues":[null]}""", 422, "code_missing", "issues[0]")]
    [InlineData("""{"contacts":[null]}""", 422, "text_missing", "contacts[0].value")]
    [InlineData("""{"precision":"vague"}""", 422, "choice_unknown", "precision")]
    [InlineData("""{"founded":1}""", 422, "number_out_of_range", "founded")]
    [InlineData("""{"members":{"women":-1}}""", 422, "number_out_of_range", "members.women")]
    [InlineData("""{"website":"javascript:alert(1)"}""", 422, "web_address_malformed", "website")]
    [InlineData("""{"website":"yasanti"}""", 422, "web_address_malformed", "website")]
    [InlineData("""{"provenance":null}""", 422, "provenance_missing", "provenance.source")]
    [InlineData("""{"provenance":{}}""", 422, "text_missing", "provenance.source")]
    [InlineData("""{"region":null}""", 422, "region_missing", "region")]
    [InlineData("""{"region":"99"}""", 422, "region_unknown", "region")]
    [InlineData("""{"region":11.1}""", 422, "region_code_malformed", "region")]
    [InlineData("""{"region":33}""", 400, "field_wrong_type", "region")]
    [InlineData("""{"founded":"1998"}""", 422, "number_quoted", "founded")]
    [InlineData("""{"name":"A\nB"}""", 422, "name_forbidden_character", "name")]
    [InlineData("""{"name":"A\u200BB"}""", 422, "name_forbidden_character", "name")]
    [InlineData("""{"name":"A\u00ADB"}""", 422, "name_forbidden_character", "name")]
    [InlineData("""{"otherNames":["A","B\tC"]}""", 422, "name_forbidden_character", "otherNames[1]")]
    [InlineData("""{"founded":2050}""", 422, "founded_in_future", "founded")]
    [InlineData("""{"provenance":{"source":"a","lastVerified":"2091-01-01"}}""", 422, "verified_in_future", "provenance.lastVerified")]
    [InlineData("""{"members":{"women":5,"source":"a count"}}""", 422, "count_undated", "members.date")]
    [InlineData("""{"members":{"women":5,"date":"2026-01-01"}}""", 422, "count_unsourced", "members.source")]
    [InlineData("""{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd"}""", 422, "id_given", "id")]
    public async Task A_field_that_cannot_be_used_is_named(string patch, int status, string code, string field)
    {
        var answer = await RefusedAsync("organizations", StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"33.74"}""", patch).ToJsonString(), status, code);
        Assert.Equal(field, answer.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("""{"name":"A","name":"B"}""", "name")]
    [InlineData("""{"provenance":{"source":"a","source":"b"}}""", "provenance.source")]
    [InlineData("""{"contacts":[{"value":"a"},{"value":"b","kind":"c","value":"d"}]}""", "contacts[1].value")]
    public async Task A_field_that_is_there_twice_is_named(string body, string field)
    {
        var answer = await RefusedAsync("organizations", body, 400, "field_doubled");
        Assert.Equal(field, answer.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    /// <summary>What is wrong and how to mend it is told to the point, in both languages.</summary>
    [Theory]
    [InlineData("organizations", """{"mediates":"yes"}""", "This field is of the wrong type: it takes true or false, without quotation marks.", "Isi bagian ini bukan jenis yang diharapkan: seharusnya true atau false, tanpa tanda kutip.")]
    [InlineData("organizations", """{"issues":"child_labour"}""", "This field is of the wrong type: it takes a list between [ and ].", "Isi bagian ini bukan jenis yang diharapkan: seharusnya daftar di antara [ dan ].")]
    [InlineData("organizations", """{"region":33}""", "This field is of the wrong type: it takes the code of a region as a text, such as \"11.10\".", "Isi bagian ini bukan jenis yang diharapkan: seharusnya kode wilayah sebagai teks, misalnya \"11.10\".")]
    [InlineData("organizations", """{"region":33.1}""", "Did you mean 33.01 Kabupaten Cilacap or 33.10 Kabupaten Klaten? Codes are written as text: \"11\", \"11.10\", \"11.10.01\" or \"11.10.01.2001\".", "Maksud Anda 33.01 Kabupaten Cilacap atau 33.10 Kabupaten Klaten? Kode ditulis sebagai teks: \"11\", \"11.10\", \"11.10.01\", atau \"11.10.01.2001\".")]
    [InlineData("organizations", """{"region":"34.7"}""", "Did you mean 34.71 Kota Yogyakarta? Codes are written as text: \"11\", \"11.10\", \"11.10.01\" or \"11.10.01.2001\".", "Maksud Anda 34.71 Kota Yogyakarta? Kode ditulis sebagai teks: \"11\", \"11.10\", \"11.10.01\", atau \"11.10.01.2001\".")]
    [InlineData("organizations", """{"region":"34.9"}""", "Codes are written as text: \"11\", \"11.10\", \"11.10.01\" or \"11.10.01.2001\".", "Kode ditulis sebagai teks: \"11\", \"11.10\", \"11.10.01\", atau \"11.10.01.2001\".")]
    [InlineData("organizations", """{"retired":"01/02/2026"}""", "Enter a day of the calendar as year-month-day, such as 2026-02-01.", "Isi tanggal yang ada di kalender sebagai tahun-bulan-hari, misalnya 2026-02-01.")]
    [InlineData("places", """{"point":{"longitude":"110.3","latitude":-7.9}}""", "Send it without quotation marks: 110.3.", "Kirim tanpa tanda kutip: 110.3.")]
    [InlineData("places", """{"point":{"longitude":"east","latitude":-7.9}}""", "Enter a number only, such as 110.3.", "Isi dengan angka saja, misalnya 110.3.")]
    [InlineData("terms", """{"taxonomy":"zzz","code":"a","labelId":"A","labelEn":"A"}""", "Choose one that there is: actor_kind, hso_function, issue, legal_form, pillar, sector, service_term, skill, tie_type, unit_kind.", "Pilih daftar yang ada: actor_kind, hso_function, issue, legal_form, pillar, sector, service_term, skill, tie_type, unit_kind.")]
    [InlineData("regions", """{"id":"34.02.98","name":"A","regionKind":"regency"}""", "The code 34.02.98 is that of a district, which does not fit the chosen kind.", "Kode 34.02.98 adalah kode kecamatan, bukan untuk jenis yang dipilih.")]
    public async Task A_refusal_says_what_is_wanted(string segment, string patch, string english, string indonesian)
    {
        foreach (var (language, told) in new[] { ("en", english), ("id", indonesian) })
        {
            var (status, answer) = await desk.SendAsync(HttpMethod.Post, "/api/" + segment, StewardDesk.Of("{}", patch).ToJsonString(), ("Accept-Language", language));
            Assert.True((int)status is 400 or 422, answer.ToString());
            var error = answer.GetProperty("errors").EnumerateArray().First(e => patch.Contains(e.GetProperty("field").GetString()!.Split('.')[^1], StringComparison.Ordinal));
            Assert.Contains(told, new[] { error.GetProperty("message").GetString(), error.GetProperty("mend").GetString() });
        }
    }

    [Theory]
    [InlineData("name", 200)]
    [InlineData("acronym", 40)]
    [InlineData("purpose", 2000)]
    [InlineData("note", 4000)]
    [InlineData("reason", 300)]
    public async Task A_text_over_its_limit_is_refused_with_the_limit(string field, int limit)
    {
        string Body(int length) => StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"33.74"}""", $$"""{"{{field}}":"{{new string('a', length)}}"}""").ToJsonString();

        var answer = await RefusedAsync("organizations", Body(limit + 1), 422, "text_too_long");
        Assert.Equal(limit, answer.GetProperty("errors")[0].GetProperty("arguments").GetProperty("limit").GetInt32());
        Assert.Equal(HttpStatusCode.Created, (await desk.SendAsync(HttpMethod.Post, "/api/organizations", Body(limit))).Status);
    }

    [Theory]
    [InlineData("""{"longitude":-6.99,"latitude":110.42}""", "coordinates_swapped")]
    [InlineData("""{"longitude":181,"latitude":0}""", "coordinates_outside")]
    [InlineData("""{"longitude":110,"latitude":-95}""", "coordinates_outside")]
    [InlineData("""{"longitude":110}""", "number_missing")]
    public async Task A_point_that_is_not_on_the_map_is_refused(string point, string code) =>
        await RefusedAsync("places", StewardDesk.Of($$"""{"organization":"{{desk.First}}","region":"33.74","point":{{point}}}""").ToJsonString(), 422, code);

    [Fact]
    public async Task A_region_code_that_a_spreadsheet_has_eaten_comes_with_its_candidates()
    {
        var answer = await RefusedAsync("organizations", StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"11.1"}""").ToJsonString(), 422, "region_code_malformed");
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(["11.01", "11.10"], error.GetProperty("arguments").GetProperty("candidates").EnumerateArray().Select(c => c.GetString()));
        Assert.StartsWith("Did you mean 11.01 or 11.10?", error.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/regions/33.1")]
    [InlineData("DELETE", "/api/regions/33.1")]
    [InlineData("GET", "/api/regions/33.1/path")]
    [InlineData("GET", "/api/regions/33.1/history")]
    [InlineData("GET", "/api/coverage?parent=33.1")]
    public async Task A_region_that_a_spreadsheet_has_eaten_comes_with_the_names_of_those_it_may_have_been(string method, string path)
    {
        var (status, answer) = await desk.SendAsync(new HttpMethod(method), path, null, ("If-Match", "\"1\""), ("Accept-Language", "id"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "region_code_malformed"), (status, answer.GetProperty("code").GetString()));
        var error = answer.GetProperty("errors")[0];
        Assert.StartsWith("Maksud Anda 33.01 Kabupaten Cilacap atau 33.10 Kabupaten Klaten?", error.GetProperty("mend").GetString(), StringComparison.Ordinal);
        Assert.Equal(["33.01 Kabupaten Cilacap", "33.10 Kabupaten Klaten"], error.GetProperty("arguments").GetProperty("meant").EnumerateArray().Select(m => $"{m.GetProperty("code")} {m.GetProperty("name")}"));
    }

    [Fact]
    public async Task A_code_that_is_like_none_comes_without_a_guess()
    {
        var (_, answer) = await desk.SendAsync(HttpMethod.Get, "/api/regions/nowhere", null);
        Assert.StartsWith("Codes are written", answer.GetProperty("errors")[0].GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", """{"actorKind":"pirates"}""", "“pirates” is not in the list “Kinds of organization”.")]
    [InlineData("id", """{"actorKind":"pirates"}""", "“pirates” tidak ada dalam daftar “Jenis organisasi”.")]
    [InlineData("id", """{"issues":["pirates"]}""", "“pirates” tidak ada dalam daftar “Isu”.")]
    public async Task A_term_that_is_not_there_is_told_with_the_name_of_its_list(string language, string patch, string message)
    {
        var body = StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"33.74"}""", patch).ToJsonString();
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, ("Accept-Language", language));
        Assert.Equal(message, answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("region", "\\u202e33")]
    [InlineData("actorKind", "\\u2066NGO")]
    [InlineData("\\u202eliame", "x")]
    public async Task What_is_refused_is_not_repeated_with_characters_that_turn_text(string field, string value)
    {
        using var content = new StringContent($$"""{"{{field}}":"{{value}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await desk.Client.PostAsync("/api/organizations", content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Contains('\uFFFD', text);
        Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066');
        Assert.DoesNotContain("u202e", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_refused()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using var answer = await desk.Client.PostAsync("/api/organizations", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"text_not_utf8\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_nothing_is_refused_and_does_not_break_the_server()
    {
        await RefusedAsync("services", StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"A","areas":[null]}""").ToJsonString(), 422, "region_missing");
        await RefusedAsync("services", StewardDesk.Of($$"""{"organization":"{{desk.First}}","name":"A","areas":[{"region":"33","valid": {"from":"2026-01-02","until":"2026-01-01"} } ] }""").ToJsonString(), 422, "interval_reversed");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_in_the_language_asked_for()
    {
        var body = StewardDesk.Of("""{"name":"","actorKind":"NGO","region":"1"}""").ToJsonString();
        var answer = await RefusedAsync("organizations", body, 422, "code_malformed");
        Assert.Equal(3, answer.GetProperty("errors").GetArrayLength());
        var (_, indonesian) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", body, ("Accept-Language", "id"));
        Assert.NotEqual(answer.GetProperty("title").GetString(), indonesian.GetProperty("title").GetString());
    }

    /// <summary>What cannot be read hides nothing of what can be read and is wrong.</summary>
    [Theory]
    [InlineData("organizations", """{"name":"","actorKind":"NGO","region":"33.74","founded":1e400,"members":{"women":99999999999,"men":-1},"retired":"2026-02-30"}""", "actorKind", "founded", "members.men", "members.women", "name", "retired")]
    [InlineData("needs", """{"region":"","year":"last year","women":1.5,"indicators":{"access":1e400,"support":7}}""", "indicators.access", "indicators.support", "region", "women", "year")]
    [InlineData("services", """{"name":"A","capacity":99999999999,"areas":[{"region":"33"},{"region":"","valid":{"from":"1-2-2026"}}]}""", "areas[1].region", "areas[1].valid.from", "capacity", "organization")]
    [InlineData("organizations", """{"name":"","colour":"red","size":1e400}""", "actorKind", "colour", "name", "region", "size")]
    public async Task Every_field_that_is_wrong_is_told_once_also_when_some_cannot_be_read(string segment, string body, params string[] fields)
    {
        var before = desk.Server.Sequence;
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, "/api/" + segment, StewardDesk.Of(body).ToJsonString());
        Assert.Equal(fields, answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(before, desk.Server.Sequence);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_is_refused_under_its_fields_also_when_somebody_was_faster()
    {
        var body = StewardDesk.Of("""{"name":"","actorKind":"ngo","region":"33.74","founded":1e400}""").ToJsonString();
        var (_, answer) = await desk.SendAsync(HttpMethod.Put, $"/api/organizations/{desk.First}", body, ("If-Match", "\"77\""));
        Assert.Equal(["founded", "name"], answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("""{"members":{"women":99999999}}""", "Angka 99.999.999 di luar batas 0 sampai 10.000.000.")]
    [InlineData("""{"founded":1200}""", "Angka 1200 di luar batas 1500 sampai 2200.")]
    [InlineData("""{"founded":1e400}""", "Angka ini terlalu besar untuk dicatat.")]
    [InlineData("""{"founded":"abad lalu"}""", "“abad lalu” bukan angka.")]
    [InlineData("""{"colour":"red"}""", "Bagian “colour” tidak dikenal.")]
    public async Task What_cannot_be_used_is_told_as_people_write_it(string patch, string message)
    {
        var (_, answer) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", StewardDesk.Of("""{"name":"A","actorKind":"ngo","region":"33.74"}""", patch).ToJsonString(), ("Accept-Language", "id"));
        Assert.Equal(message, answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_body_that_is_not_json_by_its_type_is_refused()
    {
        using var text = new StringContent("name=A", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await desk.Client.PostAsync("/api/organizations", text, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<JsonElement> RefusedAsync(string segment, string body, int status, string code)
    {
        var before = desk.Server.Sequence;
        var (found, answer) = await desk.SendAsync(HttpMethod.Post, "/api/" + segment, body);
        Assert.True((int)found == status && answer.GetProperty("code").GetString() == code, $"{(int)found} {answer}");
        Assert.Equal(before, desk.Server.Sequence);
        Assert.NotEmpty(answer.GetProperty("errors")[0].GetProperty("message").GetString()!);
        return answer;
    }
}
