using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Answers as one text each: status, headers and body, so that a search passes nothing over.</summary>
internal static class Reading
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Task<string> ReadAsync(HttpClient client, string address, string language = "id") => AskAsync(client, HttpMethod.Get, address, language);

    internal static async Task<string> AskAsync(HttpClient client, HttpMethod method, string address, string language = "id")
    {
        using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Get ? null : new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await client.SendAsync(request, Cancellation);
        return await TellAsync(answer);
    }

    /// <summary>Status, headers and body as one text. Regions are told to everybody by their codes, so what is one is left out.</summary>
    internal static async Task<string> TellAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Security-Policy")).OrderBy(h => h.Key, StringComparer.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        var body = bytes.AsSpan().StartsWith("PK"u8) ? await UnpackedAsync(bytes) : Encoding.Latin1.GetString(bytes);
        var media = answer.Content.Headers.ContentType?.MediaType;
        if (media == "application/x-ndjson" && answer.StatusCode == HttpStatusCode.OK)
        {
            body = string.Join('\n', body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => WithoutRegions(JsonNode.Parse(l))?.ToJsonString(NetworkMap.Server.Http.Wire.Options)));
        }
        else if (media?.Contains("json", StringComparison.Ordinal) == true && answer.StatusCode == HttpStatusCode.OK)
        {
            body = WithoutRegions(JsonNode.Parse(body))?.ToJsonString(NetworkMap.Server.Http.Wire.Options) ?? "";
        }

        return $"{(int)answer.StatusCode} {string.Join('\n', headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))}\n{body}";
    }

    /// <summary>The names and contents of the files in a zip file, which is what a workbook is as well: packed, no search would find anything in them.</summary>
    private static async Task<string> UnpackedAsync(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            text.Append(entry.FullName).Append('\n').Append(await reader.ReadToEndAsync(Cancellation)).Append('\n');
        }

        return text.ToString();
    }

    internal static JsonNode? WithoutRegions(JsonNode? node) => node switch
    {
        JsonObject o when o["kind"] is JsonValue kind && kind.ToString() == "region" => null,
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, WithoutRegions(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(WithoutRegions)]),
        _ => node?.DeepClone(),
    };
}
