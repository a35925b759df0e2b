using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Live;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Imports;

/// <summary>A file with its plan, and what is known of its source.</summary>
internal sealed record Imported(BroughtFile Brought, string Source, Kept<SourceMemory>? Known, ImportSettings Settings, ImportPlan Plan);

/// <summary>Reads a file that somebody brings and plans what would become of it. One is planned at a time in a process, and few may wait, since large ones take much memory.</summary>
internal sealed class ImportWork(NetworkView view, Past past, LogReader log, INetworkStore store, ChangesetId ids, AccountVault vault, LongWork work, TimeProvider clock) : IDisposable
{
    private const int Waiting = 4;

    /// <summary>So many places are remembered of a source; beyond that only those of its last file.</summary>
    private const int MostSaid = 400_000;

    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>Why the caller may not bring files; null when she may. A file is compared with the whole network, so it is for who may see all of it.</summary>
    internal static Refusal? Closed(HttpContext context)
    {
        var caller = Caller.Of(context);
        return caller.Previewer is not null ? Refusal.Of("preview_only_looks", "")
            : caller.Account is null ? Refusal.Of("steward_only", "")
            : !caller.IsSteward || caller.By is { IsLimited: true } ? Refusal.Of("import_not_permitted", "")
            : null;
    }

    /// <summary>The plan for the file of a request, and what is done with it while no other file is in hand. How far it is can be heard under the id that the request gives its work.</summary>
    internal async Task<IResult> WithAsync(HttpContext context, Func<Imported, WorkProgress, Task<IResult>> use)
    {
        if (Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var name = context.Request.Query[ImportRoutes.Work.Name].LastOrDefault() is { } text ? Ids.Parse(text) : default(Outcome<Guid>?);
        if (name is { IsRefused: true } unnamed)
        {
            return Problems.Refused([.. unnamed.Refusals.Select(r => r.Under(ImportRoutes.Work.Name))], context);
        }

        using var running = work.Begin(Caller.Of(context).Account, name?.Value);
        try
        {
            var result = await InTurnAsync(context, running.Progress, use);
            running.Progress.End(WorkStage.Done);
            return result;
        }
        catch (Exception)
        {
            running.Progress.End(WorkStage.Stopped);
            throw;
        }
    }

    private async Task<IResult> InTurnAsync(HttpContext context, WorkProgress progress, Func<Imported, WorkProgress, Task<IResult>> use)
    {
        if (Interlocked.Increment(ref waiting) > Waiting)
        {
            Interlocked.Decrement(ref waiting);
            return Problems.Refused(Refusal.Of("too_many_requests", ""), context);
        }

        try
        {
            // Before its turn: a file may come over a slow line.
            var read = await BroughtFile.ReadAsync(context.Request, progress, context.RequestAborted);
            progress.Begin(WorkStage.Waiting);
            await turn.WaitAsync(context.RequestAborted);
            try
            {
                var planned = read.TryValue(out var brought) ? await PlanAsync(brought, Caller.Of(context).Account!, progress, context.RequestAborted) : Outcome.Refused<Imported>(read.Refusals);
                return planned.TryValue(out var imported) ? await use(imported, progress) : Problems.Refused(planned.Refusals, context);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Remembers what was decided, for the next file of the source, and where the record stood when file and network agreed.</summary>
    internal async Task RememberAsync(Imported imported, Accepted accepted, CancellationToken cancellation)
    {
        for (var known = imported.Known; ; known = await vault.FindAsync<SourceMemory>(SourceMemory.IdOf(imported.Source), cancellation))
        {
            var before = known?.Value ?? SourceMemory.None;
            var said = new Dictionary<string, string>(before.Said, StringComparer.Ordinal);
            if (said.Count > MostSaid)
            {
                said.Clear();
            }

            foreach (var (place, settled) in imported.Plan.Said)
            {
                said[place] = settled;
            }

            var memory = new SourceMemory(imported.Settings.Lasting() with { Source = imported.Source, Rows = RowsOf(imported) }, before.Times + (accepted.Changed ? 1 : 0), accepted.Changed ? accepted.Sequence : before.Sequence, said);
            if (await vault.WriteAsync(cancellation, vault.Put(new Kept<SourceMemory>(SourceMemory.IdOf(imported.Source), memory) { Version = known?.Version ?? 0 })) == AccountWrite.Written)
            {
                return;
            }
        }
    }

    /// <summary>Which elements rows are that were known by anything but their ids: next time by that.</summary>
    private static Dictionary<string, string> RowsOf(Imported imported)
    {
        var rows = (imported.Settings.Rows ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(r => r.Value != "new").ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        foreach (var row in imported.Plan.Rows.Where(r => r is { IsKnown: true, Element: not null } && r.List.Part is null && r.Key.Contains('#', StringComparison.Ordinal)))
        {
            rows.TryAdd(row.Key, row.Element!.Value.Id);
        }

        return rows;
    }

    private async Task<Outcome<Imported>> PlanAsync(BroughtFile brought, string account, WorkProgress progress, CancellationToken cancellation)
    {
        progress.Begin(WorkStage.Reading);
        var checks = new Checks();
        var source = checks.OptionalText("source", brought.Settings.Source, ImportSettings.LongestSource) ?? checks.Text("source", brought.Name, ImportSettings.LongestSource);
        var read = await FileReader.ReadAsync(brought.Name, brought.Content, ReadingLimits.Usual, cancellation);
        if (checks.Refusals.Count > 0 || !read.TryValue(out var file))
        {
            return Outcome.Refused<Imported>([.. checks.Refusals, .. read.Refusals]);
        }

        var known = await vault.FindAsync<SourceMemory>(SourceMemory.IdOf(source), cancellation);
        var memory = known?.Value ?? SourceMemory.None;
        var settings = brought.Settings.Over(memory.Settings);
        var sequence = 0L;
        var left = ExportMark.Of(file) is { } id && ids.Read(id).TryValue(out sequence) ? await past.AtAsync(sequence, cancellation) : default(Outcome<NetworkSnapshot>);
        if (left is { IsRefused: true })
        {
            return Outcome.Refused<Imported>(left.Refusals);
        }

        var erased = left is null ? [] : await ErasedSinceAsync(sequence, cancellation);
        var said = await WasTakenBackAsync(memory.Sequence, cancellation) ? SourceMemory.None.Said : memory.Said;
        var ground = new ImportGround(source, account, Today.By(clock), memory.Times, left?.Value.Full, erased, said);
        var graph = view.Latest.Full;
        return await Task.Run(() => Outcome.Made(new Imported(brought, source, known, settings, Planner.Plan(file, graph, settings, ground, progress, cancellation))), cancellation);
    }

    /// <summary>The elements of which personal data was erased since a change.</summary>
    private async Task<HashSet<string>> ErasedSinceAsync(long sequence, CancellationToken cancellation)
    {
        var since = (await log.FindShortAsync(sequence, cancellation))?.At ?? default;
        var erased = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var erasure in store.ErasuresAsync(cancellation))
        {
            if (erasure.At >= since)
            {
                erased.Add(erasure.Of);
            }
        }

        return erased;
    }

    /// <summary>True when the last file of a source was taken back: then nothing of what it said is settled any more.</summary>
    private async Task<bool> WasTakenBackAsync(long import, CancellationToken cancellation)
    {
        if (import > 0)
        {
            await foreach (var change in log.BackAsync(long.MaxValue, sequence => sequence <= import, cancellation))
            {
                if (change.Attribution.Reverts == import)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
