using NetworkMap.Server.Features.Coverage;
using NetworkMap.Server.Features.Introductions;
using NetworkMap.Server.Features.Partners;

namespace NetworkMap.Server;

/// <summary>The three questions that the product is for: who fits, who can introduce, and where nobody helps.</summary>
internal static class ThreeJobs
{
    internal static void MapJobs(this IEndpointRouteBuilder app)
    {
        app.MapPartners();
        app.MapIntroductions();
        app.MapCoverage();
    }
}
