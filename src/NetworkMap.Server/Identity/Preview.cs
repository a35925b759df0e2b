using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Identity;

/// <summary>Looking as somebody who sees less: the public, somebody signed in, the coordinator of a region. A request says so, and whatever is answered, a page, a tile or a live
/// stream, follows from it, since all of them ask who the caller is. It can only take away: whoever asks to see as somebody who sees more than she does sees what anybody sees.</summary>
public static class Preview
{
    /// <summary>The parameter of an address: of a page, of the hub, of anything that cannot be asked with a header.</summary>
    public const string Parameter = "preview";

    /// <summary>The header that says the same.</summary>
    public const string Header = "Preview";

    private const string Coordinator = "coordinator:";

    /// <summary>As whom a request asks to look, or null when it does not.</summary>
    internal static string? Asked(HttpRequest request)
    {
        var text = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query.TryGetValue(Parameter, out var query) ? query.ToString() : "";
        return text.Length == 0 ? null : text;
    }

    /// <summary>The caller that somebody is who asks to look as another; herself when she does not.</summary>
    internal static Caller Of(Caller self, HttpRequest request)
    {
        if (self.Account is null || Asked(request) is not { } asked)
        {
            return self;
        }

        var seen = AudienceOf(asked) is { } audience && self.Audience.Includes(audience) ? audience : Audience.Public;
        return new Caller(seen, null, []) { Previewer = self };
    }

    private static Audience? AudienceOf(string asked) => asked switch
    {
        "public" => Audience.Public,
        "signed_in" => Audience.SignedIn,
        _ when asked.StartsWith(Coordinator, StringComparison.Ordinal) => RegionCode.Parse(asked[Coordinator.Length..]).TryValue(out var region) ? Audience.CoordinatorOf(region) : null,
        _ => null,
    };
}
