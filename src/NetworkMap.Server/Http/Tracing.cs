using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NetworkMap.Server.Http;

/// <summary>What the server tells of its own work: durations and counts, never what somebody asked, wrote or looked near to. It leaves the process only when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
public static class Tracing
{
    /// <summary>The name of the server's own activities and instruments.</summary>
    public const string Name = "NetworkMap";

    /// <summary>The addresses whose path, or whose form, is a secret.</summary>
    private static readonly PathString[] Secret = ["/welcome", "/hubungan", "/undangan", "/pulihkan", "/masuk/lembaga", "/surel", "/usulan"];

    /// <summary>What a request's span is told by the instrumentation, and what could name a person or what she asked.</summary>
    private static readonly string[] Personal = ["url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];

    /// <summary>Begins the server's own activities.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Makes the server's own instruments; durations are in seconds.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Collects and exports, when there is somewhere to export to.</summary>
    public static void AddTracing(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? Name))
            .WithTracing(tracing => tracing.AddSource(Name).AddAspNetCoreInstrumentation(Discreet).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    private static void Discreet(AspNetCoreTraceInstrumentationOptions options)
    {
        options.RecordException = false;
        options.Filter = context => !Array.Exists(Secret, s => context.Request.Path.StartsWithSegments(s, StringComparison.OrdinalIgnoreCase));
        options.EnrichWithHttpRequest = (activity, _) => Forget(activity);
        options.EnrichWithHttpResponse = (activity, _) => Forget(activity);
    }

    private static void Forget(Activity activity)
    {
        foreach (var tag in Personal)
        {
            activity.SetTag(tag, null);
        }
    }
}
