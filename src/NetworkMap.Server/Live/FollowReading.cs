using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Live;

/// <summary>Reads the argument of <c>Follow</c>. It names exactly one of <c>everything: true</c>, <c>organizations: [ids]</c> and <c>area</c>, which is
/// <c>{region: "33.74"}</c> or a box in degrees <c>{west, south, east, north}</c>; beside it may stand <c>since</c>, a cursor, and <c>language</c>, <c>id</c> or <c>en</c>.</summary>
internal static class FollowReading
{
    private const int OrganizationLimit = 500;
    private static readonly string[] Members = ["everything", "organizations", "area", "since", "language"];
    private static readonly string[] Sides = ["west", "south", "east", "north"];

    /// <summary>What is wanted, or every reason why it cannot be followed.</summary>
    internal static Outcome<Following> Read(FollowAsked asked, NetworkGraph graph, DisclosureForm form, LiveCursors cursors)
    {
        var value = asked.Value;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Refusal.Of("field_wrong_type", "", ("wanted", "object"));
        }

        if (!IsReadable(value))
        {
            return Refusal.Of("text_not_utf8", "");
        }

        var checks = new Checks();
        Known(checks, value, "", Members);
        var language = Text(checks, value, "language", "language") is { } named ? LanguageOf(checks, named) : form.Language;
        long? since = Text(checks, value, "since", "since") is { } cursor ? checks.Take("since", cursors.Read(form.Audience, cursor)) : null;
        var watch = ReadWatch(checks, value, graph);
        return checks.Finish(new Following(form with { Language = language }, null, watch!, since));
    }

    /// <summary>False when it holds what is no text: half a surrogate pair passes for JSON and fails when it is asked for.</summary>
    private static bool IsReadable(JsonElement value)
    {
        try
        {
            BodyReader.RequireReadable(Encoding.UTF8.GetBytes(value.GetRawText()));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Watch? ReadWatch(Checks checks, JsonElement value, NetworkGraph graph)
    {
        var named = Members[..3].Where(m => Given(value, m) is not null).ToList();
        if (named.Count != 1)
        {
            checks.Refuse("follow_unclear", "");
            return null;
        }

        var what = Given(value, named[0])!.Value;
        switch (named[0])
        {
            case "everything":
                checks.Require(what.ValueKind == JsonValueKind.True, "field_wrong_type", "everything", ("wanted", "boolean"));
                return new Watch.Everything();
            case "organizations":
                return ReadOrganizations(checks, what, graph);
            default:
                return ReadArea(checks, what, graph);
        }
    }

    private static Watch.Organizations? ReadOrganizations(Checks checks, JsonElement list, NetworkGraph graph)
    {
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.String) || list.GetArrayLength() == 0)
        {
            checks.Refuse("field_wrong_type", "organizations", ("wanted", "list"));
            return null;
        }

        if (list.GetArrayLength() > OrganizationLimit)
        {
            checks.Refuse("list_too_long", "organizations", ("length", list.GetArrayLength()), ("limit", OrganizationLimit));
            return null;
        }

        var ids = new HashSet<OrganizationId>();
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            var id = new OrganizationId(checks.Take($"organizations[{i}]", Ids.Parse(item.GetString())));
            checks.Require(id.Value == Guid.Empty || graph.Organization(id) is not null, "organization_unknown", $"organizations[{i}]");
            ids.Add(graph.Kept(id));
        }

        return new Watch.Organizations(ids.ToFrozenSet());
    }

    private static Watch? ReadArea(Checks checks, JsonElement area, NetworkGraph graph)
    {
        if (area.ValueKind != JsonValueKind.Object)
        {
            checks.Refuse("field_wrong_type", "area", ("wanted", "object"));
            return null;
        }

        Known(checks, area, "area.", ["region", .. Sides]);
        if (Given(area, "region") is not null)
        {
            checks.Require(Sides.All(s => Given(area, s) is null), "follow_unclear", "area");
            var region = Text(checks, area, "region", "area.region") is { } code ? checks.Take("area.region", RegionCode.Parse(code)) : default;
            checks.Require(region.Value is null || graph.Region(region) is not null, "region_unknown", "area.region", ("value", region.Value));
            return new Watch.InRegion(region);
        }

        var (west, south, east, north) = (Side(checks, area, "west", 180), Side(checks, area, "south", 90), Side(checks, area, "east", 180), Side(checks, area, "north", 90));
        checks.Require(west <= east && south <= north, "area_reversed", "area");
        return new Watch.InBox(west, south, east, north);
    }

    private static double Side(Checks checks, JsonElement area, string name, double most)
    {
        var field = "area." + name;
        if (Given(area, name) is not { } side)
        {
            checks.Refuse("number_missing", field);
            return 0;
        }

        if (side.ValueKind != JsonValueKind.Number || !side.TryGetDouble(out var degrees))
        {
            checks.Refuse("field_wrong_type", field, ("wanted", "number"));
            return 0;
        }

        checks.Require(Math.Abs(degrees) <= most, "number_out_of_range", field, ("least", -most), ("most", most), ("value", degrees));
        return degrees;
    }

    private static void Known(Checks checks, JsonElement value, string prefix, string[] names)
    {
        foreach (var name in value.EnumerateObject().Select(p => p.Name).Where(n => !names.Contains(n, StringComparer.Ordinal)).Take(1))
        {
            checks.Refuse("field_unknown", prefix + Short(name), ("value", Short(name)));
        }
    }

    private static Language LanguageOf(Checks checks, string name)
    {
        checks.Require(name is "id" or "en", "choice_unknown", "language", ("value", Short(name)), ("choices", "id, en"));
        return name == "en" ? Language.English : Language.Indonesian;
    }

    private static string? Text(Checks checks, JsonElement value, string name, string field)
    {
        if (Given(value, name) is not { } given)
        {
            return null;
        }

        checks.Require(given.ValueKind == JsonValueKind.String, "field_wrong_type", field, ("wanted", "text"));
        return given.ValueKind == JsonValueKind.String ? given.GetString() : null;
    }

    /// <summary>A member that says something; null and absent are the same, as everywhere on the wire.</summary>
    private static JsonElement? Given(JsonElement value, string name) => value.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}
