using FsCheck.Xunit;
using NetworkMap.Domain;

namespace NetworkMap.Tests.DomainTests;

public sealed class IntervalTests
{
    [Property]
    public void An_interval_holds_its_ends_and_nothing_beyond(ushort start, ushort length)
    {
        var (from, until) = (Day(start), Day(start + length));
        var interval = Interval.Of(from, until).Value;
        Assert.True(interval.Contains(from) && interval.Contains(until) && interval.Contains(Day(start + (length / 2))));
        Assert.False(interval.Contains(from.AddDays(-1)) || interval.Contains(until.AddDays(1)));
        Assert.Equal((from, until), (interval.From, interval.Until));
    }

    [Property]
    public void An_interval_that_ends_before_it_begins_is_refused_by_name(ushort start, byte length)
    {
        var refusal = Assert.Single(Interval.Of(Day(start + length + 1), Day(start)).Refusals);
        Assert.Equal(("interval_reversed", "until"), (refusal.Code, refusal.Field));
    }

    [Property]
    public void An_open_end_holds_everything_on_its_side(ushort start, ushort day)
    {
        Assert.True(Interval.Always.Contains(Day(day)));
        Assert.Equal(day >= start, Interval.Of(Day(start), null).Value.Contains(Day(day)));
        Assert.Equal(day <= start, Interval.Of(null, Day(start)).Value.Contains(Day(day)));
    }

    [Fact]
    public void The_first_and_the_last_day_of_the_calendar_are_days_as_others()
    {
        var all = Interval.Of(DateOnly.MinValue, DateOnly.MaxValue).Value;
        Assert.NotEqual(Interval.Always, all);
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), (all.From, all.Until));
        Assert.True(all.Contains(DateOnly.MinValue) && all.Contains(DateOnly.MaxValue));
    }

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(700_000 + number);
}
