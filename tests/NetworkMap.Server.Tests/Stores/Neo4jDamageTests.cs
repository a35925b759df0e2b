using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What becomes of a Neo4j store whose nodes are not as they were written.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jDamageTests(Neo4jServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MATCH (c:Changeset {sequence: 2}) SET c.text = replace(c.text, 'Organization 2', 'Organization 7')", "log entry 2")]
    [InlineData("MATCH (c:Changeset {sequence: 2}) DETACH DELETE c", "log entry 2")]
    [InlineData("MATCH (n:Organization {name: 'Organization 2'}) DETACH DELETE n", "current graph")]
    [InlineData("MATCH (n:Organization {name: 'Organization 2'}) SET n:Service", "service/")]
    [InlineData("CREATE (:Element:Organization {id: 'planted', ref: 'organization/planted', version: 1, sequence: 1})", "organization/planted")]
    [InlineData("MATCH (k:SealingKey {sequence: 2}) SET k.wrapped = 'AAAA' + substring(k.wrapped, 4)", "sealing key")]
    [InlineData("MATCH (k:SealingKey {sequence: 2}) DELETE k", "sealing keys")]
    public async Task Damage_is_named(string damage, string record)
    {
        await using var store = await FilledAsync();
        await server.RunAsync(damage);
        var found = await Assert.ThrowsAsync<DamagedException>(async () =>
        {
            await store.KeysAsync(Cancellation).ToListAsync(Cancellation);
            await store.RowsAsync(Cancellation);
        });
        Assert.Contains(record, found.Record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET n.version = 7")]
    [InlineData("SET n.sequence = 1")]
    [InlineData("REMOVE n.version, n.sequence")]
    [InlineData("SET n.name = 'another', n.actorKind = 'company'")]
    public async Task A_node_that_was_changed_by_hand_is_not_what_servers_answer(string damage)
    {
        await using var store = await FilledAsync();
        var before = await store.RowsAsync(Cancellation);
        await server.RunAsync($"MATCH (n:Organization {{name: 'Organization 2'}}) {damage}");
        var after = await store.RowsAsync(Cancellation);
        Assert.Equal(Told(before), Told(after));
    }

    [Theory]
    [InlineData("MATCH (c:Changeset {sequence: 3}) DETACH DELETE c", "ends at 3")]
    [InlineData("MATCH (c:Changeset {sequence: 3}) SET c.hash = 'ab'", "ends at 3")]
    [InlineData("MATCH (s:Schema) SET s.version = 99", "newer than schema")]
    public async Task A_log_that_does_not_end_where_it_says_and_a_newer_schema_are_refused(string damage, string told)
    {
        await (await FilledAsync()).DisposeAsync();
        try
        {
            await server.RunAsync(damage);
            Assert.Contains(told, (await Assert.ThrowsAsync<StoreFailedException>(server.OpenAsync)).Message, StringComparison.Ordinal);
        }
        finally
        {
            await server.RunAsync("MATCH (s:Schema) DELETE s");
        }
    }

    private async Task<INetworkStore> FilledAsync()
    {
        Neo4jServer.Require();
        await server.EmptyAsync();
        var store = await server.OpenAsync();
        var story = new Story(store.Head);
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [.. Enumerable.Range(1, 3).Select(n => story.Create(n))], Cancellation));
        return store;
    }

    private static IEnumerable<string> Told(IEnumerable<ElementRow> rows) => rows.Select(r => $"{r.Element} {r.Version} {r.Sequence} {Convert.ToHexString(r.Body!)}").Order(StringComparer.Ordinal);
}
