using System.Collections.Concurrent;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>From when until when one organization was a part of another.</summary>
/// <param name="Other">The one that went into it, as it was before, without its contacts and note.</param>
/// <param name="Into">The one that held it.</param>
/// <param name="From">The change that merged the two; 0 when its record is damaged.</param>
/// <param name="Until">The change that took them apart; null while they are one.</param>
public sealed record MergedSpan(Organization Other, OrganizationId Into, long From, long? Until);

/// <summary>Which organization once held what came from another, as the log tells it: also when the two are two again, what is told of them and what is erased is bound by it.</summary>
public sealed class MergedPast(INetworkStore store, LogReader log)
{
    private const int HistoryAtOnce = 500;

    /// <summary>Entered, merged and taken apart again: who has fewer versions never held another that is not there any more.</summary>
    private const int FewestVersions = 3;

    private readonly ConcurrentDictionary<long, IReadOnlyList<Turn>> looked = new();

    private sealed record Turn(Organization Other, OrganizationId Into, bool Joins);

    /// <summary>Lets go of what is kept in memory, since something of it was erased.</summary>
    public void Forget() => looked.Clear();

    /// <summary>The revisions of a change as far as an audience may see what the organizations held then: what came from one that is another again, she sees only where she keeps that as well.</summary>
    public async Task<IReadOnlyList<Revision>> BoundAsync(IReadOnlyList<Revision> revisions, long sequence, Audience audience, NetworkGraph full, CancellationToken cancellation)
    {
        List<Revision>? bound = null;
        for (var i = 0; audience.IsScoped && i < revisions.Count; i++)
        {
            var revision = revisions[i];
            if (full.Find(revision.Element) is Organization { Version: >= FewestVersions } now && audience.Toward(now, default) >= Standing.Own && new[] { revision.Before, revision.After }.OfType<Element>().Any(Erasing.Seals)
                && await MostAsync(now.Id, sequence, audience, full, cancellation) is var most and < Standing.Own)
            {
                (bound ??= [.. revisions])[i] = revision with { Most = most };
            }
        }

        return bound ?? revisions;
    }

    /// <summary>The nearest that an audience stands to all whose data an organization held by a change, and that are others again.</summary>
    public async Task<Standing> MostAsync(OrganizationId id, long sequence, Audience audience, NetworkGraph full, CancellationToken cancellation)
    {
        var most = Standing.Steward;
        foreach (var span in (await OfAsync(id, cancellation)).Where(s => s.Into == id && s.From <= sequence && sequence <= (s.Until ?? long.MaxValue)))
        {
            var other = full.Organization(span.Other.Id);
            var standings = new List<Standing> { await MostAsync(span.Other.Id, sequence, audience, full, cancellation) };
            if (span.Until is not null || other?.MergedInto != id)
            {
                standings.AddRange([audience.Toward(span.Other, default), other is null ? audience.Least : audience.Toward(other, default)]);
            }

            most = standings.Append(most).Min();
        }

        return most;
    }

    /// <summary>Where else what an organization says once stood: those that held it and do not any more, each with the changes from which to which it did.</summary>
    public async Task<IReadOnlyList<(OrganizationId Holder, long From, long Until)>> HeldAsync(OrganizationId id, CancellationToken cancellation, long from = 0, long until = long.MaxValue)
    {
        var held = new List<(OrganizationId, long, long)>();
        foreach (var span in (await OfAsync(id, cancellation)).Where(s => s.Other.Id == id))
        {
            var (first, last) = (Math.Max(from, span.From), Math.Min(until, span.Until ?? long.MaxValue));
            if (first <= last && last < long.MaxValue)
            {
                held.Add((span.Into, first, last));
                held.AddRange(await HeldAsync(span.Into, cancellation, first, last));
            }
        }

        return held;
    }

    /// <summary>The contacts with which one that is merged went into the other, but for what was erased since; one that the other had as well stands there twice.</summary>
    public async Task<IReadOnlyList<Contact>> BroughtAsync(OrganizationId other, CancellationToken cancellation)
    {
        await foreach (var change in log.DownAsync(other.Ref, long.MaxValue, _ => false, cancellation))
        {
            if (Merge.MergingIn(change.Revisions, other) is { Before: Organization before, After: Organization { MergedInto: { } into } })
            {
                var held = (change.Revisions.LastOrDefault(r => r.Element == into.Ref)?.Before as Organization)?.Contacts ?? [];
                return [.. before.Contacts, .. before.Contacts.Where(c => held.Any(h => MergedForm.IsSame(c, h)))];
            }

            if (change.Revisions.LastOrDefault(r => r.Element == other.Ref)?.After is Organization { Contacts.IsEmpty: false } remembered)
            {
                return remembered.Contacts;
            }
        }

        return [];
    }

    /// <summary>The contacts that the kept one had after a merge; where those were erased, the first that can still be read.</summary>
    public async Task<IReadOnlyList<Contact>> AfterAsync(OrganizationId kept, Changeset merge, CancellationToken cancellation)
    {
        IReadOnlyList<Contact> first = [];
        await foreach (var change in log.DownAsync(kept.Ref, long.MaxValue, s => s < merge.Sequence, cancellation))
        {
            if (change.Revisions.LastOrDefault(r => r.Element == kept.Ref)?.After is not Organization after || await log.ErasedAsync([after], cancellation) is not null)
            {
                break;
            }

            // While it was itself a part of another, its contacts were there.
            first = after is { MergedInto: not null, Contacts.IsEmpty: true } ? first : after.Contacts;
        }

        return first;
    }

    /// <summary>Every span of an organization, as the one that went and as the one that held, the first first.</summary>
    public async Task<IReadOnlyList<MergedSpan>> OfAsync(OrganizationId id, CancellationToken cancellation)
    {
        var sequences = new List<long>();
        var before = long.MaxValue;
        for (IReadOnlyList<long> piece; (piece = await store.HistoryAsync(id.Ref, before, HistoryAtOnce, cancellation)).Count > 0; before = piece[^1])
        {
            sequences.AddRange(piece);
        }

        sequences.Reverse();
        var spans = new List<MergedSpan>();
        foreach (var sequence in sequences)
        {
            foreach (var turn in (await TurnsAsync(sequence, cancellation)).Where(t => t.Other.Id == id || t.Into == id))
            {
                var open = spans.FindLastIndex(s => s.Other.Id == turn.Other.Id && s.Into == turn.Into && s.Until is null);
                if (turn.Joins || open < 0)
                {
                    spans.Add(new MergedSpan(turn.Other, turn.Into, turn.Joins ? sequence : 0, turn.Joins ? null : sequence));
                }
                else
                {
                    spans[open] = spans[open] with { Until = sequence };
                }
            }
        }

        return spans;
    }

    private async Task<IReadOnlyList<Turn>> TurnsAsync(long sequence, CancellationToken cancellation)
    {
        if (looked.TryGetValue(sequence, out var known))
        {
            return known;
        }

        try
        {
            var turns = (await log.FindAsync(sequence, cancellation))?.Revisions.SelectMany(TurnsOf).ToList() ?? [];
            return looked[sequence] = turns.Count == 0 ? Array.Empty<Turn>() : turns;
        }
        catch (DamagedException)
        {
            return [];
        }
    }

    private static IEnumerable<Turn> TurnsOf(Revision revision)
    {
        if (revision is { Before: Organization before, After: Organization after } && before.MergedInto != after.MergedInto)
        {
            var other = before with { Contacts = [], Note = null };
            return [.. before.MergedInto is { } left ? new[] { new Turn(other, left, Joins: false) } : [], .. after.MergedInto is { } into ? new[] { new Turn(other, into, Joins: true) } : []];
        }

        return [];
    }
}
