using NetworkMap.Domain;
using NetworkMap.Domain.Services;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Exchange.OpenReferral;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Directories;

/// <summary>Which services are asked for. An id that names nothing the public sees finds nothing, whether there is something behind it or not.</summary>
internal sealed class ServicesWanted
{
    private readonly string? text;
    private readonly string? term;
    private readonly string? taxonomy;
    private readonly string? organization;

    /// <summary>Reads the parameters; what cannot be used stands among the refusals.</summary>
    internal ServicesWanted(Asked asked)
    {
        text = asked.Text("search");
        (term, taxonomy, organization) = (Id("taxonomy_term_id"), Id("taxonomy_id"), Id("organization_id"));

        string? Id(string name) => asked.Value(name, Ids.Parse)?.ToString("D");
    }

    /// <summary>The parameters in the description of the API.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("search", $"Only services called something like this, those that fit best first; {NameSearch.MostFound} at most.", "paralegal"),
        Parameter.Query("taxonomy_term_id", "Only services with this term.", "0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11", "id_malformed"),
        Parameter.Query("taxonomy_id", "Only services with any term of this taxonomy.", "0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11", "id_malformed"),
        Parameter.Query("organization_id", "Only services of this organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed"),
        Parameter.Query("full", "Whether each is told with everything that belongs to it.", false, "parameter_malformed"),
    ];

    /// <summary>Those of the directory, in the order of ids, or of how well they fit the text.</summary>
    internal IEnumerable<Service> Of(ServiceDirectory directory)
    {
        var all = text is null ? directory.Selection.Services : NameSearch.Find(directory.Graph, text, FoundKind.Service, NameSearch.MostFound).Select(f => f.Element).OfType<Service>().Where(directory.Selection.Has);
        return all.Where(s => (organization is null || s.Organization.ToString() == organization)
            && (term is null || directory.Things.TermsOf(s).Any(t => HsdsIds.OfTerm(t.Taxonomy, t.Code) == term))
            && (taxonomy is null || directory.Things.TermsOf(s).Any(t => HsdsIds.OfTaxonomy(t.Taxonomy) == taxonomy)));
    }
}
