namespace NetworkMap.Server.Exchange.Reading;

/// <summary>How much of a file is taken in, so that no file can take all the memory or time there is. What is above is refused while it is read.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits of a server that anybody may bring a file to.</summary>
    public static ReadingLimits Usual { get; } = new();

    /// <summary>Bytes of the file as it comes.</summary>
    public long File { get; init; } = 100 << 20;

    /// <summary>Bytes of all that is packed in it, unpacked.</summary>
    public long Unpacked { get; init; } = 1L << 30;

    /// <summary>How many times as large a packed part may become; asked only of parts above <see cref="SmallPart"/>, since small ones do no harm however they are packed.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes, unpacked, up to which a part may be packed as tightly as can be.</summary>
    public long SmallPart { get; init; } = 10 << 20;

    /// <summary>Parts of a packed file.</summary>
    public int Parts { get; init; } = 1000;

    /// <summary>Columns of a table in which anything is.</summary>
    public int Columns { get; init; } = 2000;

    /// <summary>Letters of a cell. Spreadsheets take 32,767.</summary>
    public int Cell { get; init; } = 100_000;

    /// <summary>Letters of all cells of a row. Some rows are held at once while headings are looked for.</summary>
    public int Row { get; init; } = 1 << 20;

    /// <summary>Bytes of one object of a JSON file, with all that stands in it.</summary>
    public int Thing { get; init; } = 8 << 20;

    /// <summary>Letters of all texts that a workbook keeps once for many cells: these are held.</summary>
    public int KeptTexts { get; init; } = 50_000_000;

    /// <summary>Sheets of a workbook, and tables of any file.</summary>
    public int Sheets { get; init; } = 100;

    /// <summary>Rows that are made of objects within objects: these are held.</summary>
    public int HeldRows { get; init; } = 500_000;
}
