using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Ties;

/// <summary>Makes the link by which a side of a tie answers without an account, for whoever is no party of it. Who proposed a tie never gets the link for the other side, unless nobody else can pass it on;
/// then the link says so, and so does the answer that it brings.</summary>
public static class AskSide
{
    /// <summary>The link, and whom to send it to.</summary>
    /// <param name="Link">The whole address; null for who keeps the other side, unless she is to hand it on: a steward passes it on then.</param>
    /// <param name="Until">The last day on which it can surely be answered.</param>
    /// <param name="PassedOn">True when the other side hands it on.</param>
    /// <param name="Contacts">What the asked side recorded of itself with consent that holds today. None when the other side hands the link on: it is nothing for that side to see.</param>
    public sealed record Answer(string? Link, DateOnly Until, bool? PassedOn, IReadOnlyList<ContactDraft> Contacts);

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/{id}/link", async (string id, HttpContext context, TieLinks links, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        var asked = body.Then(b => Caller.Of(context) is { By: not null } ? Refusal.Of("token_hands_on_nothing", "") : Caller.Of(context).MayWrite
            ? AcceptAnswer.Read(b, "side", "passedOn").Then(side => PassedOn(b).Then(passedOn => StateTie.IdOf(id).Then<(TieId Tie, TieSide Side, bool PassedOn)>(tie => (tie, side, passedOn))))
            : Refusal.Of(Caller.Of(context).Account is null ? "steward_only" : "not_permitted", ""));
        return asked.TryValue(out var wanted) ? Made(context, wanted.Tie, wanted.Side, wanted.PassedOn, links, clock) : Problems.Refused(asked.Refusals, context);
    }).WithSummary("Makes the link by which a side of a tie answers without an account. It is told this once, and kept nowhere.")
        .Takes(ReadTie.InPath)
        .TakesBody("""{"side":"to","passedOn":false}""")
        .Gives("""{"link":"https://peta.example.org/hubungan/wnYTyL9PhKCPafwGC_M_MwAAAAAAaZ2mgJ0mC5bQbV0rPZrM1s5xyzE","until":"2026-03-15","contacts":[{"role":"Secretary","channel":"whatsapp","value":"+6281234567890","purpose":"Invitations","consent":{"givenBy":"The secretary","given":"2026-01-05"}}]}""", about: "The link, and the contacts that the asked side recorded itself, with consent that holds today. Who keeps the other side gets none, unless she is to pass it on.")
        .Refuses("steward_only", "not_permitted", "token_hands_on_nothing", "element_unknown", "code_missing", "choice_unknown", "side_has_spoken", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_doubled", "field_unknown", "field_wrong_type");

    private static Outcome<bool> PassedOn(System.Text.Json.Nodes.JsonObject body)
    {
        var checks = new Checks();
        return checks.Finish(checks.Truth(body, "passedOn"));
    }

    private static IResult Made(HttpContext context, TieId id, TieSide side, bool passedOn, TieLinks links, TimeProvider clock)
    {
        if (Writes.Closed(context, new ElementRef(ElementKind.Tie, id.ToString())) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var asking = Asking.Of(context);
        if (asking.Graph.Find(new ElementRef(ElementKind.Tie, id.ToString())) is not Tie tie)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        // What the proposer passes on may be its own word, so it never takes the place of one that the side has given.
        if (passedOn && tie.Statements[side] is not null)
        {
            return Problems.Refused(Refusal.Of("side_has_spoken", "passedOn"), context);
        }

        var (now, today) = (clock.GetUtcNow(), Today.By(clock));
        var holds = passedOn || !IsOtherParty(context, tie, side, today);
        var organization = asking.Graph.Organization(side == TieSide.From ? tie.From : tie.To)!;
        var contacts = passedOn || !holds ? [] : ((OrganizationDraft)organization.ToDraft()).Contacts?.Where((_, i) => IsFor(organization.Contacts[i], today)).ToList() ?? [];
        var address = !holds ? null : $"{SiteAddress.Of(context)}/hubungan/{links.Make(tie, side, passedOn, now)}";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(new Answer(address, Today.Of(now + TieLinks.Lifetime).AddDays(-1), passedOn ? true : null, contacts), Wire.Options);
    }

    /// <summary>True when somebody may be asked by a contact whether a tie is true: that is what it was allowed for, and the consent holds.</summary>
    private static bool IsFor(Contact contact, DateOnly today) => contact.Purposes.Contains(ContactPurpose.ConfirmingTies) && contact.ConsentOn(today) == ConsentState.Given;

    /// <summary>True for who keeps the other side, and not the asked one as well.</summary>
    private static bool IsOtherParty(HttpContext context, Tie tie, TieSide side, DateOnly today)
    {
        var (full, account) = (context.RequestServices.GetRequiredService<NetworkView>().Latest.Full, Caller.Of(context).Account!);
        return Statements.Keeps(full, account, today, tie, side == TieSide.From ? TieSide.To : TieSide.From) && !Statements.Keeps(full, account, today, tie, side);
    }
}
