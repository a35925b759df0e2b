using System.Text;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
using NetworkMap.Storage;

namespace NetworkMap.Tests.Storage;

public sealed class SealedTextTests
{
    private static readonly Organization Group = (Organization)new OrganizationDraft
    {
        Id = "00000002-0000-0000-0000-000000000001",
        Name = "Melati",
        ActorKind = "home_worker_organization",
        Region = "33.74",
        Note = "Ibu Sri",
        Provenance = new() { Source = "a test", AssertedBy = "test" },
    }.Check().Value;

    private readonly MasterKey master = new(new byte[MasterKey.Size]);

    [Fact]
    public void Sealed_fields_come_back_whole()
    {
        var (body, key) = Seal();
        Assert.DoesNotContain("Ibu Sri", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal("Ibu Sri", ((Organization)new SealedText(master, _ => key).Read(ElementKind.Organization, body, 1, 1)).Note);
    }

    [Fact]
    public void Fields_whose_key_was_destroyed_are_absent() =>
        Assert.Null(((Organization)new SealedText(master, _ => null).Read(ElementKind.Organization, Seal().Body, 1, 1)).Note);

    [Fact]
    public void Another_master_key_is_told_and_nothing_is_taken_for_absent()
    {
        var (body, key) = Seal();
        var other = new MasterKey(Enumerable.Repeat((byte)7, MasterKey.Size).ToArray());
        var damage = Assert.Throws<DamagedException>(() => new SealedText(other, _ => key).Read(ElementKind.Organization, body, 1, 1));
        Assert.Contains("this master key did not wrap it", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_from_before_the_village_was_sealed_still_loads()
    {
        var body = ElementText.ToBytes(Group.ToDraft() is OrganizationDraft d ? d with { Region = "33.74.01.1001", Note = null } : throw new InvalidOperationException());
        Assert.Equal("33.74.01.1001", ((Organization)new SealedText(master, _ => null).Read(ElementKind.Organization, body, 1, 1)).Region?.Value);
    }

    [Fact]
    public void An_area_whose_key_was_destroyed_covers_nothing_rather_than_its_district()
    {
        var service = new ServiceDraft
        {
            Id = "00000004-0000-0000-0000-000000000001",
            Organization = "00000002-0000-0000-0000-000000000001",
            Name = "Training",
            Areas = [new() { Region = "33.74.01.1001", Valid = new() { From = new DateOnly(2026, 1, 1) } }, new() { Region = "33.74" }],
            Provenance = new() { Source = "a test", AssertedBy = "test" },
        }.Check().Value;
        (SealingKey Key, byte[] Plain)? key = null;
        var body = new SealedText(master, _ => null).Write(service, ref key);
        Assert.DoesNotContain("33.74.01", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal(service.ToDraft(), ((Service)new SealedText(master, _ => key!.Value.Key).Read(ElementKind.Service, body, 1, 1)).ToDraft(), (a, b) => ElementText.ToBytes(a).AsSpan().SequenceEqual(ElementText.ToBytes(b)));
        Assert.Equal("33.74", Assert.Single(((Service)new SealedText(master, _ => null).Read(ElementKind.Service, body, 1, 1)).Areas).Region.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"unheardOf\":1}")]
    [InlineData("{\"sealed\":\"short\"}")]
    [InlineData("{\"id\":\"00000002-0000-0000-0000-000000000001\"}")]
    public void A_body_that_is_not_an_element_is_damage(string body) =>
        Assert.Throws<DamagedException>(() => new SealedText(master, _ => null).Read(ElementKind.Organization, Encoding.UTF8.GetBytes(body), 1, 1));

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"v\":\"one\"}")]
    [InlineData("{\"v\":2}")]
    [InlineData("{\"v\":1,\"sequence\":1,\"at\":\"never\",\"by\":\"me\",\"revisions\":[]}")]
    [InlineData("{\"v\":1,\"sequence\":1,\"at\":\"2026-01-01T00:00:00.000Z\",\"by\":\"me\",\"revisions\":[{\"kind\":\"ship\"}]}")]
    public void A_text_that_is_not_an_entry_is_damage(string text) =>
        Assert.Throws<DamagedException>(() => LogText.Read(Encoding.UTF8.GetBytes(text), new SealedText(master, _ => null)));

    private (byte[] Body, SealingKey Key) Seal()
    {
        (SealingKey Key, byte[] Plain)? key = null;
        var body = new SealedText(master, _ => null).Write(Group, ref key);
        return (body, key!.Value.Key);
    }
}
