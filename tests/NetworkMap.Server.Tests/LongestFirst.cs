using NetworkMap.Server.Tests;
using NetworkMap.Server.Tests.Stores;
using Xunit.v3;

[assembly: TestCollectionOrderer<LongestFirst>]

namespace NetworkMap.Server.Tests;

/// <summary>Begins with the collections whose tests take turns, the longest first: what cannot be divided would otherwise run on alone at the end, beside a processor with nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Turns = [Neo4jServer.Name, DemonstrationCollection.Name];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.IndexOf(Turns, collection.TestCollectionDisplayName) is var at and >= 0 ? at : Turns.Length)
            .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];
}
