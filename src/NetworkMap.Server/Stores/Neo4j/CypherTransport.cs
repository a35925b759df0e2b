namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Which transport an address asks for.</summary>
internal static class CypherTransport
{
    /// <summary>What brings Bolt into the program.</summary>
    internal const string BuildWithBolt = "dotnet build src/NetworkMap.Server -p:Neo4jDriver=true";

    /// <summary>Whether this program was built with Bolt.</summary>
    internal static bool HasBolt =>
#if NEO4J_DRIVER
        true;
#else
        false;
#endif

    /// <summary>True for an address of Neo4j's HTTP Query API.</summary>
    internal static bool IsHttp(Uri address) => address.Scheme is "http" or "https";

    /// <summary>True for an address of Bolt, with or without routing, plain, encrypted (<c>+s</c>) or encrypted to anybody (<c>+ssc</c>).</summary>
    internal static bool IsBolt(Uri address) => address.Scheme is "neo4j" or "neo4j+s" or "neo4j+ssc" or "bolt" or "bolt+s" or "bolt+ssc";

    /// <summary>The way to a server; nothing is sent yet.</summary>
    internal static ICypher Open(Neo4jSettings settings) =>
#if NEO4J_DRIVER
        IsBolt(settings.Address) ? new BoltCypher(settings) :
#endif
        IsHttp(settings.Address) ? new HttpCypher(settings) : throw new ArgumentException($"{settings} is no address that this program can speak to.", nameof(settings));
}
