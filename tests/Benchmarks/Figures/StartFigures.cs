using NetworkMap.Benchmarks.Network;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>The program itself: from its start as a process to <c>/health/ready</c>, and the memory that it then has.</summary>
internal static class StartFigures
{
    internal static readonly Figure[] All =
    [
        new("start to ready, big network", "s", 10, null, stage => OnStoreAsync(stage, s => new Measured(s.Seconds, null, $"{s.ProcessorSeconds:0.0} s of processor time"))),
        new("memory of the process, big network", "MB", 700, null, stage => OnStoreAsync(stage, s => new Measured(s.Megabytes, null, $"at most {s.MostMegabytes:0} MB on the way"))),
        new("start to ready, demonstration network", "s", 2, null, _ => DemonstrationAsync(again: true)),
        new("first start with the seed, demonstration network", "s", null, null, _ => DemonstrationAsync(again: false)),
    ];

    private static async Task<Measured> OnStoreAsync(Stage stage, Func<Started, Measured> tell)
    {
        var copy = BigStore.Copy(await stage.FolderAsync());
        try
        {
            return tell(await Started.OfAsync(copy));
        }
        finally
        {
            BigStore.Remove(copy);
        }
    }

    private static async Task<Measured> DemonstrationAsync(bool again)
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-benchmarks-").FullName;
        try
        {
            var first = await Started.OfAsync(folder);
            if (!again)
            {
                return new Measured(first.Seconds, null, $"{first.ProcessorSeconds:0.0} s of processor time");
            }

            var later = new List<Started>();
            for (var i = 0; i < 5; i++)
            {
                later.Add(await Started.OfAsync(folder));
            }

            return Measured.Of([.. later.Select(l => l.Seconds)], $"{later.Average(l => l.ProcessorSeconds):0.0} s of processor time, {later.Average(l => l.Megabytes):0} MB");
        }
        finally
        {
            BigStore.Remove(folder);
        }
    }
}
