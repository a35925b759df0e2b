using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NetworkMap.Server.Identity.Mail;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>A real mail server on loopback that keeps what it is given, or refuses it.</summary>
internal sealed class Mailbox : IMessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<SmtpReplyCode> refusals = new();
    private readonly ConcurrentQueue<MimeMessage> came = new();
    private readonly CancellationTokenSource ends = new();
    private Task running = Task.CompletedTask;
    private int tries;

    internal int Port { get; private init; }

    /// <summary>How often somebody wanted to hand something over.</summary>
    internal int Tries => Volatile.Read(ref tries);

    internal int Count => came.Count;

    /// <summary>Lets a server hand its letters over here.</summary>
    internal void Join(IServiceCollection services) => services.AddMail(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{Port}", ["Mail:Security"] = "none", ["Mail:From"] = "peta@contoh.id", ["Mail:Site"] = "https://peta.contoh.id",
    }).Build());

    internal static Mailbox Open()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var mailbox = new Mailbox { Port = ((IPEndPoint)probe.LocalEndpoint).Port };
        probe.Stop();
        var services = new ServiceProvider();
        services.Add(mailbox);
        mailbox.running = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, mailbox.Port))).Build(), services).StartAsync(mailbox.ends.Token);
        return mailbox;
    }

    /// <summary>Answers the next one with this.</summary>
    internal void Refuse(SmtpReplyCode code) => refusals.Enqueue(code);

    /// <summary>The next letter, once it is there.</summary>
    internal async Task<MimeMessage> NextAsync()
    {
        MimeMessage? letter = null;
        await Patience.UntilAsync(() => came.TryDequeue(out letter), TestContext.Current.CancellationToken);
        return letter ?? throw new InvalidOperationException("No letter came.");
    }

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref tries);
        if (refusals.TryDequeue(out var code))
        {
            return new SmtpResponse(code, "not now, somebody@contoh.id");
        }

        using var stream = new MemoryStream(buffer.ToArray());
        came.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        ends.Dispose();
    }
}
