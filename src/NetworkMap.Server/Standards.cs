using NetworkMap.Server.Features.Directories;
using NetworkMap.Server.Features.Exports;
using NetworkMap.Server.Features.Ogc;

namespace NetworkMap.Server;

/// <summary>The network in the forms that others agreed on: as files, and as the APIs of their standards.</summary>
internal static class Standards
{
    internal static void MapStandards(this WebApplication app)
    {
        app.MapExports();
        app.MapDirectory();
        app.MapOgc();
    }
}
