using System.Diagnostics;
using BenchmarkDotNet.Running;
using NetworkMap.Benchmarks.Network;

namespace NetworkMap.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Benchmarks -- --filter '*Name*'</c></summary>
internal static class Start
{
    public static void Main(string[] args)
    {
        if (args is ["try", var n, ..])
        {
            var watch = Stopwatch.StartNew();
            var big = BigNetwork.InRepository(int.Parse(n));
            Console.WriteLine($"ctor {watch.ElapsedMilliseconds}");
            watch.Restart();
            if (args.Length > 2) { Console.WriteLine(big.Hash() + " " + watch.ElapsedMilliseconds); watch.Restart(); }
            var before = GC.GetTotalMemory(true);
            var snapshot = big.Snapshot();
            Console.WriteLine($"snapshot {watch.ElapsedMilliseconds} gen0 {GC.CollectionCount(0)} gen1 {GC.CollectionCount(1)} gen2 {GC.CollectionCount(2)} pause {GC.GetTotalPauseDuration()}");
            var after = GC.GetTotalMemory(true);
            Console.WriteLine($"bytes {(after - before) / 1e6:0.0} MB; orgs {snapshot.Full.OrganizationLimit} ties {snapshot.Full.TieLimit}");
            var max = 0;
            for (var i = 0; i < snapshot.Full.OrganizationLimit; i++) max = Math.Max(max, snapshot.Full.LinksOf(i).Length);
            Console.WriteLine($"max degree {max}");
            GC.KeepAlive(big);
            return;
        }
        if (args is ["parts", var m]) { Try.Parts(int.Parse(m)); return; }
        if (args is ["fill", var k]) { Console.WriteLine(BigStore.FolderAsync(int.Parse(k), default).GetAwaiter().GetResult()); return; }
        BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly).Run(args);
    }
}
