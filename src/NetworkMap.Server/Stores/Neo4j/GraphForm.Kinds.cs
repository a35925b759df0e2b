using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Stores.Neo4j;

/// <content>What each kind of element looks like: further labels as the result, properties and relationships into what was given.</content>
internal static partial class GraphForm
{
    private static IEnumerable<string> Organization(OrganizationDraft o, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("name", o.Name).With("otherNames", o.OtherNames).With("acronym", o.Acronym).With("actorKind", o.ActorKind).With("legalForm", o.LegalForm)
            .With("legalStatus", o.LegalStatus).With("mediates", o.Mediates).With("purpose", o.Purpose).With("precision", o.Precision).With("languages", o.Languages)
            .With("website", o.Website).Members(o.Members).With("founded", o.Founded).With("retired", o.Retired).With("distinctFrom", o.DistinctFrom);
        To(links, "SEATED_IN", ElementKind.Region, o.Region);
        To(links, "MERGED_INTO", ElementKind.Organization, o.MergedInto);
        Terms(links, "WORKS_ON", "issue", o.Issues);
        Terms(links, "IN_SECTOR", "sector", o.Sectors);
        Terms(links, "OFFERS", "skill", o.Offers);
        Terms(links, "LACKS", "skill", o.Needs);
        return GraphNames.Label(o.ActorKind);
    }

    private static IEnumerable<string> Unit(UnitDraft u, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("name", u.Name).With("unitKind", u.UnitKind).Members(u.Members);
        To(links, "UNIT_OF", ElementKind.Organization, u.Organization);
        To(links, "UNDER", ElementKind.Unit, u.Parent);
        To(links, "IN_REGION", ElementKind.Region, u.Region);
        return [];
    }

    private static IEnumerable<string> Place(PlaceDraft p, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("name", p.Name).Point(p.Point).With("precision", p.Precision).With("home", p.Home).With("main", p.Main).With("address", p.Address);
        To(links, "PLACE_OF", ElementKind.Organization, p.Organization);
        To(links, "OF_UNIT", ElementKind.Unit, p.Unit);
        To(links, "IN_REGION", ElementKind.Region, p.Region);
        return [];
    }

    private static IEnumerable<string> Service(ServiceDraft s, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("name", s.Name).With("description", s.Description).With("status", s.Status).With("capacity", s.Capacity).With("used", s.Used)
            .With("schedule", s.Schedule).With("eligibility", s.Eligibility).With("cost", s.Cost).With("languages", s.Languages)
            .With("accessibility", s.Accessibility).Valid(s.Valid);
        To(links, "SERVICE_OF", ElementKind.Organization, s.Organization);
        Terms(links, "HAS_FUNCTION", "hso_function", s.Functions);
        Terms(links, "STANDS_ON", "pillar", s.Pillars);
        Terms(links, "ADDRESSES", "issue", s.Issues);
        Terms(links, "IS_A", "service_term", s.Terms);
        links.AddRange((s.Areas ?? []).Select(area => new GraphLink(
            "COVERS", new ElementRef(ElementKind.Region, area.Region!).ToString(), new GraphProperties().With("withSubregions", area.WithSubregions ?? false).Valid(area.Valid))));
        return [];
    }

    private static IEnumerable<string> Tie(TieDraft t, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("type", t.Type).With("status", t.Status).With("strength", t.Strength).With("audience", t.Audience).Valid(t.Valid)
            .With("onSource", t.OnSource)
            .With("agreementKind", t.Agreement?.Kind).With("agreementNumber", t.Agreement?.Number).With("agreementSigned", t.Agreement?.Signed)
            .With("agreementUntil", t.Agreement?.Until).With("agreementLink", t.Agreement?.Link)
            .With("product", t.Supply?.Product).With("tier", t.Supply?.Tier).With("paymentBasis", t.Supply?.PaymentBasis)
            .With("workersWomen", t.Supply?.WorkersWomen).With("workersMen", t.Supply?.WorkersMen).With("confidence", t.Supply?.Confidence);
        To(links, "FROM", ElementKind.Organization, t.From);
        To(links, "TO", ElementKind.Organization, t.To);
        To(links, "CONCERNS", ElementKind.Service, t.Service);
        var stated = t.Stated();
        Stated(links, TieSide.From, t.From!, stated.From);
        Stated(links, TieSide.To, t.To!, stated.To);
        return [];
    }

    /// <summary>What a side last said, as a relationship to it.</summary>
    private static void Stated(List<GraphLink> links, TieSide side, string organization, TieStatement? said)
    {
        if (said is not null)
        {
            var properties = new GraphProperties().With("side", Names<TieSide>.Of(side)).With("says", Names<TieWord>.Of(said.Says)).With("day", said.Day).With("way", Names<StatementWay>.Of(said.Way))
                .With("until", said.Until).With("accepted", said.Accepted);
            links.Add(new GraphLink("STATED_BY", new ElementRef(ElementKind.Organization, organization).ToString(), properties));
        }
    }

    /// <summary>The same tie once more, as the relationship to walk along. Its id tells it from those that an organization itself owns.</summary>
    private static GraphWalk Walk(TieDraft t, string id, int version) => new(
        new ElementRef(ElementKind.Organization, t.From!), GraphNames.TieType(t.Type!), new ElementRef(ElementKind.Organization, t.To!),
        new GraphProperties().With("id", id).With("version", version).With("status", t.Status).With("strength", t.Strength).With("audience", t.Audience).Valid(t.Valid));

    private static IEnumerable<string> Need(NeedDraft n, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("women", n.Women).With("men", n.Men).With("unknown", n.Unknown).With("year", n.Year);
        foreach (var indicator in n.Indicators ?? Enumerable.Empty<KeyValuePair<string, double>>())
        {
            properties.With(indicator.Key, indicator.Value);
        }

        To(links, "IN_REGION", ElementKind.Region, n.Region);
        Terms(links, "ABOUT", "issue", n.Issues);
        Terms(links, "ABOUT", "hso_function", n.Functions);
        Terms(links, "ABOUT", "pillar", n.Pillars);
        Terms(links, "ABOUT", "service_term", n.Terms);
        Terms(links, "IN_SECTOR", "sector", n.Sector is null ? null : [n.Sector]);
        return [];
    }

    private static IEnumerable<string> Region(RegionDraft r, string id, GraphProperties properties, List<GraphLink> links)
    {
        var code = RegionCode.Of(id);
        var kind = r.RegionKind is { } stated && Names<RegionKind>.TryParse(stated, out var known) ? known.ToString() : code.Level.ToString();
        properties.With("code", id).With("name", r.Name).With("level", Names<RegionLevel>.Of(code.Level)).With("bps", r.Bps).Point(r.Point).Valid(r.Valid);
        To(links, "WITHIN", ElementKind.Region, code.Parent?.Value);
        foreach (var successor in r.Successors ?? [])
        {
            To(links, "BECAME", ElementKind.Region, successor);
        }

        return [kind];
    }

    private static IEnumerable<string> Term(TermDraft t, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("taxonomy", t.Taxonomy).With("code", t.Code).With("labelId", t.LabelId).With("labelEn", t.LabelEn).With("descriptionId", t.DescriptionId)
            .With("descriptionEn", t.DescriptionEn).With("legalReference", t.LegalReference).With("order", t.Order).With("family", t.Family)
            .With("symmetric", t.Symmetric).With("trust", t.Trust).With("fromKinds", t.FromKinds).With("toKinds", t.ToKinds)
            .With("labelReverseId", t.LabelReverseId).With("labelReverseEn", t.LabelReverseEn);
        To(links, "NARROWER_THAN", ElementKind.Term, t.Parent is null ? null : $"{t.Taxonomy}:{t.Parent}");
        return GraphNames.Label(t.Taxonomy);
    }

    private static IEnumerable<string> Grant(GrantDraft g, GraphProperties properties, List<GraphLink> links)
    {
        properties.With("account", g.Account).With("role", g.Role).Valid(g.Valid);
        To(links, "GRANTED_FOR", ElementKind.Organization, g.Organization);
        To(links, "GRANTED_FOR", ElementKind.Region, g.Region);
        return [];
    }

    /// <summary>What is suggested is sealed; here stands that something is, and what became of it. It is joined to nothing, since what it is about may go while it waits.</summary>
    private static IEnumerable<string> Suggestion(SuggestionDraft s, GraphProperties properties)
    {
        properties.With("aboutKind", s.AboutKind).With("aboutId", s.AboutId).With("from", s.From).With("organization", s.Organization).With("other", s.Other)
            .With("state", s.State).With("sent", s.Sent).With("decided", s.Decided);
        return [];
    }
}
