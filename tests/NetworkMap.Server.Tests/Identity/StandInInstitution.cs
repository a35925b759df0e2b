using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>A provider of OpenID Connect on loopback that says what a test wants it to, right or wrong. That a real one is understood is tested in a browser.</summary>
internal sealed class StandInInstitution : IAsyncDisposable
{
    internal const string ClientSecret = "a-secret-of-this-installation-0123456789";
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = new(StringComparer.Ordinal);
    private WebApplication app = null!;

    /// <summary>Who is signed in there.</summary>
    internal string Subject { get; set; } = "mahasiswa-1";

    internal string? Issuer { get; set; }

    internal string? Nonce { get; set; }

    internal string Audience { get; set; } = "networkmap";

    /// <summary>The clock of the server that is told.</summary>
    internal TimeProvider Clock { get; set; } = null!;

    /// <summary>Refuses to give a token, with these words.</summary>
    internal string? Refuses { get; set; }

    /// <summary>What the last browser was sent with.</summary>
    internal System.Collections.Specialized.NameValueCollection Asked { get; private set; } = [];

    internal string Url { get; private set; } = "";

    internal IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["OpenIdConnect:Kampus:Name"] = "Universitas Uji", ["OpenIdConnect:Kampus:Authority"] = Url, ["OpenIdConnect:Kampus:ClientId"] = "networkmap", ["OpenIdConnect:Kampus:ClientSecret"] = ClientSecret,
    };

    /// <summary>Lets a server take this institution's sign-in; the tests hand settings over as a command line, where no secret may stand.</summary>
    internal void Join(IServiceCollection services) =>
        services.AddInstitutions(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(), new AuthenticationBuilder(services));

    internal static async Task<StandInInstitution> StartAsync()
    {
        var institution = new StandInInstitution();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        institution.app = builder.Build();
        institution.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = institution.Url, authorization_endpoint = institution.Url + "/authorize", token_endpoint = institution.Url + "/token", jwks_uri = institution.Url + "/jwks",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        institution.app.MapGet("/jwks", () =>
        {
            var key = institution.rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        institution.app.MapPost("/token", institution.TokenAsync);
        await institution.app.StartAsync();
        institution.Url = institution.app.Urls.Single();
        return institution;
    }

    internal Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    /// <summary>What a browser is sent back with that was sent to an address of this provider.</summary>
    internal string Answer(string address, string? error = null)
    {
        Asked = HttpUtility.ParseQueryString(new Uri(address).Query);
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (Asked["nonce"]!, Asked["code_challenge"]!);
        var back = new Uri(Asked["redirect_uri"]!).PathAndQuery;
        return $"{back}?state={Uri.EscapeDataString(Asked["state"]!)}&{(error is null ? "code=" + code : $"error={error}&error_description=secret+words+about+somebody")}";
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (Refuses is { } words)
        {
            return Results.Json(new { error = "invalid_client", error_description = words }, statusCode: 401);
        }

        var isKnown = codes.TryGetValue(form["code"].ToString(), out var begun);
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!isKnown || challenge != begun.Challenge || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Url, Audience = Audience, Expires = Clock.GetUtcNow().AddMinutes(5).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = Subject, ["nonce"] = Nonce ?? begun.Nonce, ["email"] = "sari@contoh.id", ["email_verified"] = true },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "secret-access-token", token_type = "Bearer", expires_in = 60, id_token = token });
    }
}
