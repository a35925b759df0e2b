using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMapper;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Live;

/// <summary>Elements on their way out in one disclosure form: each is written at most once, and so is each selection of them that somebody follows.</summary>
internal sealed class ToldChange(IReadOnlyList<Touched> touched, Asking asking, ElementForms forms, WrittenItems written, Func<IEnumerable<byte[]>, LiveMessage> finish)
{
    private readonly byte[]?[] items = new byte[]?[touched.Count];
    private readonly Dictionary<string, LiveMessage> parts = new(StringComparer.Ordinal);
    private LiveMessage? whole;

    /// <summary>The message for a follower; null when nothing of it is followed.</summary>
    internal LiveMessage? For(Watch watch)
    {
        if (watch is Watch.Everything)
        {
            return touched.Count == 0 ? null : whole ??= finish(Enumerable.Range(0, touched.Count).Select(Item));
        }

        var chosen = string.Concat(touched.Index().Where(t => watch.Takes(t.Item.Reach)).Select(t => (char)t.Index));
        if (chosen.Length == touched.Count || chosen.Length == 0)
        {
            return chosen.Length == 0 ? null : For(new Watch.Everything());
        }

        return parts.TryGetValue(chosen, out var part) ? part : parts[chosen] = finish(chosen.Select(i => Item(i)));
    }

    private byte[] Item(int index) => items[index] ??= Write(touched[index].Element);

    private byte[] Write(ElementRef element)
    {
        if (asking.Graph.Find(element) is { } current)
        {
            return written.Once(current, asking, () => Bytes(element, item => item["element"] = forms.Write(current, asking)));
        }

        return Bytes(element, static item => item["removed"] = true);
    }

    private static byte[] Bytes(ElementRef element, Action<JsonObject> complete)
    {
        var item = new JsonObject { ["kind"] = Names<ElementKind>.Of(element.Kind), ["id"] = element.Id };
        complete(item);
        return JsonSerializer.SerializeToUtf8Bytes(item, Wire.Options);
    }
}

/// <summary>The elements of one change as they were written for somebody: who stands to an element as she does gets the same bytes. A thousand editors, each an audience of
/// her own, are told of what is nobody's own with one writing.</summary>
internal sealed class WrittenItems
{
    private readonly Dictionary<(ElementRef Element, Standing Standing, bool IsSteward, Language Language), byte[]> items = [];

    internal byte[] Once(Element element, Asking asking, Func<byte[]> write)
    {
        var audience = asking.Caller.Audience;
        var key = (element.Ref, audience.Toward(element, Projection.BelongingOf(asking.Graph, element)), audience == Audience.Steward, asking.Telling.Language);
        return items.TryGetValue(key, out var known) ? known : items[key] = write();
    }
}

/// <summary>Makes what leaves of changes.</summary>
internal sealed class LiveForms(ElementForms forms, IMapper mapper, LiveCursors cursors)
{
    /// <summary>A change as it happens. What became of its elements is told as <paramref name="now"/> shows them; why, only to whom can see all of it; by whom, to herself as well (<paramref name="own"/>).</summary>
    internal ToldChange Tell(NetworkChange change, IReadOnlyList<Touched> touched, DisclosureForm form, string? own, NetworkSnapshot now, WrittenItems written)
    {
        var (changeset, cursor) = (change.Changeset, cursors.Of(form.Audience, change.Changeset.Sequence));
        var by = Authorship.By(changeset.Attribution, form.Audience, own);
        var whole = change.Full.All(touched.Select(t => t.Element).ToHashSet().Contains) && changeset.Revisions.All(r => RevisionAnswer.IsWhole(r, now.Full, form.Audience));
        var reason = SeedWords.Of(changeset.Attribution, form.Language) ?? (whole ? changeset.Attribution.Reason : null);
        return new ToldChange(touched, Ask(form, now), forms, written, items => LiveMessage.Of(cursor, changeset.Sequence, changeset.At, by, reason, items));
    }

    /// <summary>What was missed, as it is now.</summary>
    internal LiveMessage? Replay(IReadOnlyCollection<Touched> missed, DateTimeOffset at, DisclosureForm form, Watch watch, NetworkSnapshot now, long position)
    {
        var elements = missed.Where(t => watch.Takes(t.Reach)).Select(t => new Touched(t.Element, null)).Distinct().ToList();
        return new ToldChange(elements, Ask(form, now), forms, new WrittenItems(), items => LiveMessage.Of(cursors.Of(form.Audience, position), position, at, null, null, items)).For(new Watch.Everything());
    }

    private Asking Ask(DisclosureForm form, NetworkSnapshot now)
    {
        var graph = now.For(form.Audience);
        return new Asking(new Caller(form.Audience, null, []), graph, new Telling(graph, form.Language, mapper));
    }
}
