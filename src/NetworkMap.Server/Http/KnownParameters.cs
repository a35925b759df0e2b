using Microsoft.OpenApi;
using NetworkMap.Domain;
using NetworkMap.Graph.Text;

namespace NetworkMap.Server.Http;

/// <summary>Refuses parameters that a route does not take, and those that are given twice: a filter that is passed over would answer another question than was asked.</summary>
public static class KnownParameters
{
    /// <summary>As who the caller looks: any route can be asked so.</summary>
    private const string Preview = "preview";
    private const int Shown = 40;

    /// <summary>Lets a request for a route of the API pass when the route takes all of its parameters.</summary>
    internal static Task Require(HttpContext context, RequestDelegate next)
    {
        var metadata = context.Request.Query.Count == 0 ? null : context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<Described.Answer>() is null)
        {
            return next(context);
        }

        var taken = metadata.GetOrderedMetadata<Described.Parameters>();
        var query = context.Request.Query;
        List<Refusal> refusals =
        [
            .. query.Keys.Where(k => k != Preview && !taken.Any(p => p.InQuery.Contains(k))).Select(k => Unknown(k, taken)),
            .. query.Where(p => p.Value.Count > 1 && taken.Any(t => t.InQuery.Contains(p.Key))).Select(p => Refusal.Of("parameter_repeated", p.Key, ("value", p.Key))),
        ];
        return refusals.Count == 0 ? next(context) : Problems.Refused(refusals, context).ExecuteAsync(context);
    }

    private static Refusal Unknown(string name, IReadOnlyList<Described.Parameters> taken)
    {
        var known = taken.SelectMany(p => p.All).Where(p => p.Place == ParameterLocation.Query).Select(p => p.Name).ToList();
        var shown = name.Length > Shown ? name[..Shown] : name;
        return Refusal.Of("parameter_unknown", shown, ("value", shown), ("nearest", Likeness.Nearest(shown, known)), ("known", known));
    }
}
