using System.Net;
using System.Text.Json;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Ties;

/// <summary>What tests of statements do again and again.</summary>
internal static class TieTalk
{
    /// <summary>A tie of the first organization with the second, which the first has stated.</summary>
    internal static Task<string> ProposeAsync(this StewardDesk desk, string type, string audience = "public") => desk.MakeAsync("ties", StewardDesk.Of($$"""
        {"type":"{{type}}","from":"{{desk.First}}","to":"{{desk.Second}}","audience":"{{audience}}","statements":[{"side":"from","says":"confirmed","day":"2026-01-05","way":"product","word":"zqproposer"}]}
        """));

    internal static async Task<string> LinkAsync(this StewardDesk desk, string tie, string side = "to", bool passedOn = false)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"/api/ties/{tie}/link", JsonSerializer.Serialize(new { side, passedOn }));
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return new Uri(answer.GetProperty("link").GetString()!).AbsolutePath;
    }

    internal static async Task<JsonElement> PageAsync(this StewardDesk desk, string tie)
    {
        var (status, answer) = await desk.SendAsync(HttpMethod.Get, $"/api/ties/{tie}/page", null);
        return status == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{status} {answer}");
    }

    internal static async Task<string> StatusAsync(this StewardDesk desk, string tie) => (await desk.PageAsync(tie)).GetProperty("tie").GetProperty("status").GetString()!;

    /// <summary>Presses a button of the page behind a link, as a browser that tells nothing of where it was.</summary>
    internal static async Task<(HttpStatusCode Status, string Page)> PressAsync(this HttpClient client, string link, string says, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubungan");
        request.Headers.TryAddWithoutValidation("Origin", "null");
        request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("code", link["/hubungan/".Length..]), KeyValuePair.Create("says", says)]);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
