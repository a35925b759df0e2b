using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Live;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Live;

/// <summary>What is heard of work that is under way.</summary>
public sealed class LongWorkTests
{
    private const string Account = "steward-1";
    private readonly FakeTimeProvider clock = new();
    private readonly Guid id = Guid.NewGuid();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_fast_it_goes_four_messages_a_second_are_sent_and_the_last_always()
    {
        var work = new LongWork(clock);
        await using var heard = work.HearAsync(Account, id, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = heard.MoveNextAsync().AsTask();
        using (var running = work.Begin(Account, id))
        {
            running.Progress.Begin(WorkStage.Planning, 1000);
            Assert.Equal("planning 0 1000", await AfterAPauseAsync());
            for (var i = 0; i < 1000; i++)
            {
                running.Progress.Step();
            }

            next = heard.MoveNextAsync().AsTask();
            await Task.Yield();
            Assert.False(next.IsCompleted);
            Assert.Equal("planning 1000 1000", await AfterAPauseAsync());
            running.Progress.End(WorkStage.Done);
            running.Progress.End(WorkStage.Stopped);
            next = heard.MoveNextAsync().AsTask();
        }

        Assert.True(await next.WaitAsync(Patience.Limit, Cancellation));
        Assert.Equal("done 0 0", Text(heard.Current));
        Assert.False(await heard.MoveNextAsync());
        Assert.Equal(0, work.Known);

        async Task<string> AfterAPauseAsync()
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            Assert.True(await next.WaitAsync(Patience.Limit, Cancellation));
            return Text(heard.Current);
        }
    }

    [Fact]
    public async Task Two_pieces_of_work_do_not_speak_under_one_id_and_none_without_an_account()
    {
        var work = new LongWork(clock);
        using (var one = work.Begin(Account, id))
        using (var two = work.Begin(Account, id))
        using (var nameless = work.Begin(Account, null))
        using (var nobody = work.Begin(null, id))
        {
            await using var heard = work.HearAsync(Account, id, Cancellation).GetAsyncEnumerator(Cancellation);
            Assert.Equal(1, work.Known);
            two.Progress.Begin(WorkStage.Writing);
            one.Progress.Begin(WorkStage.Reading, 7);
            Assert.True(await heard.MoveNextAsync());
            Assert.Equal("reading 0 7", Text(heard.Current));
        }

        Assert.Equal(0, work.Known);
    }

    private static string Text(LiveMessage message) => JsonNode.Parse(JsonSerializer.Serialize(message)) is { } json ? $"{json["stage"]} {json["done"]} {json["of"]}" : "";
}
