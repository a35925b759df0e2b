using System.Globalization;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Identity.Mail;
using NetworkMap.Server.Maps;
using NetworkMap.Server.Pages;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>From a process that listens to a network that answers: load, seed if there is nothing yet, and say where to go.</summary>
internal static class Start
{
    /// <summary>What serving ends with when the store was exchanged, so that all has to be loaded anew (EX_TEMPFAIL of sysexits.h).</summary>
    internal const int Again = 75;

    /// <summary>Does what the command line says: a verb, or serving. A server whose database was exchanged begins anew with what that holds now.</summary>
    internal static async Task<int> RunAsync(string[] args, TimeProvider clock, Func<WebApplication> build)
    {
        // What the program writes for programs never depends on the machine's language; texts for people are formatted with a named culture.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (Verbs.Find(args, clock) is { } verb)
        {
            return await verb();
        }

        while (true)
        {
            var app = build();
            if (await app.ServeAsync() is var code && code != Again)
            {
                return code;
            }

            await app.DisposeAsync();
        }
    }

    /// <summary>Serves until it is told to stop. What keeps it from starting is told in one sentence, and as exit code 1.</summary>
    internal static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            // First, since what fails while the host starts is told with all the inside of the program.
            _ = app.Services.GetRequiredService<Institutions>();
            _ = app.Services.GetRequiredService<Letters>();
            _ = app.Services.GetRequiredService<INetworkStore>();
            _ = app.Services.GetRequiredService<MasterKey>();
            await app.Services.GetRequiredService<AccountVault>().RequireKeyAsync(app.Lifetime.ApplicationStopping);
            _ = app.Services.GetRequiredService<RegionShapes>();
            _ = app.Services.GetRequiredService<StreetMap>();
            _ = app.Services.GetRequiredService<ScheduledBackup>();
            await ListenAsync(app);
            await app.ReadyAsync();
        }
        catch (Exception failure) when (failure is StoreFailedException or DamagedException or InvalidDataException or IOException or FormatException)
        {
            Console.Error.WriteLine("The server cannot start. " + failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while it was loading; a seed goes on at the next start.
            return 0;
        }

        await app.WaitForShutdownAsync();
        if (!app.Services.GetRequiredService<StoreWatch>().IsBehind)
        {
            return 0;
        }

        Console.WriteLine("The database holds another network than was shown, or less of it. Everything is loaded anew.");
        return Again;
    }

    /// <summary>Begins to listen, or says where it cannot and what to do about it.</summary>
    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException or ArgumentException or System.Net.Sockets.SocketException)
        {
            var urls = app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5080";
            throw new InvalidDataException(
                failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
                    ? $"Something else listens at {urls} already, perhaps this program started before. Stop that, or choose another port, such as --urls http://localhost:5081."
                    : $"It cannot listen at '{urls}': {failure.Message.TrimEnd('.')}. Give an address such as --urls http://localhost:5081.",
                failure);
        }
    }

    /// <summary>What to think of when a server listens beyond this machine, unencrypted and with no proxy that was named; null when it does not.</summary>
    internal static string? Exposed(IEnumerable<string> addresses, string? proxies) =>
        string.IsNullOrWhiteSpace(proxies) && addresses.FirstOrDefault(a => BindingAddress.Parse(a) is { Scheme: "http", IsUnixPipe: false } bound && !(bound.Host == "localhost" || (System.Net.IPAddress.TryParse(bound.Host, out var ip) && System.Net.IPAddress.IsLoopback(ip)))) is { } open
            ? $"Warning: {open} is open to other machines, and not encrypted: passwords and sessions can be read on the way. Put a proxy before it that speaks HTTPS, and name it with --proxies."
            : null;

    private static async Task ReadyAsync(this WebApplication app)
    {
        var services = app.Services;
        var clock = services.GetRequiredService<TimeProvider>();
        var began = clock.GetTimestamp();
        await Mending.LoadAsync(services.GetRequiredService<NetworkLoader>(), services.GetRequiredService<INetworkStore>(), app.Lifetime.ApplicationStopping);
        await SeedAsync(app);

        var address = app.Urls.FirstOrDefault()?.TrimEnd('/') ?? "http://localhost:5080";
        var code = services.GetRequiredService<WelcomeCode>().MakeFirst();
        services.GetRequiredService<Readiness>().Declare();
        Console.WriteLine($"Ready after {clock.GetElapsedTime(began).TotalSeconds:0.0} s. Open {address}");
        if (!PageRoutes.AreBuilt(app.Environment))
        {
            Console.Error.WriteLine("The pages are not built, so browsers get only a note; the API and /docs work. Building them needs Node.js 20 or later (with npm): install it from https://nodejs.org, then start again with dotnet run.");
        }

        if (Exposed(app.Urls, app.Configuration["proxies"]) is { } warning)
        {
            Console.Error.WriteLine(warning);
        }

        if (code is not null)
        {
            Console.WriteLine($"Steward's link, shown only this once: {address}/welcome/{code}");
        }
    }

    /// <summary>An empty network gets the seed that was chosen; one whose first seeding was interrupted gets the rest of it.</summary>
    private static async Task SeedAsync(WebApplication app)
    {
        var latest = app.Services.GetRequiredService<NetworkView>().Latest.Sequence;
        var newest = await app.Services.GetRequiredService<LogReader>().BackAsync(latest + 1, _ => false, app.Lifetime.ApplicationStopping).FirstOrDefaultAsync();
        var progress = latest == 0 ? new SeedProgress(Chosen(app.Configuration)) : newest is null ? null : SeedProgress.Unfinished(newest);
        if (progress is null)
        {
            return;
        }

        var folder = app.Configuration["seed-path"] ?? SeedFolder.Find(app.Environment.ContentRootPath) ?? SeedFolder.Find(AppContext.BaseDirectory);
        if (progress.Choice == SeedChoice.None || folder is null)
        {
            Console.WriteLine(folder is null ? "No folder graph-seed was found; the network starts empty." : "The network starts empty (--seed none).");
            return;
        }

        Console.WriteLine((progress.Done, progress.Choice) switch
        {
            ( > 0, _) => $"The first start was interrupted; loading the rest of its seed ({progress}).",
            (_, SeedChoice.Demo) => "First start: loading the demonstration network. Facts carry their sources; what is invented is marked \"contoh\" on every record.",
            _ => "First start: loading the reference network of real institutions.",
        });
        try
        {
            var hash = await app.Services.GetRequiredService<SeedLoader>().LoadAsync(new SeedFolder(folder), progress, Console.WriteLine, app.Lifetime.ApplicationStopping);
            Console.WriteLine($"Seed loaded, SHA-256 {hash}");
        }
        catch (InvalidDataException) when (app.Services.GetRequiredService<INetworkStore>() is { IsShared: true } store && store.Head.Sequence > latest)
        {
            Console.WriteLine("Another process loads the seed; waiting for it.");
            await OthersAsync(app, store);
            await SeedAsync(app);
        }
    }

    /// <summary>Waits while another process that uses the same database is seen to load the seed.</summary>
    private static async Task OthersAsync(WebApplication app, INetworkStore store)
    {
        var (view, clock) = (app.Services.GetRequiredService<NetworkView>(), app.Services.GetRequiredService<TimeProvider>());
        for (var still = 0; still < 30; still++)
        {
            var before = view.Latest.Sequence;
            await store.FollowAsync(app.Lifetime.ApplicationStopping);
            await app.Services.GetRequiredService<NetworkWriter>().CatchUpAsync(app.Lifetime.ApplicationStopping);
            still = view.Latest.Sequence > before ? 0 : still;
            var newest = await app.Services.GetRequiredService<LogReader>().BackAsync(view.Latest.Sequence + 1, _ => false, app.Lifetime.ApplicationStopping).FirstAsync();
            if (SeedProgress.Unfinished(newest) is null)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), clock, app.Lifetime.ApplicationStopping);
        }
    }

    private static SeedChoice Chosen(IConfiguration configuration)
    {
        var wanted = configuration["seed"] ?? "demo";
        return Names<SeedChoice>.TryParse(wanted, out var choice) ? choice : throw new InvalidDataException($"--seed {wanted} is not known. Choose demo, reference or none.");
    }
}
