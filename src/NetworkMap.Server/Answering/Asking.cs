using NetworkMap.Server.Http;
using AutoMapper;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Answering;

/// <summary>One question: who asks, in which language, on which projection. Everything of an answer comes from here, so that it belongs together.</summary>
public sealed record Asking(Caller Caller, NetworkGraph Graph, Telling Telling)
{
    /// <summary>The question of a request, on the latest snapshot.</summary>
    public static Asking Of(HttpContext context) => On(context, context.RequestServices.GetRequiredService<NetworkView>().Latest);

    /// <summary>The question of a request, on the network as it was known at its <c>asOf=</c>, the latest when it does not say. An <c>asOf</c> that cannot be used
    /// stands among the refusals of <paramref name="asked"/>.</summary>
    public static async Task<Asking> OfAsync(HttpContext context, Asked asked) => await AsOf.ReadAsync(context, asked) is { } past ? On(context, past) : Of(context);

    private static Asking On(HttpContext context, NetworkSnapshot snapshot)
    {
        var caller = Caller.Of(context);
        var graph = snapshot.For(caller.Audience);
        return new Asking(caller, graph, new Telling(graph, context.LanguageOf(), context.RequestServices.GetRequiredService<IMapper>()));
    }
}
