using MediatR;
using MessagePack;
using MessagePack.Resolvers;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Live;

/// <summary>Following the network: JSON for browsers, MessagePack for programs that ask for it.</summary>
public static class LiveRoutes
{
    /// <summary>What following needs.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        var limits = new LiveLimits();
        services.AddSingleton(limits);
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<LiveCursors>();
        services.AddSingleton<RecentChanges>();
        services.AddSingleton<LiveForms>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Follower>();
        services.AddSingleton<LongWork>();
        services.AddSingleton<SessionConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddHostedService<Heartbeat>();

        // SignalR logs every refusal of a caller's nonsense as an error, with its stack; what fails on our side the hub tells itself.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSignalR(options => options.MaximumReceiveMessageSize = BodyReader.Limit)
            .AddJsonProtocol(options =>
            {
                Wire.Configure(options.PayloadSerializerOptions);
                options.PayloadSerializerOptions.MaxDepth = limits.Depth;
            })
            .AddMessagePackProtocol(options => options.SerializerOptions = MessagePackSerializerOptions.Standard
                .WithResolver(CompositeResolver.Create([new FollowAsked.Pack(), new LiveMessage.Pack()], [StandardResolver.Instance]))
                .WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(limits.Depth)));
    }

    /// <summary>Maps the hub, for pages of this site and for programs, and the place to start from.</summary>
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        // A page of another site may open a socket with this site's session: browsers ask nobody before.
        routes.MapHub<LiveHub>("/live", options => options.CloseOnAuthenticationExpiration = true).Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => Headers.IsForeign(context.Request)
                ? Problems.Refused(Refusal.Of("origin_foreign", ""), context).ExecuteAsync(context)
                : next(context);
        });
        routes.MapGet("/api/cursor", async (HttpContext context, Follower follower) =>
        {
            var audience = Caller.Of(context).Audience;
            context.Response.Headers.CacheControl = SignedIn.Of(context.User) is null ? "no-store" : "private, no-store";
            return Results.Json(new { cursor = await follower.CursorAsync(new DisclosureForm(audience, context.LanguageOf()), context.RequestAborted) }, Wire.Options);
        }).WithTags("live").WithSummary("Where the network is now: to be asked before anything else by whoever will follow, so that nothing between is missed.")
            .Gives("""{"cursor":"Zk3x9QmB1v0"}""", about: "Opaque; for `since` of the hub at `/live`.");
    }

    /// <summary>Takes every change down for the feed.</summary>
    internal sealed class TakeDown(LiveFeed feed) : INotificationHandler<NetworkChanged>
    {
        public Task Handle(NetworkChanged notification, CancellationToken cancellationToken)
        {
            feed.TakeDown(notification);
            return Task.CompletedTask;
        }
    }

    /// <summary>Every second looks which streams are due to be told where they are, which are stuck, and whose rights ran out.</summary>
    internal sealed class Heartbeat(LiveFeed feed, SessionConnections sessions, TimeProvider clock) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                feed.Beat();
                sessions.Recheck();
            }
        }
    }
}
