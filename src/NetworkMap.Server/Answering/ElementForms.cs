using NetworkMap.Server.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;

namespace NetworkMap.Server.Answering;

/// <summary>The form in which an element leaves the server, over HTTP and live: its written form in a projection, and beside it what a page needs to show it.</summary>
public sealed class ElementForms
{
    /// <summary>The form for one question.</summary>
    public JsonObject Write(Element element, Asking asking)
    {
        var form = ElementText.ToJson(Policy.Signed(element, asking.Caller.Audience));
        form.Insert(0, "kind", Names<ElementKind>.Of(element.Ref.Kind));
        if (asking.Caller.SeesAllOf(element, asking.Graph))
        {
            form["version"] = element.Version;
        }

        switch (element)
        {
            case Organization organization: AddTo(form, organization, asking.Telling); break;
            case Tie tie: AddTo(form, tie, asking.Telling); break;
            case Domain.Places.Region region: form["level"] = Names<Domain.Places.RegionLevel>.Of(region.Level); break;
            default: break;
        }

        return form;
    }

    private static void AddTo(JsonObject form, Organization organization, Telling telling)
    {
        form["family"] = telling.FamilyOf(organization);
        form["kindLabel"] = telling.Label(Taxonomy.ActorKind, organization.ActorKind);
        form["position"] = JsonSerializer.SerializeToNode(telling.PositionOf(organization), Wire.Options);
        form["regionName"] = telling.RegionName(organization.Region);
        var labels = new JsonObject();
        foreach (var (taxonomy, codes) in new[] { (Taxonomy.Issue, organization.Issues), (Taxonomy.Sector, organization.Sectors), (Taxonomy.Skill, organization.Offers), (Taxonomy.Skill, organization.Needs) })
        {
            foreach (var code in codes)
            {
                labels[code.Value] = telling.Label(taxonomy, code);
            }
        }

        form["labels"] = labels;
    }

    private static void AddTo(JsonObject form, Tie tie, Telling telling)
    {
        form["label"] = telling.TieLabel(tie.Type, reverse: false);
        form["fromName"] = telling.Graph.Organization(tie.From)?.Name;
        form["toName"] = telling.Graph.Organization(tie.To)?.Name;
    }
}
