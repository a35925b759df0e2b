using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests;

/// <summary>The whole server over a real SQLite file in a folder of its own, gone afterwards. <c>none</c> starts it empty, <c>terms</c> with a small seed of
/// every taxonomy and the regions of Central Java and Yogyakarta, <c>demo</c> with the demonstration network.</summary>
public sealed class RunningServer : WebApplicationFactory<Program>
{
    private readonly string seed;
    private readonly bool keep;
    private readonly Action<IServiceCollection>? adjust;
    private readonly IReadOnlyDictionary<string, string> settings;

    private RunningServer(string seed, string? folder, Action<IServiceCollection>? adjust, IReadOnlyDictionary<string, string> settings)
    {
        this.seed = seed;
        this.adjust = adjust;
        this.settings = settings;
        keep = folder is not null;
        Folder = folder ?? Directory.CreateTempSubdirectory("networkmap-test-").FullName;
    }

    public string Folder { get; }

    /// <summary>How far the network is.</summary>
    public long Sequence => Services.GetRequiredService<Graph.NetworkView>().Latest.Sequence;

    /// <summary>Starts a server; <paramref name="listening"/> on a real port of loopback, else in memory only.</summary>
    public static async Task<RunningServer> StartAsync(string seed = "none", string? folder = null, bool listening = false, Action<IServiceCollection>? adjust = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = Start(seed, folder, listening, adjust, settings);
        await server.BecomeReadyAsync();
        return server;
    }

    /// <summary>A server that listens but may still be loading.</summary>
    public static RunningServer Start(string seed, string? folder = null, bool listening = false, Action<IServiceCollection>? adjust = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = new RunningServer(seed, folder, adjust, settings ?? new Dictionary<string, string>(StringComparer.Ordinal));
        if (listening)
        {
            server.UseKestrel(0);
            server.StartServer();
        }

        _ = server.Services;
        return server;
    }

    public async Task BecomeReadyAsync()
    {
        var readiness = Services.GetRequiredService<Readiness>();
        await Patience.UntilAsync(() => readiness.IsReady, CancellationToken.None);
        if (!readiness.IsReady)
        {
            throw new InvalidOperationException("The server did not become ready.");
        }
    }

    /// <summary>A client with a steward's session.</summary>
    public async Task<HttpClient> StewardAsync()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.SayOrigin();
        var code = Services.GetRequiredService<WelcomeCode>().Make();
        using var answer = await client.PostAsync($"/welcome/{code}", null);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>A client with the session of an account that holds these grants and no others; each gives <c>role</c>, and <c>organization</c> or <c>region</c>.</summary>
    public async Task<(HttpClient Client, string Account)> MemberAsync(params GrantDraft[] grants)
    {
        var client = await StewardAsync();
        var account = JsonNode.Parse(await client.GetStringAsync("/api/me"))!["account"]!.GetValue<string>();
        await GrantAsync(account, grants);
        return (client, account);
    }

    /// <summary>The cookie of a session of an account that holds these grants and no others.</summary>
    public async Task<(string Cookie, string Account)> SessionAsync(params GrantDraft[] grants)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var answer = await client.PostAsync($"/welcome/{Services.GetRequiredService<WelcomeCode>().Make()}", null);
        var cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var account = JsonNode.Parse(await client.GetStringAsync("/api/me"))!["account"]!.GetValue<string>();
        await GrantAsync(account, grants);
        return (cookie, account);
    }

    /// <summary>A program with a token that may write for an account, within a limit.</summary>
    public async Task<HttpClient> TokenAsync(string account, Delegation limit)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", await SecretAsync(account, limit));
        return client;
    }

    /// <summary>The secret of such a token.</summary>
    public async Task<string> SecretAsync(string account, Delegation limit)
    {
        var owner = await Services.GetRequiredService<AccountUsers>().FindByIdAsync(account, CancellationToken.None);
        return (await Services.GetRequiredService<Tokens>().MakeAsync(owner!, "Program", TokenScope.Write, limit, 30, CancellationToken.None)).Value;
    }

    /// <summary>Gives an account these grants instead of those that it holds.</summary>
    public async Task GrantAsync(string account, params GrantDraft[] grants)
    {
        var writer = Services.GetRequiredService<NetworkWriter>();
        var held = Services.GetRequiredService<Graph.NetworkView>().Latest.Full.GrantsOf(account).Select(g => g.Ref).ToList();
        var given = grants.Select(g => g with { Id = Guid.NewGuid().ToString("D"), Account = account, Provenance = new ProvenanceDraft { Source = "a test", AssertedBy = "test" } }).ToList();
        foreach (var decision in new[] { Batch.Remove(held), Batch.Create(given) })
        {
            var outcome = await writer.WriteAsync(new WriteRequest(decision, new Attribution("test"), OfTheHouse: true), CancellationToken.None);
            if (outcome.IsRefused)
            {
                throw new InvalidOperationException(outcome.Refusals[0].Code);
            }
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseSetting("data", Folder);
        builder.UseSetting("seed", seed == "terms" ? "demo" : seed);
        if (seed == "terms")
        {
            builder.UseSetting("seed-path", SmallSeed.Folder);
        }

        builder.ConfigureTestServices(services => adjust?.Invoke(services));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

internal static class Origins
{
    /// <summary>Says where its requests come from, as a browser does for a page of the server.</summary>
    internal static void SayOrigin(this HttpClient client) => client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
}
