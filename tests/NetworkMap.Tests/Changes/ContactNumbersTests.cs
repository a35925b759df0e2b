using System.Collections.Immutable;
using NetworkMap.Changes;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

public sealed class ContactNumbersTests
{
    [Theory]
    [InlineData(null, "0812-3456-7890", "+6281234567890")]
    [InlineData("whatsapp", "0812 3456 7890", "+6281234567890")]
    [InlineData("post", "Jalan Contoh 12", "Jalan Contoh 12")]
    public void A_number_is_kept_in_one_form_and_nothing_else_is_taken_for_one(string? channel, string value, string kept)
    {
        var made = Edits.Change(With(World(), new ContactDraft { Channel = channel, Value = value }), null)(World()).Value;
        Assert.Equal(kept, ((Organization)Assert.Single(made).After!).Contacts.Single().Value);
    }

    [Fact]
    public void What_cannot_be_a_number_is_refused_where_it_was_written()
    {
        var refusal = Assert.Single(Edits.Change(With(World(), new() { Channel = "email", Value = "a@b.test" }, new() { Channel = "phone", Value = "12 or 34" }), null)(World()).Refusals);
        Assert.Equal(("phone_malformed", "contacts[1].value"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void What_is_stored_from_before_the_rule_stands_in_nobodys_way()
    {
        var network = World(new Contact(null, null, ContactChannel.Phone, "ask at the office", null, null));
        var draft = (OrganizationDraft)network.Organization(Sketch.Id(1))!.ToDraft();
        Assert.False(Edits.Change(draft with { Name = "Another name" }, null)(network).IsRefused);
    }

    private static OrganizationDraft With(NetworkGraph network, params ContactDraft[] contacts) => (OrganizationDraft)network.Organization(Sketch.Id(1))!.ToDraft() with { Contacts = contacts };

    private static NetworkGraph World(params ImmutableArray<Contact> contacts) =>
        new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34").Region("34.02").Organization(1, with: o => o with { Contacts = contacts }).Graph();
}
