using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>The scores of all loopless paths of at most four steps, by trying every one.</summary>
internal static class PlainIntroductions
{
    internal static IEnumerable<double> All(NetworkGraph graph, IntroductionOptions options, Predicate<OrganizationId> fits)
    {
        var best = new Dictionary<(OrganizationId, OrganizationId), double>();
        foreach (var tie in graph.All(ElementKind.Tie).Cast<Tie>().Where(options.IsCarriedBy))
        {
            var trust = TieTrust.Of(tie, graph.Term(Taxonomy.TieType, tie.Type)!.Tie!.Trust, options.At, options.WithOneSided);
            best[(tie.From, tie.To)] = Math.Max(trust, best.GetValueOrDefault((tie.From, tie.To)));
            best[(tie.To, tie.From)] = Math.Max(trust, best.GetValueOrDefault((tie.To, tie.From)));
        }

        return Longer(graph, options.At, best.ToLookup(b => b.Key.Item1, b => (To: b.Key.Item2, Trust: b.Value)), [options.From], 1, fits);
    }

    private static IEnumerable<double> Longer(
        NetworkGraph graph, DateOnly at, ILookup<OrganizationId, (OrganizationId To, double Trust)> ties, OrganizationId[] path, double score, Predicate<OrganizationId> fits)
    {
        foreach (var (to, trust) in ties[path[^1]].Where(t => !path.Contains(t.To)))
        {
            var organization = graph.Organization(to)!;
            if (organization.Retired <= at)
            {
                continue;
            }

            if (fits(to))
            {
                yield return score * trust;
            }
            else if (path.Length < 4)
            {
                foreach (var longer in Longer(graph, at, ties, [.. path, to], score * trust * (organization.Mediates ? 1 : 0.9), fits))
                {
                    yield return longer;
                }
            }
        }
    }
}
