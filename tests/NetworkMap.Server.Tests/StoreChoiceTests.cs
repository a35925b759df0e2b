using NetworkMap.Server.Stores.Neo4j;

namespace NetworkMap.Server.Tests;

public sealed class StoreChoiceTests
{
    [Theory]
    [InlineData("http://localhost:7474")]
    [InlineData("https://graph.example.org")]
    [InlineData("https://graph.example.org/")]
    public void An_HTTP_address_can_be_used(string address) => Assert.Null(StoreChoice.Fault(address));

    [Theory]
    [InlineData("bolt://localhost:7687")]
    [InlineData("bolt+s://graph.example.org")]
    [InlineData("bolt+ssc://graph.example.org")]
    [InlineData("neo4j://localhost")]
    [InlineData("neo4j+s://graph.example.org/")]
    [InlineData("neo4j+ssc://graph.example.org:7687")]
    public void A_Bolt_address_can_be_used_where_Bolt_was_built_in_and_elsewhere_the_build_is_told(string address)
    {
        if (CypherTransport.HasBolt)
        {
            Assert.Null(StoreChoice.Fault(address));
        }
        else
        {
            Assert.Contains("Build it with: dotnet build src/NetworkMap.Server -p:Neo4jDriver=true.", StoreChoice.Fault(address), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ftp://localhost", "no address of a Neo4j server")]
    [InlineData("bolt:7687", "no address of a Neo4j server")]
    [InlineData("bolt+x://localhost", "no address of a Neo4j server")]
    [InlineData("bolt://neo4j:secret@localhost", "must not hold a user or password")]
    [InlineData("neo4j://localhost/neo4j", "ends after the port: neo4j://localhost.")]
    [InlineData("neo4j+s://localhost?region=eu", "ends after the port")]
    public void Any_other_address_is_refused_with_what_helps(string address, string told) => Assert.Contains(told, StoreChoice.Fault(address), StringComparison.Ordinal);
}
