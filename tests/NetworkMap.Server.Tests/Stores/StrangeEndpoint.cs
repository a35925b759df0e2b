using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>A real web server that is no Neo4j, on loopback; encrypted, it shows a certificate that it made itself. Every answer is 404.</summary>
internal sealed class StrangeEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate = Make();

    private StrangeEndpoint(bool encrypted)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (encrypted)
            {
                listen.UseHttps(certificate);
            }
        }));
        app = builder.Build();
        app.Run(context =>
        {
            Authorization = context.Request.Headers.Authorization.ToString();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>What the last who asked said of itself.</summary>
    internal string? Authorization { get; private set; }

    /// <summary>Its certificate, as a file for those who trust it.</summary>
    internal string Pem => certificate.ExportCertificatePem();

    internal int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    internal static async Task<StrangeEndpoint> StartAsync(bool encrypted)
    {
        var endpoint = new StrangeEndpoint(encrypted);
        await endpoint.app.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2096, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
