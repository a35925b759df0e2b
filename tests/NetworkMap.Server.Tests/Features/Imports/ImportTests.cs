using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>A file that comes in: looked at, decided, brought in, taken back.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Partners =
        """
        Nama Lembaga;Jenis;Kabupaten/Kota;Provinsi;Telepon;Tahun Berdiri
        Yayasan Melati Putih;NGO;Kota Semarang;Jawa Tengah;0812 0000 1234;1998
        Koperasi Sumber Rejeki;ngo;Kab. Semarang;Jawa Tengah;;2005
        """;

    private ImportDesk desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await ImportDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_list_is_looked_at_brought_in_as_one_change_known_again_and_taken_back()
    {
        var before = desk.Server.Sequence;
        var plan = await desk.CheckAsync(Partners);
        Assert.Equal("create 2", ImportDesk.Counts(plan));
        Assert.Equal(["name", "actorKind", "region.regency", "region.province", "contact.phone", "founded"], plan["tables"]![0]!["columns"]!.AsArray().Select(c => (string?)c!["target"]));
        Assert.Equal(before, desk.Server.Sequence);

        var made = await desk.BringAsync(Partners);
        Assert.Equal((2, before + 1), ((int)made["writes"]!, desk.Server.Sequence));
        var found = JsonNode.Parse(await desk.Steward.GetStringAsync("/api/organizations?q=Melati", Cancellation))!["items"]![0]!;
        Assert.Equal(("33.74", "1998", "mitra.csv", "+6281200001234"), ((string?)found["region"], found["founded"]!.ToString(), (string?)found["provenance"]!["source"], (string?)found["contacts"]![0]!["value"]));

        Assert.Equal("unchanged 2", ImportDesk.Counts(await desk.CheckAsync(Partners)));
        var nothing = await desk.BringAsync(Partners);
        Assert.Null(nothing["id"]);
        Assert.Equal(before + 1, desk.Server.Sequence);

        using var undone = await desk.Steward.PostAsJsonAsync($"/api/changesets/{made["id"]}/revert", new { reason = "Keliru" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal("create 2", ImportDesk.Counts(await desk.CheckAsync(Partners)));
        Assert.Equal(2, (int)(await desk.BringAsync(Partners))["writes"]!);
    }

    [Fact]
    public async Task What_was_changed_in_file_and_network_is_decided_and_not_overwritten()
    {
        await desk.BringAsync(Partners);
        var found = JsonNode.Parse(await desk.Steward.GetStringAsync("/api/organizations?q=Melati", Cancellation))!["items"]![0]!.AsObject();
        var edit = new JsonObject { ["name"] = "Yayasan Melati Putih", ["actorKind"] = "ngo", ["region"] = "33.74", ["founded"] = 1999, ["provenance"] = found["provenance"]!.DeepClone() };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/organizations/{found["id"]}") { Content = JsonContent.Create(edit), Headers = { { "If-Match", "*" } } };
        using var edited = await desk.Steward.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);

        // The file says what it said before: the newer edit stays, also that its telephone went.
        Assert.Equal("unchanged 2", ImportDesk.Counts(await desk.CheckAsync(Partners)));

        var newer = Partners.Replace("1998", "2001", StringComparison.Ordinal).Replace("2005", "2006", StringComparison.Ordinal);
        var plan = await desk.CheckAsync(newer);
        Assert.Equal("update 1, conflict 1", ImportDesk.Counts(plan));
        var conflict = ImportDesk.Rows(plan, "conflict").Single()["conflicts"]![0]!;
        Assert.Equal(("founded", "F", "1999", "2001"), ((string?)conflict["field"], (string?)conflict["column"], conflict["network"]!.ToString(), conflict["file"]!.ToString()));

        var (status, refused) = await ImportDesk.SendAsync(desk.Steward, "/api/imports", Encoding.UTF8.GetBytes(newer), "mitra.csv", new JsonObject { ["plan"] = (string?)plan["plan"] });
        Assert.Equal((HttpStatusCode.Conflict, "import_open"), (status, (string?)refused!["code"]));

        await desk.BringAsync(newer, new JsonObject { ["allConflicts"] = "network" });
        Assert.Equal("unchanged 2", ImportDesk.Counts(await desk.CheckAsync(newer)));
        Assert.Equal("unchanged 1, update 1", ImportDesk.Counts(await desk.CheckAsync(newer.Replace("2001", "2002", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_region_in_doubt_is_asked_once_and_remembered()
    {
        const string File = "Nama,Jenis,Wilayah\nKelompok Satu,NGO,Semarang\n";
        var plan = await desk.CheckAsync(File);
        Assert.Equal("refused 1", ImportDesk.Counts(plan));
        var question = plan["questions"]!["regions"]![0]!;
        Assert.Equal("Semarang", (string?)question["text"]);
        Assert.Equal(["33.22", "33.74"], question["candidates"]!.AsArray().Select(c => (string?)c!["code"]).Order());

        await desk.BringAsync(File, new JsonObject { ["regions"] = new JsonObject { ["Semarang"] = "33.22" } });
        Assert.Equal("unchanged 1, create 1", ImportDesk.Counts(await desk.CheckAsync(File + "Kelompok Dua,NGO,Semarang\n")));
    }

    [Fact]
    public async Task Kinds_are_understood_by_their_names_and_asked_once_where_no_column_says_them()
    {
        Assert.Equal("create 2", ImportDesk.Counts(await desk.CheckAsync("Nama;Jenis;Wilayah\nYayasan Satu;LSM;33.74\nYayasan Dua;lembaga swadaya masyarakat;33.74\n")));

        const string File = "Nama;Wilayah\nYayasan Tiga;33.74\nYayasan Empat;33.74\n";
        var plan = await desk.CheckAsync(File);
        var question = plan["questions"]!["terms"]![0]!;
        Assert.Equal(("actor_kind", "", 2, "refused 2"), ((string?)question["taxonomy"], (string?)question["text"], (int)question["rows"]!, ImportDesk.Counts(plan)));
        Assert.Equal("create 2", ImportDesk.Counts(await desk.CheckAsync(File, new JsonObject { ["terms"] = new JsonObject { ["actor_kind:"] = "ngo" } })));
    }

    [Fact]
    public async Task Ties_come_in_by_names_and_dangling_ends_are_named_with_their_row()
    {
        await desk.BringAsync(Partners);
        const string File = "From,To,Type\nYayasan Melati Putih,Koperasi Sumber Rejeki,partners_with\nYayasan Melati Putih,Tidak Ada,partners_with\n";
        var plan = await desk.CheckAsync(File);
        Assert.Equal("create 1, refused 1", ImportDesk.Counts(plan));
        var refused = ImportDesk.Rows(plan, "refused").Single();
        Assert.Equal((3, "B", "import_reference_unknown"), ((int)refused["row"]!, (string?)refused["faults"]![0]!["column"], (string?)refused["faults"]![0]!["code"]));

        Assert.Equal(1, (int)(await desk.BringAsync(File, new JsonObject { ["leaveOut"] = true }))["writes"]!);
        Assert.Equal("unchanged 1, refused 1", ImportDesk.Counts(await desk.CheckAsync(File)));
    }

    [Fact]
    public async Task A_row_that_may_be_there_already_is_decided_and_remembered()
    {
        await desk.BringAsync(Partners);
        const string File = "ID;Nama;Jenis;Wilayah\nM-7;Yayasan Melati Puti;NGO;Kota Semarang\n";
        var settings = new JsonObject { ["source"] = "Daftar lain" };
        var plan = await desk.CheckAsync(File, settings);
        var row = ImportDesk.Rows(plan, "duplicate").Single();
        var candidate = row["candidates"]![0]!["organization"]!;
        Assert.Equal("Yayasan Melati Putih", (string?)candidate["name"]);

        var same = new JsonObject { ["source"] = "Daftar lain", ["rows"] = new JsonObject { [(string)row["key"]!] = (string?)candidate["id"] }, ["allConflicts"] = "network" };
        await desk.BringAsync(File, same);
        Assert.Equal("unchanged 1", ImportDesk.Counts(await desk.CheckAsync(File, settings)));
    }

    [Fact]
    public async Task The_workbook_that_left_comes_back_without_a_change_and_with_one_where_it_was_edited()
    {
        await desk.BringAsync(Partners);
        await desk.BringAsync("From,To,Type\nYayasan Melati Putih,Koperasi Sumber Rejeki,partners_with\n");
        foreach (var (format, name) in new[] { ("xlsx", "jaringan.xlsx"), ("csv", "jaringan.zip") })
        {
            var file = await desk.Steward.GetByteArrayAsync($"/api/exports/{format}", Cancellation);
            var plan = await desk.CheckAsync(file, name);
            Assert.True(ImportDesk.Counts(plan).StartsWith("unchanged ", StringComparison.Ordinal) && !ImportDesk.Counts(plan).Contains(',', StringComparison.Ordinal), plan.ToJsonString());
        }
    }

    [Fact]
    public async Task Who_does_not_keep_all_of_the_data_is_told_who_does_and_nothing_is_read()
    {
        var file = Encoding.UTF8.GetBytes(Partners);
        using var anybody = desk.Server.CreateClient();
        Assert.Equal((HttpStatusCode.Forbidden, "steward_only"), await CodeAsync(anybody));
        var (editor, _) = await desk.Server.MemberAsync(new GrantDraft { Role = "coordinator", Region = "33" });
        using (editor)
        {
            Assert.Equal((HttpStatusCode.Forbidden, "import_not_permitted"), await CodeAsync(editor));
        }

        async Task<(HttpStatusCode, string?)> CodeAsync(HttpClient client)
        {
            var (status, body) = await ImportDesk.SendAsync(client, "/api/imports/check", file, "mitra.csv", null);
            return (status, (string?)body!["code"]);
        }
    }

    [Fact]
    public async Task A_plan_that_no_longer_holds_is_not_carried_out_and_a_repeated_request_is_told_what_it_did()
    {
        var file = Encoding.UTF8.GetBytes(Partners);
        var plan = await desk.CheckAsync(Partners);
        var settings = new JsonObject { ["plan"] = (string?)plan["plan"] };
        var (_, made) = await ImportDesk.SendAsync(desk.Steward, "/api/imports", file, "mitra.csv", settings, "kunci-1");
        var (status, again) = await ImportDesk.SendAsync(desk.Steward, "/api/imports", file, "mitra.csv", settings, "kunci-1");
        Assert.Equal((HttpStatusCode.OK, (string?)made!["id"]), (status, (string?)again!["id"]));

        var (moved, told) = await ImportDesk.SendAsync(desk.Steward, "/api/imports", file, "mitra.csv", settings, "kunci-2");
        Assert.Equal((HttpStatusCode.Conflict, "import_moved_on"), (moved, (string?)told!["code"]));
        Assert.Equal("unchanged 2", ImportDesk.Counts(told["now"]!));
    }
}
