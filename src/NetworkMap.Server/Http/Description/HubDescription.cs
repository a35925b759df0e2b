namespace NetworkMap.Server.Http.Description;

/// <summary>The hub, told beside the routes: OpenAPI has no other place for what is not HTTP.</summary>
internal static class HubDescription
{
    /// <summary>What it takes, what it sends, how it refuses.</summary>
    internal const string About = """
        Following the network as it changes: the SignalR hub `/live` (WebSockets and the other transports; protocols `json` and `messagepack`). It has one method, the stream `Follow`, which takes **one** object:

        ```
        { "everything": true, "since": "Zk3x9QmB1v0", "language": "en" }
        ```

        Exactly one of `everything: true`, `organizations: ["id", …]` (at most 500) and `area`, which is `{"region": "33.74"}` or `{"west": 110, "south": -8, "east": 111, "north": -7}`. `since` is a cursor of `/api/cursor` or of a message; without it the stream begins now. `language` is `id` or `en`.

        Every message has a `type` and a `cursor` to come back with:

        | type | says |
        |---|---|
        | `changes` | `items`: what changed, in the form that you may see now, and removals; with `at`, and `by` and `reason` where you may know them |
        | `caughtUp` | all that was missed since `since` has been sent |
        | `heartbeat` | nothing happened; every 15 seconds |
        | `behind` | you read too slowly and messages were dropped: call `Follow` again with this cursor |
        | `refetch` | what was missed cannot be sent (`why`): ask the API again, then follow from this cursor |

        A refusal is a hub error whose message is `code (field): sentence`, with the codes below; more than 8 streams of one connection, or 200 connections of one account or address, are `too_many_requests`. What is sent may be nested 16 deep. Another number of arguments than one is refused by SignalR itself, without a code, and a message over 256 KB closes the connection. A connection that reads nothing for 60 seconds is closed.
        """;
}
