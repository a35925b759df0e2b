using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>What file and network last agreed on, and what each changed since.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const string Header = "Nama,Jenis,Wilayah,Tujuan\n";

    private ImportDesk desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await ImportDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_was_never_settled_is_asked_again_and_never_overwritten()
    {
        await MakeAsync("Yayasan Lidi", "milik jaringan");
        var file = Header + "Yayasan Lidi,ngo,33.74,dari berkas\nYayasan Baru,ngo,33.74,awal\n";
        Assert.Equal("create 1, conflict 1", ImportDesk.Counts(await desk.CheckAsync(file)));
        await desk.BringAsync(file, new JsonObject { ["leaveOut"] = true });
        Assert.Equal("unchanged 1, conflict 1", ImportDesk.Counts(await desk.CheckAsync(file)));

        // A column that the source did not have before was never settled, either.
        var narrow = new JsonObject { ["source"] = "Sempit" };
        await desk.BringAsync("Nama,Jenis,Wilayah\nYayasan Lidi,ngo,33.74\n", narrow);
        Assert.Equal("conflict 1", ImportDesk.Counts(await desk.CheckAsync(Header + "Yayasan Lidi,ngo,33.74,asing\n", narrow)));
    }

    [Fact]
    public async Task A_change_back_is_a_change_and_a_file_taken_back_settled_nothing()
    {
        var id = await MakeAsync("Yayasan Lidi", null);
        string File(string purpose) => Header + $"Yayasan Lidi,ngo,33.74,{purpose}\n";
        await desk.BringAsync(File("A"));
        await EditAsync(id, "B");
        Assert.Equal("unchanged 1", ImportDesk.Counts(await desk.CheckAsync(File("A"))));
        await desk.BringAsync(File("C"), new JsonObject { ["allConflicts"] = "file" });
        Assert.Equal("update 1", ImportDesk.Counts(await desk.CheckAsync(File("A"))));

        var made = await desk.BringAsync(File("D"));
        using var undone = await desk.Steward.PostAsJsonAsync($"/api/changesets/{made["id"]}/revert", new { reason = "Keliru" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal("conflict 1", ImportDesk.Counts(await desk.CheckAsync(File("D"))));
    }

    [Fact]
    public async Task Consent_that_was_withdrawn_and_ties_that_were_removed_since_stay_so_when_an_older_workbook_comes_back()
    {
        var id = await MakeAsync("Kelompok Satu", null, """[{"channel":"phone","value":"081200001234","role":"Ketua","purposes":["publication"],"audience":"public","consent":{"givenBy":"Ketua","given":"2026-01-01"}}]""");
        var other = await MakeAsync("Kelompok Dua", null);
        using var tie = await desk.Steward.PostAsJsonAsync("/api/ties", new { type = "partners_with", from = id, to = other, provenance = new { source = "Uji" } }, Cancellation);
        var file = await desk.Steward.GetByteArrayAsync("/api/exports/csv", Cancellation);

        await EditAsync(id, null, """[{"channel":"phone","value":"+6281200001234","role":"Ketua","purposes":["publication"],"audience":"public","consent":{"givenBy":"Ketua","given":"2026-01-01","withdrawn":"2026-02-01"}}]""");
        using var removal = new HttpRequestMessage(HttpMethod.Delete, tie.Headers.Location) { Headers = { { "If-Match", "*" } } };
        using var removed = await desk.Steward.SendAsync(removal, Cancellation);
        Assert.True(removed.IsSuccessStatusCode);

        var plan = await desk.CheckAsync(file, "jaringan.zip");
        Assert.Equal((0, 1), ((int)plan["writes"]!, (int)plan["counts"]!["left_aside"]!));

        // A number that was changed in the file replaces the old one, and a column that is missing takes nothing away.
        var edited = Edited(file, "contacts.csv", text => string.Join("\r\n", text.Split("\r\n").Select(l => string.Join(',', l.Replace("1234", "9999", StringComparison.Ordinal).Split(',').Take(8)))));
        plan = await desk.CheckAsync(edited, "jaringan.zip");
        Assert.Equal(1, (int)plan["writes"]!);
        await desk.BringAsync(edited, "jaringan.zip", new JsonObject { ["confirmWidening"] = true });
        var contacts = (await ReadAsync(id))["contacts"]!.AsArray();
        var contact = Assert.Single(contacts)!;
        Assert.Equal(("+6281200009999", "2026-02-01"), ((string?)contact["value"], (string?)contact["consent"]!["withdrawn"]));
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back_with_an_older_workbook()
    {
        var id = await MakeAsync("Kelompok Satu", "tujuan", """[{"channel":"phone","value":"081200001234","role":"Ketua"}]""");
        var file = await desk.Steward.GetByteArrayAsync("/api/exports/csv", Cancellation);
        using var erased = await desk.Steward.PostAsJsonAsync("/api/personal-data/erasures", new { element = "organization/" + id, version = 1, confirm = "Kelompok Satu" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        var plan = await desk.CheckAsync(file, "jaringan.zip");
        Assert.Equal((0, 2), ((int)plan["writes"]!, (int)plan["counts"]!["left_aside"]!));
    }

    [Fact]
    public async Task A_row_that_is_refused_writes_nothing_of_what_it_says()
    {
        const string File = "Nama,Jenis,Wilayah,Lat,Long\nLembaga Tukar,ngo,33.74,110.4,-7.0\nLembaga Baik,ngo,33.74,-7.0,110.4\n";
        var plan = await desk.CheckAsync(File, new JsonObject { ["leaveOut"] = true });
        Assert.Equal(("create 1, refused 1", 2), (ImportDesk.Counts(plan), (int)plan["writes"]!));
    }

    [Fact]
    public async Task A_row_that_was_copied_and_changed_is_refused_and_the_first_comes_in()
    {
        await MakeAsync("Kelompok Satu", "asli");
        var file = await desk.Steward.GetByteArrayAsync("/api/exports/csv", Cancellation);
        var copied = Edited(file, "organizations.csv", text => text + text.Split("\r\n")[1].Replace("Kelompok Satu", "Salinan", StringComparison.Ordinal) + "\r\n");
        var plan = await desk.CheckAsync(copied, "jaringan.zip");
        Assert.Equal("import_row_doubled", (string?)ImportDesk.Rows(plan, "refused").Single()["faults"]![0]!["code"]);
        Assert.Equal(0, (int)plan["writes"]!);

        plan = await desk.CheckAsync(Header + "Lembaga Dobel,ngo,33.74,satu\nLEMBAGA  DOBEL,ngo,33.74,dua\n");
        Assert.Equal(("create 1, refused 1", 1), (ImportDesk.Counts(plan), (int)plan["writes"]!));
    }

    [Fact]
    public async Task An_id_that_went_to_another_organization_is_asked_and_a_tie_without_direction_is_one()
    {
        const string Head = "ID,Nama,Jenis,Wilayah\n";
        await desk.BringAsync(Head + "1,Lembaga Alfa,ngo,34.04\n2,Yayasan Zeta,ngo,33.74\n");
        var moved = await desk.CheckAsync(Head + "1,Kelompok Lain,ngo,33.22\n2,Yayasan Zeta,ngo,33.74\n");
        Assert.Equal("unchanged 1, duplicate 1", ImportDesk.Counts(moved));

        var ties = await desk.CheckAsync("From,To,Type\nLembaga Alfa,Yayasan Zeta,partners_with\nYayasan Zeta,Lembaga Alfa,partners_with\n");
        Assert.Equal((1, 0), ((int)ties["writes"]!, (int)ties["counts"]!["refused"]!));
    }

    [Fact]
    public async Task Settings_with_nothing_in_them_and_odd_files_are_answered_in_words()
    {
        var (status, body) = await ImportDesk.SendAsync(desk.Steward, "/api/imports/check", Encoding.UTF8.GetBytes(Header + "A,ngo,33.74,x\n"), "f.csv", JsonNode.Parse("""{"tables":{"f":{"columns":{"A":null}}}}""")!.AsObject());
        Assert.Equal((HttpStatusCode.BadRequest, "import_settings_malformed"), (status, (string?)body!["code"]));
        var (remarked, _) = await ImportDesk.SendAsync(desk.Steward, "/api/imports/remarks", Encoding.UTF8.GetBytes(Header + "Lembaga\uFFFE,ngo,33.74,x\n"), "f.csv", null);
        Assert.Equal(HttpStatusCode.OK, remarked);
        var (lives, refused) = await ImportDesk.SendAsync(desk.Steward, "/api/imports/check", Encoding.UTF8.GetBytes("Nama,Jenis kelamin,Tanggal lahir,Alamat\nSiti,P,1980-01-01,Jl Mawar\n"), "f.csv", null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "person_list_column"), (lives, (string?)refused!["code"]));
    }

    [Fact]
    public async Task Two_columns_that_were_decided_to_mean_the_same_are_read_one_after_the_other()
    {
        var settings = JsonNode.Parse("""{"tables":{"f":{"columns":{"D":"name"}}}}""")!.AsObject();
        var (status, plan) = await ImportDesk.SendAsync(desk.Steward, "/api/imports/check", Encoding.UTF8.GetBytes(Header + "Lembaga Dua Kolom,ngo,33.74,Yayasan Dua Kolom\n"), "f.csv", settings);

        Assert.True(status == HttpStatusCode.OK, plan?.ToJsonString());
        Assert.Single(ImportDesk.Rows(plan!));
    }

    private static byte[] Edited(byte[] file, string part, Func<string, string> edit)
    {
        using var packed = new MemoryStream();
        packed.Write(file);
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            writer.Write(edit(text));
        }

        return packed.ToArray();
    }

    private async Task<string> MakeAsync(string name, string? purpose, string? contacts = null)
    {
        using var made = await desk.Steward.PostAsync("/api/organizations", Json(Form(name, purpose, contacts)), Cancellation);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Cancellation));
        return made.Headers.Location!.ToString().Split('/')[^1];
    }

    private async Task EditAsync(string id, string? purpose, string? contacts = null)
    {
        var name = (string)(await ReadAsync(id))["name"]!;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/organizations/{id}") { Content = Json(Form(name, purpose, contacts)), Headers = { { "If-Match", "*" } } };
        using var answer = await desk.Steward.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<JsonNode> ReadAsync(string id) => JsonNode.Parse(await desk.Steward.GetStringAsync($"/api/organizations/{id}", Cancellation))!;

    private static JsonObject Form(string name, string? purpose, string? contacts)
    {
        var form = new JsonObject { ["name"] = name, ["actorKind"] = "ngo", ["region"] = "33.74", ["provenance"] = new JsonObject { ["source"] = "Uji" } };
        if (purpose is not null)
        {
            form["purpose"] = purpose;
        }

        if (contacts is not null)
        {
            form["contacts"] = JsonNode.Parse(contacts);
        }

        return form;
    }

    private static StringContent Json(JsonObject form) => new(form.ToJsonString(), Encoding.UTF8, "application/json");
}
