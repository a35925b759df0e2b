namespace NetworkMap.Tests.House;

/// <summary>Who may see whom. A room is a first folder of a project: <c>NetworkMap.Graph</c>, <c>NetworkMap.Server.Live</c>.
/// A feature is a room of its own. What is not in the table is not allowed.</summary>
public static class Rooms
{
    public const string Heart = "NetworkMap";
    public const string Server = "NetworkMap.Server";
    public const string Features = Server + ".Features";
    public const string Stores = Server + ".Stores";

    private static readonly string[] WholeHeart = ["NetworkMap.Domain", "NetworkMap.Changes", "NetworkMap.Graph", "NetworkMap.Storage"];

    private static readonly Dictionary<string, string[]> MaySee = new(StringComparer.Ordinal)
    {
        ["NetworkMap.Domain"] = [],
        ["NetworkMap.Changes"] = ["NetworkMap.Domain"],
        ["NetworkMap.Graph"] = ["NetworkMap.Domain", "NetworkMap.Changes"],
        ["NetworkMap.Storage"] = ["NetworkMap.Domain", "NetworkMap.Changes"],
        ["NetworkMap.Server.Http"] = [.. WholeHeart],
        ["NetworkMap.Server.Identity"] = [.. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Answering"] = [.. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Identity", "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Writing"] = [.. WholeHeart, "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Exchange"] = [.. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Live"] = [.. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Identity", "NetworkMap.Server.Answering", "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Maps"] = [.. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Identity", "NetworkMap.Server.Answering", "NetworkMap.Server.Http"],
        ["NetworkMap.Server.Pages"] = [.. WholeHeart, "NetworkMap.Server.Identity", "NetworkMap.Server.Http"],
        [Features] =
        [
            .. WholeHeart, "NetworkMap.Server.Writing", "NetworkMap.Server.Live", "NetworkMap.Server.Maps",
            "NetworkMap.Server.Exchange", "NetworkMap.Server.Identity", "NetworkMap.Server.Answering", "NetworkMap.Server.Http",
        ],
        [Stores] = ["NetworkMap.Domain", "NetworkMap.Changes", "NetworkMap.Storage"],
    };

    public static IEnumerable<string> Known => MaySee.Keys;

    /// <summary>The room of a namespace, or of a type's full name: <c>NetworkMap.Server.Features.Ties.ProposeTie</c> is in
    /// <c>NetworkMap.Server.Features.Ties</c>. The server's own root is <c>NetworkMap.Server</c>.</summary>
    public static string? Of(string name)
    {
        var parts = name.Split('.');
        if (parts[0] != Heart || parts.Length < 2)
        {
            return null;
        }

        if (parts[1] != "Server")
        {
            return string.Join('.', parts[..2]);
        }

        var depth = parts.Length >= 4 && parts[2] is "Features" ? 4 : Math.Min(parts.Length, 3);
        return string.Join('.', parts[..depth]);
    }

    /// <summary>Null when allowed, otherwise why not.</summary>
    public static string? Refuses(string seer, string seen)
    {
        if (seer == seen || seer == Server)
        {
            return null;
        }

        var (from, to) = (TableRow(seer), TableRow(seen));
        if (!MaySee.TryGetValue(from, out var allowed))
        {
            return $"{seer} is a room that the table in Rooms.cs does not know: give it a row, or a place in another room";
        }

        if (from == Features && to == Features)
        {
            // A noun may see what stands in Features itself; never another noun, and Features itself sees no noun.
            return seen == Features ? null : $"{seer} sees another feature ({seen}): name what both need in the heart";
        }

        return allowed.Contains(to, StringComparer.Ordinal) ? null : $"{seer} sees {seen}; it may see only: {(allowed.Length == 0 ? "nothing" : string.Join(", ", allowed))}";
    }

    private static string TableRow(string room) => room.StartsWith(Features + ".", StringComparison.Ordinal) ? Features : room;
}
