using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>What went wrong with a Neo4j server, said with what helps.</summary>
internal static class Neo4jFailure
{
    internal static StoreFailedException Of(Exception failure, Neo4jSettings settings) => new(Message(failure, settings), failure);

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
