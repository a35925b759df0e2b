using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>The pages by which anybody suggests a correction of an organization, or a new one, without an account and without a script. They show and measure what everybody may see. Telephone numbers
/// and other contacts are not taken: they belong to a person, who is not asked here.</summary>
public static class SuggestByPage
{
    private const string Told = "Usulan dari masyarakat";
    private const int MostRegions = 8;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/usulkan", (HttpContext context, NetworkView view) => ShowAsync(context, view.Latest.Public, null, Nothing)).ExcludeFromDescription();
        routes.MapGet("/usulkan/{id:guid}", (string id, HttpContext context, NetworkView view) => Find(view, id) is { } organization
            ? ShowAsync(context, view.Latest.Public, organization, As(organization))
            : WriteAsync(context, StatusCodes.Status404NotFound, new SuggestModel(WordsOf(context), Nothing) { IsGone = true })).ExcludeFromDescription();
        routes.MapPost("/usulkan", (HttpContext context, Sending sending) => sending.SendAsync(context, null)).ExcludeFromDescription();
        routes.MapPost("/usulkan/{id:guid}", (string id, HttpContext context, Sending sending) => sending.SendAsync(context, id)).ExcludeFromDescription();
    }

    private static TypedSuggestion Nothing { get; } = new(null, null, null, null, null, null, null, null);

    private static Organization? Find(NetworkView view, string id) => Ids.Parse(id.ToLowerInvariant()).TryValue(out var guid) ? view.Latest.Public.Organization(new OrganizationId(guid)) : null;

    private static TypedSuggestion As(Organization organization) => Nothing with { Name = organization.Name, Purpose = organization.Purpose, Website = organization.Website };

    private static SuggestWords WordsOf(HttpContext context) => new(context.ChosenLanguage());

    private static Task ShowAsync(HttpContext context, NetworkGraph open, Organization? about, TypedSuggestion typed, IReadOnlyList<SuggestChoice>? regions = null, params IReadOnlyList<SuggestFault> faults)
    {
        var words = WordsOf(context);
        var model = new SuggestModel(words, typed)
        {
            Of = about,
            Regions = regions ?? [],
            Faults = faults,
            Kinds = about is not null ? [] : [.. open.All(ElementKind.Term).Cast<Term>().Where(t => t.Taxonomy == Taxonomy.ActorKind).OrderBy(t => t.Order).Select(t => new SuggestChoice(t.Code.Value, words.Language == Language.English ? t.LabelEn : t.LabelId))],
        };
        return WriteAsync(context, faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, model);
    }

    private static Task WriteAsync(HttpContext context, int status, SuggestModel model) => BarePage.WriteAsync<SuggestPage>(context, status, model, "same-origin");

    /// <summary>Takes what was typed.</summary>
    public sealed class Sending(NetworkView view, IMediator mediator, Throttle throttle, Receipts receipts, TimeProvider clock)
    {
        internal async Task SendAsync(HttpContext context, string? id)
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
            string? Field(string name) => form[name].LastOrDefault() is { Length: > 0 } text ? text : null;
            var typed = new TypedSuggestion(Field("name"), Field("kind"), Field("where"), Field("region"), Field("purpose"), Field("website"), Field("words"), Field("sender")) { IsOver = Field("over") is not null, Since = Field("since") };
            var (open, about) = (view.Latest.Public, id is null ? null : Find(view, id));
            if (id is not null && about is null)
            {
                await WriteAsync(context, StatusCodes.Status404NotFound, new SuggestModel(WordsOf(context), typed) { IsGone = true });
                return;
            }

            var (region, regions, fault) = about is null ? RegionOf(open, typed, WordsOf(context)) : (null, [], null);
            var suggestion = new SuggestionId(Guid.NewGuid());
            var target = about?.Ref ?? new ElementRef(ElementKind.Organization, Guid.NewGuid().ToString("D"));
            var sent = new SuggestionSent(suggestion, target, DraftOf(about, typed, region, Today.By(clock)), typed.Words, typed.Sender, Suggestion.Public, Today.By(clock));
            var made = Changes.Suggestions.Of(sent, open, about is null ? null : view.Latest.Full.Find(about.Ref)?.Version);
            Refusal[] unsaid = about is null || !typed.IsOver ? [] : [.. Unsaid(typed)];
            var faults = unsaid.Concat(made.Refusals).Where(r => fault is null || r.Field != "region").Select(r => Told(r, context)).Concat(fault is null ? [] : [fault]).ToList();
            if (faults.Count > 0)
            {
                await ShowAsync(context, open, about, typed, regions, faults);
                return;
            }

            if (await throttle.TakeAsync(ThrottleRule.OfSuggestions, Throttle.AddressOf(context), context.RequestAborted) is { } wait)
            {
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                await BusyAsync(context, about, typed, SendSuggestion.Busy(wait));
                return;
            }

            var outcome = await mediator.Send(new WriteSuggestion.Request(Changes.Suggestions.Send(made.Value), new Attribution(Suggestion.Public), IsSender: true), context.RequestAborted);
            if (outcome.IsRefused)
            {
                await throttle.GiveBackAsync(ThrottleRule.OfSuggestions, Throttle.AddressOf(context), context.RequestAborted);
                await ShowAsync(context, open, about, typed, regions, [.. outcome.Refusals.Select(r => Told(r, context))]);
                return;
            }

            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"/usulan/{receipts.Make(suggestion)}?baru=1";
        }

        private static Task BusyAsync(HttpContext context, Organization? about, TypedSuggestion typed, Refusal busy) =>
            WriteAsync(context, StatusCodes.Status429TooManyRequests, new SuggestModel(WordsOf(context), typed) { Of = about, Faults = [Told(busy, context)], IsBusy = true });

        private static SuggestFault Told(Refusal refusal, HttpContext context)
        {
            var language = context.ChosenLanguage();
            return new SuggestFault(refusal.Field switch { "actorKind" => "kind", "region" => "where", "retired" => "since", var field => field }, $"{RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}".TrimEnd());
        }

        /// <summary>Who says that an organization is there no more says how she knows, and a day that there is, if any.</summary>
        private static IEnumerable<Refusal> Unsaid(TypedSuggestion typed)
        {
            if (string.IsNullOrWhiteSpace(typed.Words))
            {
                yield return Refusal.Of("text_missing", "words");
            }

            if (typed.Since is { } since && !Today.TryRead(since, out _))
            {
                yield return Refusal.Of("date_malformed", "since", ("value", since.Length > 40 ? since[..40] : since));
            }
        }

        /// <summary>The day on which an organization ceased to be, if that is what is said.</summary>
        private static DateOnly? Ended(Organization? about, TypedSuggestion typed, DateOnly today) =>
            about is null || !typed.IsOver ? about?.Retired : typed.Since is { } since && Today.TryRead(since, out var day) ? day : today;

        private static OrganizationDraft DraftOf(Organization? about, TypedSuggestion typed, string? region, DateOnly today) =>
            ((OrganizationDraft?)about?.ToDraft() ?? new OrganizationDraft { ActorKind = typed.Kind, Region = region, Provenance = new ProvenanceDraft { Source = SuggestByPage.Told, Unverified = true } })
                with { Name = typed.Name, Purpose = typed.Purpose?.ReplaceLineEndings("\n"), Website = typed.Website, Retired = Ended(about, typed, today) };

        /// <summary>The region that was chosen, or the only one of the name that was typed; else those that may be meant.</summary>
        private static (string? Region, IReadOnlyList<SuggestChoice> Choices, SuggestFault? Fault) RegionOf(NetworkGraph open, TypedSuggestion typed, SuggestWords words)
        {
            if (typed.Where is not { Length: > 0 and <= NameSearch.LongestText } where)
            {
                return (null, [], null);
            }

            var found = NameSearch.Find(open, where, FoundKind.Region, MostRegions).Select(f => f.Element).OfType<Region>().ToList();
            var choices = found.Select(r => new SuggestChoice(r.Code.Value, string.Join(", ", Path(open, r.Code)))).ToList();
            return found.Find(r => r.Code.Value == typed.Region) is { } chosen ? (chosen.Code.Value, choices, null)
                : found.Count == 1 ? (found[0].Code.Value, choices, null)
                : (null, choices, new SuggestFault("where", words[found.Count == 0 ? SuggestWords.NoRegion : SuggestWords.ManyRegions]));
        }

        private static IEnumerable<string> Path(NetworkGraph open, RegionCode code)
        {
            for (RegionCode? at = code; at is { } here; at = here.Parent)
            {
                yield return open.Region(here)?.Name ?? here.Value;
            }
        }
    }
}
