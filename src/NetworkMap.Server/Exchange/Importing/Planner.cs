using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Says what would become of a file. It reads the whole network, so it is for who may see all of it. The same file on the same network gives the same plan.</summary>
/// <remarks>A row that is known is changed only where the file says something else than when both last agreed (<see cref="ImportGround"/>); where the network was changed meanwhile as well,
/// that is a conflict. What is missing in a file takes nothing away.</remarks>
internal sealed partial class Planner
{
    private const int Samples = 4;

    /// <summary>Units stand so deep under one another at most, where the file has them in another order.</summary>
    private const int MostRounds = 30;

    private readonly NetworkGraph graph;
    private readonly ImportSettings settings;
    private readonly ImportGround ground;
    private readonly RegionTexts regions;
    private readonly TermReader terms;
    private readonly Recognition recognition;
    private readonly List<RowInHand> rows = [];
    private readonly Dictionary<ElementRef, ElementInHand> elements = [];
    private readonly Dictionary<ElementRef, JsonObject?> lefts = [];
    private readonly WorkProgress progress;
    private readonly CancellationToken cancellation;

    private Planner(ReadFile file, NetworkGraph graph, ImportSettings settings, ImportGround ground, WorkProgress progress, CancellationToken cancellation)
    {
        (this.graph, this.settings, this.ground, this.progress, this.cancellation) = (graph, settings, ground, progress, cancellation);
        regions = new RegionTexts(graph, settings.Regions);
        terms = new TermReader(graph, TermsOf(file), settings.Terms);
        recognition = new Recognition(graph, settings, ground);
    }

    /// <summary>The plan for a file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="graph">The whole network.</param>
    /// <param name="settings">What was decided.</param>
    /// <param name="ground">On what ground the rows are read.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops it; nothing was written.</param>
    internal static ImportPlan Plan(ReadFile file, NetworkGraph graph, ImportSettings settings, ImportGround ground, WorkProgress progress, CancellationToken cancellation) =>
        new Planner(file, graph, settings, ground, progress, cancellation).Make(file);

    private ImportPlan Make(ReadFile file)
    {
        var taken = file.Tables.Select(Taken).ToList();
        progress.Begin(WorkStage.Reading, taken.Where(t => t.List is not null).Sum(t => (long)t.Table.RowCount));
        var planned = taken.ConvertAll(t => t.List is null ? t : ReadTable(t));

        ReadCodings();
        progress.Begin(WorkStage.Recognizing, rows.Count);
        foreach (var list in TargetList.All)
        {
            Compose([.. rows.Where(r => r.Row.List == list)]);
        }

        var (entered, revisions) = Judge();
        return new ImportPlan(file, planned, [.. rows.Select(r => r.Row)], entered, new ImportQuestions(regions.Questions, terms.Questions))
        {
            Name = NameOf(entered),
            Said = Said(),
            Widening = [.. ManyEdits.Widening(graph, revisions).Select(r => r.Element)],
        };
    }

    /// <summary>What a table and its columns are taken to be, as it was decided, or as it looks.</summary>
    private PlannedTable Taken(ReadTable table)
    {
        var decided = settings.Tables?.GetValueOrDefault(table.Name);
        var list = decided?.List is { } name ? TargetList.Find(name) : table.Hidden || ExportMark.Is(table) ? null : Headings.ListOf(table);
        var targets = list is null ? new string?[table.Columns.Count] : Headings.Guess(list, table.Columns);
        for (var i = 0; i < targets.Length && list is not null; i++)
        {
            if (decided?.Columns?.TryGetValue(table.Columns[i].Letter, out var target) == true)
            {
                targets[i] = target.Length > 0 && list.Has(target) ? target : null;
            }
        }

        return new PlannedTable(table, list, targets, 0, []);
    }

    /// <summary>The terms that a file brings itself, so that its other tables can be read by their labels.</summary>
    private static IEnumerable<(Code Taxonomy, Code Code, IEnumerable<string?> Labels)> TermsOf(ReadFile file)
    {
        foreach (var table in file.Tables)
        {
            if (Headings.ListOf(table) is not { Name: "terms" } list)
            {
                continue;
            }

            var targets = Headings.Guess(list, table.Columns);
            string? Of(ReadRow row, string target) => Array.IndexOf(targets, target) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at].Text : null;
            foreach (var row in table.Rows)
            {
                if (Code.Parse(Of(row, "taxonomy")).TryValue(out var taxonomy) && Code.Parse(Of(row, "code")).TryValue(out var code))
                {
                    yield return (taxonomy, code, [Of(row, "labelId"), Of(row, "labelEn")]);
                }
            }
        }
    }

    /// <summary>Rows of one list. Units come after the unit above them, wherever that stands.</summary>
    private void Compose(List<RowInHand> all)
    {
        var left = all;
        for (var round = 0; left.Count > 0; round++)
        {
            var ready = round >= MostRounds ? left : left.FindAll(r => !r.Texts.TryGetValue("parent", out var parent) || recognition.Referred(ElementKind.Unit, parent).Count > 0);
            ready = ready.Count > 0 ? ready : left;
            foreach (var row in ready)
            {
                cancellation.ThrowIfCancellationRequested();
                Compose(row);
                progress.Step();
            }

            left = [.. left.Except(ready, ReferenceEqualityComparer.Instance).Cast<RowInHand>()];
        }

        foreach (var (element, part) in parts.Keys.Where(k => all is [var one, ..] && one.Row.List.Part == k.Part).ToList())
        {
            ComposeParts(element, part, parts[(element, part)]);
        }
    }

    /// <summary>What the source will have said: of every row that comes in, or says nothing new. Of our own workbook only what was changed in it.</summary>
    private Dictionary<string, string> Said()
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, settled) in rows.Where(r => r.Row.Verdict is RowVerdict.Unchanged or RowVerdict.Create or RowVerdict.Update).SelectMany(r => r.Settled))
        {
            said[place] = settled;
        }

        return said;
    }

    private static string NameOf(IReadOnlyList<Entered> entered)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in entered)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{one.Draft.GetType().Name} {one.From}\n"));
            hash.AppendData(ElementText.ToBytes(one.Draft));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
