using System.Text.Json;
using System.Text.Json.Serialization;
using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>What somebody decided about a file that she brings. Everything may be left out: then it is guessed, or asked.</summary>
public sealed record ImportSettings
{
    /// <summary>The longest name of a source.</summary>
    public const int LongestSource = 200;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, MaxDepth = 6 };

    /// <summary>Where the file is from, by a name that stays: what was decided about a source is remembered under it, and rows are known again by it.</summary>
    public string? Source { get; init; }

    /// <summary>Why it is brought in, for the record of changes.</summary>
    public string? Reason { get; init; }

    /// <summary>What its tables are, by their names.</summary>
    public IReadOnlyDictionary<string, TableSettings>? Tables { get; init; }

    /// <summary>The region that a text means, by the text as it is written; empty where rows with it are to be left out.</summary>
    public IReadOnlyDictionary<string, string>? Regions { get; init; }

    /// <summary>The term that a text means, by <c>taxonomy:text</c>; empty where it is to be left aside.</summary>
    public IReadOnlyDictionary<string, string>? Terms { get; init; }

    /// <summary>Which element a row is, by the key that the plan gave it: an id, or <c>new</c>.</summary>
    public IReadOnlyDictionary<string, string>? Rows { get; init; }

    /// <summary>What holds where file and network differ and both were changed, by <c>key:field</c>: <c>file</c> or <c>network</c>.</summary>
    public IReadOnlyDictionary<string, string>? Conflicts { get; init; }

    /// <summary>The same for all conflicts that are not decided one by one.</summary>
    public string? AllConflicts { get; init; }

    /// <summary>True when rows that cannot come in are left out; else nothing comes in while there are any.</summary>
    public bool LeaveOut { get; init; }

    /// <summary>True when it is meant that others see more than before.</summary>
    public bool ConfirmWidening { get; init; }

    /// <summary>What the plan was called that is to be carried out; another one is not carried out.</summary>
    public string? Plan { get; init; }

    /// <summary>The settings of a JSON text, or why it cannot be read.</summary>
    public static Outcome<ImportSettings> Read(string? json)
    {
        try
        {
            var read = json is null ? new ImportSettings() : JsonSerializer.Deserialize<ImportSettings>(json, Form) ?? new ImportSettings();
            return read.HoldsNothing() is { } empty ? Refusal.Of("import_settings_malformed", "settings", ("at", empty)) : read;
        }
        catch (JsonException failure)
        {
            return Refusal.Of("import_settings_malformed", "settings", ("at", failure.Path is { Length: > 2 } path ? path[2..] : null));
        }
    }

    /// <summary>Where a value is missing that stands under a name; null when none is.</summary>
    private string? HoldsNothing() =>
        new (string At, IEnumerable<KeyValuePair<string, string>>? All)[] { ("regions", Regions), ("terms", Terms), ("rows", Rows), ("conflicts", Conflicts) }.FirstOrDefault(m => m.All?.Any(v => v.Value is null) == true).At
        ?? Tables?.FirstOrDefault(t => t.Value is null || t.Value.Columns?.Any(c => c.Value is null) == true || t.Value.Defaults?.Any(d => d.Value is null) == true).Key;

    /// <summary>What was decided before, wherever nothing else is decided now.</summary>
    public ImportSettings Over(ImportSettings remembered) => this with
    {
        Tables = Merge(remembered.Tables, Tables),
        Regions = Merge(remembered.Regions, Regions),
        Terms = Merge(remembered.Terms, Terms),
        Rows = Merge(remembered.Rows, Rows),
    };

    /// <summary>What is worth remembering for the next file of the source.</summary>
    public ImportSettings Lasting() => new() { Source = Source, Tables = Tables, Regions = Regions, Terms = Terms };

    private static IReadOnlyDictionary<string, T>? Merge<T>(IReadOnlyDictionary<string, T>? under, IReadOnlyDictionary<string, T>? over)
    {
        if (under is null || over is null)
        {
            return over ?? under;
        }

        var merged = new Dictionary<string, T>(under, StringComparer.Ordinal);
        foreach (var (key, value) in over)
        {
            merged[key] = value;
        }

        return merged;
    }
}

/// <summary>What a table is.</summary>
public sealed record TableSettings
{
    /// <summary>The name of the list; empty where the table is to be left aside.</summary>
    public string? List { get; init; }

    /// <summary>What a column means, by its letter; empty where it is to be left aside.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>What holds for every row that does not say otherwise, by target.</summary>
    public IReadOnlyDictionary<string, string>? Defaults { get; init; }
}
