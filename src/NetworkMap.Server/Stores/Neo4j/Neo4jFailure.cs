using System.Globalization;
using System.Security.Authentication;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>What went wrong with a Neo4j server, said with what helps.</summary>
internal static class Neo4jFailure
{
    internal static StoreFailedException Of(Exception failure, Neo4jSettings settings) => new(Message(failure, settings), failure);

    /// <summary>No answer came.</summary>
    internal static CypherAwayException Away(Neo4jSettings settings, string what, Exception? inner = null) => new($"Neo4j at {settings} cannot be reached: {what}.", inner);

    /// <summary>No answer came, for a reason that lies between here and there. A certificate that is not trusted is told as such.</summary>
    internal static CypherAwayException Away(Neo4jSettings settings, Exception failure)
    {
        var cause = failure;
        while (cause.InnerException is { } inner && cause is not AuthenticationException)
        {
            cause = inner;
        }

        var what = cause.Message.TrimEnd('.');
        return Away(settings, cause is AuthenticationException ? $"no encrypted connection was made, since who answers there is not whom this machine trusts ({what})" : what, failure);
    }

    /// <summary>No answer came in time.</summary>
    internal static CypherAwayException Late(Neo4jSettings settings, TimeSpan patience, Exception late) =>
        Away(settings, string.Create(CultureInfo.InvariantCulture, $"no answer within {patience.TotalSeconds:0.#} s"), late);

    private static string Message(Exception failure, Neo4jSettings settings) => failure is not CypherException { Code: var code } ? failure.Message : code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" or "Neo.ClientError.Security.CredentialsExpired" =>
            $"Neo4j at {settings} does not accept who asks. Give the settings Neo4j:User and Neo4j:Password, or Neo4j:Token, such as by the environment variables Neo4j__User and Neo4j__Password.",
        "Neo.ClientError.Security.AuthenticationRateLimit" =>
            $"Neo4j at {settings} was asked with a wrong password too often and wants a pause of some seconds. Correct Neo4j:User and Neo4j:Password, then try again.",
        "Neo.ClientError.Security.Forbidden" => $"The user may not do what is needed in Neo4j at {settings}: reading, writing and making constraints and indexes. {failure.Message}",
        "Neo.ClientError.Database.DatabaseNotFound" => $"Neo4j at {settings} has no such database. Choose one with the setting Neo4j:Database.",
        "Neo.ClientError.Statement.SyntaxError" => $"Neo4j at {settings} does not understand a statement of this program, which needs Neo4j 5.26 or later. {failure.Message}",
        _ => $"Neo4j at {settings} refused: {failure.Message}",
    };
}
