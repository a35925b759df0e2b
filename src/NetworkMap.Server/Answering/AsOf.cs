using System.Globalization;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Answering;

/// <summary>What of the record a question is about: <c>asOf=</c>, the id of a changeset or an instant (ISO 8601 with its offset). The answer repeats it in the header
/// <c>As-Of</c> as it was asked, never as the changeset that an instant fell on, which could be one that the asker may not see.</summary>
internal static class AsOf
{
    private const string Parameter = "asOf";
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The network as it was known then, or null when the question does not say or says it wrongly; what is wrong is among the refusals of the question.</summary>
    internal static async Task<NetworkSnapshot?> ReadAsync(HttpContext context, Asked asked)
    {
        var text = asked.Text(Parameter, 64);
        if (text is null)
        {
            return null;
        }

        var past = context.RequestServices.GetRequiredService<Past>();
        if (Instant(text) is { } instant)
        {
            asked.Checks.Require(instant <= context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), "as_of_future", Parameter, ("value", text));
            return asked.Refusals.Count > 0 ? null : Tell(context, asked, instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), await past.AtAsync(instant, context.RequestAborted));
        }

        var sequence = await ChangesetAsync(context, text);
        asked.Checks.Require(sequence is not null, "as_of_unknown", Parameter);
        return sequence is null ? null : Tell(context, asked, text, await past.AtAsync(sequence.Value, context.RequestAborted));
    }

    private static NetworkSnapshot? Tell(HttpContext context, Asked asked, string asOf, Outcome<NetworkSnapshot> past)
    {
        if (asked.Checks.Take("", past) is not { } snapshot)
        {
            return null;
        }

        context.Response.Headers["As-Of"] = asOf;
        return snapshot;
    }

    /// <summary>An instant with its offset; what has none could be meant in any of four time zones.</summary>
    private static DateTimeOffset? Instant(string text)
    {
        var written = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(written, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    /// <summary>The sequence of a changeset of which the asker can see something; one that is hidden is as unknown as one that never was.</summary>
    private static async Task<long?> ChangesetAsync(HttpContext context, string name)
    {
        if (!context.RequestServices.GetRequiredService<ChangesetId>().Read(name).TryValue(out var sequence)
            || await context.RequestServices.GetRequiredService<LogReader>().FindShortAsync(sequence, context.RequestAborted) is not { } change)
        {
            return null;
        }

        var asking = Asking.Of(context);
        var full = context.RequestServices.GetRequiredService<NetworkView>().Latest.Full;
        return asking.Caller.IsSteward || change.First.Any(r => RevisionAnswer.Of(r, full, asking) is not null) ? sequence : null;
    }
}
