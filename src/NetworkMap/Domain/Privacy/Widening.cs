using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Domain.Privacy;

/// <summary>Whether a change lets the public, or for a contact anybody else, see more of what there already was; then somebody has to say so twice.</summary>
public static class Widening
{
    /// <summary>True when a precision gets finer, an audience larger, a home stops being one, small counts are declared published, or a contact is shown to more people or for longer.
    /// Something that comes back after a removal widens when it is a tie for the public, a place to the point, or an organization with a contact for others.</summary>
    public static bool Between(Element? before, Element after) => (before, after) switch
    {
        (Organization b, Organization a) => a.Precision < b.Precision || (Published(a.Members) && !Published(b.Members)) || ContactSight.Widens(b, a),
        (Unit b, Unit a) => Published(a.Members) && !Published(b.Members),
        (Place b, Place a) => a.Precision < b.Precision || (b.Home && !a.Home),
        (Tie b, Tie a) => a.Audience < b.Audience,
        (null, Organization a) => ContactSight.Widens(null, a),
        (null, Tie a) => a.Audience == TieAudience.Public,
        (null, Place a) => a.Precision == Precision.Exact,
        _ => false,
    };

    private static bool Published(CountSet? counts) => counts is { Published: true };
}
