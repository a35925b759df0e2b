using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed class JsonReadingTests
{
    [Fact]
    public async Task A_blueprint_of_Kumu_comes_in_as_elements_and_connections()
    {
        var read = await Brought.ReadAsync("""
            { "version": 1, "maps": [{ "a": { "b": [1] } }],
              "elements": [ { "label": "A", "type": "x", "tags": ["p; q", "r"] }, { "label": "B", "attributes": { "element type": "y", "since": 2001 }, "ours": true, "none": null } ],
              "connections": [ { "from": "A", "to": "B", "direction": "directed" } ] }
            """, "peta.json");
        Assert.Equal(FileForm.KumuJson, read.Form);
        Assert.Equal(["label", "type", "tags", "element type", "since", "ours", "none"], read.Tables[0].Headings());
        Assert.Equal([["A", "x", "p\\; q; r", "", "", "", ""], ["B", "", "", "y", "2001", "true", ""]], read.Tables[0].Texts());
        Assert.Equal([CellKind.Number, CellKind.Truth, CellKind.Empty], read.Tables[0].Rows.Last().Cells.Skip(4).Select(c => c.Kind));
        Assert.Equal([("elements", 2), ("connections", 1)], read.Tables.Select(t => (t.List!, t.RowCount)));
    }

    [Fact]
    public async Task A_blueprint_with_empty_lists_says_so() => await Brought.RefusedAsync("file_kumu_empty", """{ "elements": [], "connections": [], "maps": [ {} ] }""");

    [Fact]
    public async Task A_page_of_HSDS_is_taken_apart_into_its_tables()
    {
        var read = await Brought.ReadAsync("""
            { "total_pages": 3, "contents": [
              { "id": "s1", "name": "Bantuan", "status": "active", "organization": { "id": "o1", "name": "A", "website": "http://a.example" }, "phones": [ { "id": "p1", "number": "1" } ],
                "service_at_locations": [ { "id": "l1", "location": { "id": "x1", "latitude": -7.5, "longitude": 110 } } ], "attributes": [ { "id": "a1", "taxonomy_term": { "id": "t1", "code": "c" } } ] },
              { "id": "s2", "name": "Latihan", "status": "active", "organization": { "id": "o1", "description": "D" } } ] }
            """);
        var tables = read.Tables.ToDictionary(t => t.Name);
        Assert.Equal((FileForm.HsdsJson, 2, 1), (read.Form, tables["service"].RowCount, tables["organization"].RowCount));
        Assert.Equal(["id", "name", "website", "description"], tables["organization"].Headings());
        Assert.Equal([["o1", "A", "http://a.example", "D"]], tables["organization"].Texts());
        Assert.Equal(["s1", "Bantuan", "active", "o1"], tables["service"].Texts()[0]);
        Assert.Equal([["l1", "x1", "s1"]], tables["service_at_location"].Texts());
        Assert.Equal([["a1", "t1", "s1", "service"]], tables["attribute"].Texts());
        Assert.Equal(3, Assert.Single(read.Remarks).Arguments["pages"]);
    }

    [Fact]
    public async Task A_single_organization_of_HSDS_is_a_table_of_one_row() =>
        Assert.Equal(("organization", 1), (await Brought.ReadAsync("""{ "id": "o1", "name": "A", "tax_status": "x", "locations": [ { "id": "l1" } ] }""")).Tables[0] is var t ? (t.List, t.RowCount) : default);

    [Fact]
    public async Task Any_list_of_objects_is_a_table()
    {
        var read = await Brought.ReadAsync("""[ { "id": 1, "nama": "A", "alamat": { "kota": "B", "titik": [1, 2] } }, { "id": 2.50, "lain": [ { "x": 1 } ] } ]""");
        Assert.Equal(FileForm.JsonList, read.Form);
        Assert.Equal(["id", "nama", "alamat.kota", "alamat.titik", "lain"], read.Tables[0].Headings());
        Assert.Equal([["1", "A", "B", "1; 2", ""], ["2.50", "", "", "", """[ { "x": 1 } ]"""]], read.Tables[0].Texts());
    }

    [Theory]
    [InlineData("""{ "openapi": "3.1", "paths": { "/": {} } }""")]
    [InlineData("""{ "version": "3.0", "profile": "x" }""")]
    [InlineData("""[ 1, 2 ]""")]
    [InlineData("""{ "type": "FeatureCollection", "features": [ 1 ] }""")]
    [InlineData("{}")]
    public async Task JSON_without_a_list_is_refused(string text) => await Brought.RefusedAsync("file_json_no_list", text);

    [Fact]
    public async Task A_description_of_tables_is_no_table() => await Brought.RefusedAsync("file_is_description", """{ "name": "x", "resources": [ { "path": "a.csv" } ] }""");

    [Fact]
    public async Task JSON_that_was_cut_anywhere_is_refused()
    {
        var text = $$"""{ "elements": [ {{string.Join(", ", Enumerable.Range(0, 5000).Select(i => $$"""{ "label": "L{{i}}" }"""))}} ], "connections": [] }""";
        for (var part = 1; part < 10; part++)
        {
            await Brought.RefusedAsync("file_json_damaged", text[..(text.Length * part / 10)]);
        }
    }

    [Fact]
    public async Task Long_lists_are_read_piece_by_piece()
    {
        var read = await Brought.ReadAsync($$"""{ "elements": [ {{string.Join(", ", Enumerable.Range(0, 30_000).Select(i => $$"""{ "label": "L{{i}}", "d": "{{new string('x', i % 300)}}" }"""))}} ], "connections": [] }""");
        Assert.Equal(Enumerable.Range(0, 30_000).Select(i => "L" + i), read.Tables[0].Rows.Select(r => r.Cells[0].Text));
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        await Brought.RefusedAsync("file_cell_too_long", $$"""[ { "a": "{{new string('x', 200_000)}}" } ]""");
        await Brought.RefusedAsync("file_row_too_long", $$"""[ { "a": "{{new string('x', 10_000_000)}}" } ]""");
        await Brought.RefusedAsync("file_too_many_columns", $$"""[ { {{string.Join(", ", Enumerable.Range(0, 3000).Select(i => $"\"k{i}\": 1"))}} } ]""");
        await Brought.RefusedAsync("file_json_damaged", string.Concat(Enumerable.Repeat("[", 100_000)));
        await Brought.RefusedAsync("file_too_many_rows", """[ { "id": "1", "name": "A", "tax_status": "x", "phones": [ {}, {}, {} ] } ]""", limits: ReadingLimits.Usual with { HeldRows = 3 });
    }

    [Fact]
    public async Task Rows_that_leave_most_columns_open_take_no_room()
    {
        var wide = $$"""{ "id": "w", "name": "A", "tax_status": "x", {{string.Join(", ", Enumerable.Range(0, 1900).Select(i => $"\"k{i}\": 1"))}} }""";
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = await Brought.ReadAsync($$"""[ {{wide}}, {{string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $$"""{ "id": "{{i}}", "k1899": 1 }"""))}} ]""");
        Assert.Equal((50_001, 1903), (read.Tables[0].RowCount, read.Tables[0].Columns.Count));
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 100 << 20);
        GC.KeepAlive(read);
    }

    [Fact]
    public async Task A_list_of_persons_is_refused_in_JSON_as_well() => await Brought.RefusedAsync("person_list_column", """[ { "nama": "Ani", "gaji": 1 } ]""");

    [Fact]
    public async Task JSON_may_be_in_another_encoding() =>
        Assert.Equal("Café", (await Brought.ReadAsync([.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes("""[ { "a": "Café" } ]""")])).Tables[0].Texts()[0][0]);
}
