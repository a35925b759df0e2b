using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Microsoft.OpenApi;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Http.Description;

/// <summary>Explains the written forms of elements by the elements themselves: what a field means is the documentation of the field of the element, its choices
/// are those of its type there.</summary>
internal static class WrittenForms
{
    private static readonly Lazy<Dictionary<string, XElement>> Documentation = new(ReadDocumentation);

    internal static void Explain(OpenApiSchema schema, JsonTypeInfo type, JsonPropertyInfo? property)
    {
        if (property?.AttributeProvider is PropertyInfo field && IsWritten(field.DeclaringType!))
        {
            ExplainField(schema, field);
        }
        else if (property is null && typeof(ElementDraft).IsAssignableFrom(type.Type))
        {
            schema.Description = Summary("T:" + Counterpart(type.Type)?.FullName);
        }
    }

    private static bool IsWritten(Type type) => type.Assembly == typeof(ElementDraft).Assembly && type.Name.EndsWith("Draft", StringComparison.Ordinal);

    private static void ExplainField(OpenApiSchema schema, PropertyInfo field)
    {
        var counterpart = Counterpart(field.ReflectedType!);
        schema.Description = Summary($"P:{field.DeclaringType!.FullName}.{field.Name}")
            ?? Records(counterpart).Select(r => Summary($"P:{r.FullName}.{field.Name}") ?? Parameter(r, field.Name)).FirstOrDefault(t => t is not null)
            ?? (IsWritten(field.PropertyType) ? Summary("T:" + Counterpart(field.PropertyType)?.FullName) : null);
        if (counterpart?.GetProperty(field.Name)?.PropertyType is not { } exact || field.PropertyType != typeof(string))
        {
            return;
        }

        exact = Nullable.GetUnderlyingType(exact) ?? exact;
        if (exact.IsEnum)
        {
            var names = (IReadOnlyList<string>)typeof(Names<>).MakeGenericType(exact).GetProperty("All")!.GetValue(null)!;
            schema.Enum = [.. names.Select(n => (JsonNode)n)];
            schema.Type = JsonSchemaType.String;
        }
        else if (exact == typeof(RegionCode))
        {
            schema.Pattern = @"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$";
        }
        else if (exact == typeof(Code))
        {
            schema.Pattern = "^[a-z0-9_]{1,60}$";
        }
        else if (exact.Name.EndsWith("Id", StringComparison.Ordinal))
        {
            schema.Format = "uuid";
        }
    }

    /// <summary>The record behind a written form, and those that it keeps apart and writes in a row with its own fields.</summary>
    private static IEnumerable<Type> Records(Type? counterpart) => counterpart is null
        ? []
        : counterpart.GetProperties().Select(p => p.PropertyType).Where(t => t.IsClass && t.Namespace == counterpart.Namespace).Prepend(counterpart);

    private static Type? Counterpart(Type draft) => draft.Assembly.GetType(draft.FullName![..^"Draft".Length]);

    private static string? Summary(string member) => Documentation.Value.GetValueOrDefault(member)?.Element("summary") is { } summary ? Plain(summary) : null;

    private static string? Parameter(Type? record, string name) =>
        Documentation.Value.GetValueOrDefault("T:" + record?.FullName)?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name) is { } found ? Plain(found) : null;

    /// <summary>The text of a comment; references by their last name, code in ticks.</summary>
    private static string Plain(XElement comment) => string.Concat(comment.Nodes().Select(n => n switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement e when e.Attribute("cref")?.Value is { } cref => $"`{char.ToLowerInvariant(cref[(cref.LastIndexOf('.') + 1)])}{cref[(cref.LastIndexOf('.') + 2)..]}`",
        XElement e => e.Value,
        _ => n.ToString(),
    })).ReplaceLineEndings(" ").Trim();

    private static Dictionary<string, XElement> ReadDocumentation()
    {
        var file = Path.ChangeExtension(typeof(ElementDraft).Assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").DistinctBy(m => m.Attribute("name")!.Value).ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal)
            : [];
    }
}
