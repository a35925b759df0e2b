namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Gathers remarks: one for all the cells of a column that are alike, with how many there are and where the first is.</summary>
internal sealed class RemarkList
{
    private readonly Dictionary<(string Code, string? Sheet, string? Column), (Remark First, int Count)> remarks = [];

    internal IReadOnlyList<Remark> All => [.. remarks.Values.Select(r => r.First with { Arguments = new Dictionary<string, object?>(r.First.Arguments, StringComparer.Ordinal) { ["count"] = r.Count } })];

    internal void Note(string code, string? sheet = null, int? row = null, string? column = null, params (string Name, object? Value)[] arguments)
    {
        if (remarks.TryGetValue((code, sheet, column), out var earlier))
        {
            remarks[(code, sheet, column)] = (earlier.First, earlier.Count + 1);
            return;
        }

        var all = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        (all["sheet"], all["row"], all["column"]) = (sheet, row, column);
        remarks[(code, sheet, column)] = (new Remark(code, sheet, row, column, all), 1);
    }
}
