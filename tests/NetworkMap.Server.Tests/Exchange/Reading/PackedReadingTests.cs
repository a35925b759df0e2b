using System.Buffers.Binary;
using System.Text;
using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed class PackedReadingTests
{
    [Fact]
    public async Task A_pair_for_Kumu_comes_in_as_two_tables()
    {
        var read = await Brought.ReadAsync(Brought.Zip(("peta/elements.csv", "Label,Type\nA,x\nB,y\n"), ("peta/connections.csv", "From,To,Type\nA,B,z\n"), ("__MACOSX/._elements.csv", "x"), ("peta/README.md", "hai")), "peta.zip");
        Assert.Equal(FileForm.KumuSheets, read.Form);
        Assert.Equal([("connections", "connections", 1), ("elements", "elements", 2)], read.Tables.Select(t => (t.Name, t.List!, t.RowCount)));
        Assert.Equal("peta/README.md", Assert.Single(read.Remarks, r => r.Code == "part_left_aside").Sheet);
    }

    [Fact]
    public async Task A_datapackage_of_HSDS_comes_in_as_its_tables()
    {
        var read = await Brought.ReadAsync(Brought.Zip(("datapackage.json", "{}"), ("organizations.csv", "id,name\n1,A\n"), ("services.csv", "id,organization_id,name\n7,1,S\n"), ("services_at_location.csv", "id,service_id,location_id\n1,7,3\n")), "h.zip");
        Assert.Equal((FileForm.HsdsTabular, "organization, service, service_at_location"), (read.Form, string.Join(", ", read.Tables.Select(t => t.List))));
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task Tables_of_one_name_in_several_folders_are_told_apart() =>
        Assert.Equal(["a", "a (2)"], (await Brought.ReadAsync(Brought.Zip(("x/a.csv", "p,q\n1,2\n"), ("y/a.csv", "p,q\n1,2\n")))).Tables.Select(t => t.Name));

    [Fact]
    public async Task A_part_that_becomes_far_too_large_is_refused_before_it_is_unpacked() =>
        Assert.Equal("b.csv", await Brought.RefusedAsync("file_packed_too_tightly", Brought.Zip([("a.csv", "p,q\n1,2\n"u8.ToArray()), ("b.csv", new byte[30 << 20])])));

    [Fact]
    public async Task Parts_that_become_too_large_together_are_refused() =>
        await Brought.RefusedAsync("file_unpacks_too_large", Brought.Zip(("a.csv", "p,q\n" + new string('1', 600)), ("b.csv", "p,q\n" + new string('1', 600))), limits: ReadingLimits.Usual with { Unpacked = 1000 });

    [Fact]
    public async Task A_file_that_understates_what_is_in_it_is_stopped_while_it_is_unpacked()
    {
        var file = Brought.Zip([("a.csv", [.. "p,q\n"u8, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aaaaaaaaaaaa,b\n", 2_000_000)))])]);
        foreach (var (sign, at) in new[] { (0x02014b50u, 24), (0x04034b50u, 22) })
        {
            for (var i = file.Length - 4; i >= 0; i--)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(i)) == sign)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i + at), 1000);
                }
            }
        }

        var read = await FileReader.ReadAsync("a.zip", new MemoryStream(file), ReadingLimits.Usual, TestContext.Current.CancellationToken);
        Assert.True(read.IsRefused || read.Value.Tables[0].RowCount < 100);
    }

    [Fact]
    public async Task Too_many_parts_are_refused_before_their_list_is_read()
    {
        var file = Brought.Zip(Enumerable.Range(0, 1001).Select(i => ($"{i}.csv", Array.Empty<byte>())));
        await Brought.RefusedAsync("file_too_many_parts", file);
    }

    [Fact]
    public async Task A_packed_file_within_a_packed_file_is_refused_whatever_it_is_called()
    {
        var inner = Brought.Zip(("a.csv", "p,q\n1,2\n"));
        Assert.Equal("inner.zip", await Brought.RefusedAsync("file_packed_twice", Brought.Zip([("inner.zip", inner)])));
        Assert.Equal("b.csv", await Brought.RefusedAsync("file_packed_twice", Brought.Zip([("b.csv", inner)])));
        Assert.Equal("c.xlsx", await Brought.RefusedAsync("file_packed_twice", Brought.Zip([("c.xlsx", inner)])));
    }

    [Theory]
    [InlineData("../../etc/a.csv")]
    [InlineData("/a.csv")]
    [InlineData("C:/a.csv")]
    [InlineData("x\\..\\..\\a.csv")]
    public async Task A_part_that_would_lie_outside_is_refused(string name) => await Brought.RefusedAsync("file_part_outside", Brought.Zip((name, "p,q\n1,2\n")));

    [Fact]
    public async Task A_zip_that_was_cut_anywhere_is_refused()
    {
        var file = Brought.Zip(("a.csv", "p,q\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i * 31}\n"))));
        for (var part = 1; part < 10; part++)
        {
            await Brought.RefusedAsync("file_damaged", file[..(file.Length * part / 10)]);
        }
    }

    [Fact]
    public async Task A_zip_with_nothing_in_it_is_refused()
    {
        await Brought.RefusedAsync("file_empty", Brought.Zip());
        await Brought.RefusedAsync("file_empty", Brought.Zip(("foto.jpg", "x")));
    }

    [Fact]
    public async Task A_part_that_was_packed_with_a_password_is_refused()
    {
        var file = Brought.Zip(("a.csv", "p,q\n1,2\n"));
        for (var i = 0; i + 4 < file.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(i)) is 0x02014b50u or 0x04034b50u)
            {
                file[i + (file[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }

        await Brought.RefusedAsync("file_protected", file);
    }

    [Fact]
    public async Task What_is_damaged_within_a_part_is_refused()
    {
        var file = Brought.Zip(("a.csv", "p,q\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i * 31}\n"))));
        file.AsSpan(60, 200).Fill(0xFF);
        var read = await FileReader.ReadAsync("a.zip", new MemoryStream(file), ReadingLimits.Usual, TestContext.Current.CancellationToken);
        Assert.True(read.IsRefused);
    }
}
