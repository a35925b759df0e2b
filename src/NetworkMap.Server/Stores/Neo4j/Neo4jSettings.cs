namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Where a Neo4j server is and who asks. No record: what it prints must never hold a password.</summary>
public sealed class Neo4jSettings
{
    /// <summary>Its address: <c>http</c> or <c>https</c>; in a program built with Neo4j.Driver also <c>neo4j</c> or <c>bolt</c>, plain, <c>+s</c> or <c>+ssc</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The database in it.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>The user, with <see cref="Password"/>.</summary>
    public string? User { get; init; }

    /// <summary>Never told.</summary>
    public string? Password { get; init; }

    /// <summary>A bearer token instead of user and password; never told.</summary>
    public string? Token { get; init; }

    /// <summary>Address and database, for messages.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Authority)} (database {Database})";
}
