namespace NetworkMap.Server.Identity;

/// <summary>What a request to a route takes of the allowance of whoever asks (<see cref="Allowance"/>); a plain read is one.</summary>
/// <param name="Units">At least nothing.</param>
internal sealed record Cost(int Units)
{
    /// <summary>One look into what lies ready.</summary>
    internal const int Read = 1;

    /// <summary>A change, or a form of the pages of an account: something is made durable.</summary>
    internal const int Write = 5;

    /// <summary>A question about the whole network, or a page with the answer to one in it: some milliseconds of a processor where a read takes a hundredth of one.</summary>
    internal const int Network = 10;

    /// <summary>A part of the network as a file, or all of it.</summary>
    internal const int Export = 200;

    /// <summary>A question about the past: what was known then is rewound from what is known now.</summary>
    internal const int Past = 40;
}

/// <summary>Says what routes cost.</summary>
internal static class CostRoutes
{
    /// <summary>Every request to these routes costs as much.</summary>
    internal static T Costs<T>(this T routes, int units)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new Cost(units));
}
