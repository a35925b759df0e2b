using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Benchmarks.Live;

/// <summary>A steward who changes the purpose of one organization again and again.</summary>
internal sealed class Writer : IDisposable
{
    private static readonly string[] Derived = ["kind", "version", "family", "kindLabel", "position", "regionName", "labels"];
    private readonly HttpClient client;
    private readonly JsonObject body;
    private readonly string path;
    private int version;

    private Writer(HttpClient client, string path, JsonObject body)
    {
        (this.client, this.path, this.body, version) = (client, path, body, (int)body["version"]!);
        foreach (var derived in Derived)
        {
            body.Remove(derived);
        }
    }

    public void Dispose() => client.Dispose();

    internal static async Task<Writer> SignInAsync(Uri address, string welcome) => (await SignInAsync(address, welcome, 1))[0];

    /// <summary>Several of them under one session, each with an organization of her own.</summary>
    internal static async Task<IReadOnlyList<Writer>> SignInAsync(Uri address, string welcome, int count)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        using var answer = await client.PostAsync(new Uri(welcome, UriKind.Relative), null);
        var list = JsonNode.Parse(await client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/organizations?limit={count}"), UriKind.Relative)))!;
        var writers = new List<Writer>();
        foreach (var item in list["items"]!.AsArray())
        {
            var path = "/api/organizations/" + (string)item!["id"]!;
            writers.Add(new Writer(client, path, JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsObject()));
        }

        return writers;
    }

    internal async Task WriteAsync(string purpose)
    {
        body["purpose"] = purpose;
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version++}\""));
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
