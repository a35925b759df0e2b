using System.Text.Json;

namespace NetworkMap.Server.Pages;

/// <summary>A part of what the API said. What is absent says nothing: no text, no items, not true.</summary>
internal readonly record struct Said(JsonElement Element)
{
    internal Said this[string member] => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(member, out var found) ? new Said(found) : default;

    internal string? Text => Element.ValueKind switch { JsonValueKind.String => Element.GetString(), JsonValueKind.Number => Element.GetRawText(), _ => null };

    internal double? Number => Element.ValueKind == JsonValueKind.Number ? Element.GetDouble() : null;

    internal bool IsTrue => Element.ValueKind == JsonValueKind.True;

    internal bool IsThere => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    internal IReadOnlyList<Said> Items => Element.ValueKind == JsonValueKind.Array ? [.. Element.EnumerateArray().Select(e => new Said(e))] : [];
}
