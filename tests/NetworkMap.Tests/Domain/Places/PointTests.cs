using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Tests.DomainTests.Places;

public sealed class PointTests
{
    [Theory]
    [InlineData(110.4, -6.99, null)]
    [InlineData(180, 85.06, null)]
    [InlineData(-180, -85.06, null)]
    [InlineData(-6.99, 110.4, "coordinates_swapped")]
    [InlineData(5.5, 95.3, "coordinates_swapped")]
    [InlineData(180.001, 0, "coordinates_outside")]
    [InlineData(110, 86, "coordinates_outside")]
    [InlineData(0, 181, "coordinates_outside")]
    [InlineData(double.NaN, 0, "coordinates_outside")]
    [InlineData(0, double.PositiveInfinity, "coordinates_outside")]
    public void A_point_is_on_the_map_or_refused_with_what_is_wrong(double longitude, double latitude, string? code)
    {
        var checks = new Checks();
        GeoPoint.From(checks, "point", new GeoPointDraft { Longitude = longitude, Latitude = latitude });
        Assert.Equal(code is null ? [] : [code], checks.Refusals.Select(r => r.Code));
    }
}
