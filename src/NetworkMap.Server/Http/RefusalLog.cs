namespace NetworkMap.Server.Http;

/// <summary>Takes down in the log of the process whom the server held off: who may not, who guesses, who asks without end, and pages of other sites. A line says why, at which route and of which account, and never an
/// address, a name, or what was asked. The same is told once in ten minutes, with how often it happened meanwhile, so that nobody fills a disk by being refused.</summary>
internal sealed class RefusalLog(ILogger<RefusalLog> logger, TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>Ways in that did not open; they are answered like a mistake in a form.</summary>
    private static readonly HashSet<string> WaysIn = new(StringComparer.Ordinal) { "sign_in_failed", "password_wrong", "recovery_failed", "passkey_failed" };

    private readonly Dictionary<(string Why, string Method, string Route, string Account), (long At, int Since)> told = [];
    private readonly Lock turn = new();

    /// <summary>Keeps the code of a refusal until its answer is sent.</summary>
    internal static void Note(HttpContext context, string code) => context.Items[typeof(RefusalLog)] = code;

    /// <summary>Takes down how a request was answered, when it was held off.</summary>
    internal void Write(HttpContext context)
    {
        var code = context.Items[typeof(RefusalLog)] as string;
        var status = context.Response.StatusCode;
        if (status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests) && !(code is not null && WaysIn.Contains(code)))
        {
            return;
        }

        var method = Methods.IsUsual(context.Request.Method) ? context.Request.Method : "another method";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        var account = context.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : "nobody signed in";
        if (IsDue((code ?? "refused", method, route, account)) is { } since)
        {
            logger.LogWarning("Held off {Why} ({Status}): {Method} {Route}, {Account}, {Since} times more since it was last told.", code ?? "refused", status, method, route, account, since);
        }
    }

    /// <summary>How often something happened since it was last told; null when it was told a moment ago.</summary>
    private int? IsDue((string Why, string Method, string Route, string Account) what)
    {
        lock (turn)
        {
            var isKnown = told.TryGetValue(what, out var before);
            if (isKnown && clock.GetElapsedTime(before.At) < Quiet)
            {
                told[what] = before with { Since = before.Since + 1 };
                return null;
            }

            if (!isKnown && told.Count >= Most)
            {
                foreach (var old in told.Where(t => clock.GetElapsedTime(t.Value.At) >= Quiet).Select(t => t.Key).ToList())
                {
                    told.Remove(old);
                }

                if (told.Count >= Most)
                {
                    return null;
                }
            }

            told[what] = (clock.GetTimestamp(), 0);
            return before.Since;
        }
    }
}
