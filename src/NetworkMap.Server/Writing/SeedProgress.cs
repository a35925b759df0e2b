using System.Globalization;
using System.Text.RegularExpressions;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Writing;

/// <summary>Which seed an empty store is given.</summary>
public enum SeedChoice
{
    /// <summary>Taxonomies, regions and the demonstration network: facts with their sources, and examples marked as such.</summary>
    Demo,

    /// <summary>Taxonomies, regions, and real institutions only.</summary>
    Reference,

    /// <summary>Nothing at all.</summary>
    None,
}

/// <summary>How far a seed is loaded, as the source of its changesets tells it: <c>demo, part 3 of 13</c>.</summary>
/// <param name="Choice">Which seed.</param>
/// <param name="Done">Parts that are in the network.</param>
/// <param name="Total">Parts of the seed; 0 while they were not counted.</param>
public sealed partial record SeedProgress(SeedChoice Choice, int Done = 0, int Total = 0)
{
    /// <summary>The progress of a network whose newest change this is; null when that is not a part of a seed, or the last one.</summary>
    public static SeedProgress? Unfinished(LoggedChange newest) => Of(newest.Attribution) is { } progress && progress.Done < progress.Total ? progress : null;

    /// <summary>Which part of which seed a change is; null when it is not one.</summary>
    public static SeedProgress? Of(Attribution attribution) =>
        attribution is { Author: Provenance.Seed, Source: { } source } && Written().Match(source) is { Success: true } m && Names<SeedChoice>.TryParse(m.Groups["choice"].Value, out var choice)
            ? new SeedProgress(choice, Number(m.Groups["done"]), Number(m.Groups["total"]))
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Names<SeedChoice>.Of(Choice)}, part {Done} of {Total}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<choice>\w+), part (?<done>\d{1,6}) of (?<total>\d{1,6})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
