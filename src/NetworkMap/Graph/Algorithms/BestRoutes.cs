namespace NetworkMap.Graph.Algorithms;

/// <summary>A way through the network: the hops after its start.</summary>
internal sealed record Route(double Score, Hop[] Hops)
{
    internal bool PassesTheSame(ReadOnlySpan<Hop> other)
    {
        if (other.Length != Hops.Length)
        {
            return false;
        }

        for (var i = 0; i < other.Length; i++)
        {
            if (Hops[i].To != other[i].To)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The best few routes offered so far; of two that pass the same organizations the better one.</summary>
internal sealed class BestRoutes(int most)
{
    private readonly List<Route> routes = [];

    /// <summary>Best first; of equal ones the shorter.</summary>
    internal IReadOnlyList<Route> All => routes;

    /// <summary>Only a better score than this can still get in.</summary>
    internal double Least => routes.Count < most ? 0 : routes[^1].Score;

    internal void Offer(double score, ReadOnlySpan<Hop> hops)
    {
        if (score <= Least)
        {
            return;
        }

        for (var i = 0; i < routes.Count; i++)
        {
            if (routes[i].PassesTheSame(hops))
            {
                if (routes[i].Score >= score)
                {
                    return;
                }

                routes.RemoveAt(i);
                break;
            }
        }

        var at = 0;
        while (at < routes.Count && (routes[at].Score > score || (routes[at].Score == score && routes[at].Hops.Length <= hops.Length)))
        {
            at++;
        }

        routes.Insert(at, new Route(score, hops.ToArray()));
        if (routes.Count > most)
        {
            routes.RemoveAt(most);
        }
    }
}
