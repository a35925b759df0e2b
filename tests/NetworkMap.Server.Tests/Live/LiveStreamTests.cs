using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Http;
using NetworkMap.Server.Live;

namespace NetworkMap.Server.Tests.Live;

/// <summary>One follower's queue.</summary>
public sealed class LiveStreamTests
{
    private static readonly LiveLimits Limits = new() { QueuedMessages = 4, QueuedBytes = 1000 };

    [Fact]
    public async Task What_is_offered_comes_in_order()
    {
        var stream = Open();
        Offer(stream, 1, 2, 3, 4);
        Assert.Equal([1, 2, 3, 4], (await ReadAsync(stream, 4)).Select(m => m.Position));
    }

    [Fact]
    public async Task A_full_queue_is_dropped_for_one_message_that_says_where_the_follower_is()
    {
        var stream = Open();
        Offer(stream, 1, 2);
        await using var reading = stream.ReadAsync(0, p => $"at {p}", TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reading.MoveNextAsync());

        Offer(stream, 3, 4, 5, 6, 7, 8);

        Assert.True(await reading.MoveNextAsync());
        Assert.Equal("""{"type":"behind","cursor":"at 1"}""", System.Text.Json.JsonSerializer.Serialize(reading.Current));
        Assert.False(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task Large_messages_fill_a_queue_as_many_do()
    {
        var stream = Open();
        stream.Offer(LiveMessage.Of("c", 1, default, null, new string('x', 600), []));
        stream.Offer(LiveMessage.Of("c", 2, default, null, new string('x', 600), []));
        Assert.Equal([0], (await ReadAsync(stream, 5)).Select(m => m.Position));
    }

    [Fact]
    public async Task A_stream_moves_when_it_is_read_or_has_nothing_to_say()
    {
        var stream = Open();
        Assert.True(stream.HasMoved());
        Offer(stream, 1, 2);
        Assert.False(stream.HasMoved());
        await ReadAsync(stream, 1);
        Assert.True(stream.HasMoved());
        Assert.False(stream.HasMoved());
    }

    private static LiveStream Open() => new(new DisclosureForm(Audience.Public, Language.Indonesian), new Watch.Everything(), Limits, static () => { });

    private static void Offer(LiveStream stream, params int[] positions) => Array.ForEach(positions, p => stream.Offer(LiveMessage.Of("changes", "c", p)));

    private static async Task<List<LiveMessage>> ReadAsync(LiveStream stream, int most)
    {
        var read = new List<LiveMessage>();
        await foreach (var message in stream.ReadAsync(0, p => $"at {p}", TestContext.Current.CancellationToken))
        {
            read.Add(message);
            if (read.Count == most)
            {
                break;
            }
        }

        return read;
    }
}
