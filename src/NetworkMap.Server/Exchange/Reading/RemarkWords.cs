using System.Collections.Frozen;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>What a remark says to a person, in both languages. Complete by test.</summary>
public static class RemarkWords
{
    private static readonly FrozenDictionary<string, (string Indonesian, string English)> Catalogue =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["encoding_guessed"] = ("Huruf di “{sheet}” dibaca sebagai Windows-1252, karena bukan UTF-8 yang sah. Periksa apakah namanya terbaca benar.", "The letters of “{sheet}” were read as Windows-1252, since they are not valid UTF-8. See whether names look right."),
            ["encodings_mixed"] = ("“{sheet}” berisi huruf dalam dua pengodean (UTF-8 dan Windows-1252); keduanya dibaca. Periksa apakah namanya terbaca benar.", "There are letters in two encodings in “{sheet}” (UTF-8 and Windows-1252); both were read. See whether names look right."),
            ["headings_missing"] = ("“{sheet}” tidak punya baris judul kolom; semua barisnya dibaca sebagai isi.", "“{sheet}” has no row of headings; all its rows were read as content."),
            ["heading_doubled"] = ("Judul “{value}” di “{sheet}” ada lebih dari sekali; yang di kolom {column} diberi nomor.", "The heading “{value}” is there more than once in “{sheet}”; the one in column {column} got a number."),
            ["rows_missing"] = ("“{sheet}” hanya berisi judul kolom.", "There is nothing but headings in “{sheet}”."),
            ["table_empty"] = ("“{sheet}” kosong dan dilewati.", "“{sheet}” is empty and was passed over."),
            ["sheet_hidden"] = ("Lembar “{sheet}” tersembunyi.", "The sheet “{sheet}” is hidden."),
            ["cells_merged"] = ("Ada sel yang digabung di “{sheet}” ({cells}): yang digabung ke bawah diulang di setiap barisnya, yang digabung ke samping hanya ada di kolom pertamanya.", "Cells are merged in “{sheet}” ({cells}): what is merged downwards is repeated in each row, what is merged sideways is in its first column only."),
            ["formula_as_value"] = ("Rumus di kolom {column} “{sheet}” dibaca sebagai hasilnya ({count} sel, mulai baris {row}).", "Formulas in column {column} of “{sheet}” were read as what they came to ({count} cells, from row {row})."),
            ["formula_without_value"] = ("Rumus di kolom {column} “{sheet}” belum dihitung, jadi selnya dibaca kosong ({count} sel, mulai baris {row}). Buka dan simpan lagi dengan program lembar kerja.", "Formulas in column {column} of “{sheet}” were never worked out, so their cells were read as empty ({count} cells, from row {row}). Open the file in a spreadsheet program and save it again."),
            ["error_in_cell"] = ("Ada kesalahan rumus seperti {value} di kolom {column} “{sheet}” ({count} sel, mulai baris {row}).", "There are errors such as {value} in column {column} of “{sheet}” ({count} cells, from row {row})."),
            ["null_as_text"] = ("{value} di kolom {column} “{sheet}” dibaca sebagai kosong ({count} sel, mulai baris {row}).", "{value} in column {column} of “{sheet}” was read as empty ({count} cells, from row {row})."),
            ["last_line_short"] = ("Baris terakhir “{sheet}” (baris {row}) lebih pendek dan tidak berakhir. Mungkin berkasnya terpotong.", "The last line of “{sheet}” (line {row}) is shorter than the one before and does not end. The file may have been cut off."),
            ["hashtag_mended"] = ("Tagar di kolom {column} “{sheet}” ditulis tanpa tanda pagar; dibaca sebagai {value}.", "The hashtag of column {column} in “{sheet}” has lost its sign; it was read as {value}."),
            ["part_left_aside"] = ("“{sheet}” bukan tabel dan dilewati.", "“{sheet}” is no table and was passed over."),
            ["page_of_several"] = ("Berkas ini satu halaman dari daftar yang terdiri dari {pages} halaman.", "This file is one page of a list of {pages} pages."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code there is.</summary>
    public static IEnumerable<string> Codes => Catalogue.Keys;

    /// <summary>The sentence.</summary>
    public static string Sentence(Remark remark, Language language)
    {
        var (indonesian, english) = Catalogue[remark.Code];
        return RefusalWords.Fill(language == Language.English ? english : indonesian, new Refusal(remark.Code, "", remark.Arguments), language);
    }
}
