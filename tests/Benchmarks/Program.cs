using BenchmarkDotNet.Running;

namespace NetworkMap.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Benchmarks -- --filter '*Name*'</c></summary>
internal static class Start
{
    public static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly).Run(args);
}
