using System.Globalization;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>When, where and how many backups are made by the server itself: the settings <c>Backup:To</c>, <c>Backup:Hours</c> and <c>Backup:Keep</c>.</summary>
/// <param name="To">The folder that holds them.</param>
/// <param name="Every">How long from one to the next.</param>
/// <param name="Keep">How many are kept.</param>
internal sealed record BackupPlan(string To, TimeSpan Every, int Keep)
{
    private const int UsualHours = 24;
    private const int UsualKept = 14;

    /// <summary>The plan of the settings, null where none is made; throws <see cref="InvalidDataException"/> when it cannot be kept.</summary>
    internal static BackupPlan? Of(IConfiguration settings)
    {
        if (settings["Backup:To"] is not { Length: > 0 } to)
        {
            return settings["Backup:Hours"] is null && settings["Backup:Keep"] is null ? null : throw new InvalidDataException("Backup:Hours and Backup:Keep need Backup:To, the folder that backups are made in.");
        }

        return StoreChoice.IsNeo4j(settings)
            ? throw new InvalidDataException("Backup:To is for a network in a file. Neo4j makes its own backups; `copy` into a folder makes one of a network that goes on.")
            : BackupNote.Fault(Path.GetFullPath(to)) is { } fault ? throw new InvalidDataException("Backup:To: " + fault)
            : new BackupPlan(Path.GetFullPath(to), TimeSpan.FromHours(Number(settings, "Backup:Hours", UsualHours)), Number(settings, "Backup:Keep", UsualKept));
    }

    private static int Number(IConfiguration settings, string name, int absent) =>
        settings[name] is not { } text ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000 ? number
        : throw new InvalidDataException($"{name} is '{text}'; it has to be a whole number from 1 to 10000.");
}

/// <summary>Makes backups by a plan while the server serves, from when it is ready: a network whose seed is still being loaded is none to keep. One that could not be made is told in the log, and tried again a quarter of an hour later.</summary>
internal sealed class ScheduledBackup(BackupPlan? plan, string data, Func<Guid> network, Func<bool> isReady, TimeProvider clock, ILogger<ScheduledBackup> log) : BackgroundService
{
    private static readonly TimeSpan Looking = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    /// <summary>Makes one when the newest of this network is old enough; one that says it is of the future is passed over. False when none is due.</summary>
    internal async Task<bool> TryAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (plan is null || BackupNote.In(plan.To).Any(b => b.Note.Log == network() && b.Note.At <= now && now - b.Note.At < plan.Every))
        {
            return false;
        }

        var folder = Path.Combine(plan.To, BackupNote.FolderOf(now));
        var note = await SqliteBackup.WriteAsync(data, folder, now, (_, _) => { }, cancellation);
        var gone = BackupNote.Keep(folder, note, plan.Keep);
        log.LogInformation("A backup of {Changes} changes was made in {Folder}; {Gone} old ones were taken away.", note.Sequence, folder, gone);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (plan is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Looking, clock);
        var notBefore = DateTimeOffset.MinValue;
        do
        {
            try
            {
                if (isReady() && clock.GetUtcNow() >= notBefore)
                {
                    await TryAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (failure is StoreFailedException or IOException or UnauthorizedAccessException)
            {
                notBefore = clock.GetUtcNow() + Again;
                log.LogError("A scheduled backup could not be made; it is tried again in {Minutes} minutes. {Why}", Again.TotalMinutes, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
