using System.Collections;
using System.Collections.ObjectModel;
using System.Data.Common;
using System.Globalization;

namespace NetworkMap.Server.Exchange.Tables;

/// <summary>The rows of a list as the reader that a writer of CSV asks for: every cell a text that does no harm.</summary>
internal sealed class SheetReader(IReadOnlyList<Column> columns, IEnumerable<object?[]> rows) : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly IEnumerator<object?[]> cursor = rows.GetEnumerator();
    private bool isClosed;

    public override int FieldCount => columns.Count;

    public override bool HasRows => true;

    public override bool IsClosed => isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetString(ordinal);

    public override object this[string name] => GetString(GetOrdinal(name));

    public override bool Read() => cursor.MoveNext();

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => columns[ordinal].Name;

    public override int GetOrdinal(string name) => columns.Index().First(c => c.Item.Name == name).Index;

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override string GetDataTypeName(int ordinal) => "text";

    public override bool IsDBNull(int ordinal) => cursor.Current[ordinal] is null;

    public override string GetString(int ordinal) => CellText.Harmless(cursor.Current[ordinal]);

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override int GetValues(object[] values)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            values[i] = GetValue(i);
        }

        return FieldCount;
    }

    public override bool GetBoolean(int ordinal) => bool.Parse(GetString(ordinal));

    public override byte GetByte(int ordinal) => byte.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => char.Parse(GetString(ordinal));

    public override DateTime GetDateTime(int ordinal) => DateTime.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override decimal GetDecimal(int ordinal) => decimal.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => double.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => float.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal));

    public override short GetInt16(int ordinal) => short.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => int.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => long.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Cells are text.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Cells are read whole.");

    public ReadOnlyCollection<DbColumn> GetColumnSchema() => new([.. columns.Select((c, i) => new TextColumn(c.Name, i))]);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close() => isClosed = true;

    protected override void Dispose(bool disposing)
    {
        cursor.Dispose();
        base.Dispose(disposing);
    }

    private sealed class TextColumn : DbColumn
    {
        internal TextColumn(string name, int ordinal) => (ColumnName, ColumnOrdinal, DataType, AllowDBNull) = (name, ordinal, typeof(string), true);
    }
}
