using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads a JSON file: a blueprint of Kumu, HSDS (a page of a list, a list, a single object, or its tables), or any other list of objects.</summary>
internal static partial class JsonReader
{
    private const string Page = "contents";
    private const string AlonePart = "items";

    internal static bool LooksLikeJson(string begin) => Json().IsMatch(begin);

    internal static (FileForm Form, List<ReadTable> Tables) Read(string name, Func<Stream> open, ReadingLimits limits, RemarkList remarks)
    {
        try
        {
            List<JsonPart> parts;
            using (var walk = new JsonWalk(open(), limits))
            {
                parts = walk.Outline();
            }

            return new Reading(name, open, limits, remarks).Of(parts);
        }
        catch (JsonException damaged)
        {
            throw UnreadableException.Of("file_json_damaged", "", ("row", damaged.LineNumber is { } line ? (int)Math.Min(line + 1, int.MaxValue) : null));
        }
    }

    [GeneratedRegex(@"^[\[{]\s*(?:[""\[{\]}]|-?\d|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Json();

    private sealed class Reading(string name, Func<Stream> open, ReadingLimits limits, RemarkList remarks)
    {
        internal (FileForm Form, List<ReadTable> Tables) Of(List<JsonPart> parts)
        {
            if (parts is [{ Name: null } alone])
            {
                return OfList(alone, AlonePart);
            }

            if (Find(parts, KnownLists.Elements) is { } elements && Find(parts, KnownLists.Connections) is { } connections)
            {
                return elements.Items + connections.Items == 0 ? throw UnreadableException.Of("file_kumu_empty", "") : (FileForm.KumuJson, [Table(elements), Table(connections)]);
            }

            if (Find(parts, Page) is { OfObjects: true } page)
            {
                NotePages(parts);
                return OfList(page, Path.GetFileNameWithoutExtension(name));
            }

            if (parts.Exists(p => p.Name == "id") && OfOne() is { } one)
            {
                return (FileForm.HsdsJson, one);
            }

            return OfLists(parts);
        }

        private static JsonPart? Find(List<JsonPart> parts, string wanted) => parts.Find(p => p.Name == wanted && p.Kind == JsonTokenType.StartArray);

        /// <summary>A list of objects: of HSDS, when its first is.</summary>
        private (FileForm Form, List<ReadTable> Tables) OfList(JsonPart part, string called)
        {
            if (!part.OfObjects)
            {
                throw UnreadableException.Of("file_json_no_list", "");
            }

            if (Items(part.Name).Select(HsdsTables.TableOf).FirstOrDefault() is not { } table)
            {
                return part.Items == 0 ? (FileForm.JsonList, []) : (FileForm.JsonList, [Table(part, called)]);
            }

            var (tables, number) = (new HsdsTables(limits), 0);
            foreach (var item in Items(part.Name))
            {
                tables.Add(table, item, ++number);
            }

            return (FileForm.HsdsJson, tables.Read());
        }

        private List<ReadTable>? OfOne()
        {
            using var walk = new JsonWalk(open(), limits);
            var item = walk.Whole();
            if (HsdsTables.TableOf(item) is not { } table)
            {
                return null;
            }

            var tables = new HsdsTables(limits);
            tables.Add(table, item, 1);
            return tables.Read();
        }

        /// <summary>Nothing but lists of objects, and plain values that say something about them.</summary>
        private (FileForm Form, List<ReadTable> Tables) OfLists(List<JsonPart> parts)
        {
            if (Find(parts, "resources") is not null && parts.Exists(p => p.Name == "name"))
            {
                throw UnreadableException.Of("file_is_description", "");
            }

            var lists = parts.Where(p => p.Kind == JsonTokenType.StartArray).ToList();
            if (lists.Count == 0 || lists.Exists(l => !l.OfObjects) || parts.Exists(p => p.Kind == JsonTokenType.StartObject))
            {
                throw UnreadableException.Of("file_json_no_list", "");
            }

            if (lists.Count > limits.Sheets)
            {
                throw UnreadableException.Of("file_too_many_sheets", "", ("limit", limits.Sheets));
            }

            var tables = lists.Where(l => l.Items > 0).Select(l => Table(l)).ToList();
            return (tables.TrueForAll(t => KnownLists.IsHsds(t.List)) ? FileForm.HsdsTabular : FileForm.JsonList, tables);
        }

        private ReadTable Table(JsonPart part, string? called = null)
        {
            var named = called ?? (part.Name!.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? part.Name[..^4] : part.Name);
            var table = new JsonTable(named, () => Items(part.Name), limits).Read(null, remarks);
            return table with { List = part.Name is KnownLists.Elements or KnownLists.Connections ? part.Name : KnownLists.Of(named, table.Columns) };
        }

        private IEnumerable<JsonElement> Items(string? list)
        {
            using var walk = new JsonWalk(open(), limits);
            foreach (var item in walk.Items(list))
            {
                yield return item;
            }
        }

        /// <summary>A page of a longer list says so.</summary>
        private void NotePages(List<JsonPart> parts)
        {
            if (parts.Find(p => p.Name == "total_pages")?.Number is { } pages and > 1)
            {
                remarks.Note("page_of_several", arguments: ("pages", pages));
            }
        }
    }
}
