using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Imports;

/// <summary>The same file as a workbook with the verdict and the remarks beside each row, to be mended where it was written.</summary>
public static class RemarkImport
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/remarks", (HttpContext context, ImportWork work) =>
        work.WithAsync(context, async (imported, progress) =>
        {
            progress.Begin(WorkStage.Noting, imported.Plan.Tables.Sum(t => t.Table.RowCount));
            var output = new MemoryStream();
            await RemarkedWorkbook.WriteAsync(imported.Plan, Asking.Of(context).Telling, output, progress, context.RequestAborted);
            output.Position = 0;
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Stream(output, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Path.GetFileNameWithoutExtension(imported.Plan.File.Name) + "-catatan.xlsx");
        }))
        .WithSummary("The same file as a workbook, with what would become of each row, and why, beside it. Nothing is written.")
        .Takes(ImportRoutes.Work)
        .TakesFile()
        .GivesBytes("application/octet-stream", "The workbook, in its own media type.")
        .Refuses(ImportRoutes.Refusals)
        .Costs(Cost.Export);
}
