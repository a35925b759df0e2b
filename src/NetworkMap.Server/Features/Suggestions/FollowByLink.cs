using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>The page behind the receipt of a suggestion: where it stands, what was decided and why, and a button that takes it back. Opening it changes nothing. It tells what its sender sent and was
/// told, and nothing else of what there is.</summary>
public static class FollowByLink
{
    /// <summary>As long as a receipt is, and no view of the client is.</summary>
    private const string Pattern = "/usulan/{code:minlength(20)}";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Pattern, (string code, HttpContext context, Receipts receipts, NetworkView view, TimeProvider clock) =>
            WriteAsync(context, Find(code, receipts, view), code, view, clock, isNew: context.Request.Query.ContainsKey("baru"))).ExcludeFromDescription();
        routes.MapPost(Pattern, async (string code, HttpContext context, Receipts receipts, NetworkView view, IMediator mediator, Throttle throttle, TimeProvider clock) =>
        {
            var suggestion = Find(code, receipts, view);
            if (suggestion is null)
            {
                await WriteAsync(context, null, code, view, clock);
                return;
            }

            var outcome = await mediator.Send(new WriteSuggestion.Request(Changes.Suggestions.Withdraw(suggestion.Id, null, Today.By(clock)), new Attribution(Suggestion.Public), IsSender: true), context.RequestAborted);
            await WriteAsync(context, Find(code, receipts, view), code, view, clock, refusals: outcome.Refusals);
        }).ExcludeFromDescription();
    }

    private static Suggestion? Find(string code, Receipts receipts, NetworkView view) => receipts.Read(code) is { } id ? view.Latest.Full.Find(id.Ref) as Suggestion : null;

    private static Task WriteAsync(HttpContext context, Suggestion? suggestion, string code, NetworkView view, TimeProvider clock, bool isNew = false, IReadOnlyList<Refusal>? refusals = null)
    {
        var (words, open) = (new SuggestWords(context.ChosenLanguage()), view.Latest.Public);
        var status = suggestion is null ? StatusCodes.Status404NotFound : refusals is { Count: > 0 } ? Problems.StatusOf(refusals[0].Code) : StatusCodes.Status200OK;
        var wanted = WantedFields.Read(suggestion?.Wanted);
        var organization = suggestion?.About is { Kind: ElementKind.Organization } about ? open.Find(about) as Organization : null;
        return BarePage.WriteAsync<FollowPage>(context, status, new FollowModel(words, code, suggestion, Today.By(clock))
        {
            Title = organization?.Name ?? TextOf(wanted.FirstOrDefault(f => f.Field == "name")?.After) ?? "",
            Organization = organization?.Id.ToString(),
            Wanted = [.. wanted.Where(f => f.After is not null && words.NameOf(f.Field) is not null).Select(f => (words.NameOf(f.Field)!, Shown(f, open, words)))],
            Refusals = refusals ?? [],
            IsNew = isNew,
        });
    }

    private static string Shown(FieldDifference field, NetworkGraph open, SuggestWords words) => (field.Field, TextOf(field.After)) switch
    {
        ("region", { } code) => RegionCode.Parse(code).TryValue(out var region) && open.Region(region) is { } found ? found.Name : code,
        ("actorKind", { } code) => Code.Parse(code).TryValue(out var kind) && open.Term(Taxonomy.ActorKind, kind) is { } term ? (words.Language == Language.English ? term.LabelEn : term.LabelId) : code,
        ("retired", { } text) when Today.TryRead(text, out var day) => day.ToString("d MMMM yyyy", words.Language.Culture()),
        (_, { } text) => text,
        _ => "",
    };

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
