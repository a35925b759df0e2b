using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.DomainTests.Privacy;

/// <summary>The policy as a table: what the public reads of every field of every kind of element. A new field fails here until it is given a place.</summary>
public sealed class PolicyTests
{
    private static readonly Dictionary<ElementKind, (string Shown, string Withheld)> Fields = new()
    {
        [ElementKind.Organization] = (
            "id name otherNames acronym actorKind legalForm legalStatus mediates purpose precision issues sectors offers needs languages website founded retired mergedInto",
            "region members contacts note distinctFrom provenance"),
        [ElementKind.Unit] = ("id organization name unitKind parent", "region members provenance"),
        [ElementKind.Place] = ("id organization unit home main", "name region point precision address provenance"),
        [ElementKind.Service] = (
            "id organization name description status functions pillars issues terms capacity used schedule eligibility cost languages accessibility valid", "areas provenance"),
        [ElementKind.Tie] = ("id type from to service status strength audience valid agreement onSource", "statements supply note provenance"),
        [ElementKind.Need] = ("id region issues functions pillars terms sector year indicators", "women men unknown provenance"),
        [ElementKind.Region] = ("id name regionKind bps point valid successors", "provenance"),
        [ElementKind.Term] = ("id taxonomy code parent labelId labelEn descriptionId descriptionEn legalReference order symmetric trust fromKinds toKinds labelReverseId labelReverseEn", "provenance"),
    };

    public static TheoryData<ElementKind> Kinds => [.. Enum.GetValues<ElementKind>().Except([ElementKind.Grant, ElementKind.Suggestion])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_is_shown_or_withheld_as_the_table_says(ElementKind kind)
    {
        var whole = FilledElements.Of(kind);
        var (shown, withheld) = (Fields[kind].Shown.Split(' '), Fields[kind].Withheld.Split(' '));
        Assert.Equal(shown.Concat(withheld).Order(StringComparer.Ordinal), ElementText.ToJson(whole).Select(p => p.Key).Order(StringComparer.Ordinal));

        var open = Policy.Signed(Policy.Disclose(whole, Owner(Precision.Regency), Audience.Public)!, Audience.Public);
        Assert.Equal(withheld.Order(StringComparer.Ordinal), Differences.Between(whole, open).Select(d => d.Field).Where(f => f != "held"));
        Assert.Same(whole, Policy.Signed(Policy.Disclose(whole, Owner(Precision.Hidden), Audience.Steward)!, Audience.Steward));
    }

    [Theory]
    [InlineData(Precision.Exact, "33.74.01.1001")]
    [InlineData(Precision.Village, "33.74.01.1001")]
    [InlineData(Precision.District, "33.74.01")]
    [InlineData(Precision.Regency, "33.74")]
    [InlineData(Precision.Hidden, null)]
    public void An_organizations_precision_binds_all_that_tells_where(Precision precision, string? region)
    {
        var organization = Owner(precision);
        Assert.Equal(region, ((Organization)Policy.Disclose(organization, null, Audience.Public)!).Region?.Value);
        Assert.Equal(region, ((Unit)Policy.Disclose(FilledElements.Of(ElementKind.Unit), organization, Audience.Public)!).Region?.Value);

        var place = (Place?)Policy.Disclose((Place)FilledElements.Of(ElementKind.Place) with { Home = false, Precision = Precision.Exact }, organization, Audience.Public);
        Assert.Equal(region, place?.Region.Value);
        Assert.Equal(precision == Precision.Exact, place?.Point is not null);
        Assert.Equal(precision == Precision.Exact, place?.Address is not null);

        var service = (NetworkMap.Domain.Services.Service)Policy.Disclose(FilledElements.Of(ElementKind.Service), organization, Audience.Public)!;
        Assert.Equal(precision <= Precision.Village, service.Areas.Any(a => a.Region.Value == FilledElements.Village));
        Assert.Equal(precision != Precision.Hidden, service.Areas.Any(a => a.Region.Value == "33"));
    }

    [Theory]
    [InlineData(TieAudience.Public, true)]
    [InlineData(TieAudience.SignedIn, false)]
    [InlineData(TieAudience.Parties, false)]
    public void A_tie_is_known_to_the_public_only_when_it_is_for_the_public(TieAudience audience, bool known)
    {
        var tie = (Tie)FilledElements.Of(ElementKind.Tie) with { Audience = audience };
        Assert.Equal(known, Policy.Disclose(tie, null, Audience.Public) is not null);
        Assert.Equal(known, Policy.DisclosePast(tie with { Audience = TieAudience.Public }, tie, null, Audience.Public) is not null);
    }

    [Theory]
    [InlineData(3, 40, null, false, null, null, 43)]
    [InlineData(3, null, null, false, null, null, null)]
    [InlineData(5, 40, null, false, 5, 40, null)]
    [InlineData(0, 40, null, false, 0, 40, null)]
    [InlineData(1, 1, 2, false, null, null, null)]
    [InlineData(1, 432, null, true, 1, 432, null)]
    public void A_small_count_goes_and_takes_those_with_it_that_would_tell_it(int? women, int? men, int? unknown, bool published, int? seenWomen, int? seenMen, int? seenUnknown)
    {
        var seen = Disclosure.Counts(new CountSet(women, men, null, unknown, null, "a test", published));
        Assert.Equal((seenWomen, seenMen, seenUnknown), (seen?.Women, seen?.Men, seen?.Unknown));
    }

    [Fact]
    public void What_belongs_to_nobody_known_is_not_told()
    {
        foreach (var kind in new[] { ElementKind.Unit, ElementKind.Place, ElementKind.Service })
        {
            Assert.Null(Policy.Disclose(FilledElements.Of(kind), null, Audience.Public));
        }
    }

    [Theory]
    [InlineData(true, true, 3)]
    [InlineData(false, true, null)]
    [InlineData(true, false, null)]
    [InlineData(null, true, null)]
    public void Earlier_small_counts_are_shown_only_while_they_are_published(bool? now, bool then, int? women)
    {
        static CountSet? Counts(bool? published) => published is { } p ? new CountSet(3, 60, null, null, null, null, p) : null;
        var organization = Owner(Precision.Exact);
        var unit = (Unit)FilledElements.Of(ElementKind.Unit);
        var past = (Organization)Policy.DisclosePast(organization with { Members = Counts(then) }, organization with { Members = Counts(now) }, null, Audience.Public)!;
        var pastUnit = (Unit)Policy.DisclosePast(unit with { Members = Counts(then) }, unit with { Members = Counts(now) }, organization, Audience.Public)!;
        Assert.Equal((women, women), (past.Members?.Women, pastUnit.Members?.Women));
    }

    [Fact]
    public void What_is_gone_today_was_never_seen() => Assert.Null(Policy.DisclosePast(Owner(Precision.Exact), null, null, Audience.Public));

    private static Organization Owner(Precision precision) => (Organization)FilledElements.Of(ElementKind.Organization) with { Precision = precision };
}
