using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity.Mail;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>It begins in the open and is encrypted before anything is said (RFC 3207); refused when the server cannot.</summary>
    StartTls,

    /// <summary>From its first byte (RFC 8314).</summary>
    Tls,

    /// <summary>Not at all, to this machine alone.</summary>
    None,
}

/// <summary>The mail server that letters are handed to: <c>Mail:Host</c>, <c>Port</c>, <c>Security</c>, <c>User</c>, <c>Password</c> or <c>PasswordFile</c>, <c>From</c>, and <c>Site</c>, the address of this
/// installation as people open it: what a request says of that could be anybody's.</summary>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? User, string? Password, string From, Uri Site)
{
    private const int Submission = 587;
    private const int EncryptedSubmission = 465;

    /// <summary>Reads the settings; null when they name no mail server. Throws <see cref="InvalidDataException"/> with a sentence when they cannot be used.</summary>
    internal static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        if (string.IsNullOrWhiteSpace(section["Host"]))
        {
            return null;
        }

        var (host, security, site) = (section["Host"]!.Trim(), MailSecurity.StartTls, section["Site"] ?? configuration["site"]);
        if (section["Security"] is { Length: > 0 } chosen && !Domain.Names<MailSecurity>.TryParse(chosen, out security))
        {
            throw Fault("Security", $"It says {chosen}; choose {string.Join(", ", Domain.Names<MailSecurity>.All)}.");
        }

        var port = security == MailSecurity.Tls ? EncryptedSubmission : Submission;
        if (section["Port"] is { Length: > 0 } text && !(int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536))
        {
            throw Fault("Port", $"It says {text}; give a number such as {Submission}.");
        }

        if (security == MailSecurity.None && !new UriBuilder("smtp", host).Uri.IsLoopback)
        {
            throw Fault("Security", "Mail without encryption goes to this machine alone; choose start_tls or tls.");
        }

        if (SiteAddress.Fault(site) is { } fault)
        {
            throw Fault("Site", fault);
        }

        var from = section["From"] ?? "";
        return MailAddress.Read(from) is { } sender ? new MailSettings(host, port, security, section["User"], ReadPassword(section), sender, new Uri(site!)) : throw Fault("From", "Give the address that letters come from, such as map@example.org.");
    }

    private static string? ReadPassword(IConfigurationSection section)
    {
        if (section["PasswordFile"] is not { Length: > 0 } file)
        {
            return section["User"] is { Length: > 0 } && section["Password"] is not { Length: > 0 } ? throw Fault("Password", "There is a user, and no password.") : section["Password"];
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Fault("PasswordFile", $"The file {file} cannot be read.");
        }
    }

    private static InvalidDataException Fault(string name, string what) => new($"The setting Mail:{name} cannot be used. {what}");
}
