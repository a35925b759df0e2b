using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>What is to be erased of an element.</summary>
/// <param name="Element">Of which.</param>
/// <param name="From">The version that was looked at; null of what is gone.</param>
/// <param name="Contacts">Only these contacts of an organization, by their places in its list; null for everything that it seals.</param>
/// <param name="Retire">Whether nothing of it shall stay.</param>
/// <param name="Suggestions">Only these of the suggestions about it; null for all of them.</param>
public sealed record ErasureWish(ElementRef Element, int? From, IReadOnlyList<int>? Contacts, bool Retire, IReadOnlyList<ElementRef>? Suggestions = null);

/// <summary>Erases personal data: takes it out of the element by a change like any other, then destroys the keys of every revision that sealed it, up to that change. The chain of the log
/// stays as it is. What is cut off in the middle was not acknowledged, and is done whole when it is asked for again.</summary>
public sealed class Eraser(INetworkStore store, NetworkWriter writer, NetworkView view, LogReader log, MergedPast merges, Past past, IErasureKeeper keeper, ErasureTurn turn, TimeProvider clock)
{
    private const int HistoryAtOnce = 500;

    /// <summary>Erases; what was carried out, or why not. Nobody brings anything back meanwhile.</summary>
    public Task<Outcome<Erasure>> EraseAsync(ErasureWish wish, Attribution attribution, CancellationToken cancellation) => turn.TakeAsync(() => EraseInTurnAsync(wish, attribution, cancellation), cancellation);

    private async Task<Outcome<Erasure>> EraseInTurnAsync(ErasureWish wish, Attribution attribution, CancellationToken cancellation)
    {
        var parts = MergedInto(wish.Element).ToList();
        var brought = await BroughtAsync(wish.Contacts is null ? [] : parts, cancellation);
        var erased = await EraseOneAsync(wish, attribution, ofTheHouse: false, cancellation);
        if (!erased.TryValue(out var erasure))
        {
            return erased;
        }

        // What was merged into an organization had the same persons in its past. Of the house: it is a part of that organization.
        foreach (var merged in parts)
        {
            if (await EraseOneAsync(new ErasureWish(merged, null, wish.Contacts is null ? null : [], Retire: false), attribution with { Request = null }, ofTheHouse: true, cancellation) is { IsRefused: true } refused)
            {
                return refused;
            }
        }

        if (await RememberAsync(wish.Element, parts, brought, attribution with { Request = null }, cancellation) is { Count: > 0 } unremembered)
        {
            return Outcome.Refused<Erasure>(unremembered);
        }

        foreach (var held in await HeldAsync([wish.Element, .. parts], cancellation))
        {
            if (await EraseHeldAsync(held.Holder, held.From, held.Until, attribution with { Request = null }, cancellation) is { Count: > 0 } refused)
            {
                return Outcome.Refused<Erasure>(refused);
            }
        }

        var suggestions = wish.Suggestions ?? [.. Erasing.SuggestionsAbout(view.Latest.Full.All(ElementKind.Suggestion), wish.Element).Select(s => s.Ref)];
        return await EraseSuggestionsAsync(suggestions, attribution with { Request = null }, cancellation) is { Count: > 0 } refusals ? Outcome.Refused<Erasure>(refusals) : erasure;
    }

    /// <summary>The organizations that were merged into one, from merge to merge.</summary>
    private IEnumerable<ElementRef> MergedInto(ElementRef element) =>
        view.Latest.Full.Find(element) is Organization organization ? view.Latest.Full.MergedInto(organization.Id).SelectMany(m => MergedInto(m.Ref).Prepend(m.Ref)) : [];

    /// <summary>What each of the merged ones brought along, twice where the one that it went into had it as well.</summary>
    private async Task<Dictionary<ElementRef, IReadOnlyList<Contact>>> BroughtAsync(IEnumerable<ElementRef> parts, CancellationToken cancellation)
    {
        var all = new Dictionary<ElementRef, IReadOnlyList<Contact>>();
        foreach (var part in parts)
        {
            all[part] = await merges.BroughtAsync(new OrganizationId(Guid.Parse(part.Id)), cancellation);
        }

        return all;
    }

    /// <summary>Keeps of what each brought along what is still there, in its past.</summary>
    private async Task<IReadOnlyList<Refusal>> RememberAsync(ElementRef kept, List<ElementRef> parts, Dictionary<ElementRef, IReadOnlyList<Contact>> brought, Attribution attribution, CancellationToken cancellation)
    {
        var there = (view.Latest.Full.Find(kept) as Organization)?.Contacts ?? [];
        foreach (var part in parts)
        {
            var left = (brought.GetValueOrDefault(part) ?? []).Where(b => there.Any(c => MergedForm.IsSame(b, c))).ToList();
            foreach (var contacts in new IReadOnlyList<Contact>[] { left, [] })
            {
                if (await writer.WriteAsync(new WriteRequest(Erasing.Remember(part, contacts), attribution, OfTheHouse: true, ConfirmWidening: true), cancellation) is { IsRefused: true } refused)
                {
                    return refused.Refusals;
                }
            }
        }

        return [];
    }

    /// <summary>Where else the past tells of what elements say: the organizations that once held theirs, and do not any more.</summary>
    private async Task<List<(ElementRef Holder, long From, long Until)>> HeldAsync(IEnumerable<ElementRef> elements, CancellationToken cancellation)
    {
        var held = new List<(ElementRef, long, long)>();
        foreach (var element in elements.Where(e => e.Kind == ElementKind.Organization && Guid.TryParse(e.Id, out _)))
        {
            held.AddRange((await merges.HeldAsync(new OrganizationId(Guid.Parse(element.Id)), cancellation)).Select(h => (h.Holder.Ref, h.From, h.Until)));
        }

        return held;
    }

    /// <summary>Destroys what an organization sealed while it held what came from another. What it says now stays, and what it said before and after.</summary>
    private async Task<IReadOnlyList<Refusal>> EraseHeldAsync(ElementRef holder, long from, long until, Attribution attribution, CancellationToken cancellation)
    {
        if (view.Latest.Full.Find(holder) is { } current && Erasing.Seals(current) && current.Sequence <= until
            && await writer.WriteAsync(new WriteRequest(Erasing.SealAnew(holder), attribution, OfTheHouse: true, ConfirmWidening: true), cancellation) is { IsRefused: true } refused)
        {
            return refused.Refusals;
        }

        if (await KeysAsync(holder, until, cancellation, from) is { Count: > 0 } keys)
        {
            await CarryOutAsync(new Erasure(Guid.NewGuid(), holder.ToString(), DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), keys), cancellation);
        }

        return [];
    }

    private async Task<Outcome<Erasure>> EraseOneAsync(ErasureWish wish, Attribution attribution, bool ofTheHouse, CancellationToken cancellation)
    {
        var stripped = await writer.WriteAsync(new WriteRequest(Erasing.Strip(wish.Element, wish.From, wish.Contacts, wish.Retire, Today.By(clock)), attribution, ofTheHouse, ConfirmWidening: true), cancellation);
        if (!stripped.TryValue(out var change))
        {
            return Outcome.Refused<Erasure>(stripped.Refusals);
        }

        if (view.Latest.Full.Find(wish.Element) is { } current && Erasing.Seals(current) && current.Sequence <= change.Sequence)
        {
            var anew = await writer.WriteAsync(new WriteRequest(Erasing.SealAnew(wish.Element), attribution with { Request = null }, ofTheHouse, ConfirmWidening: true), cancellation);
            if (anew.IsRefused)
            {
                return Outcome.Refused<Erasure>(anew.Refusals);
            }
        }

        // The key of what it seals now sealed nothing of before the change: that was told in the entry of the change, and in those before it.
        var until = view.Latest.Full.Find(wish.Element) is { } left && Erasing.Seals(left) ? left.Sequence - 1 : change.Sequence;
        var erasure = new Erasure(Guid.NewGuid(), wish.Element.ToString(), DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), await KeysAsync(wish.Element, until, cancellation));
        await CarryOutAsync(erasure, cancellation);
        return erasure;
    }

    /// <summary>Erases suggestions. Of the house: whoever may erase an element may erase what is said about it, and where a suggestion belongs is sealed in some of them.</summary>
    private async Task<IReadOnlyList<Refusal>> EraseSuggestionsAsync(IReadOnlyList<ElementRef> suggestions, Attribution attribution, CancellationToken cancellation)
    {
        if (suggestions.Count == 0)
        {
            return [];
        }

        var stripped = await writer.WriteAsync(new WriteRequest(Erasing.StripSuggestions(suggestions, Today.By(clock)), attribution, OfTheHouse: true), cancellation);
        foreach (var suggestion in stripped.IsRefused ? [] : suggestions)
        {
            if (await KeysAsync(suggestion, long.MaxValue - 1, cancellation) is { Count: > 0 } keys)
            {
                await CarryOutAsync(new Erasure(Guid.NewGuid(), suggestion.ToString(), DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), keys), cancellation);
            }
        }

        return stripped.Refusals;
    }

    /// <summary>Carries out an erasure: in the store, in the list beside the master key, and in what this process keeps in memory.</summary>
    public async Task CarryOutAsync(Erasure erasure, CancellationToken cancellation)
    {
        // Not to be cancelled in the middle: what is destroyed has to stand in the list.
        cancellation.ThrowIfCancellationRequested();
        await store.EraseAsync(erasure, CancellationToken.None);
        await keeper.AddAsync(erasure, CancellationToken.None);
        Forget();
    }

    /// <summary>Forgets what another process erased, and keeps that it did.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        Forget();
        await keeper.TakeInAsync(store, cancellation);
    }

    /// <summary>How many entries of the log tell of an element.</summary>
    public async Task<int> EntriesAsync(ElementRef element, CancellationToken cancellation) => (await SequencesAsync(element, long.MaxValue, cancellation)).Count;

    /// <summary>The organizations of which the past goes as well, each with how many entries of the log tell of it: those that are a part of it now, and those that once held what it says.</summary>
    public async Task<IReadOnlyList<(ElementRef Element, int Entries)>> AlsoAsync(ElementRef element, CancellationToken cancellation)
    {
        var (also, parts) = (new List<(ElementRef Element, int Entries)>(), MergedInto(element).ToList());
        foreach (var part in parts)
        {
            also.Add((part, await EntriesAsync(part, cancellation)));
        }

        foreach (var (holder, from, until) in await HeldAsync([element, .. parts], cancellation))
        {
            also.Add((holder, (await SequencesAsync(holder, until + 1, cancellation)).Count(s => s >= from)));
        }

        return [.. also.GroupBy(a => a.Element).Select(a => (a.Key, a.Sum(e => e.Entries)))];
    }

    private void Forget()
    {
        merges.Forget();
        past.Forget();
        log.Forget();
    }

    private async Task<List<long>> SequencesAsync(ElementRef element, long before, CancellationToken cancellation)
    {
        var all = new List<long>();
        for (IReadOnlyList<long> piece; (piece = await store.HistoryAsync(element, before, HistoryAtOnce, cancellation)).Count > 0; before = piece[^1])
        {
            all.AddRange(piece);
        }

        return all;
    }

    private async Task<IReadOnlyList<Guid>> KeysAsync(ElementRef element, long until, CancellationToken cancellation, long from = 0)
    {
        var keys = new HashSet<Guid>();
        foreach (var sequence in (await SequencesAsync(element, until + 1, cancellation)).Where(s => s >= from))
        {
            keys.UnionWith(LogText.KeysOf(await store.ReadAsync(sequence - 1, cancellation).FirstAsync(cancellation), element));
        }

        return [.. keys];
    }
}
