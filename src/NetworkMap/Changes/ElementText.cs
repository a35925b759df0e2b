using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>The canonical JSON of elements: camel case, fields in the order of the draft, absent fields left out, unknown fields refused.</summary>
public static class ElementText
{
    private static readonly ElementTextContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
    });

    /// <summary>The canonical bytes (UTF-8) of a draft.</summary>
    public static byte[] ToBytes(ElementDraft draft) => JsonSerializer.SerializeToUtf8Bytes(draft, TypeOf(draft));

    /// <summary>The written form of an element as a tree.</summary>
    public static JsonObject ToJson(Element element) => ToJson(element.ToDraft());

    /// <summary>A draft as a tree.</summary>
    public static JsonObject ToJson(ElementDraft draft) => JsonSerializer.SerializeToNode(draft, TypeOf(draft))!.AsObject();

    /// <summary>A draft of a kind; malformed JSON throws <see cref="JsonException"/> with the path.</summary>
    public static ElementDraft Read(ElementKind kind, ReadOnlySpan<byte> utf8) =>
        CanonicalText.Read(kind, utf8) ?? (ElementDraft)(JsonSerializer.Deserialize(utf8, TypeOf(kind)) ?? throw new JsonException("An element is an object, not null."));

    /// <summary>A draft of a kind from a tree.</summary>
    public static ElementDraft Read(ElementKind kind, JsonNode json) =>
        (ElementDraft)(json.Deserialize(TypeOf(kind)) ?? throw new JsonException("An element is an object, not null."));

    /// <summary>What a field of a draft holds, by the steps of its path (<c>areas</c>, <c>[0]</c>, <c>region</c>); null when there is no such field.</summary>
    public static Type? TypeAt(ElementKind kind, IEnumerable<string> path)
    {
        JsonTypeInfo? at = TypeOf(kind);
        foreach (var step in path)
        {
            var type = at?.Kind switch
            {
                JsonTypeInfoKind.Object => at.Properties.FirstOrDefault(p => p.Name == step)?.PropertyType,
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => at.ElementType,
                _ => null,
            };
            at = type is null ? null : Context.GetTypeInfo(type);
        }

        return at is null ? null : Nullable.GetUnderlyingType(at.Type) ?? at.Type;
    }

    private static JsonTypeInfo TypeOf(ElementKind kind) => kind switch
    {
        ElementKind.Organization => Context.OrganizationDraft,
        ElementKind.Unit => Context.UnitDraft,
        ElementKind.Place => Context.PlaceDraft,
        ElementKind.Service => Context.ServiceDraft,
        ElementKind.Tie => Context.TieDraft,
        ElementKind.Need => Context.NeedDraft,
        ElementKind.Region => Context.RegionDraft,
        ElementKind.Term => Context.TermDraft,
        ElementKind.Grant => Context.GrantDraft,
        ElementKind.Suggestion => Context.SuggestionDraft,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of element."),
    };

    private static JsonTypeInfo TypeOf(ElementDraft draft) => Context.GetTypeInfo(draft.GetType())!;
}

[JsonSerializable(typeof(OrganizationDraft))]
[JsonSerializable(typeof(UnitDraft))]
[JsonSerializable(typeof(PlaceDraft))]
[JsonSerializable(typeof(ServiceDraft))]
[JsonSerializable(typeof(TieDraft))]
[JsonSerializable(typeof(NeedDraft))]
[JsonSerializable(typeof(RegionDraft))]
[JsonSerializable(typeof(TermDraft))]
[JsonSerializable(typeof(GrantDraft))]
[JsonSerializable(typeof(SuggestionDraft))]
internal sealed partial class ElementTextContext : JsonSerializerContext;
