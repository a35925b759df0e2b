using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.DomainTests.Privacy;

public sealed class WideningTests
{
    private static readonly Organization Group = (Organization)FilledElements.Of(ElementKind.Organization);
    private static readonly Place Home = (Place)FilledElements.Of(ElementKind.Place);
    private static readonly Tie Tie = (Tie)FilledElements.Of(ElementKind.Tie);

    [Fact]
    public void A_finer_precision_widens_and_a_coarser_one_does_not()
    {
        foreach (var (before, after) in Pairs<Precision>())
        {
            Assert.Equal(after < before, Widening.Between(Group with { Precision = before }, Group with { Precision = after }));
            Assert.Equal(after < before, Widening.Between(Home with { Precision = before }, Home with { Precision = after }));
        }
    }

    [Fact]
    public void A_larger_audience_widens()
    {
        foreach (var (before, after) in Pairs<TieAudience>())
        {
            Assert.Equal(after < before, Widening.Between(Tie with { Audience = before }, Tie with { Audience = after }));
        }
    }

    [Fact]
    public void Small_counts_declared_published_widen()
    {
        var published = Group with { Members = Group.Members! with { Published = true } };
        Assert.True(Widening.Between(Group, published));
        Assert.False(Widening.Between(published, Group) || Widening.Between(published, published));
    }

    [Fact]
    public void A_home_that_stops_being_one_widens() => Assert.True(Widening.Between(Home, Home with { Home = false }));

    [Fact]
    public void What_comes_back_widens_when_everybody_may_see_it()
    {
        Assert.True(Widening.Between(null, Tie with { Audience = TieAudience.Public }));
        Assert.False(Widening.Between(null, Tie with { Audience = TieAudience.Parties }));
        Assert.True(Widening.Between(null, Home with { Precision = Precision.Exact }));
        Assert.False(Widening.Between(null, Home));
    }

    [Fact]
    public void What_does_not_touch_who_may_see_does_not_widen()
    {
        foreach (var kind in Enum.GetValues<ElementKind>())
        {
            Assert.False(Widening.Between(FilledElements.Of(kind), FilledElements.Of(kind)));
        }
    }

    [Fact]
    public void A_contact_that_more_people_may_see_or_for_longer_widens()
    {
        var day = new DateOnly(2026, 3, 1);
        var shown = new Contact("Ibu", null, ContactChannel.Whatsapp, "+62", null, new Consent("Ibu", day, day.AddDays(9), null)) { Purposes = [ContactPurpose.Publication], Audience = ContactAudience.SignedIn };
        bool Widens(Contact? before, Contact? after) => Widening.Between(Group with { Contacts = before is null ? [] : [before] }, Group with { Contacts = after is null ? [] : [after] });

        Assert.True(Widens(null, shown));
        Assert.True(Widens(shown, shown with { Audience = ContactAudience.Public }));
        Assert.True(Widens(shown with { Consent = shown.Consent! with { Withdrawn = day.AddDays(2) } }, shown));
        Assert.True(Widens(shown, shown with { Consent = shown.Consent! with { Until = null } }));
        Assert.True(Widens(shown with { Value = "+61" }, shown));
        Assert.True(Widening.Between(null, Group with { Contacts = [shown] }));
        Assert.False(Widens(shown, shown with { Audience = ContactAudience.Coordinators }));
        Assert.False(Widens(shown, shown with { Consent = shown.Consent! with { Withdrawn = day.AddDays(2) } }));
        Assert.False(Widens(shown, null) || Widens(null, shown with { Audience = ContactAudience.Own }) || Widens(null, shown with { Consent = null }));
    }

    private static IEnumerable<(TEnum Before, TEnum After)> Pairs<TEnum>() where TEnum : struct, Enum =>
        from before in Enum.GetValues<TEnum>() from after in Enum.GetValues<TEnum>() select (before, after);
}
