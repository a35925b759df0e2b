using System.Globalization;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Ties;

/// <summary>The page behind the link of a tie: the side it was made for says that the tie is right, that it is not, or that it ended, without an account and without a script. Opening it changes nothing, since
/// messengers open links to show a preview; its buttons do, with the code in the body of the request, which is a secret that no other page knows. It shows what that side may know: the tie, the two names,
/// and what each said of it.</summary>
public static class AnswerByLink
{
    /// <summary>Who a change by a link is by; the organization that answered is told by the change itself.</summary>
    internal const string Author = "link";

    private static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>The request, with what it was given at the edge.</summary>
    public sealed record Request(TieLinks.Named Named, string Code, TieStatementDraft Said, DateTimeOffset Now) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        // Longer than /hubungan/baru, which is a form of the client, as all codes are.
        routes.MapGet("/hubungan/{code:minlength(5)}", (string code, HttpContext context, LinkLimit limit, TieLinks links, NetworkView view, TimeProvider clock) =>
            limit.Admits(context) ? ShowAsync(context, Open(code, links, view, clock), code, new Typed(null, null, null), []) : BusyAsync(context))
            .WithOrder(1).ExcludeFromDescription();
        routes.MapPost("/hubungan", async (HttpContext context, LinkLimit limit, TieLinks links, NetworkView view, IMediator mediator, TimeProvider clock) =>
            await (limit.Admits(context) ? PressAsync(context, links, view, mediator, clock) : BusyAsync(context))).ExcludeFromDescription();
    }

    private static async Task PressAsync(HttpContext context, TieLinks links, NetworkView view, IMediator mediator, TimeProvider clock)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        string? Field(string name) => form[name].LastOrDefault() is { Length: > 0 } text ? text : null;
        var (code, typed) = (Field("code") ?? "", new Typed(Field("word"), Field("reason"), Field("until")));
        if (Open(code, links, view, clock) is not { } tie || TieLinks.Read(code) is not { } named)
        {
            await ShowAsync(context, null, code, typed, []);
            return;
        }

        if (Field("bahasa") is { } language and ("id" or "en"))
        {
            // The page in the other language, with what was typed. It is the last button of the form, so that the return key never presses it.
            context.Request.QueryString = QueryString.Create("bahasa", language);
            await ShowAsync(context, tie, code, typed, []);
            return;
        }

        var isEnd = Field("says") == Names<TieWord>.Of(TieWord.Ended);
        var until = DateOnly.TryParseExact(typed.Until?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default(DateOnly?);
        var said = new TieStatementDraft { Side = Names<TieSide>.Of(named.Side), Says = Field("says"), Word = typed.Word, Reason = Field("says") == Names<TieWord>.Of(TieWord.Disputed) ? typed.Reason : null, Until = isEnd ? until : null };
        var outcome = isEnd && typed.Until is { } text && until is null
            ? Refusal.Of("date_malformed", "until", ("value", text))
            : await mediator.Send(new Request(named, code, said, clock.GetUtcNow()), context.RequestAborted);
        if (!outcome.IsRefused && view.Latest.Full.Find(tie.Ref) is Tie now)
        {
            await WriteAsync(context, StatusCodes.Status200OK, Model(context, now, named, code, typed, []) with { IsDone = true });
            return;
        }

        await ShowAsync(context, outcome.Refusals.Any(r => r.Code == "link_void") ? null : tie, code, typed, outcome.Refusals);
    }

    /// <summary>The tie of a code that can be answered now.</summary>
    private static Tie? Open(string code, TieLinks links, NetworkView view, TimeProvider clock) =>
        TieLinks.Read(code) is { } named && view.Latest.Full.Find(new ElementRef(ElementKind.Tie, named.Tie.ToString())) is Tie tie && links.Fits(code, tie, clock.GetUtcNow()) ? tie : null;

    private static Task ShowAsync(HttpContext context, Tie? tie, string code, Typed typed, IReadOnlyList<Refusal> refusals) => tie is null || TieLinks.Read(code) is not { } named
        ? WriteAsync(context, StatusCodes.Status410Gone, new LinkModel(new LinkWords(context.ChosenLanguage()), code, typed))
        : WriteAsync(context, refusals.Count == 0 ? StatusCodes.Status200OK : Problems.StatusOf(refusals[0].Code), Model(context, tie, named, code, typed, refusals));

    private static Task BusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return WriteAsync(context, StatusCodes.Status429TooManyRequests, new LinkModel(new LinkWords(context.ChosenLanguage()), "", new Typed(null, null, null)) { IsBusy = true });
    }

    private static LinkModel Model(HttpContext context, Tie tie, TieLinks.Named named, string code, Typed typed, IReadOnlyList<Refusal> refusals)
    {
        var words = new LinkWords(context.ChosenLanguage());
        var graph = context.RequestServices.GetRequiredService<NetworkView>().Latest.Full;
        var telling = new Telling(graph, words.Language, context.RequestServices.GetRequiredService<AutoMapper.IMapper>());
        var shown = tie with { Details = tie.Details is { } details ? details with { Statements = tie.Statements.Bare() } : null };
        return new LinkModel(words, code, typed)
        {
            Tie = tie,
            Side = named.Side,
            Name = graph.Organization(named.Side == TieSide.From ? tie.From : tie.To)!.Name,
            Saying = TieAnswer.Saying(tie, telling),
            Service = tie.Service is { } service ? (graph.Find(service.Ref) as Domain.Services.Service)?.Name : null,
            Stated = [.. Enum.GetValues<TieSide>().Select(side => StatementSentences.Of(shown, side, telling))],
            Faults = refusals.Select(r => new LinkFault(r.Field, $"{RefusalWords.Sentence(r, words.Language)} {RefusalWords.Mend(r, words.Language)}".TrimEnd())).ToList(),
        };
    }

    private static Task WriteAsync(HttpContext context, int status, LinkModel model) => BarePage.WriteAsync<LinkPage>(context, status, model);

    internal sealed class Handler(NetworkWriter writer, TieLinks links) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken)
        {
            Refusal? Admits(Tie tie) => links.Fits(request.Code, tie, request.Now) ? null : Refusal.Of("link_void", "");
            return writer.WriteAsync(new WriteRequest(Statements.State(request.Named.Tie, request.Said, request.Named.Way, Today.Of(request.Now), null, null, Admits), new Attribution(Author), OfTheHouse: true), cancellationToken);
        }
    }
}
