using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>How to reach an organization, by the consent that holds today. A question of its own that nobody keeps the answer to, so that a consent withdrawn or run out holds at
/// once everywhere (<see cref="Domain.Privacy.ContactSight"/>).</summary>
public static class ListContacts
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/contacts", (string id, HttpContext context, NetworkView view, TimeProvider clock) =>
    {
        var element = new ElementRef(ElementKind.Organization, id);
        var (asking, snapshot) = (Asking.Of(context), view.Latest);
        return asking.Graph.Find(element) is not Organization || snapshot.Full.Find(element) is not Organization whole
            ? Problems.Refused(Refusal.Of("element_unknown", "id"), context)
            : Answers.Fleeting(context, new { items = ContactAnswer.Of(whole, asking.Caller.Audience, Today.By(clock)) });
    }).WithSummary("How to reach an organization: the contacts whose consent lets the asker see them today.")
        .Takes(Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"))
        .Gives(
            """{"items":[{"name":"Ibu Melati","role":"Secretary","channel":"whatsapp","value":"+6281234567890","purposes":["publication"],"audience":"public","until":"2027-12-31"}]}""",
            about: "Each with the last day that it may be shown. Only the organization itself and stewards are told of those that are shown to nobody else, with the consent and how it stands.")
        .Refuses("element_unknown");
}
