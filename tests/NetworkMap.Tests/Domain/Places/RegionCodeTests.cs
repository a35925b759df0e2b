using FsCheck.Xunit;
using NetworkMap.Domain.Places;

namespace NetworkMap.Tests.DomainTests.Places;

public sealed class RegionCodeTests
{
    [Property]
    public void A_code_is_kept_as_it_is_and_lies_in_every_region_above_it(byte province, byte regency, byte district, ushort village)
    {
        var text = $"{province % 100:00}.{regency % 100:00}.{district % 100:00}.{village % 10_000:0000}";
        var code = RegionCode.Of(text);
        Assert.Equal((text, RegionLevel.Village), (code.Value, code.Level));
        for (var above = code.Parent; above is { } parent; above = parent.Parent)
        {
            Assert.True(parent.Holds(code) && !code.Holds(parent));
            Assert.Equal(parent, code.At(parent.Level));
            Assert.Equal(parent, parent.At(RegionLevel.Village));
        }

        Assert.True(code.Holds(code));
        Assert.Equal(RegionLevel.Province, code.At(RegionLevel.Province).Level);
    }

    [Theory]
    [InlineData("11.1", "11.01", "11.10")]
    [InlineData("33.7", "33.07", "33.70")]
    [InlineData(" 11,1 ", "11.01", "11.10")]
    [InlineData("11.0", "11.00")]
    public void What_a_spreadsheet_has_eaten_is_refused_with_what_it_may_have_been(string text, params string[] candidates)
    {
        var refusal = Assert.Single(RegionCode.Parse(text).Refusals);
        Assert.Equal("region_code_malformed", refusal.Code);
        Assert.Equal(candidates, Assert.IsAssignableFrom<IEnumerable<string>>(refusal.Arguments["candidates"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_refused_as_missing(string? text) => Assert.Equal("region_missing", Assert.Single(RegionCode.Parse(text).Refusals).Code);

    [Theory]
    [InlineData("1")]
    [InlineData("11.")]
    [InlineData("11-10")]
    [InlineData("11.10.1")]
    [InlineData("11.10.01.001")]
    [InlineData("1a")]
    [InlineData("11.10.01.2001 ")]
    [InlineData("١١")]
    public void What_is_no_code_is_refused(string text) => Assert.Equal("region_code_malformed", Assert.Single(RegionCode.Parse(text).Refusals).Code);

    [Fact]
    public void A_region_does_not_hold_a_neighbour_whose_code_begins_alike() => Assert.False(RegionCode.Of("11").Holds(RegionCode.Of("12.11")) || RegionCode.Of("11.01").Holds(RegionCode.Of("11.02")));
}
