using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Tests.DomainTests.Privacy;

/// <summary>Who sees a contact: whom it is for, by a consent that holds on the day and is for that.</summary>
public sealed class ContactSightTests
{
    private static readonly Organization Group = (Organization)FilledElements.Of(ElementKind.Organization);
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Property(MaxTest = 300)]
    public void A_contact_is_shown_exactly_to_whom_it_is_for_while_its_consent_holds(int number)
    {
        var dice = new Random(number);
        var (contact, organization) = Made(dice);
        foreach (var standing in Enum.GetValues<Standing>())
        {
            foreach (var day in Enumerable.Range(-4, 9).Select(Day.AddDays))
            {
                var seen = ContactSight.Of(organization, standing, day);

                Assert.Equal(standing >= Standing.Own || (Holds(contact.Consent, day) && IsFor(contact, organization.Precision, standing)), seen.Count == 1);
                if (standing < Standing.Own && seen.Count == 1)
                {
                    Assert.Equal((contact.Value, null), (seen[0].Contact.Value, seen[0].Contact.Consent));
                    Assert.True(seen[0].Last is not { } last || (ContactSight.Of(organization, standing, last).Count == 1 && ContactSight.Of(organization, standing, last.AddDays(1)).Count == 0));
                }
            }
        }
    }

    [Fact]
    public void Its_own_organization_sees_how_each_consent_stands()
    {
        Contact Of(Consent? consent) => new("Ibu", null, ContactChannel.Phone, "+62", null, consent);
        var organization = Group with
        {
            Contacts =
            [
                Of(null), Of(new Consent("Ibu", null, null, null)), Of(new Consent("Ibu", Day, null, null)), Of(new Consent("Ibu", Day.AddDays(1), null, null)), Of(new Consent("Ibu", Day, Day.AddDays(-1), null)),
                Of(new Consent("Ibu", Day, null, Day)),
            ],
        };

        Assert.Equal(
            [ConsentState.Missing, ConsentState.Missing, ConsentState.Given, ConsentState.NotYet, ConsentState.Over, ConsentState.Withdrawn],
            ContactSight.Of(organization, Standing.Own, Day).Select(c => c.State));
    }

    [Theory]
    [InlineData("own", null, false, "whatsapp", null)]
    [InlineData("public", "publication", true, "whatsapp", null)]
    [InlineData("signed_in", "introduction", true, "whatsapp", null)]
    [InlineData("coordinators", "publication", true, "whatsapp", null)]
    [InlineData("public", "publication", false, "whatsapp", "contact_without_consent")]
    [InlineData("public", "introduction", true, "whatsapp", "contact_purpose_missing")]
    [InlineData("coordinators", "confirming_ties", true, "whatsapp", "contact_purpose_missing")]
    [InlineData("signed_in", "introduction", true, "post", "contact_tells_where")]
    [InlineData("everybody", null, true, "whatsapp", "choice_unknown")]
    public void A_contact_is_for_others_only_by_a_consent_for_that(string audience, string? purpose, bool consented, string channel, string? refusal)
    {
        var contact = new ContactDraft { Channel = channel, Value = "+6281234567890", Audience = audience, Purposes = purpose is null ? null : [purpose], Consent = consented ? new() { GivenBy = "Ibu", Given = Day } : null };
        var outcome = ((OrganizationDraft)Group.ToDraft() with { Precision = "district", Contacts = [contact] }).Check();

        Assert.Equal(refusal, outcome.IsRefused ? Assert.Single(outcome.Refusals).Code : null);
        Assert.True(!outcome.IsRefused || outcome.Refusals[0].Field == "contacts[0].audience");
    }

    private static (Contact Contact, Organization Organization) Made(Random dice)
    {
        TEnum Pick<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>()[dice.Next(Enum.GetValues<TEnum>().Length)];
        DateOnly? Some() => dice.Next(3) == 0 ? null : Day.AddDays(dice.Next(-3, 4));
        var contact = new Contact("Ibu", null, Pick<ContactChannel>(), "+62", null, dice.Next(5) == 0 ? null : new Consent("Ibu", Some(), Some(), Some()))
        {
            Purposes = [.. Enum.GetValues<ContactPurpose>().Where(_ => dice.Next(2) == 0)],
            Audience = Pick<ContactAudience>(),
        };
        return (contact, Group with { Precision = Pick<Precision>(), Contacts = [contact] });
    }

    private static bool Holds(Consent? consent, DateOnly day) =>
        consent?.Given <= day && (consent.Until is null || day <= consent.Until) && (consent.Withdrawn is null || day < consent.Withdrawn);

    private static bool IsFor(Contact contact, Precision precision, Standing standing)
    {
        var isMeant = contact.Audience == ContactAudience.Public
            || (contact.Audience == ContactAudience.SignedIn && standing >= Standing.SignedIn)
            || (contact.Audience == ContactAudience.Coordinators && standing >= Standing.Coordinator);
        var isAllowed = contact.Purposes.Contains(ContactPurpose.Publication) || (contact.Purposes.Contains(ContactPurpose.Introduction) && standing >= Standing.SignedIn);
        return isMeant && isAllowed && (contact.Channel != ContactChannel.Post || precision == Precision.Exact);
    }
}
