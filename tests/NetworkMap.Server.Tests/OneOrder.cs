using System.Security.Cryptography;
using System.Text;
using NetworkMap.Server.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(OneOrder))]
[assembly: TestClassOrderer(typeof(OneOrder))]
[assembly: TestMethodOrderer(typeof(OneOrder))]
[assembly: TestCaseOrderer(typeof(OneOrder))]

namespace NetworkMap.Server.Tests;

/// <summary>
/// The order in which tests run: shuffled, and the same wherever the code lies. The order of xunit follows from the folder of the
/// assembly, so that a test that leans on another of its class passes in one checkout and fails in the next. The number in
/// NETWORKMAP_TEST_ORDER shuffles anew; none counts as 0.
/// </summary>
public sealed class OneOrder : ITestCollectionOrderer, ITestClassOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    static readonly string Seed = Environment.GetEnvironmentVariable("NETWORKMAP_TEST_ORDER") is { Length: > 0 } given ? given : "0";

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        Shuffled(testCollections, c => c.TestCollectionDisplayName);

    public IReadOnlyCollection<T?> OrderTestClasses<T>(IReadOnlyCollection<T?> testClasses) where T : notnull, ITestClass =>
        Shuffled(testClasses, c => c?.TestClassName);

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods) where T : notnull, ITestMethod =>
        Shuffled(testMethods, m => m?.MethodName);

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases) where T : notnull, ITestCase =>
        Shuffled(testCases, c => c.TestCaseDisplayName);

    static List<T> Shuffled<T>(IReadOnlyCollection<T> ordered, Func<T, string?> name) =>
        [.. ordered.OrderBy(o => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed} {name(o)}"))), StringComparer.Ordinal)];
}
