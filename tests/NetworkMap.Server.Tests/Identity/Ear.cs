using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Hears everything that is logged, with the exceptions that go with it.</summary>
internal sealed class Ear(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => heard.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
        // Holds nothing.
    }
}
