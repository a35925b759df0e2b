using System.Runtime.CompilerServices;
using System.Text.Json;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>The log as a file, oldest first: a line of JSON for each change of which the asker can see something today, in the form in which one change is answered. A large change goes on in
/// further lines of the same id.</summary>
public static class ExportLog
{
    /// <summary>Elements of a line, at most.</summary>
    private const int OfLine = 200;

    private const string MediaType = "application/x-ndjson";
    private static readonly byte[] End = "\n"u8.ToArray();

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/log", async (HttpContext context, TimeProvider clock, ChangesetId ids, SecurityLog security) =>
    {
        var asked = new Asked(context, clock);
        var language = asked.Text("language");
        asked.Checks.Require(language is null or "id" or "en", "choice_unknown", "language", ("value", language), ("choices", new[] { "id", "en" }));
        if (language is "id" or "en")
        {
            // A link cannot say it in a header.
            context.Request.Headers.AcceptLanguage = language;
        }

        var after = asked.Value("after", ids.Read) ?? 0;
        var asking = Asking.Of(context);
        var wanted = new ChangesWanted(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        await security.TakeDownAsync(context, "log");
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return Results.Stream(output => WriteAsync(context, asking, wanted, after, output), MediaType, $"networkmap-log-{Today.By(clock):yyyy-MM-dd}.ndjson");
    }).WithSummary("The log, or a part of it, as a file.")
        .Takes(
        [
            .. ChangesWanted.Taken,
            Parameter.Query("after", "Only changes after this one, by its id: what a program has already it need not read again.", "1553bb6b2df0e63c7edc07bb227a7036", "changeset_unknown"),
            Parameter.Query("language", "The language of sentences, for links: a browser asks for files in its own.", "en", "choice_unknown") with { Choices = ["id", "en"] },
        ])
        .GivesBytes("application/octet-stream", $"Lines of JSON (application/x-ndjson), oldest first, each as `/api/changesets/{{id}}` answers it. A change of more than {OfLine} elements goes on in further lines of the same id. A last line that has `incomplete` alone says, in a sentence, that changes are left out since their records are damaged.")
        .Costs(Cost.Export);

    private static async Task WriteAsync(HttpContext context, Asking asking, ChangesWanted wanted, long after, Stream output)
    {
        var damaged = new List<DamagedException>();
        await foreach (var line in LinesAsync(context, asking, wanted, after, damaged, context.RequestAborted))
        {
            await LineAsync(line);
        }

        if (damaged.Count > 0)
        {
            await LineAsync(new { incomplete = Faults.Incomplete(damaged, asking.Caller.IsSteward, context.LanguageOf()) });
        }

        async Task LineAsync(object line)
        {
            await JsonSerializer.SerializeAsync(output, line, Wire.Options, context.RequestAborted);
            await output.WriteAsync(End, context.RequestAborted);
        }
    }

    private static async IAsyncEnumerable<ChangesetAnswer> LinesAsync(HttpContext context, Asking asking, ChangesWanted wanted, long after, List<DamagedException> damaged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var (log, merged, ids, unseen, full) = (services.GetRequiredService<LogReader>(), services.GetRequiredService<MergedPast>(), services.GetRequiredService<ChangesetId>(), services.GetRequiredService<UnseenChanges>(), services.GetRequiredService<NetworkView>().Latest.Full);
        for (var sequence = after + 1; sequence <= full.Sequence; sequence++)
        {
            if (asking.Caller.Audience == Domain.Privacy.Audience.Public && unseen.Has(sequence))
            {
                continue;
            }

            var (changeset, gone) = await ReadAsync(sequence);
            if (changeset is null || ChangesetAnswer.Of(LoggedChange.Of(changeset, OfLine), full, asking, ids, gone) is not { } seen || wanted.Told(seen) is not { } head)
            {
                continue;
            }

            foreach (var elements in changeset.Revisions.Select(r => RevisionAnswer.Of(r, full, asking, gone)).OfType<RevisionAnswer>().Chunk(OfLine))
            {
                yield return (await ToldAccounts.ToldAsync(context, [head with { Elements = elements }]))[0];
            }
        }

        async Task<(Changeset? Changeset, IReadOnlyDictionary<ElementRef, Element> Gone)> ReadAsync(long sequence)
        {
            try
            {
                var found = await log.FindAsync(sequence, cancellation);
                found = found is null ? null : found with { Revisions = await merged.BoundAsync(found.Revisions, sequence, asking.Caller.Audience, full, cancellation) };
                return (found, found is null ? new Dictionary<ElementRef, Element>() : await Departed.OfAsync(found.Revisions, asking, log, cancellation, damaged.Add));
            }
            catch (DamagedException damage)
            {
                damaged.Add(damage);
                return (null, new Dictionary<ElementRef, Element>());
            }
        }
    }
}
