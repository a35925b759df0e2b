using System.Diagnostics.Metrics;
using MediatR;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>How long each question and change takes between the edge and the edge, by its verb (<c>SuggestPartners</c>); nothing of what it asks.</summary>
internal sealed class QuestionFigures<TRequest, TResponse>(TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
{
    private static readonly string Verb = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Tracing.Source.StartActivity(Verb);
        var began = clock.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            QuestionFigures.Taking.Record(clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("verb", Verb));
        }
    }
}

/// <summary>The instrument of all verbs.</summary>
internal static class QuestionFigures
{
    internal static readonly Histogram<double> Taking = Tracing.Meter.CreateHistogram<double>("networkmap.verb.duration", "s", "Answering a question or carrying out a change.");
}
