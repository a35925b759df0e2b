using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Directories;

/// <summary>The taxonomies and their terms, page by page, and each alone.</summary>
public static class ListTerms
{
    private const string Taxonomy = """{"id":"0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11","name":"Issues","description":"The list “Issues” of this network.","uri":"https://map.example.org/api/taxonomies/issue"}""";
    private const string Term = """{"id":"3f7b145d-84af-82d7-8fae-eaca714b02b2","code":"piece_rate","name":"Piece rates","description":"","taxonomy":"issue","language":"en","taxonomy_id":"0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"}""";

    private static readonly Parameter Search = Parameter.Query("search", "Only those in whose name this stands.", "borongan");

    internal static void Map(IEndpointRouteBuilder group)
    {
        MapTaxonomies(group);
        MapTerms(group);
    }

    private static void MapTaxonomies(IEndpointRouteBuilder group)
    {
        group.MapGet("/taxonomies", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var (page, text) = (DirectoryPage.Of(asked), asked.Text("search"));
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            return Answers.Json(context, page.Of(directory.Taxonomies.Where(t => Holds(TaxonomyWords.Of(t.Value, context.LanguageOf()), text)), directory.Things.Of));
        }).WithSummary("The lists of terms, page by page.")
            .Takes([.. DirectoryPage.Taken, Search])
            .Gives(DirectoryPage.ExampleOf(Taxonomy));

        group.MapGet("/taxonomies/{id}", (string id, HttpContext context, TimeProvider clock) =>
        {
            var directory = ServiceDirectory.Of(context, clock);
            return directory.Taxonomy(id) is { } found ? Answers.Json(context, directory.Things.Of(found)) : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }).WithSummary("A list of terms.")
            .Takes(Parameter.Path("id", "The id of a taxonomy.", "0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"))
            .Gives(Taxonomy)
            .Refuses("element_unknown");
    }

    private static void MapTerms(IEndpointRouteBuilder group)
    {
        group.MapGet("/taxonomy_terms", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var (page, text, lowest) = (DirectoryPage.Of(asked), asked.Text("search"), asked.Flag("top_only"));
            var (taxonomy, parent) = (asked.Value("taxonomy_id", Ids.Parse)?.ToString("D"), asked.Value("parent_id", Ids.Parse)?.ToString("D"));
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var directory = ServiceDirectory.Of(context, clock);
            var all = directory.Selection.Terms.ToList();
            var parents = lowest ? all.Where(t => t.Parent is not null).Select(t => (t.Taxonomy, Code: t.Parent!.Value)).ToHashSet() : [];
            return Answers.Json(context, page.Of(all.Where(t => Takes(t) && !parents.Contains((t.Taxonomy, t.Code))), directory.Things.Of));

            bool Takes(Term term) => (taxonomy is null || HsdsIds.OfTaxonomy(term.Taxonomy) == taxonomy)
                && (parent is null || (term.Parent is { } above && HsdsIds.OfTerm(term.Taxonomy, above) == parent))
                && Holds(context.LanguageOf() == Language.English ? term.LabelEn : term.LabelId, text);
        }).WithSummary("Terms, page by page.")
            .Takes(
            [
                .. DirectoryPage.Taken, Search,
                Parameter.Query("taxonomy_id", "Only terms of this taxonomy.", "0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11", "id_malformed"),
                Parameter.Query("parent_id", "Only terms right below this one.", "3f7b145d-84af-82d7-8fae-eaca714b02b2", "id_malformed"),
                Parameter.Query("top_only", "Only terms that have none below them.", false, "parameter_malformed"),
            ])
            .Gives(DirectoryPage.ExampleOf(Term));

        group.MapGet("/taxonomy_terms/{id}", (string id, HttpContext context, TimeProvider clock) =>
        {
            var directory = ServiceDirectory.Of(context, clock);
            return directory.Term(id) is { } found ? Answers.Json(context, directory.Things.Of(found)) : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }).WithSummary("A term with its taxonomy.")
            .Takes(Parameter.Path("id", "The id of a term.", "3f7b145d-84af-82d7-8fae-eaca714b02b2"))
            .Gives(Term)
            .Refuses("element_unknown");
    }

    private static bool Holds(string name, string? text) => text is null || name.Contains(text, StringComparison.OrdinalIgnoreCase);
}
