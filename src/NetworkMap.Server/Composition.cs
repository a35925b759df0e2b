using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Console;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Maps;
using NetworkMap.Server.Pages;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>Who gets what: the network, its one writer, sessions, and the libraries at the edge.</summary>
internal static class Composition
{
    /// <summary>The scheme of whoever asks: by a token where there is one, else by the session of a browser.</summary>
    private const string Either = "Either";

    internal static void AddNetwork(this IServiceCollection services, IConfiguration configuration, string data, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(_ => OpenedStore.Open(configuration, data, clock));
        services.AddSingleton(provider => provider.GetRequiredService<OpenedStore>().Store);
        services.AddSingleton(provider => provider.GetRequiredService<OpenedStore>().Erasures);
        services.AddSingleton<ErasureTurn>();
        services.AddSingleton<Eraser>();
        services.AddSingleton(provider =>
        {
            var store = provider.GetRequiredService<INetworkStore>();
            var accounts = provider.GetRequiredService<IAccountStore>();
            var (file, isEmpty) = (MasterKeyFile.In(data), store.Head.Sequence == 0 && Task.Run(() => accounts.IsEmptyAsync(CancellationToken.None)).GetAwaiter().GetResult());
            var master = MasterKeyFile.Open(configuration["MasterKey"], file, isEmpty, Console.WriteLine);
            MasterMark.Require(store.Mark, master);
            return master;
        });
        services.AddSingleton<NetworkView>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<MergedPast>();
        services.AddSingleton<UnseenChanges>();
        services.AddSingleton<Past>();
        services.AddSingleton<NetworkLoader>();
        services.AddSingleton<NetworkWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<NetworkWriter>());
        services.AddSingleton<StoreWatch>();
        services.AddHostedService<LogFollower>();
        services.AddSingleton(provider => new ScheduledBackup(BackupPlan.Of(configuration), data, () => provider.GetRequiredService<INetworkStore>().Head.Log, () => provider.GetRequiredService<Readiness>().IsReady, clock, provider.GetRequiredService<ILogger<ScheduledBackup>>()));
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledBackup>());
        services.AddSingleton<SeedLoader>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<ElementForms>();
        services.AddSingleton<RegionShapes>();
        services.AddSingleton<StreetMap>();
        services.AddSingleton(new SiteAddress(configuration));
    }

    /// <summary>What a start says is written for whoever starts it: Start says where to go, and that keys are sealed is not for Data Protection to know.</summary>
    internal static void AddQuiet(this ILoggingBuilder logging)
    {
        // One line each, of a moment that is the same everywhere.
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName ??= ConsoleFormatterNames.Simple);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(options => options.SingleLine = true);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(Dated);
        logging.Services.Configure<JsonConsoleFormatterOptions>(Dated);
        logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning) // Says the address of every request, and some are a secret: a setting for all of ASP.NET Core does not reach these.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None) // Would put the address around every line of a request, for whoever writes scopes as well.
            .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // What keeps the host from starting is told once, by Start.
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        static void Dated(ConsoleFormatterOptions options) => (options.UseUtcTimestamp, options.TimestampFormat) = (true, options.TimestampFormat ?? "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ");
    }

    internal static void AddAccounts(this IServiceCollection services, IConfiguration configuration, string data)
    {
        services.AddDataProtection().SetApplicationName("NetworkMap");
        services.AddOptions<KeyManagementOptions>().Configure<AccountVault>((options, vault) => options.XmlRepository = new ProtectionKeys(vault));
        services.AddSingleton(WelcomeCode.In(data));
        services.AddSingleton(provider => StoreChoice.AccountsOf(provider.GetRequiredService<INetworkStore>()));
        services.AddSingleton<AccountVault>();
        services.AddSingleton<AccountUsers>();
        services.AddSingleton<AccountNames>();
        services.AddSingleton<IUserStore<Account>>(provider => provider.GetRequiredService<AccountUsers>());
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<PreviewLog>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<Allowance>();
        services.AddSingleton<SessionEnds>();
        services.AddSingleton<FirstGrants>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Tokens>();
        services.AddHostedService<SessionCare>();
        services.AddSingleton<ILookupNormalizer, SignInName>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRule.Iterations);
        services.AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "");
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.AttestationConveyancePreference) = ("required", "required", "none"));
        services.AddScoped<Passkeys>();
        services.AddScoped<SigningIn>();
        services.AddScoped<AccountChanges>();
        services.AddSingleton<Links>();
        services.AddMail(configuration);
        services.AddSingleton(provider => LetterPages.Words(provider.GetRequiredService<IWebHostEnvironment>()));
        services.AddScoped<Invitations>();
        services.AddScoped<Recovery>();
        services.AddScoped<AccountErasing>();
        services.AddInstitutions(configuration, services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => TokenHandler.Read(context.Request) is null ? SessionHandler.Name : TokenHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, configureOptions: null));
    }

    /// <summary>MediatR 5.1 by hand: the mediator, and every handler of this assembly.</summary>
    internal static void AddMediator(this IServiceCollection services)
    {
        services.AddSingleton<IMediator>(provider => new Mediator(provider.GetService!));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(QuestionFigures<,>));
        var contracts = new[] { typeof(IRequestHandler<,>), typeof(INotificationHandler<>) };
        foreach (var handler in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false }))
        {
            foreach (var contract in handler.GetInterfaces().Where(i => i.IsGenericType && contracts.Contains(i.GetGenericTypeDefinition())))
            {
                services.AddSingleton(contract, handler);
            }
        }
    }

    /// <summary>AutoMapper with every profile of this assembly; its licence key comes from the setting <c>AutoMapper:LicenseKey</c>.</summary>
    internal static void AddMaps(this IServiceCollection services, IConfiguration configuration) => services.AddAutoMapper(options =>
    {
        options.LicenseKey = configuration["AutoMapper:LicenseKey"];
        options.AddMaps(Assembly.GetExecutingAssembly());
    });
}
