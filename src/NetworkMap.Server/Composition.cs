using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Maps;
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
        services.AddSingleton(_ => StoreChoice.Open(configuration, data, clock));
        services.AddSingleton(provider =>
        {
            var store = provider.GetRequiredService<INetworkStore>();
            var accounts = provider.GetRequiredService<IAccountStore>();
            var (file, isEmpty) = (MasterKeyFile.In(data), store.Head.Sequence == 0 && Task.Run(() => accounts.IsEmptyAsync(CancellationToken.None)).GetAwaiter().GetResult());
            return MasterKeyFile.Open(configuration["MasterKey"], file, isEmpty, Console.WriteLine);
        });
        services.AddSingleton<NetworkView>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<UnseenChanges>();
        services.AddSingleton<Past>();
        services.AddSingleton<NetworkLoader>();
        services.AddSingleton<NetworkWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<NetworkWriter>());
        services.AddSingleton<StoreWatch>();
        services.AddHostedService<LogFollower>();
        services.AddSingleton<SeedLoader>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<ElementForms>();
        services.AddSingleton<RegionShapes>();
        services.AddSingleton<StreetMap>();
    }

    /// <summary>What a start says is written for whoever starts it: Start says where to go, and that keys are sealed is not for Data Protection to know.</summary>
    internal static void AddQuiet(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning) // Says the address of every request, and some are a secret: a setting for all of ASP.NET Core does not reach these.
        .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // What keeps the host from starting is told once, by Start.
        .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

    internal static void AddAccounts(this IServiceCollection services, string data)
    {
        services.AddDataProtection().SetApplicationName("NetworkMap");
        services.AddOptions<KeyManagementOptions>().Configure<AccountVault>((options, vault) => options.XmlRepository = new ProtectionKeys(vault));
        services.AddSingleton(WelcomeCode.In(data));
        services.AddSingleton(provider => StoreChoice.AccountsOf(provider.GetRequiredService<INetworkStore>()));
        services.AddSingleton<AccountVault>();
        services.AddSingleton<AccountUsers>();
        services.AddSingleton<IUserStore<Account>>(provider => provider.GetRequiredService<AccountUsers>());
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<Throttle>();
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
        services.AddScoped<Invitations>();
        services.AddScoped<Recovery>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => TokenHandler.Read(context.Request) is null ? SessionHandler.Name : TokenHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, configureOptions: null);
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
