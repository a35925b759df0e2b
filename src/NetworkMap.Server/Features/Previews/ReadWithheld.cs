using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Previews;

/// <summary>What of an organization is withheld from whom somebody looks as, and what is not from her. It is the difference between two projections, so it says what the
/// policy did and not what it was meant to do.</summary>
public static class ReadWithheld
{
    /// <summary>A field of the organization, and what became of it.</summary>
    public sealed record Field(string Name, string Others);

    /// <summary>How many elements of a kind are not there at all, and of how many less is told.</summary>
    public sealed record Count(string Kind, int Hidden, int Coarser);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/withheld", (HttpContext context, TimeProvider clock, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var organization = asked.Value("organization", Ids.Parse) is { } id ? new OrganizationId(id) : (OrganizationId?)null;
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var caller = Caller.Of(context);
        var (whole, seen) = (view.Latest.For((caller.Previewer ?? caller).Audience), view.Latest.For(caller.Audience));
        var owner = caller.Previewer is not null && organization is { } asks ? whole.Organization(asks) : null;
        return Answers.Json(context, new
        {
            audience = caller.Audience.Name,
            fields = owner is null ? [] : FieldsOf(owner, seen),
            elements = owner is null ? [] : CountsOf(whole, seen, owner.Id),
        });
    }).WithSummary("What of an organization is withheld in a preview from whom the caller looks as.")
        .Takes(Parameter.Query("organization", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed"))
        .Gives("""{"audience":"public","fields":[{"name":"contacts","others":"by_consent"}],"elements":[{"kind":"place","hidden":0,"coarser":1}]}""",
            about: "`audience` is as whom the answers are: asked with the header `Preview` (`public`, `signed_in`, `coordinator:33`), which every route honours for callers who see at least as much. Without it nothing is withheld from the caller.");

    private static List<Field> FieldsOf(Organization owner, NetworkGraph seen) =>
        [.. ChangedIn(owner, seen).Select(f => new Field(f, Names<Withheld>.Of(PolicyTable.Rows.First(r => r.Kind == ElementKind.Organization && r.Fields.Contains(f, StringComparer.Ordinal)).Others)))];

    private static List<Count> CountsOf(NetworkGraph whole, NetworkGraph seen, OrganizationId owner)
    {
        IEnumerable<Element> belongings = [.. whole.UnitsOf(owner), .. whole.PlacesOf(owner), .. whole.ServicesOf(owner), .. whole.TiesOf(owner)];
        return
        [
            .. belongings.GroupBy(e => e.Ref.Kind)
                .Select(g => new Count(Names<ElementKind>.Of(g.Key), g.Count(e => seen.Find(e.Ref) is null), g.Count(e => seen.Find(e.Ref) is not null && ChangedIn(e, seen).Count > 0)))
                .Where(c => c.Hidden + c.Coarser > 0),
        ];
    }

    /// <summary>The fields in which what is seen differs from the whole.</summary>
    private static List<string> ChangedIn(Element element, NetworkGraph seen) => [.. Differences.Between(element, seen.Find(element.Ref)).Select(d => d.Field)];
}
