using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Exports;

/// <summary>The network, or a part of it, as a file: what whoever asks may see, written as it is sent.</summary>
public static class ExportNetwork
{
    private const int MostChosen = 500;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{format}", AnswerAsync)
        .WithSummary("The network, or a part of it, as a file.")
        .Takes(
            Parameter.Path("format", "How: " + string.Join(" ", ExportFormat.All.Select(f => $"`{f.Name}`: {f.About}")), "graphml") with { Choices = [.. ExportFormat.All.Select(f => f.Name)] },
            Parameter.Query("region", "Only organizations and needs of a region.", "34", "region_code_malformed", "region_unknown"),
            Parameter.Term("kind", "Only organizations of this kind of actor.", "ngo"),
            Parameter.Query("organizations", $"Only these organizations: ids with commas between them, {MostChosen} at most.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed", "list_too_long", "element_unknown"),
            Parameter.Query("neighbours", "Whether those who are tied to one of them come along. Ties are told where both ends are in the file.", true, "parameter_malformed"),
            Parameter.Query("at", "Only what holds on that day; without it all that is recorded, ended ties and retired organizations as well.", "2026-03-01", "date_malformed"),
            Parameter.AsOf,
            Parameter.Query("list", "Of `csv`: one list instead of a zip file with all.", "organizations", "choice_unknown") with { Choices = [.. Sheets.All.Select(s => s.Name)] },
            Parameter.Query("language", "The language of labels and headings, for links: a browser asks for files in its own.", "en", "choice_unknown") with { Choices = ["id", "en"] },
            Parameter.Query("separator", "Of `csv` and `hxl`: what stands between cells; spreadsheets with Indonesian settings expect a semicolon.", "semicolon", "choice_unknown") with { Choices = Names<Separator>.All })
        .GivesBytes("application/octet-stream", "The file, in the media type of its format.")
        .Refuses("export_format_unknown")
        .Costs(Cost.Export);

    private static async Task<IResult> AnswerAsync(string format, HttpContext context, TimeProvider clock, SecurityLog log, ChangesetId ids)
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var known = ExportFormat.Find(format);
        asked.Checks.Require(known is not null, "export_format_unknown", "format", ("choices", ExportFormat.All.Select(f => f.Name).ToArray()));
        var language = asked.Text("language");
        asked.Checks.Require(language is null or "id" or "en", "choice_unknown", "language", ("value", language), ("choices", new[] { "id", "en" }));
        var part = Read(asked, asking, language switch { "id" => Language.Indonesian, "en" => Language.English, _ => asking.Telling.Language });
        var list = asked.Text("list");
        var sheet = Sheets.All.FirstOrDefault(s => s.Name == list);
        asked.Checks.Require(list is null || sheet is not null, "choice_unknown", "list", ("value", list), ("choices", Sheets.All.Select(s => s.Name).ToArray()));
        var separator = asked.Text("separator") is { } text ? asked.Checks.Choice("separator", text, Separator.Comma) : Separator.Comma;
        if (asked.Refusals.Count > 0 || known is null)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var (selection, name) = part();

        var options = new ExportOptions(SiteAddress.Of(context), Today.By(clock), known is Csv ? sheet : null, separator switch { Separator.Semicolon => ';', Separator.Tab => '\t', _ => ',' }, asking.Caller.IsSteward ? ids.Of(asking.Graph.Sequence) : null);
        await log.TakeDownAsync(context, known.Name);
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        var (media, extension) = options.List is { } one ? ("text/csv; charset=utf-8", one.Name + ".csv") : (known.MediaType, known.Extension);
        var cancellation = context.RequestAborted;
        return Results.Stream(output => known.WriteAsync(selection, options, output, cancellation), media, $"networkmap-{name}{Today.By(clock):yyyy-MM-dd}.{extension}");
    }

    /// <summary>What is asked for, to be gathered once it is known that all of it can be used.</summary>
    private static Func<(Selection Selection, string Name)> Read(Asked asked, Asking asking, Language language)
    {
        var region = asked.Value("region", RegionCode.Parse);
        asked.Known("region", region, asking.Graph);
        var kind = asked.Term("kind", Taxonomy.ActorKind, asking.Graph);
        var chosen = Chosen(asked, asking);
        var neighbours = asked.Flag("neighbours");
        var everything = new Selection(asking.Graph, asking.Caller.Audience, language) { Region = region, At = asked.Text("at") is null ? null : asked.At() };
        return () => region is null && kind is null && chosen is null
            ? (everything, "")
            : (everything.Of(o => (region is not { } r || (o.Region is { } at && r.Holds(at))) && (kind is not { } k || o.ActorKind == k) && chosen?.Contains(o.Id) != false, neighbours), region is { } code ? code.Value + "-" : "");
    }

    private static HashSet<OrganizationId>? Chosen(Asked asked, Asking asking)
    {
        if (asked.Text("organizations", 37 * (MostChosen + 1)) is not { } text)
        {
            return null;
        }

        var ids = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        asked.Checks.Require(ids.Length <= MostChosen, "list_too_long", "organizations", ("limit", MostChosen), ("length", ids.Length));
        var chosen = ids.Select(id => new OrganizationId(asked.Checks.Take("organizations", Ids.Parse(id)))).ToHashSet();
        asked.Checks.Require(asked.Refusals.Count > 0 || chosen.All(id => asking.Graph.Organization(id) is not null), "element_unknown", "organizations");
        return chosen;
    }

    /// <summary>What stands between cells.</summary>
    private enum Separator
    {
        /// <summary>The comma.</summary>
        Comma,

        /// <summary>The semicolon.</summary>
        Semicolon,

        /// <summary>The tab.</summary>
        Tab,
    }
}
