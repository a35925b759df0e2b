using BenchmarkDotNet.Running;
using NetworkMap.Benchmarks.Figures;
using NetworkMap.Benchmarks.Live;
using NetworkMap.Benchmarks.Network;

namespace NetworkMap.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Benchmarks -- figures</c> measures what the product promises, <c>live</c> the fan-out, <c>cypher URL</c> the way to a Neo4j server, <c>shared URL</c> two servers on one, <c>imports N</c> where the time of a large import goes; without a verb BenchmarkDotNet takes over
/// (<c>-- --filter '*Name*'</c>).</summary>
internal static class Start
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["figures", ..]:
                return await Table.RunAsync(args);
            case ["live", ..]:
                return await LiveFanOut.RunAsync(args);
            case ["cypher", var url]:
                return await CypherFigures.RunAsync(url);
            case ["shared", var url, .. var options]:
                return await SharedServers.RunAsync(url, options);
            case ["imports", .. var size]:
                return await ImportFigures.RunAsync(size is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 200_000);
            case ["hash", var organizations]:
                Console.WriteLine(BigNetwork.InRepository(int.Parse(organizations, System.Globalization.CultureInfo.InvariantCulture)).Hash());
                return 0;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly).Run(args);
                return 0;
        }
    }
}
