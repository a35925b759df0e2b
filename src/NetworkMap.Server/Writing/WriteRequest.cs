using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Writing;

/// <summary>A change that somebody asks for: what decides it, and who stands behind it. Ids and instants are already in the decision, so that deciding
/// again, on another tip, means the same change.</summary>
/// <param name="Decide">What decides it.</param>
/// <param name="Attribution">Who stands behind it.</param>
/// <param name="OfTheHouse">True when the program itself does, such as for the seed; everybody else changes what her grants let her (<see cref="Rights"/>).</param>
/// <param name="ConfirmWidening">True when she said separately that others may see more afterwards (<see cref="Widened"/>).</param>
public sealed record WriteRequest(Decision Decide, Attribution Attribution, bool OfTheHouse = false, bool ConfirmWidening = false)
{
    /// <summary>The decision within the rights of who asks for it, on a day, and asked about where others would see more.</summary>
    internal Decision Bound(DateOnly today) => PersonLists.Refused(OfTheHouse ? Decide : Agreed(Rights.Bound(Decide, Attribution.Author, today, Attribution.By)), Attribution.Reason);

    private Decision Agreed(Decision decision) => ConfirmWidening ? decision : Widened.Asked(decision);
}

/// <summary>An accepted change.</summary>
/// <param name="Sequence">Where it stands in the log; the head when the request meant no change at all.</param>
/// <param name="Repeated">True when this very request had been carried out before.</param>
/// <param name="Changed">False when the request meant no change at all: then the change at <paramref name="Sequence"/> is somebody else's.</param>
public sealed record Accepted(long Sequence, bool Repeated, bool Changed = true);
