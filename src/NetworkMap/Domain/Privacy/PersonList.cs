using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetworkMap.Domain.Privacy;

/// <summary>What looks like a list of persons. No individual worker and no individual wage is kept anywhere, only counts (Law 27/2022; personal finance is <i>specific</i> data there): the
/// number of an identity card (NIK, 16 digits: region, day of birth, serial number; Law 23/2013), wages beside names, and columns that are for such.</summary>
public static partial class PersonList
{
    /// <summary>A list begins with so many lines of a name and an amount; fewer may be anything.</summary>
    public const int FewestLines = 3;

    private const int NikLength = 16;

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "nik", "nonik", "nomornik", "nikktp", "ktp", "noktp", "nomorktp", "nokk", "nomorkk", "nomorindukkependudukan", "nationalid", "nationalidnumber", "idcard", "idcardnumber" };

    private static readonly HashSet<string> Wages = new(StringComparer.Ordinal) { "upah", "upahharian", "upahperhari", "upahbulanan", "upahpotong", "gaji", "gajipokok", "gajibulanan", "penghasilan", "pendapatan", "bayaran", "wage", "wages", "dailywage", "salary", "earnings", "income" };

    /// <summary>What is asked of persons, and of no organization.</summary>
    private static readonly HashSet<string> Lives = new(StringComparer.Ordinal) { "tanggallahir", "tgllahir", "tempatlahir", "tempattanggallahir", "ttl", "dateofbirth", "birthdate", "birthday", "jeniskelamin", "agama", "statusperkawinan", "maritalstatus" };

    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal) { "nama", "namalengkap", "namapekerja", "namaanggota", "pekerja", "anggota", "name", "fullname", "worker", "workername", "employee" };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "bu", "ibu", "pak", "bapak", "mbak", "mas", "sdr", "sdri", "saudara", "saudari", "mbok", "teh", "kak", "hj", "h", "ny", "nn", "tn", "mrs", "ms", "mr" };

    /// <summary>What money is planned for, and no person is called.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "sewa", "tempat", "konsumsi", "makan", "minum", "snack", "transport", "transportasi", "bensin", "bahan", "baku", "alat", "atk", "cetak", "honor", "honorarium", "narasumber", "fasilitator", "pelatihan", "kegiatan",
        "biaya", "total", "jumlah", "subtotal", "saldo", "kas", "modal", "pendapatan", "pengeluaran", "pemasukan", "hibah", "dana", "anggaran", "listrik", "air", "internet", "pulsa", "gedung", "spanduk", "modul", "kain", "benang",
        "upah", "gaji", "rent", "food", "travel", "materials", "printing", "training", "budget", "grant", "fee", "fees", "cost", "costs", "income", "expenses", "wages", "salaries", "equipment", "venue", "meals", "sum", "provinsi", "kabupaten", "kota", "umk", "ump", "umr",
    };

    /// <summary>Why the columns of a table, or the fields of a body, are refused; null when they are not.</summary>
    public static Refusal? OfColumns(IEnumerable<string> columns)
    {
        var plain = columns.Select(c => (Column: c, Plain: new string([.. c.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))).ToList();
        var bad = plain.FirstOrDefault(c => Numbers.Contains(c.Plain)).Column ?? (plain.Exists(c => Persons.Contains(c.Plain)) ? plain.FirstOrDefault(c => Wages.Contains(c.Plain) || Lives.Contains(c.Plain)).Column : null);
        return bad is null ? null : Refusal.Of("person_list_column", bad, ("value", bad.Length > 40 ? bad[..40] : bad));
    }

    /// <summary>Why a text is refused; null when it is not.</summary>
    public static Refusal? InText(string text)
    {
        var plain = Plain(text);
        return HoldsNik(plain) ? Refusal.Of("person_number", "") : HoldsWages(plain) ? Refusal.Of("person_wages", "") : null;
    }

    /// <summary>The text as it looks: without letters that are not seen (soft hyphens, joiners), with every kind of space, hyphen, digit and line end as the plain one.</summary>
    private static string Plain(string text) => Ascii.IsValid(text) && !text.Contains('\r', StringComparison.Ordinal) ? text : string.Concat(text.ReplaceLineEndings("\n").Select(letter => char.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Format => "",
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.DashPunctuation => "-",
        UnicodeCategory.DecimalDigitNumber => ((int)char.GetNumericValue(letter)).ToString(CultureInfo.InvariantCulture),
        _ => letter.ToString(),
    }));

    /// <summary>Sixteen digits that could be such a number: a province, regency and district, a day of birth (40 more for women), and a serial number that is not zero. Written at once, or in
    /// groups of 4, of 6, 6 and 4, or of its parts. A telephone number (+62 8…) in groups of 4 looks like a province at most: no regency has a number above 80.</summary>
    private static bool HoldsNik(string text)
    {
        if (text.Length < NikLength || CountDigits(text) < NikLength)
        {
            return false;
        }

        Span<char> number = stackalloc char[NikLength];
        foreach (var match in SixteenDigits().EnumerateMatches(text))
        {
            var length = 0;
            foreach (var letter in text.AsSpan(match.Index, match.Length))
            {
                if (char.IsAsciiDigit(letter))
                {
                    number[length++] = letter;
                }
            }

            if (IsNik(number) && !(match.Length > NikLength && number is ['6', '2', '8', ..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Most texts have too few, which is sooner seen than that they hold no such number.</summary>
    private static int CountDigits(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return count;
    }

    private static bool IsNik(ReadOnlySpan<char> number)
    {
        int Two(ReadOnlySpan<char> from, int at) => ((from[at] - '0') * 10) + from[at + 1] - '0';
        var (province, regency, district, day, month) = (Two(number, 0), Two(number, 2), Two(number, 4), Two(number, 6), Two(number, 8));
        return IsProvince(province) && regency > 0 && district > 0 && day is (>= 1 and <= 31) or (>= 41 and <= 71) && month is >= 1 and <= 12 && !number[12..].SequenceEqual("0000");
    }

    /// <summary>The codes that the Ministry of Home Affairs has given to provinces, and leaves room for in Papua.</summary>
    private static bool IsProvince(int code) => code is (>= 11 and <= 21) or (>= 31 and <= 36) or (>= 51 and <= 53) or (>= 61 and <= 65) or (>= 71 and <= 76) or 81 or 82 or (>= 91 and <= 97);

    /// <summary>Several lines of a name and an amount: names by how persons are addressed, or by their capitals where the text speaks of wages.</summary>
    private static bool HoldsWages(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || text.Length < 20 || text.AsSpan().Count('\n') + text.AsSpan().Count(';') < FewestLines - 1)
        {
            return false;
        }

        var names = NameAndAmount().Matches(text).Select(m => m.Groups["name"].Value.Trim()).ToList();
        if (names.Count < FewestLines)
        {
            return false;
        }

        var persons = names.Where(n => !Words(n).Any(Things.Contains)).ToList();
        return persons.Count(n => Titles.Contains(Words(n).FirstOrDefault() ?? "")) >= FewestLines
            || (SpeaksOfWages().IsMatch(text) && persons.Count(IsCapitalized) >= FewestLines && persons.Count == names.Count);
    }

    private static IEnumerable<string> Words(string name) => name.ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsCapitalized(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 4 } words && Array.TrueForAll(words, w => char.IsUpper(w[0]));

    [GeneratedRegex(@"(?<![\d.,])(?:\d{16}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}(?<s>[ ._/-]{1,3})\d{4}\k<s>\d{4}\k<s>\d{4}|\d{2}(?<t>[ .-])\d{2}\k<t>\d{2}\k<t>(?:\d{6}|\d{2}\k<t>\d{2}\k<t>\d{2})\k<t>\d{4})(?![\d]|[.,]\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixteenDigits();

    [GeneratedRegex(@"(?:^|[\n;])[ \t]*(?:\d{1,3}[.)][ \t]*|[-*•][ \t]*)?(?<name>\p{L}[\p{L}'. ]{1,60}?)[ \t]*[:=|\t,–-][ \t]*(?:Rp\.?[ \t]*\d[\d.,]*|\d{1,3}(?:[.,]\d{3})+|\d{4,9}|\d{2,4}[ \t]*(?:rb|ribu|k|jt|juta)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameAndAmount();

    [GeneratedRegex(@"\b(?:upah|gaji|bayaran|penghasilan|wages?|salar(?:y|ies)|earn(?:s|ed|ings)|paid|dibayar)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpeaksOfWages();
}
