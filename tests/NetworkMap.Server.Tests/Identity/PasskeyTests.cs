using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Passkeys where no browser answers as it should; that one does is tested in a browser.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private HttpClient anybody = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync();
        anybody = server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        anybody.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"credential":{}}""")]
    [InlineData("""{"credential":7}""")]
    [InlineData("""{"credential":{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"}}}""")]
    public async Task Nonsense_signs_nobody_in(string answer)
    {
        var challenge = (await PostAsync(anybody, "/masuk/kunci/mulai", "{}")).Body["challenge"]!.GetValue<string>();
        var body = JsonNode.Parse(answer)!.AsObject();
        foreach (var named in new[] { challenge, challenge, "0123", null })
        {
            body["challenge"] = named;
            var (status, told) = await PostAsync(anybody, "/masuk/kunci", body.ToJsonString());
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "passkey_failed"), (status, (string?)told["code"]));
        }
    }

    [Fact]
    public async Task A_question_names_no_account_and_asks_for_whoever_is_there_to_prove_herself()
    {
        var (_, told) = await PostAsync(anybody, "/masuk/kunci/mulai", "{}");

        Assert.Equal("required", (string?)told["options"]!["userVerification"]);
        Assert.Equal("localhost", (string?)told["options"]!["rpId"]);
        Assert.Empty(told["options"]!["allowCredentials"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task Nobody_adds_a_passkey_who_is_not_signed_in_and_nobody_without_the_password()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(anybody, "/akun/kunci/mulai", "{}")).Status);
        using var sari = await Visitor.StewardAsync(server, "sari");

        Assert.Equal("password_wrong", (string?)(await PostAsync(sari.Client, "/akun/kunci/mulai", """{"password":"guess"}""")).Body["code"]);
        var (status, told) = await PostAsync(sari.Client, "/akun/kunci/mulai", $$"""{"password":"{{Visitor.Password}}"}""");
        Assert.Equal((HttpStatusCode.OK, "required"), (status, (string?)told["options"]!["authenticatorSelection"]!["residentKey"]));
        Assert.Equal("passkey_failed", (string?)(await PostAsync(sari.Client, "/akun/kunci", $$$"""{"challenge":"{{{told["challenge"]}}}","credential":{"id":"AAAA"}}""")).Body["code"]);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(address, content, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!);
    }
}
