using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Imports;

/// <summary>Says what would become of a file, row by row. Nothing is written, and nothing of the file is kept.</summary>
public static class CheckImport
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/check", (HttpContext context, ImportWork work) =>
        work.WithAsync(context, (imported, _) => Task.FromResult(Answers.Json(context, ImportAnswer.Of(imported, Asking.Of(context))))))
        .WithSummary("Says what would become of a file, row by row: create, update, unchanged, conflict, duplicate, or refused. Nothing is written.")
        .Takes(ImportRoutes.Work)
        .TakesFile()
        .Gives("""{"source":"Daftar mitra 2026","form":"csv","file":"mitra.csv","plan":"5f0c8a31d0b5a1c2c3d4e5f60718293a","counts":{"unchanged":0,"create":12,"update":3,"conflict":0,"duplicate":1,"refused":0,"left_aside":0},"writes":15,"widening":0,"remarks":[],"tables":[],"lists":[],"questions":{"regions":[],"terms":[]},"rows":[]}""",
            about: "The plan. `rows` tells at most 200 of each verdict; `remarks` of the same file as a workbook has all.")
        .Refuses(ImportRoutes.Refusals)
        .Costs(Cost.Export);
}
