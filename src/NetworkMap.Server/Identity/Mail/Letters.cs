using System.Net.Sockets;
using System.Threading.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity.Mail;

/// <summary>Sends letters beside what is asked of the server, so that neither how long it takes nor whether there is anybody to write to is seen from outside. A mail server that is away is tried again for some
/// minutes; what cannot be sent then, or is still waiting when the process ends, is lost, and said so in the log, without an address.</summary>
public sealed partial class Letters(MailSettings? settings, LetterWords words, TimeProvider clock, ILogger<Letters> logger) : BackgroundService
{
    private const int Most = 1000;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<Func<CancellationToken, Task<Letter?>>> asked = Channel.CreateBounded<Func<CancellationToken, Task<Letter?>>>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.Wait });
    private readonly SemaphoreSlim room = new(Most);
    private readonly SemaphoreSlim connection = new(1);

    /// <summary>True when the settings name a mail server; else nothing offers mail.</summary>
    public bool IsOpen => settings is not null;

    /// <summary>Sends a letter, some time.</summary>
    public void Send(Letter letter) => Later(_ => Task.FromResult<Letter?>(letter));

    /// <summary>Finds out beside the request what to send, if anything.</summary>
    public void Later(Func<CancellationToken, Task<Letter?>> find)
    {
        if (IsOpen && !asked.Writer.TryWrite(find))
        {
            Lost(logger, "any", "too many are waiting");
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        room.Dispose();
        connection.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var find in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await find(stoppingToken) is { } letter)
                {
                    await room.WaitAsync(stoppingToken);
                    _ = DeliverAsync(letter, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is StoreFailedException or DamagedException)
            {
                Lost(logger, "any", failure.GetType().Name);
            }
        }
    }

    private async Task DeliverAsync(Letter letter, CancellationToken cancellation)
    {
        try
        {
            for (var tries = 0; await TryAsync(letter, cancellation) is { } failure; tries++)
            {
                if (tries >= Pauses.Length || failure is SmtpCommandException { StatusCode: >= SmtpStatusCode.SyntaxError })
                {
                    Lost(logger, Domain.Names<LetterKind>.Of(letter.Kind), Told(failure));
                    return;
                }

                Waits(logger, Domain.Names<LetterKind>.Of(letter.Kind), Told(failure));
                await Task.Delay(Pauses[tries], clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Lost(logger, Domain.Names<LetterKind>.Of(letter.Kind), "the server stops");
        }
        finally
        {
            room.Release();
        }
    }

    private static string Told(Exception failure) => failure is SmtpCommandException command ? $"{failure.GetType().Name} {(int)command.StatusCode}" : failure.GetType().Name;

    /// <summary>Why a letter could not be handed over this time; null when it was.</summary>
    private async Task<Exception?> TryAsync(Letter letter, CancellationToken cancellation)
    {
        await connection.WaitAsync(cancellation);
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limited.CancelAfter(Patience);
            await HandOverAsync(Written(letter, settings!), settings!, limited.Token);
            return null;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is IOException or SocketException or CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or OperationCanceledException)
        {
            return failure;
        }
        finally
        {
            connection.Release();
        }
    }

    private static async Task HandOverAsync(MimeMessage message, MailSettings settings, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.None => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, cancellation);
        if (settings.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
        }

        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private MimeMessage Written(Letter letter, MailSettings mail)
    {
        var (subject, text) = words(letter, new Uri(mail.Site, letter.Path).ToString());
        var message = new MimeMessage { Subject = subject, Date = clock.GetUtcNow(), MessageId = MimeKit.Utils.MimeUtils.GenerateMessageId(mail.From[(mail.From.IndexOf('@', StringComparison.Ordinal) + 1)..]), Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("NetworkMap", mail.From));
        message.To.Add(new MailboxAddress(null, letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter ({Kind}) waits: {Why}")]
    private static partial void Waits(ILogger logger, string kind, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter ({Kind}) could not be sent: {Why}")]
    private static partial void Lost(ILogger logger, string kind, string why);
}
