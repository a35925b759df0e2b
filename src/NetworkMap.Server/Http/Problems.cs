using System.Globalization;
using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Graph;

namespace NetworkMap.Server.Http;

/// <summary>Refusals as problem details (RFC 9457): a stable code, and for each field what is wrong and how to mend it in the language asked for.</summary>
public static class Problems
{
    private const string MediaType = "application/problem+json";

    /// <summary>The answer to a refused request. The first refusal gives the code and the title; all of them stand in <c>errors</c>.</summary>
    /// <param name="refusals">At least one.</param>
    /// <param name="context">The request.</param>
    /// <param name="more">Further members, such as <c>current</c> of a conflict.</param>
    public static IResult Refused(IReadOnlyList<Refusal> refusals, HttpContext context, IReadOnlyDictionary<string, object?>? more = null)
    {
        var status = Described.StatusOf(refusals[0].Code, context.GetEndpoint()?.Metadata.GetMetadata<Described.BadRequests>());
        var body = BodyOf(refusals, context, more);
        body["status"] = status;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = refusals[0].Arguments.GetValueOrDefault("seconds") is int seconds ? seconds.ToString(CultureInfo.InvariantCulture)
                : status == StatusCodes.Status429TooManyRequests ? "5" : "2";
        }

        context.Response.Headers.CacheControl = "no-store";
        RefusalLog.Note(context, refusals[0].Code);
        return Results.Json(body, Wire.Options, MediaType, status);
    }

    /// <summary>What a problem says to whoever sent the request.</summary>
    internal static Dictionary<string, object?> BodyOf(IReadOnlyList<Refusal> refusals, HttpContext context, IReadOnlyDictionary<string, object?>? more)
    {
        var graph = context.RequestServices.GetRequiredService<NetworkView>().Latest.Public;
        var language = context.LanguageOf();
        var body = BodyOf([.. refusals.Select(r => ShownRefusal.Of(r, graph, language))], language);
        foreach (var (name, value) in more ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            body[name] = value;
        }

        return body;
    }

    /// <summary>What a problem says.</summary>
    internal static Dictionary<string, object?> BodyOf(IReadOnlyList<Refusal> refusals, Language language)
    {
        var first = refusals[0];
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = "about:blank#" + first.Code,
            ["title"] = RefusalWords.Sentence(first, language),
            ["status"] = StatusOf(first.Code),
            ["code"] = first.Code,
            ["errors"] = refusals.Select(r => new
            {
                code = r.Code,
                field = r.Field,
                message = RefusalWords.Sentence(r, language),
                mend = RefusalWords.Mend(r, language),
                arguments = r.Arguments,
            }).ToList(),
        };
    }

    /// <summary>A single refusal as an answer.</summary>
    public static IResult Refused(Refusal refusal, HttpContext context) => Refused([refusal], context);

    /// <summary>The status of a refusal code: 404 for what is not there, 405 for what cannot be done there, 409 for what moved on, 401 for a token that is not known, 403 for who may not, 503 for a server that starts or a store in trouble, 500 for a record that is damaged and stays so, 400 for what
    /// cannot be read, else 422.</summary>
    public static int StatusOf(string code) => code switch
    {
        "element_unknown" or "not_merged" or "changeset_unknown" or "route_unknown" => StatusCodes.Status404NotFound,
        "version_stale" or "revert_blocked" or "revert_done" or "revert_leaned_on" or "revert_unfounded" or "change_widens" or "revert_widens" or "restore_widens" or "suggestion_widens" or "suggestion_decided" or "element_in_use" or "element_erased" or "element_exists" or "tie_duplicate" or "side_has_spoken" or "statement_not_waiting" or "import_moved_on" or "import_stopped" or "import_open" or "organization_merged" or "merge_unfit" or "unmerge_later_first" or "unmerge_undecided" => StatusCodes.Status409Conflict,
        "steward_only" or "sign_in_first" or "preview_only_looks" or "not_permitted" or "grant_not_permitted" or "origin_foreign" or "origin_missing" or "token_read_only" or "token_hands_on_nothing" or "token_opens_no_page" or "import_not_permitted" => StatusCodes.Status403Forbidden,
        "token_invalid" => StatusCodes.Status401Unauthorized,
        "record_damaged" => StatusCodes.Status500InternalServerError,
        "starting" or "store_failed" or "store_full" or "store_away" or "write_failed" or "institution_away" => StatusCodes.Status503ServiceUnavailable,
        "body_malformed" or "field_doubled" or "field_unknown" or "field_wrong_type" or "body_empty" or "body_not_json" or "body_not_object" or "text_not_utf8" or "import_not_multipart" or "import_settings_malformed" => StatusCodes.Status400BadRequest,
        "method_not_allowed" => StatusCodes.Status405MethodNotAllowed,
        "body_too_large" or "file_too_large" => StatusCodes.Status413PayloadTooLarge,
        "version_missing" => StatusCodes.Status428PreconditionRequired,
        "welcome_used" or "link_used" or "link_void" => StatusCodes.Status410Gone,
        "too_many_requests" or "too_many_attempts" or "too_many_suggestions" => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>How JSON goes over the wire.</summary>
public static class Wire
{
    /// <summary>Camel case, absent instead of null, text readable.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Gives options the form of the wire.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 32;
        return options;
    }
}
