using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Text;

/// <summary>Compares candidates with a question as a whole.</summary>
/// <remarks>score = (found x (0.75 + 0.25 x fitting) + 0.05 x in order + 0.6 x elsewhere + 0.5 when the name is exactly the question) x standing, where
/// <c>found</c> is the share of the question's words in the best name, each by its weight and likeness; <c>fitting</c> the share of that name that was asked for;
/// <c>in order</c> the share of neighbours that are neighbours in the name; <c>elsewhere</c> what other names add, and at half what the region (for a service its
/// organization) adds. Initials that are the question count <see cref="OfInitials"/> or, when they are the first three only, <see cref="OfFirstInitials"/>. Less than <see cref="Least"/> of a question found is not found.</remarks>
internal sealed class NameRanking(NetworkGraph graph, NameQuestion question, WordReader words)
{
    private const double Least = 0.3;
    private const double OfInitials = 0.85;
    private const double OfFirstInitials = 0.6;
    private readonly double asked = question.Slots.Sum(s => s.Weight);

    /// <summary>The score of a candidate; 0 when it is none.</summary>
    internal double Score(FoundKind kind, int handle, Element element)
    {
        var most = new double[question.Slots.Length];
        var (best, found) = (0.0, 0.0);
        foreach (var name in NamesOf(element))
        {
            var (score, part) = Compare(name, most);
            (best, found) = score > best ? (score, part) : (best, found);
        }

        var elsewhere = Share(most) - found + Surrounding(element, most);
        if (kind == FoundKind.Organization && question.Initials >= 0 && graph.NamesOf(kind).WithInitials(question.Initials).Contains(handle))
        {
            (best, found) = (Math.Max(best, ElementNames.Of(element).AreInitials(question.Letters!.Value) ? OfInitials : OfFirstInitials), 1);
        }

        return found + elsewhere < Least ? 0 : (best + (0.6 * elsewhere)) * Standing.Factor(element);
    }

    /// <summary>Whether a candidate, with its surroundings, has every word of the question as it was typed.</summary>
    internal bool IsAsTyped(Element element)
    {
        int[] all = [.. NamesOf(element).SelectMany(n => n), .. SurroundingOf(element).SelectMany(Numbers)];
        return Array.TrueForAll(question.Slots, s => s.IsIn(all, graph.Words));
    }

    /// <summary>The score of one name, and how much of the question it has; <paramref name="most"/> keeps the best likeness of each word over all names.</summary>
    private (double Score, double Found) Compare(int[] name, double[] most)
    {
        Span<double> fitting = stackalloc double[name.Length];
        var (found, inOrder, last) = (0.0, 0, -2);
        for (var s = 0; s < question.Slots.Length; s++)
        {
            var (likeness, place) = Best(question.Slots[s], name, last + 1);
            most[s] = Math.Max(most[s], likeness);
            found += likeness * question.Slots[s].Weight;
            inOrder += likeness > 0 && place == last + 1 ? 1 : 0;
            last = likeness > 0 ? place : -2;
            if (likeness > 0)
            {
                fitting[place] = Math.Max(fitting[place], likeness);
            }
        }

        found /= asked;
        var order = question.Slots.Length == 1 ? 1.0 : (double)inOrder / (question.Slots.Length - 1);
        return ((found * (0.75 + (0.25 * Fitting(name, fitting)))) + (0.05 * order * found) + (IsExactly(name) ? 0.5 : 0), found);
    }

    /// <summary>The likest word of a name, of equals the one at the expected place.</summary>
    private (double Likeness, int Place) Best(Slot slot, int[] name, int expected)
    {
        var best = (Likeness: 0.0, Place: -1);
        for (var i = 0; i < name.Length; i++)
        {
            var likeness = slot.LikenessOf(name[i], graph.Words);
            best = likeness > best.Likeness || (likeness > 0 && likeness >= best.Likeness && i == expected) ? (likeness, i) : best;
        }

        return best;
    }

    private double Fitting(int[] name, ReadOnlySpan<double> fitting)
    {
        var (part, whole) = (0.0, 0.0);
        for (var i = 0; i < name.Length; i++)
        {
            var weight = words.WeightOf(name[i]);
            (part, whole) = (part + (weight * fitting[i]), whole + weight);
        }

        return whole > 0 ? part / whole : 0;
    }

    private bool IsExactly(int[] name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i >= question.Slots.Length || question.Slots[i].Exact != name[i] || name[i] < 0)
            {
                return false;
            }
        }

        return name.Length == question.Slots.Length;
    }

    private double Share(double[] most)
    {
        var share = 0.0;
        for (var s = 0; s < most.Length; s++)
        {
            share += most[s] * question.Slots[s].Weight;
        }

        return share / asked;
    }

    /// <summary>What the surroundings have of words that the names lack, at half.</summary>
    private double Surrounding(Element element, double[] most)
    {
        var share = 0.0;
        var around = Array.Exists(most, m => m <= 0) ? SurroundingOf(element).SelectMany(Numbers).ToArray() : [];
        for (var s = 0; s < most.Length && around.Length > 0; s++)
        {
            share += most[s] > 0 ? 0 : 0.5 * Best(question.Slots[s], around, -1).Likeness * question.Slots[s].Weight;
        }

        return share / asked;
    }

    private IEnumerable<string> SurroundingOf(Element element) => element switch
    {
        Organization { Region: { } region } => Above(region),
        Region { Code.Parent: { } parent } => Above(parent),
        Service s => graph.Organization(s.Organization) is { } o ? ElementNames.Of(o).All.ToArray() : [],
        _ => [],
    };

    private IEnumerable<string> Above(RegionCode code)
    {
        for (RegionCode? at = code; at is { } c; at = c.Parent)
        {
            if (graph.Region(c) is { } region)
            {
                yield return region.Name;
            }
        }
    }

    private IEnumerable<int[]> NamesOf(Element element)
    {
        foreach (var name in ElementNames.Of(element).All.ToArray())
        {
            yield return Numbers(name);
        }

        if (element is Region region)
        {
            yield return Numbers(RegionNames.Other(region));
        }
    }

    private int[] Numbers(string name) => [.. Folding.Words(name).Select(graph.Words.Find)];
}
