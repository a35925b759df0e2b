using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>What would become of a row.</summary>
public enum RowVerdict
{
    /// <summary>It says what the network says.</summary>
    Unchanged,

    /// <summary>It adds something.</summary>
    Create,

    /// <summary>It changes something.</summary>
    Update,

    /// <summary>File and network differ, both were changed, and nobody has decided which holds.</summary>
    Conflict,

    /// <summary>It may be something that is there already, and nobody has decided.</summary>
    Duplicate,

    /// <summary>It cannot come in as it is.</summary>
    Refused,

    /// <summary>Somebody decided that it stays outside.</summary>
    LeftAside,
}

/// <summary>What would become of a file: row by row, and what has to be decided before. Nothing of it is written.</summary>
/// <param name="File">What was read.</param>
/// <param name="Tables">What its tables and columns were taken to be.</param>
/// <param name="Rows">Every row, in the order of the file.</param>
/// <param name="Entered">What would be written, in the order in which one refers to those before.</param>
/// <param name="Questions">What nobody but a person can decide.</param>
public sealed record ImportPlan(ReadFile File, IReadOnlyList<PlannedTable> Tables, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<Entered> Entered, ImportQuestions Questions)
{
    /// <summary>The name of exactly this plan: another plan has another.</summary>
    public required string Name { get; init; }

    /// <summary>How many rows have a verdict.</summary>
    public int Count(RowVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    /// <summary>How many rows keep the whole from coming in, unless they are left out.</summary>
    public int Open => Rows.Count(r => r.Verdict is RowVerdict.Conflict or RowVerdict.Duplicate or RowVerdict.Refused);

    /// <summary>What the source will have said once this came in, for <see cref="ImportGround.Said"/>.</summary>
    public required IReadOnlyDictionary<string, string> Said { get; init; }

    /// <summary>What would let others see more of what there is already.</summary>
    public required IReadOnlyList<ElementRef> Widening { get; init; }
}

/// <summary>A table, as what it was taken.</summary>
/// <param name="Table">The table.</param>
/// <param name="List">Which list it is; null where it is left aside.</param>
/// <param name="Targets">What each column means; null where it is left aside.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Samples">Of each column, the first different texts.</param>
public sealed record PlannedTable(ReadTable Table, TargetList? List, IReadOnlyList<string?> Targets, int Rows, IReadOnlyList<IReadOnlyList<string>> Samples);

/// <summary>What would become of a row.</summary>
public sealed class PlannedRow
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>Its number as whoever opened the file sees it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The list.</summary>
    public required TargetList List { get; init; }

    /// <summary>What it is decided about by.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>What a person calls it.</summary>
    public string? Name { get; internal set; }

    /// <summary>The verdict.</summary>
    public RowVerdict Verdict { get; internal set; }

    /// <summary>What it is or becomes.</summary>
    public ElementRef? Element { get; internal set; }

    /// <summary>True when it was there before.</summary>
    public bool IsKnown { get; internal set; }

    /// <summary>Why it cannot come in.</summary>
    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>Field by field, what would change.</summary>
    public IReadOnlyList<FieldDifference> Changes { get; internal set; } = [];

    /// <summary>Field by field, where file and network differ and both were changed.</summary>
    public IReadOnlyList<FieldConflict> Conflicts => conflicts;

    /// <summary>What it may be, the likeliest first.</summary>
    public IReadOnlyList<Lookalike> Candidates { get; internal set; } = [];

    private readonly List<RowFault> faults = [];
    private readonly List<FieldConflict> conflicts = [];

    internal void Fault(Refusal refusal, string? column)
    {
        if (!faults.Exists(f => f.Refusal.Code == refusal.Code && f.Column == column && f.Refusal.Field == refusal.Field))
        {
            faults.Add(new RowFault(refusal, column));
        }
    }

    internal void Conflict(FieldConflict conflict) => conflicts.Add(conflict);
}

/// <summary>Why a row cannot come in.</summary>
/// <param name="Refusal">The reason.</param>
/// <param name="Column">The letter of the column that it is about; null when it is about the row.</param>
public sealed record RowFault(Refusal Refusal, string? Column);

/// <summary>A field in which file and network differ, and both were changed since they were one.</summary>
/// <param name="Field">The field, with its path.</param>
/// <param name="Column">The letter of the column.</param>
/// <param name="Network">What the network says.</param>
/// <param name="File">What the file says.</param>
public sealed record FieldConflict(string Field, string? Column, JsonNode? Network, JsonNode? File);

/// <summary>What has to be decided before rows can come in.</summary>
/// <param name="Regions">Texts that may mean several regions, or none.</param>
/// <param name="Terms">Texts that are no term of their taxonomy.</param>
public sealed record ImportQuestions(IReadOnlyList<RegionQuestion> Regions, IReadOnlyList<TermQuestion> Terms);

/// <summary>A text that may mean several regions, or none that is known.</summary>
/// <param name="Text">The text, with what it is within.</param>
/// <param name="Rows">In how many rows it stands.</param>
/// <param name="Candidates">What it may mean, the likeliest first.</param>
public sealed record RegionQuestion(string Text, int Rows, IReadOnlyList<RegionCode> Candidates);

/// <summary>A text that is no term of its taxonomy.</summary>
/// <param name="Taxonomy">The taxonomy.</param>
/// <param name="Text">The text; empty where a term must be said and no column says it.</param>
/// <param name="Rows">In how many rows it stands.</param>
public sealed record TermQuestion(Code Taxonomy, string Text, int Rows);
