using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Http;

/// <summary>The description of the API is whole, and says what the running server does.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed partial class DescriptionTests(DemonstrationServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_api_is_described_with_its_summary_parameters_and_answers()
    {
        var document = await ReadAsync(server.Server);
        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        var wrong = new List<string>();
        foreach (var (method, path) in Mapped(server.Server))
        {
            if (document["paths"]?[path]?[method] is not JsonObject operation)
            {
                wrong.Add($"{method} {path} is not described");
                continue;
            }

            var parameters = operation["parameters"]!.AsArray();
            wrong.AddRange(InPath().Matches(path).Select(m => m.Groups[1].Value).Where(n => !parameters.Any(p => (string)p!["name"]! == n && p["description"] is not null && p["example"] is not null)).Select(n => $"{method} {path} does not tell of {{{n}}}: .Takes(Parameter.Path(…))"));
            wrong.AddRange(new[] { "summary", "tags" }.Where(m => operation[m] is null).Select(m => $"{method} {path} has no {m}"));
            wrong.AddRange(parameters.Where(p => p!["description"] is null || p["schema"]?["type"] is null).Select(p => $"{method} {path} does not explain {p!["name"]}"));
            var good = operation["responses"]!.AsObject().Where(r => r.Key[0] == '2').ToList();
            wrong.AddRange(good.Where(r => r.Key != "204" && r.Value!["content"]?["application/json"]?["example"] is null && !IsFile(r.Value)).Select(r => $"{method} {path} shows no example of {r.Key}"));
            wrong.AddRange(good.Count == 0 ? [$"{method} {path} tells of no good answer: .Gives(…)"] : []);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_no_parameter_twice_and_a_good_answer()
    {
        var document = await ReadAsync(server.Server);
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: $"{o.Key} {p.Key}", Told: o.Value!))).ToList();
        Assert.Equal(operations.Count, operations.Select(o => (string)o.Told["operationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("getOrganizationsByIdPartners", operations.Select(o => (string)o.Told["operationId"]!));
        foreach (var (path, told) in operations)
        {
            var named = told["parameters"]!.AsArray().Select(p => $"{p!["in"]} {p["name"]}").ToList();
            Assert.True(named.Distinct().Count() == named.Count, $"{path} tells of a parameter twice: {string.Join(", ", named)}");
            Assert.True(told["responses"]!.AsObject().Any(r => r.Key[0] == '2'), $"{path} tells of no good answer");
        }

        var tile = document["paths"]!["/tiles/{z}/{x}/{y}.mvt"]!["get"]!;
        Assert.NotNull(tile["responses"]!["200"]!["content"]!["application/vnd.mapbox-vector-tile"]);
        Assert.Equal([(0, 14), (0, 16383), (0, 16383)], tile["parameters"]!.AsArray().Where(p => (string)p!["in"]! == "path").Select(p => ((int)p!["schema"]!["minimum"]!, (int)p["schema"]!["maximum"]!)));
    }

    [Fact]
    public async Task The_hub_is_described_with_its_argument_its_messages_and_its_limits()
    {
        var live = (string)(await ReadAsync(server.Server))["tags"]!.AsArray().Single(t => (string)t!["name"]! == "live")!["description"]!;
        Assert.All(["Follow", "everything", "organizations", "area", "since", "changes", "caughtUp", "heartbeat", "behind", "refetch", "too_many_requests"], word => Assert.Contains(word, live, StringComparison.Ordinal));
        var limits = new NetworkMap.Server.Live.LiveLimits();
        Assert.All([$"more than {limits.Streams} streams", $"every {limits.Heartbeat.TotalSeconds} seconds", $"{limits.Drain.TotalSeconds} seconds is closed", $"over {BodyReader.Limit / 1024} KB"], told => Assert.Contains(told, live, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_code_of_a_refusal_is_described_with_its_status_and_every_reference_leads_somewhere()
    {
        var document = await ReadAsync(server.Server);
        var examples = document["components"]!["examples"]!;
        Assert.All(RefusalWords.Codes, code => Assert.Equal(Problems.StatusOf(code), (int?)examples[code]?["value"]?["status"]));
        Assert.All(RefusalWords.Codes, code => Assert.Contains($"| `{code}` | {Problems.StatusOf(code)} |", (string)document["info"]!["description"]!, StringComparison.Ordinal));
        foreach (var reference in Nodes(document).OfType<JsonObject>().Select(o => o["$ref"]).OfType<JsonValue>().Select(v => v.GetValue<string>()).Distinct())
        {
            Assert.True(reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]) is not null, $"{reference} leads nowhere.");
        }
    }

    [Fact]
    public async Task Every_field_of_an_element_says_what_it_means_and_which_choices_there_are()
    {
        var schemas = (await ReadAsync(server.Server))["components"]!["schemas"]!;
        foreach (var kind in Names<ElementKind>.All.Except(["suggestion"], StringComparer.Ordinal).Select(k => char.ToUpperInvariant(k[0]) + k[1..]))
        {
            var fields = schemas[kind + "Draft"]!["properties"]!.AsObject();
            Assert.Empty(fields.Where(f => f.Value!["description"] is null && f.Value["oneOf"] is null && f.Value["$ref"] is null).Select(f => $"{kind}.{f.Key} says nothing"));
            Assert.DoesNotContain("sealed", fields.Select(f => f.Key));
        }

        Assert.Equal(Names<Domain.Privacy.Precision>.All, schemas["OrganizationDraft"]!["properties"]!["precision"]!["enum"]!.AsArray().Select(c => (string)c!));
        Assert.Equal("uuid", (string?)schemas["TieDraft"]!["properties"]!["from"]!["format"]);
    }

    [Fact]
    public async Task The_example_of_every_kind_of_element_is_accepted_by_the_server_and_answered_as_described()
    {
        await using var demonstration = await RunningServer.StartAsync("demo");
        using var steward = await demonstration.StewardAsync();
        var document = await ReadAsync(demonstration);
        foreach (var (kind, segment) in ElementSegments.All)
        {
            var operation = document["paths"]!["/api/" + segment]!["post"]!;
            var content = operation["requestBody"]!["content"]!["application/json"]!;
            using var answer = await steward.PostAsync("/api/" + segment, new StringContent(content["example"]!.ToJsonString(), Encoding.UTF8, "application/json"), Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{kind}: {text}");
            var real = JsonNode.Parse(text)!.AsObject();
            Assert.Empty(operation["responses"]!["201"]!["content"]!["application/json"]!["example"]!.AsObject().Select(p => p.Key).Except(real.Select(p => p.Key), StringComparer.Ordinal));
            var schema = document["components"]!["schemas"]![((string)content["schema"]!["$ref"]!).Split('/')[^1]]!["properties"]!.AsObject();
            Assert.Empty(content["example"]!.AsObject().Select(p => p.Key).Except(schema.Select(p => p.Key), StringComparer.Ordinal));
        }
    }

    /// <summary>An answer that is no JSON, and has no fields to show.</summary>
    private static bool IsFile(JsonNode? answer) => answer?["content"]?["application/octet-stream"] is not null;

    /// <summary>Every question is asked with the examples of its path, and the answer has what the example shows.</summary>
    [Fact]
    public async Task Every_example_of_an_answer_has_only_what_the_server_gives()
    {
        var document = await ReadAsync(server.Server);
        foreach (var (path, operation) in document["paths"]!.AsObject().Where(p => p.Key.StartsWith("/api/", StringComparison.Ordinal) && p.Value!["get"] is not null).Select(p => (p.Key, p.Value!["get"]!)))
        {
            if (IsFile(operation["responses"]!["200"]) || path is "/api/changesets/{id}" or "/api/me" || path.EndsWith("/history", StringComparison.Ordinal) && !path.Contains("organizations", StringComparison.Ordinal))
            {
                continue;
            }

            var parameters = operation["parameters"]!.AsArray();
            var address = parameters.Where(p => (string)p!["in"]! == "path").Aggregate(path, (a, p) => a.Replace($"{{{p!["name"]}}}", (string)p["example"]!, StringComparison.Ordinal));
            var required = parameters.Where(p => (string)p!["in"]! == "query" && p["required"] is not null).Select(p => $"{p!["name"]}={p["example"]}");
            var (status, body, text) = await server.AskAsync($"{address["/api/".Length..]}?{string.Join('&', required)}{Needed(path)}", "en", asSteward: true);
            if (status == HttpStatusCode.NotFound)
            {
                continue;
            }

            Assert.True(status == HttpStatusCode.OK, $"{address}: {text}");
            var example = operation["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject();
            var real = body.AsObject();
            var strange = path.EndsWith("{id}", StringComparison.Ordinal) ? [] : example.Select(p => p.Key).Where(k => k != "next").Except(real.Select(p => p.Key), StringComparer.Ordinal).ToList();
            Assert.True(strange.Count == 0, $"{path}: {string.Join(", ", strange)} of the example are not in {text[..Math.Min(300, text.Length)]}");
        }
    }

    /// <summary>One of several parameters, of which a question needs one.</summary>
    private static string Needed(string path) =>
        path.EndsWith("introductions", StringComparison.Ordinal) ? "kind=local_government" : path.EndsWith("nearest", StringComparison.Ordinal) ? "near=89ee382d-bde1-874d-9e0c-c112fa646bbd" : "";

    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Nodes).Prepend(o),
        JsonArray a => a.SelectMany(Nodes),
        _ => [node],
    };

    private static IEnumerable<(string Method, string Path)> Mapped(RunningServer running) =>
        from endpoint in running.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/api/", StringComparison.Ordinal) && !path.Contains("**", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (method.ToLowerInvariant(), path);

    private static async Task<JsonNode> ReadAsync(RunningServer running)
    {
        using var client = running.CreateClient();
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", Cancellation))!;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InPath();
}
