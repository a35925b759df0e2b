using NetworkMap.Server.Http;
using AutoMapper;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Answering;

/// <summary>One question: who asks, in which language, on which projection. Everything of an answer comes from here, so that it belongs together.</summary>
public sealed record Asking(Caller Caller, NetworkGraph Graph, Telling Telling)
{
    /// <summary>The question of a request, on the latest snapshot.</summary>
    public static Asking Of(HttpContext context)
    {
        var caller = Caller.Of(context.User);
        var graph = context.RequestServices.GetRequiredService<NetworkView>().Latest.For(caller.Audience);
        return new Asking(caller, graph, new Telling(graph, context.LanguageOf(), context.RequestServices.GetRequiredService<IMapper>()));
    }
}
