using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Live;

/// <summary>A server on a real port with a steward's session, for tests that change the network and watch.</summary>
internal sealed class LiveDesk : IAsyncDisposable
{
    private readonly RunningServer server;
    private readonly HttpClient client;

    private LiveDesk(RunningServer server)
    {
        this.server = server;
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = Session, AllowAutoRedirect = false }) { BaseAddress = Address };
        client.SayOrigin();
    }

    internal Uri Address { get; }

    internal CookieContainer Session { get; } = new();

    internal IServiceProvider Services => server.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<LiveDesk> OpenAsync(string? folder = null, Action<IServiceCollection>? adjust = null)
    {
        var desk = new LiveDesk(await RunningServer.StartAsync("terms", folder, listening: true, adjust));
        var code = desk.Services.GetRequiredService<WelcomeCode>().Make();
        using var answer = await desk.client.PostAsync($"/welcome/{code}", null, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>An organization; its id.</summary>
    internal Task<string> OrganizationAsync(string name, string region = "33.74", string more = "{}") =>
        CreateAsync("organizations", $$"""{"name":"{{name}}","actorKind":"ngo","region":"{{region}}","precision":"exact"}""", more);

    /// <summary>A tie that one audience may know of; its id.</summary>
    internal Task<string> TieAsync(string from, string to, string audience = "public") =>
        CreateAsync("ties", $$"""{"type":"supports","from":"{{from}}","to":"{{to}}","status":"confirmed","audience":"{{audience}}"}""");

    internal async Task<string> CreateAsync(string segment, string body, string more = "{}") =>
        (await SendAsync(HttpMethod.Post, "/api/" + segment, Merge(body, more)))!["id"]!.GetValue<string>();

    /// <summary>Changes some fields of an element as it is now.</summary>
    internal async Task ChangeAsync(string segment, string id, string patch)
    {
        var current = (await SendAsync(HttpMethod.Get, $"/api/{segment}/{id}", null))!.AsObject();
        var version = current["version"]!.GetValue<int>();
        foreach (var derived in new[] { "kind", "version", "family", "kindLabel", "position", "regionName", "labels", "label", "fromName", "toName", "level" })
        {
            current.Remove(derived);
        }

        await SendAsync(HttpMethod.Put, $"/api/{segment}/{id}", Merge(current.ToJsonString(), patch), version);
    }

    internal async Task RemoveAsync(string segment, string id)
    {
        var version = (await SendAsync(HttpMethod.Get, $"/api/{segment}/{id}", null))!["version"]!.GetValue<int>();
        await SendAsync(HttpMethod.Delete, $"/api/{segment}/{id}", null, version);
    }

    /// <summary>What the public, or the steward, gets when it asks.</summary>
    internal async Task<JsonNode?> AskAsync(string path, bool asSteward = false, string language = "id")
    {
        using var anybody = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await (asSteward ? client : anybody).SendAsync(request, Cancellation);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)) : null;
    }

    /// <summary>The code with which the steward is refused something.</summary>
    internal async Task<string> RefusedAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content, Cancellation);
        Assert.False(answer.IsSuccessStatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["code"]!.GetValue<string>();
    }

    internal async Task SignOutAsync()
    {
        using var answer = await client.PostAsync("/api/sign-out", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>Writes past the routes, many elements at once.</summary>
    internal async Task WriteAsync(Decision decide, string author = "steward-test")
    {
        var outcome = await Services.GetRequiredService<NetworkWriter>().WriteAsync(new WriteRequest(decide, new Attribution(author, "Many at once"), OfTheHouse: true), Cancellation);
        Assert.False(outcome.IsRefused, outcome.IsRefused ? outcome.Refusals[0].Code : "");
    }

    /// <summary>The session of an account that holds these grants and no others.</summary>
    internal async Task<(CookieContainer Session, string Account)> MemberAsync(params GrantDraft[] grants)
    {
        var session = new CookieContainer();
        using var member = new HttpClient(new SocketsHttpHandler { CookieContainer = session, AllowAutoRedirect = false }) { BaseAddress = Address };
        using var answer = await member.PostAsync($"/welcome/{Services.GetRequiredService<WelcomeCode>().Make()}", null, Cancellation);
        var account = JsonNode.Parse(await member.GetStringAsync("/api/me", Cancellation))!["account"]!.GetValue<string>();
        await GrantAsync(account, grants);
        return (session, account);
    }

    /// <summary>Gives an account these grants instead of those that it holds.</summary>
    internal Task GrantAsync(string account, params GrantDraft[] grants) => server.GrantAsync(account, grants);

    internal LiveEar Listen(CookieContainer session) => new(Address, session, messagePack: false, "id");

    /// <summary>Listens as a steward who looks as somebody else.</summary>
    internal LiveEar ListenAs(string preview) => new(Address, Session, messagePack: false, "id", preview);

    internal LiveEar Listen(bool asSteward = false, bool messagePack = false, string language = "id") => new(Address, asSteward ? Session : null, messagePack, language);

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, string? body, int? version = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", version is null ? null : $"\"{version}\"");
        using var answer = await client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static string Merge(string json, string patch)
    {
        var body = JsonNode.Parse(json)!.AsObject();
        body["provenance"] ??= JsonNode.Parse("""{"source":"a test"}""");
        foreach (var (name, value) in JsonNode.Parse(patch)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body.ToJsonString();
    }
}
