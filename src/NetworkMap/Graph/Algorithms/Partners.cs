namespace NetworkMap.Graph.Algorithms;

/// <summary>Who would partner with an organization, and why.</summary>
public static class Partners
{
    private static readonly PartnerPart[] WhetherThoughtOf =
        [PartnerPart.Issues, PartnerPart.Offers, PartnerPart.Needs, PartnerPart.Nearness, PartnerPart.Regions, PartnerPart.Mutual];

    /// <summary>The best partners for an organization: the score is the sum over the parts of weight times value (0 to 1).</summary>
    /// <remarks>
    /// <para>Let idf(t) = ln(1 + N / n(t)) for a term that n of N organizations state (Spärck Jones 1972). The values:</para>
    /// <list type="bullet">
    /// <item>issues: idf of the issues of both / idf of hers.</item>
    /// <item>offers: idf of what she needs and the other offers, as a skill or as a service with that term / idf of what she needs.</item>
    /// <item>needs: idf of what she offers and the other needs / idf of what she offers.</item>
    /// <item>nearness: 0.4 for the same regency + 0.6 × 2^(-km / 30), nothing beyond 150 km; between discs, the distance of their centres.</item>
    /// <item>regions: (1 - 2^-n) / (1 - 2^-r), n of her r regencies in which the other has a stated area on the day, or a unit.</item>
    /// <item>mutual: a / (1 + a), a = sum of 1 / ln(degree) over organizations to which both have a current tie (Adamic and Adar 2003).</item>
    /// <item>verified: 2^(-years since the last check / 2); 0.25 when never dated; 0 when marked unverified.</item>
    /// <item>capacity: s / (s + 100), s = people a year for whom its offered services have room left; 0 when unknown.</item>
    /// </list>
    /// <para>Never suggested: herself, who is joined to her by any tie that is current on the day, who retired on or before it or was founded in a later year, and (unless a kind, an issue or
    /// a skill is asked for) who has nothing but verification and room to offer. What bounded work means is said at <see cref="PartnerCandidates"/>.</para>
    /// </remarks>
    /// <returns>Null when the graph does not show the organization.</returns>
    public static PartnerSuggestions? Suggest(NetworkGraph graph, PartnerOptions options, CancellationToken cancellation)
    {
        var handle = graph.HandleOf(options.For);
        if (handle < 0)
        {
            return null;
        }

        var seeker = new PartnerSeeker(graph, options, handle);
        using var candidates = new PartnerCandidates(seeker);
        var shortlist = candidates.Find(cancellation);
        var asked = options.Kind is not null || options.Issue is not null || options.Skill is not null;
        var best = shortlist.Select(c => (Candidate: c, Suggestion: Score(seeker, c, candidates.AdamicAdar(c))))
            .Where(s => asked || s.Suggestion.Parts.Any(p => p.Score > 0 && WhetherThoughtOf.Contains(p.Part)))
            .OrderByDescending(s => s.Suggestion.Score).ThenBy(s => s.Suggestion.Organization.Id.ToString(), StringComparer.Ordinal)
            .Take(options.Limit)
            .Select(s => WithMutualPartners(seeker, candidates, s.Candidate, s.Suggestion));
        return new PartnerSuggestions(seeker.Organization, [.. best], shortlist.Count);
    }

    private static PartnerSuggestion Score(PartnerSeeker seeker, int candidate, double adamicAdar)
    {
        var other = seeker.Graph.OrganizationAt(candidate)!;
        PartnerPartScore[] parts =
        [
            Part(seeker, PartnerPart.Issues, PartnerScoring.Issues(seeker, other)),
            Part(seeker, PartnerPart.Offers, PartnerScoring.Offers(seeker, other)),
            Part(seeker, PartnerPart.Needs, PartnerScoring.Needs(seeker, other)),
            Part(seeker, PartnerPart.Nearness, PartnerScoring.Nearness(seeker, candidate, other)),
            Part(seeker, PartnerPart.Regions, PartnerScoring.Regions(seeker, other)),
            Part(seeker, PartnerPart.Mutual, (PartnerScoring.Mutual(adamicAdar), [])),
            Part(seeker, PartnerPart.Verified, PartnerScoring.Verified(seeker, other)),
            Part(seeker, PartnerPart.Capacity, PartnerScoring.Capacity(seeker, other)),
        ];
        return new PartnerSuggestion(other, parts.Sum(p => p.Score), parts);
    }

    private static PartnerPartScore Part(PartnerSeeker seeker, PartnerPart part, (double Value, List<PartnerFact> Facts) found) =>
        new(part, found.Value, found.Value * seeker.Weight(part), found.Facts);

    private static PartnerSuggestion WithMutualPartners(PartnerSeeker seeker, PartnerCandidates candidates, int candidate, PartnerSuggestion suggestion)
    {
        var common = new SortedSet<(int Degree, int Partner)>();
        foreach (var link in seeker.Graph.LinksOf(candidate))
        {
            if (link.IsCurrentOn(seeker.Day) && candidates.Degrees.TryGetValue(link.Neighbor, out var degree))
            {
                common.Add((degree, link.Neighbor));
            }
        }

        var facts = common.Select(c => new MutualPartner(seeker.Graph.OrganizationAt(c.Partner)!, c.Degree)).ToList();
        return suggestion with { Parts = [.. suggestion.Parts.Select(p => p.Part == PartnerPart.Mutual ? p with { Facts = facts } : p)] };
    }
}
