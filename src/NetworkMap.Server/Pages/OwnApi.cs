using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Pages;

/// <summary>Asks the API what a page shows, in the process and for the same asker, so that a page can say nothing that the API would not.</summary>
/// <param name="pipeline">Routing and endpoints.</param>
internal sealed class OwnApi(RequestDelegate pipeline)
{
    /// <summary>The routing of the application as a pipeline of its own.</summary>
    internal static OwnApi Of(WebApplication app)
    {
        var branch = ((IApplicationBuilder)app).New();
        branch.UseRouting();
        branch.UseEndpoints(own => ((IEndpointRouteBuilder)app).DataSources.ToList().ForEach(own.DataSources.Add));
        return new OwnApi(branch.Build());
    }

    /// <summary>The answer to an address under <c>/api</c>, in a language; its status is 200 unless it was refused.</summary>
    internal async Task<(int Status, Said Body)> AskAsync(HttpContext outer, string address, Language language)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var features = new FeatureCollection(outer.Features);
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = outer.Request.Scheme,
            Protocol = outer.Request.Protocol,
            Path = at < 0 ? address : address[..at],
            QueryString = at < 0 ? "" : address[at..],
            Headers = { ["Host"] = outer.Request.Host.Value, ["Accept-Language"] = language == Language.English ? "en" : "id" },
        });
        if (Preview.Asked(outer.Request) is { } preview)
        {
            features.GetRequiredFeature<IHttpRequestFeature>().Headers[Preview.Header] = preview;
        }

        using var answer = new MemoryStream();
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set<IQueryFeature>(new QueryFeature(features));
        features.Set<IRouteValuesFeature>(new RouteValuesFeature());
        features.Set<IEndpointFeature>(new NoEndpoint());
        var inner = new DefaultHttpContext(features) { User = outer.User };
        try
        {
            await pipeline(inner);
        }
        catch (Exception fault) when (fault is DamagedException or StoreFailedException)
        {
            var refusal = Faults.RefusalOf(fault, Caller.Of(outer).IsSteward);
            return (Problems.StatusOf(refusal.Code), new Said(JsonSerializer.SerializeToElement(Problems.BodyOf([refusal], language), Wire.Options)));
        }

        await inner.Response.BodyWriter.FlushAsync(outer.RequestAborted);
        return (inner.Response.StatusCode, answer.Length == 0 ? default : new Said(JsonDocument.Parse(answer.ToArray()).RootElement));
    }

    private sealed class NoEndpoint : IEndpointFeature
    {
        public Endpoint? Endpoint { get; set; }
    }
}
