using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Graph.Text;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Knows rows again: by our id, by source and the id that the source gives, by what was decided, or by what makes two of a kind the same.</summary>
internal sealed class Recognition(NetworkGraph graph, ImportSettings settings, ImportGround ground)
{
    private const string New = "new";
    private const int LookedAt = 5;

    private readonly DuplicateCandidates candidates = new(graph);
    private readonly Dictionary<(ElementKind Kind, string Id), ElementRef> byExternalId = [];
    private readonly Dictionary<(ElementKind Kind, string Plain), HashSet<ElementRef>> inFile = [];
    private readonly Lazy<Dictionary<string, List<Organization>>> named = new(() => Named(graph));
    private readonly Lazy<ILookup<(RegionCode, int), Need>> needs = new(() => graph.All(ElementKind.Need).Cast<Need>().ToLookup(n => (n.Region, n.Year)));

    /// <summary>What an id of ours names, or null; of an organization that was merged into another, that one.</summary>
    internal Element? OfOurs(ElementKind kind, string? id) => Ids.Parse(id?.ToLowerInvariant()).TryValue(out var guid) ? Led(graph.Find(new ElementRef(kind, guid.ToString("D")))) : null;

    /// <summary>What a row was decided to be: the element, null where it is something new; false where nothing was decided.</summary>
    internal bool IsDecided(ElementKind kind, string key, out Element? element)
    {
        element = null;
        if (settings.Rows?.GetValueOrDefault(key) is not { } answer)
        {
            return false;
        }

        element = answer == New ? null : OfOurs(kind, answer);
        return answer == New || element is not null;
    }

    /// <summary>What an earlier file of the source added for the same row, or null.</summary>
    internal Element? OfEarlier(ElementKind kind, string key)
    {
        for (var time = ground.Times; time >= 0; time--)
        {
            if (Led(graph.Find(IdOf(kind, key, time))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private Element? Led(Element? found) => found is Organization { MergedInto: not null } merged ? graph.Organization(graph.Kept(merged.Id)) : found;

    /// <summary>The name of what a row adds.</summary>
    internal ElementRef NewOf(ElementKind kind, string key) => IdOf(kind, key, ground.Times);

    /// <summary>Remembers how a row is called, so that others can refer to it.</summary>
    internal void Remember(ElementRef element, string? externalId, IEnumerable<string?> names)
    {
        if (externalId is not null)
        {
            byExternalId.TryAdd((element.Kind, externalId), element);
        }

        foreach (var name in names.OfType<string>())
        {
            var called = (element.Kind, Headings.Plain(name));
            if (!inFile.TryGetValue(called, out var those))
            {
                inFile[called] = those = [];
            }

            those.Add(element);
        }
    }

    /// <summary>What a text refers to: an id of ours or of the source, or a name that only one has, first in the file and then in the network. None, or several where that is in doubt.</summary>
    internal IReadOnlyList<ElementRef> Referred(ElementKind kind, string text)
    {
        if (OfOurs(kind, text) is { } ours)
        {
            return [ours.Ref];
        }

        if (byExternalId.TryGetValue((kind, text), out var external))
        {
            return [external];
        }

        if (inFile.TryGetValue((kind, Headings.Plain(text)), out var here))
        {
            return [.. here];
        }

        if (OfEarlier(kind, KeyOf(kind, text)) is { } earlier)
        {
            return [earlier.Ref];
        }

        return kind == ElementKind.Organization ? [.. named.Value.GetValueOrDefault(Headings.Plain(text), []).Select(o => o.Ref)] : [];
    }

    /// <summary>The organization that a row is: one of the same name and kind in the same regency; else those that it may be.</summary>
    internal (Organization? Known, IReadOnlyList<Lookalike> Candidates) Organization(string name, string? acronym, string? kind, RegionCode? region)
    {
        var same = named.Value.GetValueOrDefault(Headings.Plain(name), []);
        var here = same.Where(o => (kind is null || o.ActorKind.Value == kind) && (region is not { } r || (o.Region is { } at && SameRegency(r, at)))).ToList();
        if (here is [var known] && (region is not null || same.Count == 1))
        {
            return (known, []);
        }

        return (null, Lookalikes.Of(candidates, new DuplicateRecord { Name = name, Acronym = acronym, ActorKind = kind, Region = region }, LookedAt));
    }

    /// <summary>What of an organization, or between two, a row is.</summary>
    internal Unit? Unit(OrganizationId of, string name) => graph.UnitsOf(of).FirstOrDefault(u => Headings.Plain(u.Name) == Headings.Plain(name));

    /// <inheritdoc cref="Unit"/>
    internal Service? Service(OrganizationId of, string name) => graph.ServicesOf(of).FirstOrDefault(s => Headings.Plain(s.Name) == Headings.Plain(name));

    /// <inheritdoc cref="Unit"/>
    internal Place? Place(OrganizationId of, string? name, string? region, string? address)
    {
        var all = graph.PlacesOf(of).ToList();
        return name is not null ? all.Find(p => p.Name is { } called && Headings.Plain(called) == Headings.Plain(name))
            : address is not null ? all.Find(p => p.Region.Value == region && p.Address is { } at && Headings.Plain(at) == Headings.Plain(address))
            : all is [var only] && only.Region.Value == region ? only : null;
    }

    /// <summary>The main place of an organization, or its only one.</summary>
    internal Place? MainPlace(OrganizationId of, string? region)
    {
        var all = graph.PlacesOf(of).ToList();
        return all.Find(p => p.Main && (region is null || p.Region.Value == region)) ?? (all is [var only] && (region is null || only.Region.Value == region) ? only : null);
    }

    /// <inheritdoc cref="Unit"/>
    internal Tie? Tie(OrganizationId from, string? type, OrganizationId to, DateOnly? since)
    {
        var symmetric = IsSymmetric(type);
        var alike = graph.TiesBetween(from, to).Where(t => t.Type.Value == type && (symmetric || t.From == from)).ToList();
        return since is { } day ? alike.Find(t => t.Valid.From == day) ?? alike.Find(t => t.Valid.From is null) : alike.Find(t => t.Valid.Until is null) ?? alike.FirstOrDefault();
    }

    /// <summary>True of a type of ties that have no direction.</summary>
    internal bool IsSymmetric(string? type) => type is not null && Code.Parse(type).TryValue(out var code) && graph.Term(NetworkMap.Domain.Taxonomies.Taxonomy.TieType, code)?.Tie?.Symmetric == true;

    /// <summary>The need of a region and year that is about the same and has the same source.</summary>
    internal Need? Need(RegionCode region, int year, Func<Need, bool> isSame) => needs.Value[(region, year)].FirstOrDefault(isSame);

    /// <summary>The key of a row that its source gives an id.</summary>
    internal static string KeyOf(ElementKind kind, string externalId) => $"{Names<ElementKind>.Of(kind)}#{externalId}";

    /// <summary>True when a row that is known by its id says another name and another region than what it was: then the id may have gone to something else.</summary>
    internal static bool IsAnother(Organization known, string? name, RegionCode? region) =>
        name is not null && region is { } here && known.Region is { } there && !SameRegency(here, there)
        && !known.OtherNames.Append(known.Name).Append(known.Acronym).OfType<string>().Any(n => Headings.Plain(n) == Headings.Plain(name));

    private static bool SameRegency(RegionCode one, RegionCode other) => one.At(RegionLevel.Regency).Holds(other.At(RegionLevel.Regency)) || other.At(RegionLevel.Regency).Holds(one.At(RegionLevel.Regency));

    private static Dictionary<string, List<Organization>> Named(NetworkGraph graph)
    {
        var all = new Dictionary<string, List<Organization>>(StringComparer.Ordinal);
        foreach (var organization in graph.All(ElementKind.Organization).Cast<Organization>().Where(o => o.MergedInto is null))
        {
            foreach (var plain in organization.OtherNames.Append(organization.Name).Append(organization.Acronym).OfType<string>().Select(Headings.Plain).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))
            {
                if (!all.TryGetValue(plain, out var those))
                {
                    all[plain] = those = [];
                }

                those.Add(organization);
            }
        }

        return all;
    }

    private ElementRef IdOf(ElementKind kind, string key, int time) =>
        new(kind, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{ground.Known}\n{time}\n{key}")).AsSpan(0, 16)).ToString("D"));
}
