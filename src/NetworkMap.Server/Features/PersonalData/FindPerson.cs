using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Looks for a person by what she gives. What is looked for goes in the body and not in the address, which others note.</summary>
public static class FindPerson
{
    private const int Most = 200;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/search", async (HttpContext context, PersonFinder finder, NetworkView view) =>
    {
        if (RequestRoutes.Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var body = await BodyReader.ReadObjectAsync(context);
        var asked = body.Then(b =>
        {
            var checks = new Checks();
            checks.TakeOnly(b, "q", "past");
            var sought = checks.Text("q", checks.Stated(b, "q"), 300);
            checks.Require(sought.Length is 0 or > 2, "search_too_short", "q");
            return checks.Finish((Sought: sought, Past: checks.Truth(b, "past")));
        });
        if (!asked.TryValue(out var question))
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await finder.FindAsync(question.Sought, question.Past, context.RequestAborted);
        return Answers.Fleeting(context, new
        {
            count = found.Count,
            items = found.Take(Most).Select(p => new { element = p.Element, field = p.Field, contact = p.Contact, past = p.Past, title = TitleOf(context, p.Element, view) }),
        });
    }).WithSummary("Where something is kept that tells of a person, by a name, a number or an address that she gives; nothing of what is looked for is kept.")
        .TakesBody("""{"q":"0812-3456-7890","past":true}""")
        .Gives("""{"count":1,"items":[{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","field":"contacts","contact":0,"past":false,"title":"Kelompok Melati"}]}""")
        .Refuses("steward_only", "not_permitted", "preview_only_looks", "search_too_short", "text_missing", "text_too_long", "text_forbidden_character", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type");

    /// <summary>What an element is called today; its name in the log when it is gone.</summary>
    internal static string TitleOf(HttpContext context, string name, NetworkView view) =>
        name.Split('/', 2) is [var kind, var id] && Names<ElementKind>.TryParse(kind, out var known) && view.Latest.Full.Find(new ElementRef(known, id)) is { } element ? ReadErasure.TitleOf(context, element, view) : name;
}
