namespace NetworkMap.Graph.Algorithms;

/// <summary>A way that does not end yet: its last hop, and how it came there.</summary>
internal sealed record UnfinishedRoute(Hop Hop, UnfinishedRoute? Before, int Steps, double Score)
{
    internal static UnfinishedRoute At(int from) => new(new Hop(from, -1, 1), null, 0, 1);

    internal bool Passes(int organization)
    {
        for (var at = this; at is not null; at = at.Before)
        {
            if (at.Hop.To == organization)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The hops after its start, and room for more.</summary>
    internal Hop[] Hops(int more = 0)
    {
        var hops = new Hop[Steps + more];
        for (var at = this; at.Before is not null; at = at.Before)
        {
            hops[at.Steps - 1] = at.Hop;
        }

        return hops;
    }
}
