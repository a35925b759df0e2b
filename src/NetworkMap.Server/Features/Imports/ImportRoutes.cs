using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Imports;

/// <summary>What comes into the network as a file.</summary>
public static class ImportRoutes
{
    /// <summary>Why a file cannot be read, or may not be brought.</summary>
    internal static string[] Refusals { get; } =
        ["steward_only", "preview_only_looks", "import_not_permitted", "import_not_multipart", "import_file_missing", "file_too_large", "import_settings_malformed", "body_too_large", "text_too_long", "text_forbidden_character", "too_many_requests"];

    /// <summary>The id of a piece of work.</summary>
    internal static Parameter Work { get; } = Parameter.Query("work", "An id of your own for this piece of work, a UUID: the hub at `/live` tells your account alone under it, by its stream `Progress(id)`, how far it is. It tells stage and numbers.", "0d9c1f0e-6f0b-4d38-9d0f-6a1c1f3e2b7a", "id_malformed", "id_missing");

    /// <summary>What the routes need.</summary>
    public static void AddImports(this IServiceCollection services) => services.AddSingleton<ImportWork>();

    /// <summary>Maps the routes.</summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/imports").WithTags("imports").WithMetadata(new BroughtFile.Size());
        CheckImport.Map(group);
        ApplyImport.Map(group);
        RemarkImport.Map(group);
    }

    /// <summary>Tells that the body is a file beside what was decided about it.</summary>
    internal static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => Described.TakesFile(route, """{"source":"Daftar mitra 2026","tables":{"mitra":{"list":"organizations","columns":{"A":"name"},"defaults":{"actorKind":"ngo"}}},"leaveOut":false}""");
}
