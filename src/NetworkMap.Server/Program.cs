using NetworkMap.Server;
using NetworkMap.Server.Features;
using NetworkMap.Server.Features.Changesets;
using NetworkMap.Server.Features.Elements;
using NetworkMap.Server.Features.Nearest;
using NetworkMap.Server.Features.Organizations;
using NetworkMap.Server.Features.Regions;
using NetworkMap.Server.Features.Search;
using NetworkMap.Server.Features.Taxonomies;
using NetworkMap.Server.Features.Suggestions;
using NetworkMap.Server.Features.Ties;
using NetworkMap.Server.Http;
using NetworkMap.Server.Http.Description;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Live;
using NetworkMap.Server.Maps;
using NetworkMap.Server.Pages;

#pragma warning disable RS0030 // The one place where the clock is chosen.
var clock = TimeProvider.System;
#pragma warning restore RS0030
return await Start.RunAsync(args, clock, Build);

WebApplication Build()
{
    // Settings are read once: watching their files for changes costs a start more than reading them.
    var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
    if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
    {
        builder.WebHost.UseUrls("http://localhost:5080");
    }

    builder.WebHost.ConfigureKestrel(options => (options.AddServerHeader, options.Limits.MaxRequestBodySize) = (false, BodyReader.Limit));
    builder.Logging.AddQuiet();
    builder.Services.ConfigureHttpJsonOptions(options => Wire.Configure(options.SerializerOptions));
    var data = Path.GetFullPath(builder.Configuration["data"] ?? "data");
    builder.Services.AddNetwork(builder.Configuration, data, clock);
    builder.Services.AddAccounts(builder.Configuration, data);
    builder.Services.AddProxies(builder.Configuration);
    builder.Services.AddElements();
    builder.Services.AddChangesets();
    builder.Services.AddSuggestions().AddTies();
    builder.Services.AddStewardship(builder.Configuration);
    builder.Services.AddLive();
    builder.Services.AddMediator();
    builder.Services.AddMaps(builder.Configuration);
    builder.Services.AddDescription();
    builder.Services.AddCompression();
    builder.Services.AddTracing(builder.Configuration);

    var app = builder.Build();
    app.UseFaults(context => Caller.Of(context).IsSteward, FaultPage.WriteAsync);
    app.UseForwardedHeaders();
    app.UseHeaders();
    app.UseRoutes();
    app.UseWaiting();
    app.UseAskers();
    app.UseCompression();
    app.MapHealth();
    app.MapSession();
    app.MapElements();
    app.MapOrganizations();
    app.MapTies();
    app.MapSuggestions();
    app.MapJobs();
    app.MapNearest();
    app.MapTaxonomies();
    app.MapRegions();
    app.MapSearch();
    app.MapStandards();
    app.MapStewardship();
    app.MapChangesets();
    app.MapLive();
    app.MapTheMap();
    app.MapDocs();
    app.MapPages();
    return app;
}
