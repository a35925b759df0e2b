using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Writing;

/// <summary>A change that somebody asks for: what decides it, and who stands behind it. Ids and instants are already in the decision, so that deciding
/// again, on another tip, means the same change.</summary>
public sealed record WriteRequest(Decision Decide, Attribution Attribution);

/// <summary>An accepted change.</summary>
/// <param name="Sequence">Where it stands in the log; the head when the request meant no change at all.</param>
/// <param name="Repeated">True when this very request had been carried out before.</param>
/// <param name="Changed">False when the request meant no change at all: then the change at <paramref name="Sequence"/> is somebody else's.</param>
public sealed record Accepted(long Sequence, bool Repeated, bool Changed = true);
