namespace NetworkMap.Server.Identity.Mail;

/// <summary>Mail, as far as the settings name a mail server.</summary>
internal static class MailServices
{
    internal static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new Letters(MailSettings.Read(configuration), provider.GetRequiredService<LetterWords>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Letters>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Letters>());
        services.AddSingleton<Notices>();
        services.AddSingleton<MailAddresses>();
    }
}
