using NetworkMap.Server.Http;
using NetworkMap.Server.Http.Description;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>The map for programs of maps: OGC API Features Part 1 (core), as GeoJSON and as pages, described in OpenAPI 3.0. It says what the public may see, whoever asks.</summary>
public static class OgcRoutes
{
    /// <summary>Where the description is.</summary>
    internal const string Description = "/openapi/ogc.json";

    /// <summary>Its media type.</summary>
    internal const string DescriptionType = "application/vnd.oai.openapi+json;version=3.0";

    /// <summary>Maps the routes.</summary>
    public static void MapOgc(this WebApplication app)
    {
        var group = app.MapGroup("/ogc").WithTags("ogc").WithMetadata(new Described.BadRequests());
        ReadOgc.Map(group);
        ReadFeatures.Map(group);
        app.Use((context, next) =>
        {
            if (context.Request.Path.Equals(Description, StringComparison.OrdinalIgnoreCase))
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.ContentType = context.Response.StatusCode == StatusCodes.Status200OK ? DescriptionType : context.Response.ContentType;
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
        app.MapOpenApi($"/openapi/{{documentName:regex(^{DocumentDescription.Geographic}$)}}.json").CacheOutput(policy => policy.Expire(TimeSpan.FromDays(1)).SetVaryByHost(false)).ExcludeFromDescription();
    }
}
