using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Pages;

/// <summary>What the script of the account pages asks for passkeys: JSON, which no form of another site can send. There are no passkeys without a script.</summary>
internal static class PasskeyRoutes
{
    /// <summary>Maps the routes.</summary>
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/masuk/kunci/mulai", (HttpContext context, Passkeys passkeys) => AnswerAsync(context, async _ => Told(context, await passkeys.BeginSigningInAsync(context)))).ExcludeFromDescription();
        routes.MapPost("/masuk/kunci", (HttpContext context, Passkeys passkeys) => AnswerAsync(context, async body =>
            Done(context, await passkeys.SignInAsync(context, Text(body, "challenge"), Credential(body)), AccountPages.Local(Text(body, "next"))))).ExcludeFromDescription();
        routes.MapPost("/akun/kunci/mulai", (HttpContext context, Passkeys passkeys) => OfMineAsync(context, async (account, body) =>
            Told(context, await passkeys.BeginAddingAsync(context, account, Text(body, "password"))))).ExcludeFromDescription();
        routes.MapPost("/akun/kunci", (HttpContext context, Passkeys passkeys) => OfMineAsync(context, async (account, body) =>
            Done(context, await passkeys.AddAsync(context, account, Text(body, "challenge"), Credential(body), Text(body, "name")), "/akun?kabar=passkey"))).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<JsonObject, Task<IResult>> answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        var body = await BodyReader.ReadObjectAsync(context);
        return body.TryValue(out var read) ? await answer(read) : Problems.Refused(body.Refusals, context);
    }

    private static Task<IResult> OfMineAsync(HttpContext context, Func<Account, JsonObject, Task<IResult>> answer) => AnswerAsync(context, async body =>
        SignedIn.Of(context.User) is { } signedIn && await context.RequestServices.GetRequiredService<AccountUsers>().FindByIdAsync(signedIn.Account, context.RequestAborted) is { } account
            ? await answer(account, body)
            : Problems.Refused(Refusal.Of("not_permitted", ""), context));

    private static IResult Told(HttpContext context, Outcome<PasskeyQuestion> question) =>
        question.TryValue(out var asked) ? Results.Json(asked, Wire.Options) : Problems.Refused(question.Refusals, context);

    private static IResult Done(HttpContext context, Refusal? refusal, string next) => refusal is null ? Results.Json(new { next }, Wire.Options) : Problems.Refused(refusal, context);

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Credential(JsonObject body) => body["credential"]?.ToJsonString() ?? "{}";
}
