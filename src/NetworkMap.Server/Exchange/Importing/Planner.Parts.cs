using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Server.Exchange.Importing;

/// <content>Rows that become a part of an element: contacts of an organization, areas of a service; and what a row of organizations says of place and contact.</content>
internal sealed partial class Planner
{
    private const string Contacts = "contacts";

    /// <summary>An element has at most so many parts of one kind; each has its own, lower limit.</summary>
    private const int MostParts = 700;

    /// <summary>What of a part tells it from the others of its element.</summary>
    private static readonly Dictionary<string, string[]> Identity = new(StringComparer.Ordinal) { [Contacts] = ["value"], ["areas"] = ["region", "valid.from"] };

    private static readonly (string Target, string Channel)[] Channels = [("contact.phone", "phone"), ("contact.whatsapp", "whatsapp"), ("contact.email", "email")];

    private readonly Dictionary<(ElementRef Element, string Part), List<RowInHand>> parts = [];

    /// <summary>A row that is a part of an element: put with the others of it.</summary>
    private void ComposePart(RowInHand row, string part)
    {
        var field = part == Contacts ? "organization" : "service";
        if (row.Text(field) is not { } id)
        {
            if (!row.IsRefused)
            {
                row.Refuse(Refusal.Of("text_missing", field));
            }

            return;
        }

        var element = new ElementRef(row.Row.List.Kind, id);
        row.Row.Key = $"{element}:{part}:{ImportGround.PlaceOf("", string.Join('|', Identity[part].Select(f => Known(row.Said.GetValueOrDefault(f)))))}";
        if (ground.Erased.Contains(element.ToString()))
        {
            row.Row.Verdict = RowVerdict.LeftAside;
            return;
        }

        if (row.IsRefused)
        {
            return;
        }

        if (!elements.ContainsKey(element) && graph.Find(element) is null)
        {
            row.Refuse(Refusal.Of("import_row_depends", field, ("value", row.Texts.GetValueOrDefault(field))));
            return;
        }

        if (!parts.TryGetValue((element, part), out var all))
        {
            parts[(element, part)] = all = [];
        }

        all.Add(row);
    }

    /// <summary>The parts of an element that a file names. Those of our own workbook are known again among those that left with it, also where what tells them apart was changed;
    /// what a file does not mention stays.</summary>
    private void ComposeParts(ElementRef element, string part, List<RowInHand> all)
    {
        if (all.Count > MostParts)
        {
            all.ForEach(r => r.Refuse(Refusal.Of("list_too_long", "", ("length", all.Count), ("limit", MostParts))));
            return;
        }

        var hand = Hand(element, graph.Find(element));
        var left = LeftOf(element) is { } then ? Of(then, part) : [];
        var pairs = all.ConvertAll(r => (Row: r, Was: Take(left, part, r.Said)));
        var news = pairs.FindAll(p => p.Was is null);
        foreach (var (row, was) in pairs.Select(p => (p.Row, p.Was ?? (news.Count == left.Count && news.FindIndex(n => n.Row == p.Row) is >= 0 and var at ? left[at] : null))))
        {
            hand.Rows.Add(row);
            (row.Row.Element, row.Row.IsKnown) = (element, hand.Current is not null);
            if (was is null)
            {
                AddPart(hand, part, row);
            }
            else
            {
                ChangePart(hand, part, row, was);
            }
        }
    }

    /// <summary>A part that is not among those that left: added, unless it is there, or the source said it before and it was taken away since.</summary>
    private void AddPart(ElementInHand hand, string part, RowInHand row)
    {
        var place = ImportGround.PlaceOf(row.Row.Key, part);
        var wasSaid = ground.Settled(place) is not null;
        row.Settled[place] = ImportGround.Settle(ImportGround.HashOf(JsonValue.Create(part)), ImportGround.HashOf(JsonValue.Create(part)));
        var said = new JsonObject();
        foreach (var (path, value) in row.Said.Where(s => s.Value is not null && !s.Key.StartsWith('_') && s.Key is not ("organization" or "service")))
        {
            Paths.Set(said, path, value!.DeepClone());
        }

        if (!wasSaid && Find(Of(hand.Body, part), part, row.Said) is null)
        {
            Add(hand, part, said, row);
        }
    }

    /// <summary>A part that left with our own workbook: what was changed in it is compared with what the network says of it by now.</summary>
    private void ChangePart(ElementInHand hand, string part, RowInHand row, JsonObject was)
    {
        var now = Find(Of(hand.Body, part), part, Identity[part].ToDictionary(f => f, f => Paths.Get(was, f), StringComparer.Ordinal));
        foreach (var (path, value) in row.Said.Where(s => !s.Key.StartsWith('_') && s.Key is not ("organization" or "service")))
        {
            if (now is null)
            {
                // It was taken away in the network since, and stays away.
                return;
            }

            hand.PartRows[now] = row;
            if (!Paths.Same(Paths.Get(now, path), value) && IsTaken(row, path, (true, Paths.Get(was, path)), Paths.Get(now, path), value))
            {
                Paths.Set(now, path, value?.DeepClone());
            }
        }
    }

    private static void Add(ElementInHand hand, string part, JsonObject said, RowInHand row)
    {
        if (hand.Body[part] is not JsonArray list)
        {
            hand.Body[part] = list = [];
        }

        list.Add(said);
        hand.PartRows[said] = row;
    }

    private static List<JsonObject> Of(JsonObject body, string part) => body[part] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>Takes out the part that a row is, by what tells parts apart as far as the row says it.</summary>
    private static JsonObject? Take(List<JsonObject> left, string part, IReadOnlyDictionary<string, JsonNode?> said)
    {
        var found = Find(left, part, said);
        if (found is not null)
        {
            left.Remove(found);
        }

        return found;
    }

    private static JsonObject? Find(List<JsonObject> parts, string part, IReadOnlyDictionary<string, JsonNode?> said) =>
        parts.Find(o => Identity[part].Where(said.ContainsKey).All(f => Known(Paths.Get(o, f)) == Known(said[f])));

    /// <summary>A part as it is known again: a telephone number however it is written.</summary>
    private static string Known(JsonNode? node) => node?.ToString().Trim() is { } text ? PhoneNumber.Read(text) ?? text : "";

    private void ComposeBeside(ElementInHand hand, RowInHand row)
    {
        foreach (var (target, channel) in Channels)
        {
            if (row.Text(target) is { } value)
            {
                var contact = new JsonObject { ["channel"] = channel, ["value"] = value };
                if (row.Text("contact.name") is { } name)
                {
                    contact["name"] = name;
                }

                var place = ImportGround.PlaceOf(row.Row.Key, target);
                var wasSaid = ground.Settled(place)?.File == ImportGround.HashOf(contact["value"]);
                Agree(row, target, contact["value"]);
                if (!wasSaid && Of(hand.Body, Contacts).TrueForAll(c => Known(c["value"]) != Known(contact["value"])))
                {
                    Add(hand, Contacts, contact, row);
                }
            }
        }

        var said = row.Said.Where(s => s.Key.StartsWith("place.", StringComparison.Ordinal) && s.Value is not null).ToList();
        if (said.Count == 0)
        {
            return;
        }

        var owner = new OrganizationId(Ids.Parse(hand.Ref.Id).Value);
        var key = $"place@{row.Row.Key}";
        var known = recognition.OfEarlier(ElementKind.Place, key) ?? recognition.MainPlace(owner, row.Text("region"));
        var beside = Hand(known?.Ref ?? recognition.NewOf(ElementKind.Place, key), known);
        beside.Rows.Add(row);
        foreach (var (path, value) in said)
        {
            Put(beside, row, path["place.".Length..], value);
        }

        if (known is null)
        {
            beside.Body["organization"] = hand.Ref.Id;
            beside.Body.TryAdd("main", true);
            if (hand.Body["region"] is { } region)
            {
                beside.Body.TryAdd("region", region.DeepClone());
            }
        }

        Complete(beside, row);
    }
}
