using NetworkMap.Server.Stores.Neo4j;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What holds of every transport to a real server: of the one that <c>NETWORKMAP_NEO4J_URL</c> asks for.</summary>
[Collection(Neo4jServer.Name)]
public sealed class CypherTests(Neo4jServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_come_back_as_they_were_sent()
    {
        var list = new List<object?> { 1L, "two", null, new List<object?> { 3.0, true } };
        object?[] sent = ["'\"\\ é 🧵", 9_007_199_254_740_993L, -7, 0.1, 2.0, 1e300, true, false, null, list, new List<object?>()];
        var row = Assert.Single(await server.RunAsync($"RETURN {string.Join(", ", sent.Select((_, i) => $"$p{i}"))}", [.. sent.Select((value, i) => ($"p{i}", value))]));
        Assert.Equal(sent.Select(value => value is int whole ? (long)whole : value), row);
        Assert.Equal(sent.Select(value => value is int ? typeof(long) : value?.GetType()), row.Select(value => value?.GetType()));
    }

    [Fact]
    public async Task Maps_arrive_as_such_and_what_is_no_value_is_told_before_anything_is_sent()
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal) { ["names"] = new[] { "a", "b" }, ["inner"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["longitude"] = 110.42, ["latitude"] = -7 } };
        Assert.Equal(["b", "wgs-84", -7.0], Assert.Single(await server.RunAsync("RETURN $map.names[1], point($map.inner).crs, point($map.inner).y", ("map", map))));
        await Assert.ThrowsAsync<ArgumentException>(() => server.RunAsync("RETURN $day", ("day", new DateOnly(2026, 3, 1))));
    }

    [Fact]
    public async Task All_rows_of_a_long_answer_come()
    {
        var rows = await server.RunAsync("UNWIND range(1, 12345) AS n RETURN n, toString(n)");
        Assert.Equal(Enumerable.Range(1, 12345).Select(n => (long)n), rows.Select(row => (long)row[0]!));
        Assert.Empty(await server.RunAsync("MATCH (n:NobodyHasThis) RETURN n.name"));
    }

    [Theory]
    [InlineData("RETURN 1 +", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("CREATE (:Planted) WITH 1 AS one RETURN one / 0", "Neo.ClientError.Statement.ArithmeticError")]
    [InlineData("UNWIND [1, 1] AS n CREATE (:Planted:Changeset {sequence: n})", "Neo.ClientError.Schema.ConstraintValidationFailed")]
    [InlineData("RETURN $missing", "Neo.ClientError.Statement.ParameterMissing")]
    public async Task A_refusal_has_its_code_and_nothing_was_committed(string statement, string code)
    {
        await using (await server.OpenAsync())
        {
            // It makes the constraints.
        }

        Assert.Equal(code, (await Assert.ThrowsAsync<CypherException>(() => server.RunAsync(statement))).Code);
        Assert.Empty(await server.RunAsync("MATCH (n:Planted) RETURN n.sequence"));
    }

    [Fact]
    public async Task Who_loses_patience_or_turns_away_is_not_kept_waiting_and_the_next_is_answered()
    {
        Neo4jServer.Require();
        await using var cypher = CypherTransport.Open(Neo4jServer.Settings!);
        var nothing = new Dictionary<string, object?>(StringComparer.Ordinal);
        const string slow = "UNWIND range(1, 40000000) AS n WITH n WHERE n % 7 = 8 RETURN count(n)";
        var late = await Assert.ThrowsAsync<CypherAwayException>(() => cypher.RunAsync(slow, nothing, TimeSpan.FromMilliseconds(50), Cancellation));
        Assert.Contains("no answer within", late.Message, StringComparison.Ordinal);

        using var turned = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cypher.RunAsync(slow, nothing, TimeSpan.FromSeconds(30), turned.Token));
        Assert.Equal(1L, Assert.Single(await cypher.RunAsync("RETURN 1", nothing, Patience.Limit, Cancellation))[0]);
    }
}
