using NetworkMap.Domain;

namespace NetworkMap.Tests.DomainTests;

public sealed class PoolTests
{
    [Fact]
    public void Values_that_fall_on_one_place_do_not_push_each_other_out_for_ever()
    {
        var pool = new Pool<string>(6, new AllAlike());
        var first = new[] { "a", "b", "c", "d" }.Select(v => pool.One(new string(v[0], 1))).ToArray();

        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.All(first, kept => Assert.Same(kept, pool.One(new string(kept[0], 1))));
        }
    }

    [Fact]
    public void It_forgets_the_value_that_came_first_when_there_is_no_room()
    {
        var pool = new Pool<string>(6, new AllAlike());
        var oldest = pool.One(new string('a', 1));
        var others = new[] { 'b', 'c', 'd', 'e' }.Select(v => pool.One(new string(v, 1))).ToArray();

        Assert.All(others, kept => Assert.Same(kept, pool.One(new string(kept[0], 1))));
        Assert.NotSame(oldest, pool.One(new string('a', 1)));
    }

    private sealed class AllAlike : IEqualityComparer<string>
    {
        public bool Equals(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

        public int GetHashCode(string value) => 7;
    }
}
