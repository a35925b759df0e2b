using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace NetworkMap.Server.Http;

/// <summary>What a route takes, gives and refuses, told beside its code: handlers read the request themselves, so nothing else could know. The description at
/// <c>/openapi/v1.json</c> is made of it, and tests hold examples against the running server.</summary>
public static class Described
{
    /// <summary>Parameters of a route.</summary>
    public sealed record Parameters(IReadOnlyList<Parameter> All)
    {
        /// <summary>The names of those that stand in the query.</summary>
        public FrozenSet<string> InQuery { get; } = All.Where(p => p.Place == ParameterLocation.Query).Select(p => p.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The body that a route reads, with an example that the demonstration network accepts.</summary>
    public sealed record Body(Type? Shape, JsonNode Example)
    {
        /// <summary>True when the example is a part beside a file (<c>multipart/form-data</c> of <c>settings</c> and <c>file</c>).</summary>
        public bool BesideFile { get; init; }
    }

    /// <summary>A good answer.</summary>
    public sealed record Answer(int Status, string About, JsonNode? Example)
    {
        /// <summary>The media type; JSON when it says nothing else.</summary>
        public string MediaType { get; init; } = "application/json";
    }

    /// <summary>Codes of refusals of a route's own; those of its parameters come with them.</summary>
    public sealed record Refusals(IReadOnlyList<string> Codes);

    /// <summary>The standard that a route follows wants 400 for parameters that cannot be used.</summary>
    public sealed record BadRequests;

    /// <summary>The status of a refusal by a route, by what is told of the route.</summary>
    internal static int StatusOf(string code, BadRequests? bad) => Problems.StatusOf(code) is StatusCodes.Status422UnprocessableEntity && bad is not null ? StatusCodes.Status400BadRequest : Problems.StatusOf(code);

    /// <summary>Tells the parameters.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params Parameter[] parameters) => route.WithMetadata(new Parameters(parameters));

    /// <summary>Tells the body; without a shape, the example is all there is.</summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder route, [StringSyntax(StringSyntaxAttribute.Json)] string example, Type? shape = null) =>
        route.WithMetadata(new Body(shape, JsonNode.Parse(example)!));

    /// <summary>Tells that the body is a file, and beside it what was decided about it.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, [StringSyntax(StringSyntaxAttribute.Json)] string settings) =>
        route.WithMetadata(new Body(null, JsonNode.Parse(settings)!) { BesideFile = true });

    /// <summary>Tells a good answer that has a body.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder route, [StringSyntax(StringSyntaxAttribute.Json)] string example, int status = StatusCodes.Status200OK, string about = "The answer.") =>
        route.WithMetadata(new Answer(status, about, JsonNode.Parse(example)));

    /// <summary>Tells a good answer that is not JSON.</summary>
    public static RouteHandlerBuilder GivesBytes(this RouteHandlerBuilder route, string mediaType, string about) =>
        route.WithMetadata(new Answer(StatusCodes.Status200OK, about, null) { MediaType = mediaType });

    /// <summary>Tells a good answer without a body.</summary>
    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder route, string about) => route.WithMetadata(new Answer(StatusCodes.Status204NoContent, about, null));

    /// <summary>Tells the codes of refusals.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params string[] codes) => route.WithMetadata(new Refusals(codes));
}
