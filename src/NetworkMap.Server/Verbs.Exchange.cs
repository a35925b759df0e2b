using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <content>Files in and out, by asking a server that runs: so that rights, plans and the log are those of its routes, and others go on working meanwhile.</content>
internal static partial class Verbs
{
    private const string TokenName = "NETWORKMAP_TOKEN";
    private const string Log = "log";
    private const int ShownFaults = 20;

    private static readonly string[] Parts = ["region", "kind", "organizations", "neighbours", "at", "asOf", "list", "language", "separator", "after"];
    private static readonly string[] OfExport = ["server", "format", "to", "json", .. Parts];
    private static readonly string[] OfImport = ["server", "from", "source", "settings", "reason", "apply", "leave-out", "language", "json"];
    private static readonly string[] OpenVerdicts = ["conflict", "duplicate", "refused"];

    /// <summary>The verbs about files; null for any other.</summary>
    private static Func<Task<int>>? FindExchange(string[] args) => args switch
    {
        ["export", .. var rest] when CommandLine.Fault(rest, OfExport) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["import", .. var rest] when CommandLine.Fault(rest, OfImport) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["export", .. var rest] => () => ExportAsync(rest),
        ["import", .. var rest] => () => ImportAsync(rest),
        _ => null,
    };

    private static async Task<int> ExportAsync(string[] args)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var format = settings["format"] ?? "xlsx";
        if (settings["to"] is not { } to || (format != Log && ExportFormat.Find(format) is null))
        {
            return Unusable(args, $"export needs --to FILE, and a --format of {string.Join(", ", ExportFormat.All.Select(f => f.Name))}, {Log}.");
        }

        if (ServerOf(settings) is not { } server)
        {
            return Unusable(args, "--server is the address at which the map is open, such as http://localhost:5080.");
        }

        var path = Path.GetFullPath(to);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Fail(args, Directory.Exists(path) ? $"'{path}' is a folder; name a file with --to." : $"There is no folder '{Path.GetDirectoryName(path)}' for '{Path.GetFileName(path)}'. Make it, or name another file with --to.");
        }

        return await EndingAsync(args, async cancellation =>
        {
            using var client = ClientOf(server, settings);
            var asked = QueryString.Create(Parts.Select(p => KeyValuePair.Create(p, settings[p])).Where(p => p.Value is not null));
            using var answer = await SendAsync(client, new HttpRequestMessage(HttpMethod.Get, (format == Log ? "api/changesets/log" : "api/exports/" + format) + asked), cancellation);
            await RequireAsync(answer, cancellation);
            var bytes = await TakeDownAsync(answer, path, cancellation);
            return (new { exported = path, format, bytes }, $"'{path}' has {bytes} bytes.");
        });
    }

    /// <summary>Writes an answer to a file, which has its name once it is whole.</summary>
    private static async Task<long> TakeDownAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
    {
        var draft = path + ".part";
        try
        {
            await using var source = await answer.Content.ReadAsStreamAsync(cancellation);
            await using (var file = File.Create(draft))
            {
                var (buffer, told) = (new byte[1 << 16], 0L);
                for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0;)
                {
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
                    if (file.Length - told >= 1 << 24)
                    {
                        told = file.Length;
                        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {told >> 20} MB"));
                    }
                }
            }

            File.Move(draft, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or UnauthorizedAccessException)
        {
            throw new StoreFailedException($"'{path}' could not be written whole ({failure.Message}).", failure);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    private static async Task<int> ImportAsync(string[] args)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        if (settings["from"] is not { } from || settings["apply"] is not (null or "yes" or "no") || settings["leave-out"] is not (null or "yes" or "no") || ServerOf(settings) is not { } server)
        {
            return Unusable(args, "import needs --from FILE and, when it is elsewhere, --server URL; it knows --apply and --leave-out yes or no.");
        }

        if (new[] { from, settings["settings"] }.OfType<string>().FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            return Fail(args, Directory.Exists(missing) ? $"'{missing}' is a folder; name a file." : $"There is no file '{missing}'.");
        }

        var open = false;
        var code = await EndingAsync(args, async cancellation =>
        {
            using var client = ClientOf(server, settings);
            var decided = DecidedIn(settings);
            await using var lines = await ProgressLines.OpenAsync(server, settings[TokenName], cancellation);
            Console.Error.WriteLine("Reading the file, and planning what would become of each row.");
            var plan = await BringAsync(client, "api/imports/check?work=" + lines.Begin(), from, decided, cancellation);
            var left = OpenVerdicts.Sum(v => (int)plan["counts"]![v]!);
            open = left > 0 && decided["leaveOut"] is null;
            if (settings["apply"] != "yes" || open)
            {
                return (plan, Summary(plan) + (settings["apply"] == "yes" ? $"{Environment.NewLine}Nothing was written: {left} rows are open. Mend them, decide them in a file of --settings, or leave them out with --leave-out yes." : ""));
            }

            decided["plan"] = (string?)plan["plan"];
            Console.Error.WriteLine("Bringing it in.");
            var done = await BringInAsync(client, lines, from, decided, cancellation);
            return (done, $"{Summary(plan)}{Environment.NewLine}{Told(done)}");
        });
        return code == 0 && open ? 1 : code;
    }

    /// <summary>Brings it in. Told to stop, it is not brought in, or, when that is too late, is as a whole.</summary>
    private static async Task<JsonObject> BringInAsync(HttpClient client, ProgressLines lines, string from, JsonObject decided, CancellationToken cancellation)
    {
        try
        {
            return await BringAsync(client, "api/imports?work=" + lines.Begin(), from, decided, cancellation);
        }
        catch (OperationCanceledException asked)
        {
            return await lines.EndAsync() switch
            {
                "stored" => new JsonObject { ["stored"] = true },
                "stopped" => throw new OperationCanceledException("Nothing was changed.", asked),
                _ => throw new StoreFailedException("It was told to stop, and the server does not say whether it had stored the file already. Import it again: if it is in, that changes nothing.", asked),
            };
        }
    }

    private static string Told(JsonObject done) =>
        done["writes"] is { } writes ? $"{(int)writes} changes were written{(done["id"] is { } id ? $" as change {id}, which can be taken back as a whole" : "")}."
        : "It was told to stop when it was stored already: as one change, which can be taken back as a whole.";

    private static JsonObject DecidedIn(IConfiguration settings)
    {
        JsonObject decided;
        try
        {
            decided = settings["settings"] is { } file ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new InvalidDataException($"'{file}' is not one JSON object.") : [];
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"'{settings["settings"]}' is not JSON ({damaged.Message}).", damaged);
        }

        foreach (var (option, name) in new[] { ("source", "source"), ("reason", "reason") })
        {
            if (settings[option] is { } text)
            {
                decided[name] = text;
            }
        }

        if (settings["leave-out"] == "yes")
        {
            decided["leaveOut"] = true;
        }

        return decided;
    }

    private static async Task<JsonObject> BringAsync(HttpClient client, string path, string file, JsonObject decided, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(decided.ToJsonString(), System.Text.Encoding.UTF8, "application/json"), "settings");
        await using var bytes = File.OpenRead(file);
        using var content = new StreamContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        form.Add(content, "file", Path.GetFileName(file));
        using var answer = await SendAsync(client, new HttpRequestMessage(HttpMethod.Post, path) { Content = form }, cancellation);
        await RequireAsync(answer, cancellation);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!.AsObject();
    }

    private static string Summary(JsonObject plan)
    {
        var lines = new List<string> { $"{plan["file"]} ({plan["form"]}), source “{plan["source"]}”: {string.Join(", ", plan["counts"]!.AsObject().Where(c => (int)c.Value! > 0).Select(c => $"{c.Value} {c.Key}"))}. {plan["writes"]} changes." };
        lines.AddRange(plan["rows"]!.AsArray().Where(r => r!["faults"] is not null).Take(ShownFaults).SelectMany(r => r!["faults"]!.AsArray().Select(f => $"  {r["table"]}!{f!["column"]}{r["row"]}: {f["message"]} {f["mend"]}")));
        lines.AddRange(plan["rows"]!.AsArray().Where(r => (string?)r!["verdict"] is "conflict" or "duplicate").Take(ShownFaults).Select(r => $"  {r!["table"]}!{r["row"]}: {r["verdict"]}: {r["name"]}"));
        return string.Join(Environment.NewLine, lines);
    }

    private static Uri? ServerOf(IConfiguration settings) =>
        Uri.TryCreate((settings["server"] ?? "http://localhost:5080").TrimEnd('/') + "/", UriKind.Absolute, out var server) && server.Scheme is "http" or "https" ? server : null;

    private static HttpClient ClientOf(Uri server, IConfiguration settings)
    {
        var client = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(settings["language"] ?? "en");
        if (settings[TokenName] is { Length: > 0 } token)
        {
            if (token.Any(c => c is <= ' ' or > '~'))
            {
                throw new StoreFailedException($"What the environment variable {TokenName} holds is no token: there is a space, a line break or another character in it that is in none. Copy the token once more, and nothing else.");
            }

            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException away)
        {
            throw new StoreFailedException($"No server answers at {client.BaseAddress} ({away.Message}). Start it, or name its address with --server.", away);
        }
    }

    /// <summary>Throws, in the server's own words, when it refused.</summary>
    private static async Task RequireAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var text = await answer.Content.ReadAsStringAsync(cancellation);
        JsonNode? problem = null;
        try
        {
            problem = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Something else answered than the server, such as a proxy.
        }

        var why = problem?["errors"]?.AsArray().Select(e => $"{e!["message"]} {e["mend"]}").ToList() ?? [];
        var hint = answer.StatusCode is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden ? $" Give a token of an account that may, in the environment variable {TokenName}." : "";
        throw new StoreFailedException($"The server answered {(int)answer.StatusCode}: {(why.Count > 0 ? string.Join(" ", why) : "it gave no reason.")}{hint}");
    }
}
