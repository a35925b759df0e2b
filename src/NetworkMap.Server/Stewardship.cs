using NetworkMap.Server.Features.Duplicates;
using NetworkMap.Server.Features.Imports;
using NetworkMap.Server.Features.People;
using NetworkMap.Server.Features.PersonalData;
using NetworkMap.Server.Features.Previews;

namespace NetworkMap.Server;

/// <summary>What only those who keep data ask for.</summary>
internal static class Stewardship
{
    internal static void AddStewardship(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPersonalData(configuration);
        services.AddImports();
        services.AddDuplicates();
    }

    internal static void MapStewardship(this IEndpointRouteBuilder app)
    {
        app.MapPreviews();
        app.MapPeople();
        app.MapPersonalData();
        app.MapImports();
        app.MapDuplicates();
    }
}
