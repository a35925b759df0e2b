using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>A browser with cookies of its own, without a script: it opens pages and sends their forms.</summary>
internal sealed class Visitor : IDisposable
{
    internal const string Password = "kucing kuning di pagar";
    private readonly HttpClient client;

    internal Visitor(RunningServer server, string userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    {
        client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.SayOrigin();
        client.DefaultRequestHeaders.Add("User-Agent", userAgent);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal HttpClient Client => client;

    public void Dispose() => client.Dispose();

    /// <summary>A steward in a browser of her own, with an account that she can come back to.</summary>
    internal static async Task<Visitor> StewardAsync(RunningServer server, string name)
    {
        var visitor = new Visitor(server);
        await visitor.PressWelcomeAsync(server);
        Assert.Equal("/akun?kabar=finished", (await visitor.SendAsync("/akun/masuk", ("signInName", name), ("password", Password))).To);
        return visitor;
    }

    internal async Task PressWelcomeAsync(RunningServer server) =>
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync($"/welcome/{server.Services.GetRequiredService<WelcomeCode>().Make()}")).Status);

    /// <summary>Sends a form: the status, where it leads, and the page.</summary>
    internal async Task<(HttpStatusCode Status, string? To, string Page, TimeSpan? Wait)> SendAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync(address, form, Cancellation);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers.RetryAfter?.Delta);
    }

    internal Task<(HttpStatusCode Status, string? To, string Page, TimeSpan? Wait)> SignInAsync(string name, string password = Password, string next = "") => SendAsync("/masuk", ("name", name), ("password", password), ("ke", next));

    internal async Task<(HttpStatusCode Status, string Page)> OpenAsync(string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    internal async Task<JsonNode> MeAsync() => JsonNode.Parse(await client.GetStringAsync("/api/me", Cancellation))!;

    internal async Task<string?> AudienceAsync() => (string?)(await MeAsync())["audience"];
}
