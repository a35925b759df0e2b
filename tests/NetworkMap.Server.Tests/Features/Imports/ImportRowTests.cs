using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>What is told of a row, so that a person can decide about it.</summary>
public sealed class ImportRowTests : IAsyncLifetime
{
    private ImportDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ImportDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_a_difference_names_by_an_id_is_told_by_name()
    {
        const string File = "ID,Nama,Jenis,Wilayah\n7,Kelompok Satu,NGO,33.74\n";
        await desk.BringAsync(File);
        var row = ImportDesk.Rows(await desk.CheckAsync(File.Replace("33.74", "33.22", StringComparison.Ordinal)), "update").Single();
        Assert.Equal(["region 33.22 Kabupaten Semarang", "region 33.74 Kota Semarang"], row["mentions"]!.AsArray().Select(m => $"{m!["kind"]} {m["id"]} {m["name"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Why_a_row_may_be_there_already_is_told_as_everywhere_else()
    {
        await desk.BringAsync("Nama,Jenis,Wilayah\nYayasan Melati Putih,NGO,33.74\n");
        var row = ImportDesk.Rows(await desk.CheckAsync("Nama,Jenis,Wilayah\nYayasan Melatti Putih,NGO,33.74\n", new JsonObject { ["source"] = "lain" }), "duplicate").Single();
        Assert.Equal(["similar_name", "same_region"], row["candidates"]![0]!["reasons"]!.AsArray().Select(r => (string?)r));
    }

    [Fact]
    public async Task A_row_that_cannot_come_in_does_not_also_wait_for_itself()
    {
        var row = ImportDesk.Rows(await desk.CheckAsync("Nama,Jenis,Wilayah,Alamat,Situs\nRumah Uji,NGO,33.74,Jl. Mawar 4,bukan situs\n"), "refused").Single();
        Assert.Equal(["web_address_malformed"], row["faults"]!.AsArray().Select(f => (string?)f!["code"]));
    }
}
