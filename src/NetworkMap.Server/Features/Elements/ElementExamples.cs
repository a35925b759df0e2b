using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Elements;

/// <summary>What the description of the API tells of a kind of element: its name, its written form, an example that the demonstration network accepts, and why a
/// written form can be refused.</summary>
internal sealed record ElementExamples(string Name, Type Shape, [property: StringSyntax(StringSyntaxAttribute.Json)] string Body, params string[] Own)
{
    private const string Source = "\"provenance\":{\"source\":\"Telephone call with the secretary\",\"lastVerified\":\"2026-02-01\"}";
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";
    private const string Foundation = "408ee8b1-0415-81c6-b6f4-4edaf714f59f";

    private static readonly string[] Always =
    [
        "steward_only", "preview_only_looks", "not_permitted", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "text_missing", "text_too_long", "text_forbidden_character",
        "provenance_missing", "web_address_malformed", "choice_unknown", "number_out_of_range", "number_too_large", "number_not_whole", "number_malformed", "number_quoted", "date_malformed", "field_doubled", "verified_in_future", "name_forbidden_character", "store_failed", "store_full",
    ];

    private static readonly Dictionary<ElementKind, ElementExamples> All = new()
    {
        [ElementKind.Organization] = new(
            "an organization",
            typeof(OrganizationDraft),
            $$"""{"name":"Kelompok Batik Mekar Sari","acronym":"KBMS","actorKind":"home_worker_organization","region":"34.02.15","precision":"district","issues":["piece_rate","osh_at_home"],"sectors":["batik"],"offers":["batik_making"],"needs":["osh_training"],"languages":["id","jv"],"members":{"women":24,"men":1,"date":"2026-01-31","source":"Member list"},"founded":2019,{{Source}},"reason":"Asked to be on the map"}""",
            "code_malformed", "term_unknown", "list_too_long", "retired_in_future", "retired_before_founded", "founded_in_future", "count_undated", "count_unsourced", "phone_malformed", "contact_without_consent", "contact_purpose_missing", "contact_tells_where", "region_code_malformed", "region_unknown"),
        [ElementKind.Unit] = new(
            "a unit",
            typeof(UnitDraft),
            $$"""{"organization":"{{Foundation}}","name":"Cabang Sleman","unitKind":"branch","region":"34.04",{{Source}}}""",
            "id_malformed", "code_malformed", "term_unknown", "organization_unknown", "organization_retired", "region_code_malformed", "region_unknown", "unit_its_own_parent", "unit_parent_unknown", "unit_cycle", "count_undated", "count_unsourced"),
        [ElementKind.Place] = new(
            "a place",
            typeof(PlaceDraft),
            $$"""{"organization":"{{Foundation}}","name":"Kantor","region":"34.02","point":{"longitude":110.3823,"latitude":-7.9084},"precision":"exact","address":"Jalan Contoh 1, Bantul",{{Source}}}""",
            "id_malformed", "organization_unknown", "organization_retired", "unit_unknown", "region_code_malformed", "region_unknown", "coordinates_outside", "coordinates_swapped", "number_missing", "home_precision_too_fine"),
        [ElementKind.Service] = new(
            "a service",
            typeof(ServiceDraft),
            $$"""{"organization":"{{Foundation}}","name":"Pemeriksaan kesehatan keliling","functions":["health"],"issues":["osh_at_home"],"areas":[{"region":"34.02","withSubregions":true,"valid":{"from":"2026-01-01"} }],"capacity":120,"used":40,"cost":"Gratis",{{Source}}}""",
            "id_malformed", "code_malformed", "term_unknown", "list_too_long", "organization_unknown", "organization_retired", "region_code_malformed", "region_unknown", "interval_reversed"),
        [ElementKind.Tie] = new(
            "a tie",
            typeof(TieDraft),
            $$"""{"type":"trains","from":"{{Foundation}}","to":"{{Group}}","status":"proposed","strength":3,"audience":"public","valid":{"from":"2026-03-01"},"statements":[{"side":"from","says":"confirmed","day":"2026-02-20","way":"product","word":"The secretary, by telephone"}],{{Source}}}""",
            "id_malformed", "code_malformed", "term_unknown", "code_missing", "statement_doubled", "statement_not_by_form", "statement_of_other", "until_without_end", "tie_status_contradicts", "organization_unknown", "tie_end_retired", "service_unknown", "interval_reversed", "tie_to_itself", "tie_audience_missing", "tie_status_missing",
            "tie_kinds_not_joined", "tie_ends_unordered", "tie_duplicate"),
        [ElementKind.Need] = new(
            "a need",
            typeof(NeedDraft),
            $$"""{"region":"34.04","functions":["health"],"sector":"batik","women":310,"men":22,"year":2025,{{Source}}}""",
            "code_malformed", "term_unknown", "region_code_malformed", "region_unknown", "number_missing"),
        [ElementKind.Region] = new(
            "a region",
            typeof(RegionDraft),
            $$"""{"id":"34.02.99","name":"Kecamatan Baru","regionKind":"district","valid":{"from":"2026-01-01"},{{Source}}}""",
            "element_exists", "region_code_malformed", "region_unknown", "bps_code_malformed", "coordinates_outside", "coordinates_swapped", "number_missing", "interval_reversed"),
        [ElementKind.Term] = new(
            "a term",
            typeof(TermDraft),
            $$"""{"taxonomy":"skill","code":"natural_dyes","labelId":"Pewarna alami","labelEn":"Natural dyes","order":900,{{Source}}}""",
            "element_exists", "code_malformed", "term_unknown", "term_its_own_parent", "term_id_differs"),
        [ElementKind.Grant] = new(
            "a right of an account",
            typeof(GrantDraft),
            $$"""{"account":"steward-1a2b3c4d","role":"organization_editor","organization":"{{Group}}","valid":{"until":"2027-12-31"},{{Source}}}""",
            "id_malformed", "role_missing", "grant_scope_wrong", "organization_missing", "organization_unknown", "region_code_malformed", "region_unknown", "interval_reversed", "grant_not_permitted", "token_hands_on_nothing"),
    };

    /// <summary>Why a written form of the kind can be refused.</summary>
    internal string[] Refusals => [.. Always, .. Own];

    /// <summary>The id of the example.</summary>
    internal string Id => (string?)Read()["id"] ?? (Shape == typeof(TermDraft) ? "skill:natural_dyes" : Group);

    internal static ElementExamples Of(ElementKind kind) => All[kind];

    /// <summary>The path parameter of one element.</summary>
    internal Parameter IdInPath() => Parameter.Path("id", $"The id of {Name}.", Id);

    /// <summary>The example as a steward gets it back.</summary>
    internal string Answer(ElementKind kind)
    {
        var answer = Read();
        answer.Remove("reason");
        answer["kind"] = Names<ElementKind>.Of(kind);
        answer["id"] = Id;
        answer["version"] = 1;
        return answer.ToJsonString();
    }

    private JsonObject Read() => JsonNode.Parse(Body)!.AsObject();
}
