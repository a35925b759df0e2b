using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Benchmarks.Plain;

/// <content>Organizations as columns: kind, place, issues, name.</content>
internal sealed partial class PlainNetwork
{
    private int[] kind = [];
    private float[] longitude = [];
    private float[] latitude = [];
    private ulong[] issues = [];
    private int[][] trigrams = [];

    /// <summary>The nearest organizations of a kind, by a loop over all.</summary>
    internal List<(double Km, int Organization)> Nearest(int from, int wantedKind, double km, int most)
    {
        var found = new List<(double Km, int Organization)>();
        var (lon, lat) = (longitude[from], latitude[from]);
        var narrow = Math.Cos(lat * Math.PI / 180);
        for (var o = 0; o < count; o++)
        {
            var (dy, dx) = ((latitude[o] - lat) * 111.2, (longitude[o] - lon) * 111.2 * narrow);
            if (kind[o] == wantedKind && Math.Abs(dy) <= km && (dx * dx) + (dy * dy) <= km * km)
            {
                found.Add((Math.Sqrt((dx * dx) + (dy * dy)), o));
            }
        }

        found.Sort();
        return found.Count > most ? found.GetRange(0, most) : found;
    }

    /// <summary>Twenty with most issues in common and most mutual partners: a loop over all, with two of the eight parts of the score.</summary>
    internal List<(double Score, int Organization)> Partners(int from)
    {
        var mutual = new Dictionary<int, double>();
        foreach (var near in Neighbors(from))
        {
            var weight = 1 / Math.Log(Math.Max(2, start[near + 1] - start[near]) + 1);
            foreach (var far in Neighbors(near))
            {
                mutual[far] = mutual.GetValueOrDefault(far) + weight;
            }
        }

        var best = new PriorityQueue<int, double>();
        for (var o = 0; o < count; o++)
        {
            var score = System.Numerics.BitOperations.PopCount(issues[o] & issues[from]) + mutual.GetValueOrDefault(o);
            if (score > 0 && o != from)
            {
                best.Enqueue(o, score);
                if (best.Count > 20)
                {
                    best.Dequeue();
                }
            }
        }

        return [.. best.UnorderedItems.Select(i => (i.Priority, i.Element))];
    }

    /// <summary>The ten names that have most groups of three letters in common with a text, by a loop over all names.</summary>
    internal List<int> Search(string text)
    {
        var wanted = Trigrams(text);
        var best = new PriorityQueue<int, double>();
        for (var o = 0; o < count; o++)
        {
            var common = Common(wanted, trigrams[o]);
            best.Enqueue(o, 2.0 * common / (wanted.Length + trigrams[o].Length));
            if (best.Count > 10)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.Select(i => i.Element)];
    }

    private static int Common(int[] one, int[] other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private static int[] Trigrams(string name)
    {
        var text = "  " + name.ToLowerInvariant() + " ";
        return [.. Enumerable.Range(0, text.Length - 2).Select(i => (text[i] << 20) ^ (text[i + 1] << 10) ^ text[i + 2]).Distinct().Order()];
    }

    private void ReadOrganizations(NetworkGraph graph)
    {
        (kind, longitude, latitude, issues, trigrams) = (new int[count], new float[count], new float[count], new ulong[count], new int[count][]);
        for (var o = 0; o < count; o++)
        {
            var organization = graph.OrganizationAt(o)!;
            kind[o] = graph.HandleOf(Taxonomy.ActorKind, organization.ActorKind);
            longitude[o] = (float)(graph.PositionOf(o)?.Point.Longitude ?? 0);
            latitude[o] = (float)(graph.PositionOf(o)?.Point.Latitude ?? 0);
            trigrams[o] = Trigrams(organization.Name);
            foreach (var issue in organization.Issues)
            {
                issues[o] |= 1UL << (graph.HandleOf(Taxonomy.Issue, issue) % 64);
            }
        }
    }
}
