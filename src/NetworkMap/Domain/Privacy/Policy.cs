using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Domain.Privacy;

/// <summary>The one policy: what an audience may see of each element, by where it stands to it (<see cref="Standing"/>). It turns elements into their disclosed form before
/// anything is computed, so that no ranking, count or distance knows more than its asker may. An element that needs no hiding is given as it is, the same object.</summary>
/// <remarks>
/// <para>What the public sees. Whose own an element is, and its steward, see all of it.</para>
/// <list type="table">
/// <listheader><term>element</term><description>public form, and what a coordinator sees beyond it</description></listheader>
/// <item><term>organization</term><description>without contacts (those for others are a question of their own, <see cref="ContactSight"/>), note, and those it was told apart from; region no finer than its precision; small member counts held back, and any that would tell a small one of a unit.
/// A coordinator: the region and the counts as they are</description></item>
/// <item><term>unit</term><description>region no finer than its organization's precision, none when hidden; small counts held back, and those of all units when one is small (<see cref="Complement"/>).
/// A coordinator: as it is</description></item>
/// <item><term>place</term><description>as it is when exact; else without name, address and point, region no finer than the stricter precision; not at all when hidden.
/// A coordinator: the region to the village, to the district when hidden</description></item>
/// <item><term>service</term><description>areas finer than its organization's precision left out. A coordinator: as it is</description></item>
/// <item><term>tie</term><description>only with a public audience, whoever signed in also those for the signed-in, without note and without the words of its statements, small numbers of workers held back.
/// A coordinator: with those numbers. Who keeps one of its ends: all but on whose word the other end spoke</description></item>
/// <item><term>need</term><description>numbers under five told as such, and those withheld that would tell one (<see cref="PublishedTable"/>). A coordinator: as it is</description></item>
/// <item><term>grant</term><description>not at all. A coordinator: not at all</description></item>
/// <item><term>suggestion</term><description>not at all. A coordinator: of a need, without who sent it. Whose own is what it is about: without who sent it</description></item>
/// <item><term>region, term</term><description>as they are</description></item>
/// <item><term>of every element</term><description>who asserted it only as the seed or a steward; only its steward is told by which account</description></item>
/// </list>
/// </remarks>
public static class Policy
{
    /// <summary>The form of an element that an audience may see, or null when it may not know of it.</summary>
    /// <param name="element">The whole element.</param>
    /// <param name="belongs">What the element belongs to.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="beside">What the units' counts of its organization ask of an organization and of a unit, and the table of a need of it.</param>
    public static Element? Disclose(Element element, Belonging belongs, Audience audience, Complement beside = default) =>
        audience.Toward(element, belongs) is var standing && standing == Standing.Own ? ToParty(element, belongs, audience) : Disclose(element, belongs.Owner, standing, beside);

    /// <summary>The most that an audience could ever see of a version, whatever becomes of its organization and of the element itself: no form of it, today's or a past one,
    /// tells two versions apart that look the same here. Of an audience with scopes nothing can be said that way, so it is the version itself.</summary>
    public static Element? Most(Element element, Audience audience) => audience.IsScoped ? element : (element, audience.Least) switch
    {
        (_, Standing.Own or Standing.Steward) => element,
        (Unit u, _) => Signed(audience.Least == Standing.Coordinator ? u : Open(u, Precision.Exact), audience),
        (Place p, _) => Open(p, p.Precision) is { } open ? Signed(open, audience) : null,
        (Service s, _) => Signed(Open(s, Precision.Exact), audience),
        _ => Disclose(element, null, audience) is { } open ? Signed(open, audience) : null,
    };

    /// <summary>The form of an earlier version under today's policy, the stricter of then and now: what is hidden or gone today was never seen.</summary>
    /// <param name="past">The earlier version.</param>
    /// <param name="now">The whole element today; null when it was removed.</param>
    /// <param name="belongs">What it belongs to, today; of two owners, then and today, the one that binds more.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="beside">What the units' counts of its organization ask, then and today.</param>
    /// <param name="belonged">What the earlier version belonged to, when that is something else.</param>
    /// <param name="most">The nearest that the audience stands to it, when it holds what came from another.</param>
    public static Element? DisclosePast(Element past, Element? now, Belonging belongs, Audience audience, Complement beside = default, Belonging? belonged = null, Standing most = Standing.Steward)
    {
        if (audience == Audience.Steward)
        {
            return past;
        }

        if (now is null || Disclose(now, belongs, audience) is null)
        {
            return null;
        }

        var (then, today) = (audience.Toward(past, belonged ?? belongs), audience.Toward(now, belongs));
        var standing = new[] { then, today, most }.Min();
        if (standing >= Standing.Own)
        {
            return standing == Standing.Own ? ToParty(past, belonged ?? belongs, audience) : past;
        }

        var bound = (past, now) switch
        {
            (Organization p, Organization n) => p with { Precision = Disclosure.Stricter(p.Precision, n.Precision), Members = Bound(p.Members, n.Members) },
            (Unit p, Unit n) => p with { Members = Bound(p.Members, n.Members) },
            (Place p, Place n) => p with { Precision = Disclosure.Stricter(p.Precision, n.Precision) },
            _ => past,
        };
        return Disclose(bound, belongs.Owner, standing, beside);
    }

    /// <summary>The element as an audience reads it: for all but the stewards of everything without the account that asserted it. No answer is computed on accounts, so this is
    /// done where an element is written, not in the projection, which would need a copy of every element that an account ever wrote.</summary>
    public static Element Signed(Element element, Audience audience) =>
        audience == Audience.Steward || ReferenceEquals(element.Provenance.Unsigned(), element.Provenance) ? element : element with { Provenance = element.Provenance.Unsigned() };

    private static Element? Disclose(Element element, Organization? owner, Standing standing, Complement beside) => standing switch
    {
        Standing.Own or Standing.Steward => element,
        Standing.Coordinator => ToCoordinator(element, owner),
        _ => element switch
        {
            Organization o => Open(o, beside.Total),
            Unit u => owner is null ? null : Open(u, owner.Precision, beside.Units),
            Place p => owner is null ? null : Open(p, Disclosure.Stricter(p.Precision, owner.Precision)),
            Service s => owner is null ? null : Open(s, owner.Precision),
            Tie t => Open(t, standing),
            Need n => Disclosure.Numbers(n, beside.Need),
            Grant or Suggestion => null,
            _ => element,
        },
    };

    /// <summary>A party of a tie sees all of it but on whose word the other side spoke: what a group says must not lead to who in it said so. What is suggested to an organization it sees
    /// without who suggests it: somebody who works for a company must be able to say that its page is wrong.</summary>
    private static Element ToParty(Element element, Belonging belongs, Audience audience)
    {
        if (element is Suggestion suggestion)
        {
            return suggestion.Unsent();
        }

        if (element is not Tie { Details: { } details } tie)
        {
            return element;
        }

        var (from, to) = details.Statements;
        var seen = new TieStatements(audience.Keeps(belongs.Owner) ? from : from?.Wordless(), audience.Keeps(belongs.Other) ? to : to?.Wordless());
        return seen == details.Statements ? tie : tie with { Details = details with { Statements = seen } };
    }

    /// <summary>Where nobody helps is seen in numbers and regions, not in addresses.</summary>
    private static Element? ToCoordinator(Element element, Organization? owner) => element switch
    {
        Organization o => o.Contacts.IsEmpty && o.Note is null && o.Sameness is not { DistinctFrom.IsEmpty: false } ? o : o with { Contacts = [], Note = null, Sameness = Led(o.Sameness) },
        Place p => owner is null ? null : Disclosure.Stricter(p.Precision, owner.Precision) switch
        {
            Precision.Exact => p,
            Precision.Hidden => Open(p, Precision.District),
            _ => Open(p, Precision.Village),
        },
        Tie t => Open(t, Standing.SignedIn, withSmallCounts: true),
        Grant => null,
        Suggestion s => s.About.Kind == ElementKind.Need ? s.Unsent() : null,
        _ => element,
    };

    /// <summary>Earlier counts pass for published only while today's do.</summary>
    private static CountSet? Bound(CountSet? past, CountSet? now) => past is { Published: true } && now is not { Published: true } ? past with { Published = false } : past;

    private static Organization Open(Organization o, CountDetail detail)
    {
        var region = o.Region is { } r ? Disclosure.Region(r, o.Precision) : null;
        var members = Disclosure.Counts(o.Members, detail);
        var same = o.Contacts.IsEmpty && o.Note is null && region == o.Region && members == o.Members && o.Sameness is not { DistinctFrom.IsEmpty: false };
        return same ? o : o with { Contacts = [], Note = null, Region = region, Members = members, Sameness = Led(o.Sameness) };
    }

    /// <summary>Where an id leads is told to everybody; who was once taken for whom, to nobody else.</summary>
    private static Sameness? Led(Sameness? sameness) => sameness?.MergedInto is null ? null : sameness with { DistinctFrom = [] };

    private static Unit Open(Unit u, Precision precision, CountDetail detail = CountDetail.Parts)
    {
        var region = u.Region is { } r ? Disclosure.Region(r, precision) : null;
        var members = Disclosure.Counts(u.Members, detail, beside: true);
        return region == u.Region && members == u.Members ? u : u with { Region = region, Members = members };
    }

    private static Place? Open(Place p, Precision precision) => precision == Precision.Exact
        ? p
        : Disclosure.Region(p.Region, precision) is { } region
            ? p with { Name = null, Address = null, Point = null, Region = region, Precision = precision }
            : null;

    private static Service Open(Service s, Precision precision)
    {
        var areas = s.Areas.Where(a => Disclosure.Region(a.Region, precision) == a.Region).ToList();
        return areas.Count == s.Areas.Length ? s : s with { Areas = [.. areas] };
    }

    private static Tie? Open(Tie t, Standing standing, bool withSmallCounts = false)
    {
        if (t.Audience != TieAudience.Public && (t.Audience != TieAudience.SignedIn || standing < Standing.SignedIn))
        {
            return null;
        }

        if (t.Details is not { } details || (details.Note is null && (details.Supply is null || withSmallCounts) && details.Statements.Bare() == details.Statements))
        {
            return t;
        }

        var supply = !withSmallCounts && details.Supply is { } s && (Disclosure.IsSmall(s.WorkersWomen) || Disclosure.IsSmall(s.WorkersMen))
            ? s with { WorkersWomen = null, WorkersMen = null, Held = CountHeld.Parts }
            : details.Supply;
        return t with { Details = details with { Note = null, Supply = supply, Statements = details.Statements.Bare() } };
    }
}
