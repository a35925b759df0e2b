using NetworkMap.Storage;

namespace NetworkMap.Tests.Storage;

public sealed class RecordSealTests
{
    private static readonly RecordSeal Seal = SealOf(1);
    private static readonly AccountRecord Plain = new(AccountRecordKind.Account, "a1", "Sari, sari@contoh.id") { Owner = "a1", Lookup = "x", Until = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void What_was_sealed_opens_as_it_was_and_cannot_be_read_before()
    {
        var stored = Seal.Seal(Plain);

        Assert.DoesNotContain("Sari", stored.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Sari", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(stored.Body)), StringComparison.Ordinal);
        Assert.Equal(Plain, Seal.Open(stored));
        Assert.NotEqual(stored.Body, Seal.Seal(Plain).Body);
    }

    [Fact]
    public void What_was_exchanged_or_changed_does_not_open()
    {
        var stored = Seal.Seal(Plain);
        AccountRecord[] changed =
        [
            stored with { Id = "a2" }, stored with { Owner = "a2" }, stored with { Lookup = null }, stored with { Until = null }, stored with { Kind = AccountRecordKind.Session },
            stored with { Body = (stored.Body[0] == 'A' ? 'B' : 'A') + stored.Body[1..] }, stored with { Body = "" }, stored with { Body = "not sealed" },
        ];

        Assert.All(changed, record => Assert.Throws<DamagedException>(() => Seal.Open(record)));
        Assert.Throws<DamagedException>(() => SealOf(2).Open(stored));
    }

    [Fact]
    public void A_lookup_is_the_same_every_time_and_another_for_another_kind_or_key()
    {
        var lookup = Seal.LookupOf(AccountRecordKind.Account, "sari");

        Assert.Equal(lookup, SealOf(1).LookupOf(AccountRecordKind.Account, "sari"));
        Assert.Equal(3, new[] { lookup, Seal.LookupOf(AccountRecordKind.Login, "sari"), SealOf(2).LookupOf(AccountRecordKind.Account, "sari") }.Distinct(StringComparer.Ordinal).Count());
    }

    private static RecordSeal SealOf(byte key) => new(new MasterKey(Enumerable.Repeat(key, MasterKey.Size).ToArray()));
}
