using System.Diagnostics;
using NetworkMap.Benchmarks.Network;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Writing;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>Changes through the writer into a real store that holds the big network.</summary>
internal static class WritingFigures
{
    private const int Writers = 256;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(6);
    private static readonly ProvenanceDraft Told = new() { Source = "a measurement", AssertedBy = "akun-001", Example = true };

    internal static readonly Figure[] All =
    [
        new("one change, from request to durable to swapped", "ms", 2, 8, stage => OnStoreAsync(stage, OneByOneAsync)),
        new("256 concurrent writers, acknowledged changes", "changes/s", 4000, null, stage => OnStoreAsync(stage, TogetherAsync)),
    ];

    private static async Task<Measured> OnStoreAsync(Stage stage, Func<BigStore, Task<Measured>> measure)
    {
        var copy = BigStore.Copy(await stage.FolderAsync());
        try
        {
            await using var opened = await BigStore.OpenAsync(copy, CancellationToken.None);
            GC.Collect();
            return await measure(opened);
        }
        finally
        {
            BigStore.Remove(copy);
        }
    }

    private static async Task<Measured> OneByOneAsync(BigStore opened)
    {
        var ids = Living(opened);
        var dice = Dice.Of(1, "changes", 0);
        var times = new List<double>();
        for (var i = 0; i < 1_200; i++)
        {
            var decision = Change(opened, ids, ref dice);
            var began = Stopwatch.GetTimestamp();
            var outcome = await opened.Writer.WriteAsync(new WriteRequest(decision, new Attribution("akun-001", "a measurement"), OfTheHouse: true), CancellationToken.None);
            if (!outcome.IsRefused && i >= 200)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return Measured.Of([.. times], $"{times.Count} changes; of which one fsync of this disk takes {Fsync():0.00} ms, and a change two");
    }

    private static async Task<Measured> TogetherAsync(BigStore opened)
    {
        var ids = Living(opened);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(opened, ids, w, TimeSpan.FromSeconds(2))));
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(opened, ids, w + Writers, Busy)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        return new Measured(counts.Sum(c => c.Acknowledged) / seconds, null, $"{counts.Sum(c => c.Refused)} refused; {processor.TotalSeconds / seconds:0.0} cores busy");
    }

    private static async Task<(int Acknowledged, int Refused)> WriteAsync(BigStore opened, Guid[] ids, int writer, TimeSpan time)
    {
        await Task.Yield();
        var dice = Dice.Of(2, "writer", writer);
        var (acknowledged, refused) = (0, 0);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            var outcome = await opened.Writer.WriteAsync(new WriteRequest(Change(opened, ids, ref dice), new Attribution("akun-001"), OfTheHouse: true), CancellationToken.None);
            (acknowledged, refused) = (acknowledged + (outcome.IsRefused ? 0 : 1), refused + (outcome.IsRefused ? 1 : 0));
        }

        return (acknowledged, refused);
    }

    /// <summary>A tie that is proposed, or an organization with another purpose, in turn.</summary>
    private static Decision Change(BigStore opened, Guid[] ids, ref Dice dice)
    {
        if (dice.Chance(0.5))
        {
            var (one, other) = (dice.Pick(ids).ToString("D"), dice.Pick(ids).ToString("D"));
            return Edits.Create(new TieDraft { Id = dice.Id().ToString("D"), Type = "partners_with", From = one, To = other, Audience = "public", Status = "proposed", Provenance = Told });
        }

        var organization = opened.View.Latest.Full.Organization(new OrganizationId(dice.Pick(ids)))!;
        var draft = (OrganizationDraft)organization.ToDraft() with { Purpose = $"Purpose {dice.Next():x}" };
        return Edits.Change(draft, organization.Version);
    }

    private static Guid[] Living(BigStore opened) =>
        [.. opened.View.Latest.Full.All(ElementKind.Organization).Cast<Organization>().Where(o => o.Retired is null).Select(o => o.Id.Value)];

    /// <summary>What the disk itself takes to make one small write durable, in milliseconds.</summary>
    private static double Fsync()
    {
        var path = Path.GetTempFileName();
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var bytes = new byte[4096];
        return Measured.Of(200, i =>
        {
            RandomAccess.Write(file, bytes, i * 4096L);
            RandomAccess.FlushToDisk(file);
        }).Median;
    }
}
