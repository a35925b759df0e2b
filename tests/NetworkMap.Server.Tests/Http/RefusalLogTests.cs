using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Http;
using NetworkMap.Server.Tests.Identity;

namespace NetworkMap.Server.Tests.Http;

/// <summary>Whom the server holds off stands in its log, by why and where, and not by what was asked.</summary>
public sealed class RefusalLogTests
{
    private const string Unknown = "00000000-0000-4000-8000-00000000a5a5";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_let_or_guesses_is_taken_down_once_and_without_what_was_asked()
    {
        var said = new ConcurrentQueue<string>();
        await using var server = await RunningServer.StartAsync("terms", adjust: services => services.AddSingleton<ILoggerProvider>(new Listener(said)));
        using var anybody = server.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            using var refused = await anybody.DeleteAsync($"/api/organizations/{Unknown}", Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var guesser = new Visitor(server);
        await guesser.SignInAsync("zqsari", "zqguess");
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/organizations");
        foreign.Headers.Add("Origin", "https://zqforeign.example");
        (await anybody.SendAsync(foreign, Cancellation)).Dispose();
        using var token = new HttpRequestMessage(HttpMethod.Get, "/api/regions");
        token.Headers.Add("Authorization", "Bearer nmt_zqtoken");
        (await anybody.SendAsync(token, Cancellation)).Dispose();
        var (member, account) = await server.MemberAsync(new GrantDraft { Role = "mediator" });
        using (member)
        {
            using var hers = await member.DeleteAsync($"/api/organizations/{Unknown}", Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, hers.StatusCode);
        }

        using var fine = await anybody.GetAsync("/api/regions", Cancellation);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        Assert.Equal(
            [
                "Held off steward_only (403): DELETE /api/organizations/{id}, nobody signed in, 0 times more since it was last told.",
                "Held off sign_in_failed (422): POST /masuk, nobody signed in, 0 times more since it was last told.",
                "Held off origin_foreign (403): POST no route, nobody signed in, 0 times more since it was last told.",
                "Held off token_invalid (401): GET /api/regions/, nobody signed in, 0 times more since it was last told.",
                $"Held off not_permitted (403): DELETE /api/organizations/{{id}}, {account}, 0 times more since it was last told.",
            ],
            said);
    }

    /// <summary>Hears what the log of refusals says.</summary>
    private sealed class Listener(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        private bool listens;

        public ILogger CreateLogger(string categoryName) => new Listener(said) { listens = categoryName == typeof(RefusalLog).FullName };

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => listens;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (listens)
            {
                said.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
