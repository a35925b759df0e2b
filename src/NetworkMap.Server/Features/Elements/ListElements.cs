using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Elements;

/// <summary>Pages through the elements of a kind, by name and id, filtered. The cursor is the place in that order, so that a page stays right while others write.</summary>
public static class ListElements
{
    private sealed record Filter(OrganizationId? Organization, RegionCode? Region, Code? Kind, Code? Issue, Code? Offers, Code? Needs, RegionLevel? Level, string? Query);

    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) => group.MapGet("", async (HttpContext context, TimeProvider clock, ElementForms forms) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", 50, 1, 200);
        var after = ReadCursor(asked, kind);
        var filter = new Filter(
            asked.Value("organization", Ids.Parse) is { } id ? new OrganizationId(id) : null,
            asked.Value("region", RegionCode.Parse) ?? asked.Value("parent", RegionCode.Parse),
            asked.Value("kind", Code.Parse) ?? asked.Value("taxonomy", Code.Parse),
            asked.Value("issue", Code.Parse),
            asked.Value("offers", Code.Parse),
            asked.Value("needs", Code.Parse),
            asked.Text("level") is { } level ? asked.Checks.Choice("level", level, RegionLevel.Province) : null,
            asked.Text("q"));
        var asking = await Asking.OfAsync(context, asked);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var page = Smallest(asking.Graph.All(kind).Where(e => e is not Organization { MergedInto: not null } && Matches(e, filter)).Select(e => (Key: KeyOf(e), Element: e)), after, limit + 1);
        var next = page.Count > limit ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Of(kind) + page[limit - 1].Key)).Replace('+', '-').Replace('/', '_') : null;
        return Answers.Json(context, new { items = page.Take(limit).Select(p => forms.Write(p.Element, asking)).ToList(), next });
    })
        .WithSummary($"Lists what is like {ElementExamples.Of(kind).Name}, by name, page by page.")
        .Takes([.. FiltersOf(kind), Parameter.AsOf, Parameter.Limit(50, 200), Parameter.Cursor])
        .Gives($$"""{"items":[{{ElementExamples.Of(kind).Answer(kind)}}],"next":"S0VMT01QT0sgQkFUSUsKODllZTM4MmQ"}""", about: "A page; without `next` it is the last.");

    private static IEnumerable<Parameter> FiltersOf(ElementKind kind)
    {
        var text = Parameter.Query("q", "Part of the name, in any case.", "batik");
        var region = Parameter.Query("region", "A region; what lies in it counts.", "34", "region_code_malformed");
        var organization = Parameter.Query("organization", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed");
        Parameter Coded(string name, string about, string example) => Parameter.Query(name, about, example, "code_malformed");
        return kind switch
        {
            ElementKind.Organization => [text, region, Coded("kind", "A kind of actor.", "ngo"), Coded("issue", "An issue.", "piece_rate"), Coded("offers", "A skill that is offered.", "osh_training"), Coded("needs", "A skill that is needed.", "osh_training")],
            ElementKind.Unit => [text, region, organization, Coded("kind", "A kind of unit.", "branch")],
            ElementKind.Place => [text, region, organization],
            ElementKind.Service => [text, region, organization, Coded("issue", "An issue.", "piece_rate")],
            ElementKind.Tie => [organization, Coded("kind", "A type of tie.", "partners_with")],
            ElementKind.Grant => [region, organization],
            ElementKind.Need => [region, Coded("issue", "An issue.", "piece_rate")],
            ElementKind.Region => [text, Parameter.Query("level", "A level.", "regency", "choice_unknown") with { Choices = Names<RegionLevel>.All }, Parameter.Query("parent", "The region that holds it.", "34", "region_code_malformed")],
            _ => [text, Coded("taxonomy", "A taxonomy.", "skill")],
        };
    }

    private static bool Matches(Element element, Filter filter) =>
        (filter.Query is not { } text || NameOf(element).Contains(text, StringComparison.OrdinalIgnoreCase))
        && (filter.Level is not { } level || element is Region { } r && r.Level == level)
        && (filter.Region is not { } region || RegionOf(element, filter) is { } at && region.Holds(at) && (element is not Region || at != region))
        && (filter.Organization is not { } organization || BelongsTo(element, organization))
        && (filter.Kind is not { } kind || KindOf(element) == kind)
        && (filter.Issue is not { } issue || IssuesOf(element).Contains(issue))
        && (filter.Offers is not { } offered || element is Organization { Offers: var offers } && offers.Contains(offered))
        && (filter.Needs is not { } needed || element is Organization { Needs: var needs } && needs.Contains(needed));

    private static RegionCode? RegionOf(Element element, Filter filter) => element switch
    {
        Organization o => o.Region,
        Unit u => u.Region,
        Place p => p.Region,
        Need n => n.Region,
        Grant g => g.Region,
        Region r => r.Code,
        Service s => s.Areas.Select(a => (RegionCode?)a.Region).FirstOrDefault(a => filter.Region!.Value.Holds(a!.Value)),
        _ => null,
    };

    private static bool BelongsTo(Element element, OrganizationId organization) => element switch
    {
        Unit u => u.Organization == organization,
        Place p => p.Organization == organization,
        Service s => s.Organization == organization,
        Tie t => t.From == organization || t.To == organization,
        Grant g => g.Organization == organization,
        _ => false,
    };

    private static Code? KindOf(Element element) => element switch
    {
        Organization o => o.ActorKind,
        Unit u => u.UnitKind,
        Tie t => t.Type,
        Term t => t.Taxonomy,
        _ => null,
    };

    private static IReadOnlyList<Code> IssuesOf(Element element) => element switch
    {
        Organization o => o.Issues,
        Service s => s.Issues,
        Need n => n.Issues,
        _ => [],
    };

    private static string NameOf(Element element) => element switch
    {
        Organization o => o.Name,
        Unit u => u.Name,
        Service s => s.Name,
        Region r => r.Name,
        Term t => t.LabelId + " " + t.LabelEn,
        Place p => p.Name ?? "",
        _ => "",
    };

    private static string KeyOf(Element element) => element is Region or Term ? element.Ref.Id : NameOf(element).ToUpperInvariant() + "\n" + element.Ref.Id;

    /// <summary>What the cursors of a kind begin with: the place in one list means nothing in another.</summary>
    private static string Of(ElementKind kind) => Names<ElementKind>.Of(kind) + "\n";

    private static string? ReadCursor(Asked asked, ElementKind kind)
    {
        var cursor = asked.Text("cursor", 2000);
        if (cursor is null)
        {
            return null;
        }

        var bytes = new byte[2000];
        var key = Convert.TryFromBase64String(cursor.Replace('-', '+').Replace('_', '/'), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        var good = key.StartsWith(Of(kind), StringComparison.Ordinal);
        asked.Checks.Require(good, "cursor_malformed", "cursor", ("value", cursor));
        return good ? key[Of(kind).Length..] : null;
    }

    /// <summary>The smallest keys after the cursor in order, without sorting all.</summary>
    private static List<(string Key, Element Element)> Smallest(IEnumerable<(string Key, Element Element)> all, string? after, int count)
    {
        var heap = new PriorityQueue<(string Key, Element Element), string>(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)));
        foreach (var item in all)
        {
            if (after is not null && string.CompareOrdinal(item.Key, after) <= 0)
            {
                continue;
            }

            if (heap.Count < count)
            {
                heap.Enqueue(item, item.Key);
            }
            else
            {
                heap.EnqueueDequeue(item, item.Key);
            }
        }

        return [.. heap.UnorderedItems.Select(i => i.Element).OrderBy(i => i.Key, StringComparer.Ordinal)];
    }
}
