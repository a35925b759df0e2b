using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>From what a row says to the element that it is about.</content>
internal sealed partial class Planner
{
    /// <summary>The field that says what kind of thing an element is.</summary>
    private static readonly Dictionary<ElementKind, string> Kinds = new() { [ElementKind.Organization] = "actorKind", [ElementKind.Unit] = "unitKind", [ElementKind.Tie] = "type" };

    private void Compose(RowInHand row)
    {
        ReadRegion(row);
        ReadReferences(row);
        row.Row.Name = NameOf(row);
        if (row.Row.Verdict == RowVerdict.LeftAside)
        {
            return;
        }

        if (row.Row.List.Part is { } part)
        {
            ComposePart(row, part);
            return;
        }

        Straighten(row);
        row.ExternalId = row.Texts.GetValueOrDefault("id") ?? row.Texts.GetValueOrDefault(TargetList.ExternalId);
        row.Row.Key = KeyOf(row);
        if (Find(row) is not { } found)
        {
            return;
        }

        if (ground.Erased.Contains(found.Element.ToString()))
        {
            row.Row.Verdict = RowVerdict.LeftAside;
        }
        else if (!IsSaidAlready(row, found.Element))
        {
            Contribute(row, Hand(found.Element, found.Current));
        }
    }

    private void Contribute(RowInHand row, ElementInHand hand)
    {
        hand.Rows.Add(row);
        (row.Row.Element, row.Row.IsKnown) = (hand.Ref, hand.Current is not null);
        recognition.Remember(hand.Ref, row.Texts.GetValueOrDefault("id") is { } id && recognition.OfOurs(row.Row.List.Kind, id) is null ? id : row.Texts.GetValueOrDefault(TargetList.ExternalId), [row.Text("name"), row.Text("acronym")]);
        foreach (var (path, value) in row.Said.Where(s => !s.Key.StartsWith('_') && !IsBeside(s.Key)))
        {
            Put(hand, row, path, value);
        }

        Complete(hand, row);
        if (row.Row.List.Kind == ElementKind.Organization)
        {
            ComposeBeside(hand, row);
        }
    }

    /// <summary>A tie without a direction is one, whichever end is named first.</summary>
    private void Straighten(RowInHand row)
    {
        if (row.Row.List.Kind == ElementKind.Tie && recognition.IsSymmetric(row.Text("type")) && row.Text("from") is { } from && row.Text("to") is { } to
            && (recognition.OfOurs(ElementKind.Tie, row.Texts.GetValueOrDefault("id")) as Domain.Ties.Tie ?? TieBetween(row)) is var known
            && (known is not null ? known.From.ToString() == to : string.CompareOrdinal(from, to) > 0))
        {
            (row.Said["from"], row.Said["to"]) = (JsonValue.Create(to), JsonValue.Create(from));
        }
    }

    private Domain.Ties.Tie? TieBetween(RowInHand row) => Owner(row, "from") is { } from && Owner(row, "to") is { } to ? recognition.Tie(from, row.Text("type"), to, DateOf(row, "valid.from")) : null;

    /// <summary>True of a row whose element another row of the list has said already: a copy says nothing more, and one that says otherwise cannot be meant.</summary>
    private bool IsSaidAlready(RowInHand row, ElementRef element)
    {
        if (!elements.TryGetValue(element, out var hand) || hand.Rows.Find(r => r.Row.List == row.Row.List) is not { } first)
        {
            return false;
        }

        (row.Row.Element, row.Row.IsKnown) = (element, hand.Current is not null);
        if (row.Said.Any(s => !Paths.Same(s.Value, first.Said.GetValueOrDefault(s.Key))) || first.IsRefused)
        {
            row.Refuse(Refusal.Of("import_row_doubled", "", ("row", first.Row.Number), ("table", first.Row.Table)));
        }

        return true;
    }

    /// <summary>What a row of organizations says of its place and of how it is reached.</summary>
    private static bool IsBeside(string path) => path.StartsWith("place.", StringComparison.Ordinal) || path.StartsWith("contact.", StringComparison.Ordinal);

    /// <summary>The element that a row is about, as it is, null where it is new; nothing where that is not known.</summary>
    private (ElementRef Element, Element? Current)? Find(RowInHand row)
    {
        var (kind, key) = (row.Row.List.Kind, row.Row.Key);
        if (kind == ElementKind.Term)
        {
            var term = new ElementRef(kind, $"{row.Text("taxonomy")}:{row.Text("code")}");
            return (term, graph.Find(term));
        }

        var id = row.Texts.GetValueOrDefault("id");
        var known = recognition.OfOurs(kind, id);
        if (known is null && WasTakenAway(kind, id))
        {
            row.Row.Verdict = RowVerdict.LeftAside;
            return null;
        }

        if (known is not null || recognition.IsDecided(kind, key, out known))
        {
            return (known?.Ref ?? recognition.NewOf(kind, key), known);
        }

        known = recognition.OfEarlier(kind, key);
        if (known is Organization earlier && Recognition.IsAnother(earlier, row.Text("name"), RegionCode.Parse(row.Text("region")).TryValue(out var here) ? here : null))
        {
            (row.Row.Candidates, row.Row.Verdict) = ([new Lookalike(earlier, [])], RowVerdict.Duplicate);
            return null;
        }

        if (known is not null)
        {
            return (known.Ref, known);
        }

        if (row.IsRefused && kind != ElementKind.Organization)
        {
            return null;
        }

        (known, var candidates) = Alike(row);
        if (known is null && candidates.Count > 0)
        {
            (row.Row.Candidates, row.Row.Verdict) = (candidates, RowVerdict.Duplicate);
            recognition.Remember(recognition.NewOf(kind, key), row.ExternalId, [row.Text("name"), row.Text("acronym")]);
            return null;
        }

        return (known?.Ref ?? recognition.NewOf(kind, key), known);
    }

    /// <summary>What makes two of a kind the same.</summary>
    private (Element? Known, IReadOnlyList<Lookalike> Candidates) Alike(RowInHand row)
    {
        var region = RegionCode.Parse(row.Text("region")).TryValue(out var code) ? code : default(RegionCode?);
        return row.Row.List.Kind switch
        {
            ElementKind.Organization when row.Text("name") is { } name && recognition.Organization(name, row.Text("acronym"), row.Text("actorKind"), region) is var found => (found.Known, found.Candidates),
            ElementKind.Unit when Owner(row, "organization") is { } of && row.Text("name") is { } name => (recognition.Unit(of, name), []),
            ElementKind.Service when Owner(row, "organization") is { } of && row.Text("name") is { } name => (recognition.Service(of, name), []),
            ElementKind.Place when Owner(row, "organization") is { } of => (recognition.Place(of, row.Text("name"), region?.Value, row.Text("address")), []),
            ElementKind.Tie => (TieBetween(row), []),
            ElementKind.Need when region is { } at && row.Said.GetValueOrDefault("year") is JsonValue year => (recognition.Need(at, (int)year, n => IsSame(n, row)), []),
            _ => (null, []),
        };
    }

    private static OrganizationId? Owner(RowInHand row, string field) => Ids.Parse(row.Text(field)).TryValue(out var id) ? new OrganizationId(id) : null;

    /// <summary>True of what was in our own workbook when it left, and was taken away in the network since: it stays away.</summary>
    private bool WasTakenAway(ElementKind kind, string? id) => Ids.Parse(id?.ToLowerInvariant()).TryValue(out var guid) && ground.Left?.Find(new ElementRef(kind, guid.ToString("D"))) is not null;

    private static bool IsSame(Need need, RowInHand row)
    {
        var body = ElementText.ToJson(need);
        return new[] { "sector", "functions", "pillars", "issues", "terms" }.All(f => Paths.Same(body[f], row.Said.GetValueOrDefault(f)));
    }

    private static DateOnly? DateOf(RowInHand row, string path) => row.Text(path) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>What a row is known by where its source gives it no id.</summary>
    private static string KeyOf(RowInHand row)
    {
        if (row.ExternalId is { } external)
        {
            return Recognition.KeyOf(row.Row.List.Kind, external);
        }

        string[] fields = row.Row.List.Kind switch
        {
            ElementKind.Organization => ["name", "region"],
            ElementKind.Unit or ElementKind.Service => ["organization", "name"],
            ElementKind.Place => ["organization", "name", "region", "address"],
            ElementKind.Tie => ["from", "type", "to", "valid.from"],
            ElementKind.Need => ["region", "year", "sector", "functions", "pillars", "issues", "terms"],
            _ => ["taxonomy", "code"],
        };
        return $"{Names<ElementKind>.Of(row.Row.List.Kind)}:" + string.Join('|', fields.Select(f => row.Said.GetValueOrDefault(f) switch
        {
            null => "",
            JsonValue value when f == "name" => Headings.Plain(value.ToString()),
            var value => value.ToString(),
        }));
    }

    private ElementInHand Hand(ElementRef element, Element? current)
    {
        if (!elements.TryGetValue(element, out var hand))
        {
            elements[element] = hand = new ElementInHand(element, current, current is null ? [] : ElementText.ToJson(current));
        }

        return hand;
    }

    /// <summary>Lets a field say what the file says, where that is news and nobody else changed it meanwhile; else a conflict, unless it was decided.</summary>
    private void Put(ElementInHand hand, RowInHand row, string path, JsonNode? value)
    {
        var now = Paths.Get(hand.Body, path);
        if (Paths.Same(now, value))
        {
            Agree(row, path, value);
            return;
        }

        if (hand.Current is null)
        {
            Agree(row, path, value);
        }

        if (hand.Current is null || IsTaken(hand, row, path, now, value))
        {
            Paths.Set(hand.Body, path, value?.DeepClone());
        }
    }

    /// <summary>Remembers that file and network say the same; of our own workbook that is known without.</summary>
    private void Agree(RowInHand row, string path, JsonNode? value)
    {
        if (!ground.IsOwn)
        {
            var said = ImportGround.HashOf(value);
            row.Settled[ImportGround.PlaceOf(row.Row.Key, path)] = ImportGround.Settle(said, said);
        }
    }

    /// <summary>True when what a file says of something that is there is taken: it is news, and either nobody else changed it since, or it was decided so.</summary>
    private bool IsTaken(ElementInHand hand, RowInHand row, string path, JsonNode? now, JsonNode? value)
    {
        var then = LeftOf(hand.Ref);
        return IsTaken(row, hand.Ref.Kind == ElementKind.Place && row.Row.List.Kind == ElementKind.Organization ? "place." + path : path, then is null ? null : (true, Paths.Get(then, path)), now, value);
    }

    /// <summary>The same of any part of an element.</summary>
    /// <param name="row">The row that says it.</param>
    /// <param name="path">Of what.</param>
    /// <param name="then">What our own workbook said when it left; null for other files.</param>
    /// <param name="now">What the network says.</param>
    /// <param name="value">What the file says.</param>
    private bool IsTaken(RowInHand row, string path, (bool Known, JsonNode? Value)? then, JsonNode? now, JsonNode? value)
    {
        var (place, said, shown) = (ImportGround.PlaceOf(row.Row.Key, path), ImportGround.HashOf(value), ImportGround.HashOf(now));
        var settled = ground.Settled(place);
        if (settled?.File == said)
        {
            // It says what it said before: whatever the network says by now stays.
            row.Settled[place] = ImportGround.Settle(said, settled.Value.Network);
            return false;
        }

        if (settled is null && then is { } left && Paths.Same(left.Value, value))
        {
            return false;
        }

        var isNews = Paths.Plain(now).Length == 0 || (settled is { } last ? last.Network == shown : then is { } was && Paths.Same(was.Value, now));
        var decided = settings.Conflicts?.GetValueOrDefault($"{row.Row.Key}:{path}") ?? settings.AllConflicts;
        if (isNews || decided == "file")
        {
            row.Settled[place] = ImportGround.Settle(said, said);
            return true;
        }

        if (decided == "network")
        {
            row.Settled[place] = ImportGround.Settle(said, shown);
        }
        else
        {
            row.Row.Conflict(new FieldConflict(path, row.ColumnOf(path), now?.DeepClone(), value?.DeepClone()));
        }

        return false;
    }

    /// <summary>An element as our own workbook had it when it left; null where that had none.</summary>
    private JsonObject? LeftOf(ElementRef element)
    {
        if (!lefts.TryGetValue(element, out var left))
        {
            lefts[element] = left = ground.Left?.Find(element) is { } found ? ElementText.ToJson(found) : null;
        }

        return left;
    }

    /// <summary>What a new element must say and a file need not: where it is from, and who brings it.</summary>
    private void Complete(ElementInHand hand, RowInHand row)
    {
        if (row.Row.List.Kind != ElementKind.Term)
        {
            hand.Body["id"] = hand.Ref.Id;
        }

        if (hand.Current is null)
        {
            hand.Body.TryAdd("provenance", new JsonObject());
            var provenance = hand.Body["provenance"]!.AsObject();
            provenance.TryAdd("source", ground.Source);
            provenance.TryAdd("assertedBy", ground.Account);
            Classify(hand, row);
        }
    }

    /// <summary>What kind of thing something new is, where no column says it: asked once for all such rows.</summary>
    private void Classify(ElementInHand hand, RowInHand row)
    {
        if (Kinds.GetValueOrDefault(hand.Ref.Kind) is { } field && row.Row.List.Kind == hand.Ref.Kind && hand.Body[field] is null && !row.Columns.ContainsKey(field) && terms.Read(row.Row.List.Taxonomies[field], "") is { Code.Length: > 0 } kind)
        {
            hand.Body[field] = kind.Code;
        }
    }

    private static string? NameOf(RowInHand row) => row.Text("name") ?? row.Text("labelId") ?? row.Text("value") ?? (row.Texts.GetValueOrDefault("from") is { } from ? $"{from} – {row.Texts.GetValueOrDefault("to")}" : row.Texts.GetValueOrDefault("region") ?? row.Texts.GetValueOrDefault("organization"));
}
