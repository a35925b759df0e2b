using NetworkMap.Server.Tests.Stores;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>A server over a file is killed.</summary>
public sealed class KilledInTheMiddleTests : KilledInTheMiddle
{
    private ServerProcess? server;

    /// <summary>Each kill is a start of a process as well; NETWORKMAP_KILLS=20 is for who has the time.</summary>
    protected override int Usual => 6;

    public override ValueTask DisposeAsync()
    {
        server?.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<string?> BringUpAsync()
    {
        server?.Dispose();
        server = await ServerProcess.ServeAsync(Folder.FullName);
        Address = server.Address;
        return server.Welcome;
    }

    protected override Task KillAsync() => server!.KillAsync();

    protected override async Task<string?> VerifyAsync()
    {
        await server!.KillAsync();
        var (code, said) = await ServerProcess.RunAsync("verify", Folder.FullName);
        return code == 0 ? null : said;
    }
}

/// <summary>A server on Neo4j is killed: another one takes its place, on the same database.</summary>
[Collection(Neo4jServer.Name)]
public class KilledOnNeo4jTests(Neo4jServer neo4j) : KilledInTheMiddle
{
    /// <summary>The server that is up.</summary>
    private protected ServerProcess? Server { get; private set; }

    /// <summary>A start on a database takes even longer.</summary>
    protected override int Usual => 2;

    public override async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
    }

    public override ValueTask DisposeAsync()
    {
        Server?.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<string?> BringUpAsync()
    {
        Server?.Dispose();
        Server = await ServerProcess.ServeAsync(Folder.FullName, "none", "--store", Neo4jServer.Settings!.Address.ToString());
        Address = Server.Address;
        return Server.Welcome;
    }

    protected override Task KillAsync() => Server!.KillAsync();

    protected override async Task<string?> VerifyAsync()
    {
        await Server!.KillAsync();
        var (code, said) = await ServerProcess.RunAsync("verify", Folder.FullName, null, "--store", Neo4jServer.Settings!.Address.ToString());
        return code == 0 ? null : said;
    }
}

/// <summary>Neo4j itself is killed, and started again: the server goes on, with what it holds in memory, until it answers.</summary>
public sealed class Neo4jKilledTests(Neo4jServer neo4j) : KilledOnNeo4jTests(neo4j)
{
    private static readonly HttpClient Asking = new();

    protected override int Usual => 1;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Neo4jMachine.IsKnown, Neo4jMachine.Unknown);
        await base.InitializeAsync();
    }

    protected override async Task<string?> BringUpAsync()
    {
        if (Server is null)
        {
            return await base.BringUpAsync();
        }

        await Neo4jMachine.RunAsync("start");
        while (await Asking.GetStringAsync(new Uri(Address, "/health/ready"), Cancellation) != "ready")
        {
            await Task.Delay(100, Cancellation);
        }

        return null;
    }

    protected override Task KillAsync() => Neo4jMachine.RunAsync("kill");
}
