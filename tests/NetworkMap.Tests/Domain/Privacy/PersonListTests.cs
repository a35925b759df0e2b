using FsCheck;
using FsCheck.Fluent;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Tests.DomainTests.Privacy;

public sealed class PersonListTests
{
    [Theory]
    [InlineData("NIK 3374016505800001", "person_number")]
    [InlineData("3374016505800001", "person_number")]
    [InlineData("KTP: 337401 650580 0001, Semarang", "person_number")]
    [InlineData("337401-150580-0012", "person_number")]
    [InlineData("NIK 3402 1550 1090 0001", "person_number")]
    [InlineData("3402.1550.1090.0001 / 3402-1550-1090-0001", "person_number")]
    [InlineData("3402 - 1550 - 1090 - 0001", "person_number")]
    [InlineData("34.02.15.501090.0001", "person_number")]
    [InlineData("34 02 15 50 10 90 0001", "person_number")]
    [InlineData("3402\u200b15501090\u20600001", "person_number")]
    [InlineData("34\u00ad0215\ufeff50109\u200d00001", "person_number")]
    [InlineData("3402\u00a01550\u20111090\u00a00001 3402\u20111550\u20111090\u20110001", "person_number")]
    [InlineData("\uff13\uff14\uff10\uff12155010900001", "person_number")]
    [InlineData("Bu Sri: Rp 25.000\nBu Yanti: Rp 30.000\nBu Wati: Rp 27.500", "person_wages")]
    [InlineData("Bu Sri\u00a0: Rp\u00a025.000\u2028Bu Yan\u00adti: Rp 30.000\rBu Wati: Rp 27.500", "person_wages")]
    [InlineData("1. Ibu Sri - 25000\n2. Ibu Yanti - 30000\n3. Ibu Wati - 27500", "person_wages")]
    [InlineData("Upah per hari\nSri Lestari: Rp25.000\nYanti: Rp30.000\nWati Ningsih: Rp27.500", "person_wages")]
    [InlineData("Wages: a day\nSri = 25 ribu; Yanti = 30 ribu; Wati = 27 ribu", "person_wages")]
    public void A_list_of_persons_is_known_as_one(string text, string code) => Assert.Equal(code, PersonList.InText(text)?.Code);

    [Theory]
    [InlineData("Anggaran 2026\nSewa Tempat: Rp 500.000\nKonsumsi: Rp 300.000\nTransport: Rp 250.000\nHonor Narasumber: Rp 1.000.000")]
    [InlineData("Gaji dan upah dianggarkan\nBahan Baku: Rp 5.000.000; Alat: Rp 2.000.000; Cetak Modul: Rp 700.000")]
    [InlineData("UMK 2026: Kota Semarang: Rp 3.454.827; Kabupaten Demak: Rp 2.940.716; Kabupaten Kendal: Rp 2.783.455; upah minimum")]
    [InlineData("Bu Sri menerima sekitar Rp 25.000 per lusin, kadang Rp 30.000.")]
    [InlineData("Bu Sri: Rp 25.000\nPak Man: Rp 30.000")]
    [InlineData("NIB 1234567890123, NPWP 01.234.567.8-901.000, rekening 1234567890")]
    [InlineData("+62 812-3456-7890, 0812 3456 7890, (0274) 512345, 0062 812 3456 7890")]
    [InlineData("14111 14120 13134 KBLI 2020: 1411, 1412")]
    [InlineData("33.74.01.1003 33.74.01.1004 33.74.02.1001")]
    [InlineData("1000000000000000 dan 9999999999999999, 4111111111111111")]
    [InlineData("3374014013800000")]
    [InlineData("2019 2020 2021 2022, 1998-1999-2000-2001, 2011/2012/2013/2014")]
    [InlineData("4111 1111 1111 1111, 1411 1412 1391 1392")]
    [InlineData("6281 2341 0890 6281 2345 6789, +62 8123 4108 9062, 0812 3456 7890 0812 3456 7890")]
    [InlineData("12.500.000 12.750.000, 34.02.15.2001 34.02.15.2002, 01-02-2024 03-04-2024")]
    public void What_is_none_is_let_through(string text) => Assert.Null(PersonList.InText(text));

    [Theory]
    [InlineData("nama,NIK,alamat", "NIK")]
    [InlineData("No. KTP", "No. KTP")]
    [InlineData("Nama Lengkap,Upah per hari", "Upah per hari")]
    [InlineData("worker,daily_wage", "daily_wage")]
    public void Columns_for_persons_are_known(string columns, string bad) => Assert.Equal(bad, PersonList.OfColumns(columns.Split(','))?.Field);

    [Theory]
    [InlineData("name,region,women,men,year")]
    [InlineData("region,wage,women,men")]
    [InlineData("sektor,upah minimum,tahun")]
    public void Columns_for_counts_are_not(string columns) => Assert.Null(PersonList.OfColumns(columns.Split(',')));

    [Fact]
    public void Every_number_that_could_be_a_nik_is_refused_wherever_it_stands() => Prop.ForAll(Nik().ToArbitrary(), Surrounding().ToArbitrary(), (nik, around) => PersonList.InText(around.Before + nik + around.After)?.Code == "person_number").QuickCheckThrowOnFailure();

    [Fact]
    public void Every_such_number_is_refused_however_it_is_grouped() => Prop.ForAll(Nik().ToArbitrary(), Gen.Elements(" ", ".", "-", " - ", "/", "\u00a0", "\u2011", "\u200b", "\u2060", "\u00ad").ToArbitrary(),
        (nik, between) => PersonList.InText("NIK " + string.Join(between, nik.Chunk(4).Select(c => new string(c))) + ", Semarang")?.Code == "person_number").QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_of_other_lengths_dates_codes_and_amounts_never_are() => Prop.ForAll(Harmless().ToArbitrary(), text => PersonList.InText(text) is null).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<string> Nik() =>
        from province in Gen.Elements(11, 12, 21, 31, 33, 34, 36, 51, 53, 61, 65, 71, 76, 81, 82, 91, 97)
        from regency in Gen.Choose(1, 99)
        from district in Gen.Choose(1, 99)
        from day in Gen.Choose(1, 31)
        from woman in Gen.Elements(0, 40)
        from month in Gen.Choose(1, 12)
        from year in Gen.Choose(0, 99)
        from serial in Gen.Choose(1, 9999)
        select $"{province:00}{regency:00}{district:00}{day + woman:00}{month:00}{year:00}{serial:0000}";

    private static Gen<(string Before, string After)> Surrounding() => Gen.Elements(("", ""), ("NIK ", ""), ("(", ")"), ("a\n", "\nb"), ("Bu Sri ", ", Semarang"), ("nik:", "."));

    private static Gen<string> Harmless()
    {
        Gen<string> Digits(int length) => Gen.Choose(0, 9).ListOf(length).Select(d => string.Concat(d));
        var one = Gen.OneOf(
            Gen.Choose(9, 15).SelectMany(Digits).Select(d => "08" + d[2..]),
            Digits(5), Digits(13), Digits(15), Digits(17), Digits(20),
            from p in Gen.Choose(11, 97) from k in Gen.Choose(1, 99) from c in Gen.Choose(1, 99) from v in Gen.Choose(1001, 2999) select $"{p:00}.{k:00}.{c:00}.{v}",
            Gen.Choose(1900, 2100).Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            from first in Gen.Choose(1900, 2090) from sep in Gen.Elements(" ", "-", "/") select string.Join(sep, Enumerable.Range(first, 4)),
            from number in Gen.Choose(0, 9).ListOf(9) from sep in Gen.Elements(" ", "-", ".") from sign in Gen.Elements("08", "628") let all = sign + string.Concat(number) select string.Join(sep, all.Chunk(4).Select(c => new string(c))),
            from number in Gen.Choose(0, 9).ListOf(10) let all = "628" + string.Concat(number) let grouped = string.Join(' ', all[..12].Chunk(4).Select(c => new string(c))) select $"{grouped} {grouped}",
            from day in Gen.Choose(1, 28) from month in Gen.Choose(1, 12) from year in Gen.Choose(1900, 2100) select $"{day:00}-{month:00}-{year}",
            from item in Gen.Elements("Sewa Tempat", "Konsumsi", "Transport Peserta", "Bahan Baku", "Honor Fasilitator", "Total", "Cetak Modul") from amount in Gen.Choose(10, 99_999) select $"{item}: Rp {amount}.000");
        return from parts in one.NonEmptyListOf() from between in Gen.Elements("\n", "; ", ", ") select string.Join(between, parts);
    }
}
