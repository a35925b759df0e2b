namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>How statements reach a Neo4j server; the one thing in which HTTP and Bolt differ.</summary>
public interface ICypher : IAsyncDisposable
{
    /// <summary>Runs a statement in a transaction of its own and gives its rows. Values are text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// null, and lists of them; parameters may also be maps. Throws <see cref="CypherException"/> when the server refused and nothing was committed, <see cref="CypherAwayException"/> when no answer came, so that nobody
    /// knows yet.</summary>
    Task<IReadOnlyList<object?[]>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, TimeSpan patience, CancellationToken cancellation);
}

/// <summary>The server refused a statement; nothing of it was committed.</summary>
/// <param name="code">Neo4j's own, such as <c>Neo.ClientError.Schema.ConstraintValidationFailed</c>.</param>
/// <param name="message">Neo4j's words.</param>
public sealed class CypherException(string code, string message) : Exception($"{message} ({code})")
{
    /// <summary>Neo4j's code.</summary>
    public string Code { get; } = code;

    /// <summary>True when the same statement may well be carried out a moment later.</summary>
    public bool IsTransient => Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) || Code is "Neo.DatabaseError.General.UnknownError" or "Neo.ClientError.Cluster.NotALeader";
}

/// <summary>No answer came: the server is not there, does not answer in time, or is no Neo4j. Whether the statement was carried out is not known.</summary>
public sealed class CypherAwayException(string message, Exception? inner = null) : Exception(message, inner);
