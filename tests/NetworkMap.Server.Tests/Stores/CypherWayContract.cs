using System.Net;
using System.Net.Sockets;
using NetworkMap.Server.Stores.Neo4j;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What holds of every transport on its way to a server, whoever answers there.</summary>
public abstract class CypherWayContract
{
    private const string Secret = "a-secret-that-nobody-may-read";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The scheme of an address.</summary>
    protected abstract string Scheme(bool encrypted);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nobody_listens_no_answer_comes_and_no_secret_is_told(bool token)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Contains("cannot be reached", (await FailsAsync(Settings(port, encrypted: false, token))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_server_than_Neo4j_is_no_answer_and_no_secret_is_told(bool token)
    {
        await using var other = await StrangeEndpoint.StartAsync(encrypted: false);
        Assert.Contains("cannot be reached", (await FailsAsync(Settings(other.Port, encrypted: false, token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_this_machine_does_not_trust_is_told_and_gets_no_token()
    {
        await using var other = await StrangeEndpoint.StartAsync(encrypted: true);
        var settings = Settings(other.Port, encrypted: true, token: true);
        string told;
        do
        {
            // A busy machine may take its time to answer.
            told = (await FailsAsync(settings)).Message;
        }
        while (told.Contains("no answer within", StringComparison.Ordinal));

        Assert.Contains("whom this machine trusts (The remote certificate ", told, StringComparison.Ordinal);
        Assert.Null(other.Authorization);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_program_trusts_whom_its_machine_was_told_to_trust_and_writes_no_secret(bool trusted)
    {
        await using var other = await StrangeEndpoint.StartAsync(encrypted: true);
        var folder = Directory.CreateTempSubdirectory("networkmap-trust-");
        try
        {
            var file = Path.Combine(folder.FullName, "authority.pem");
            await File.WriteAllTextAsync(file, other.Pem, Cancellation);
            var environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Neo4j__Token"] = Secret, ["MasterKey"] = Convert.ToBase64String(new byte[32]), ["Logging__LogLevel__Default"] = "Trace",
            };
            if (trusted)
            {
                // OpenSSL's variable, which .NET heeds wherever it uses OpenSSL.
                Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems keep whom they trust in a store of their own.");
                environment.Add("SSL_CERT_FILE", file);
            }

            var store = Settings(other.Port, encrypted: true, token: true).Address.ToString();
            var (code, said) = await Journeys.ServerProcess.RunAsync("verify", folder.FullName, environment, "--store", store);
            while (!trusted && said.Contains(" within ", StringComparison.Ordinal))
            {
                // A busy machine may take its time to answer.
                (code, said) = await Journeys.ServerProcess.RunAsync("verify", folder.FullName, environment, "--store", store);
            }

            Assert.Equal(1, code);
            Assert.Contains("cannot be reached", said, StringComparison.Ordinal);
            Assert.Equal(trusted, !said.Contains("whom this machine trusts", StringComparison.Ordinal));
            Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>An address of this machine, and who asks there.</summary>
    private protected Neo4jSettings Settings(int port, bool encrypted, bool token) => new()
    {
        Address = new Uri($"{Scheme(encrypted)}://localhost:{port}"),
        User = token ? null : "somebody",
        Password = token ? null : Secret,
        Token = token ? Secret : null,
    };

    private protected static async Task<CypherAwayException> FailsAsync(Neo4jSettings settings)
    {
        await using var cypher = CypherTransport.Open(settings);
        var failure = await Assert.ThrowsAsync<CypherAwayException>(() => cypher.RunAsync("RETURN 1", new Dictionary<string, object?>(StringComparer.Ordinal), TimeSpan.FromSeconds(10), Cancellation));
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        return failure;
    }
}
