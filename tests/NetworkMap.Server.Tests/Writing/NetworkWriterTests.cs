using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Writing;

public sealed class NetworkWriterTests
{
    private static readonly RequestKey Key = new("key", "request");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_can_be_read_and_is_announced_when_it_is_acknowledged()
    {
        await using var stage = await WriterStage.OpenAsync();
        var accepted = (await stage.WriteAsync(WriterStage.Create(1))).Value;

        Assert.Equal(new Accepted(2, Repeated: false), accepted);
        Assert.Equal("Organization 1", Found(stage, 1)!.Name);
        Assert.Equal(2, stage.Head.Sequence);
        Assert.Equal([1, 2], stage.Announced.Sequences);
    }

    [Fact]
    public async Task A_group_whose_log_went_on_elsewhere_is_decided_again_on_the_new_tip()
    {
        await using var stage = await WriterStage.OpenAsync();
        stage.Before = async _ =>
        {
            stage.Before = null;
            await stage.AppendElsewhereAsync(2);
        };

        var answers = await Task.WhenAll(stage.WriteAsync(WriterStage.Create(1)), stage.WriteAsync(WriterStage.Create(2)), stage.WriteAsync(WriterStage.Create(3)));

        Assert.False(answers[0].IsRefused);
        Assert.Equal("element_exists", Assert.Single(answers[1].Refusals).Code);
        Assert.False(answers[2].IsRefused);
        Assert.Equal("Elsewhere", Found(stage, 2)!.Name);
        Assert.Equal(stage.Head.Sequence, stage.View.Latest.Sequence);
        Assert.Equal([1, 2, 3, 4], stage.Announced.Sequences);
        await WholeAsync(stage);
    }

    [Fact]
    public async Task A_request_that_was_carried_out_elsewhere_meanwhile_is_answered_as_repeated()
    {
        await using var stage = await WriterStage.OpenAsync();
        stage.Before = async _ =>
        {
            stage.Before = null;
            await stage.AppendElsewhereAsync(1, Key);
        };

        Assert.Equal(new Accepted(2, Repeated: true), (await stage.WriteAsync(WriterStage.Create(1), Key)).Value);
        Assert.Equal(2, stage.Head.Sequence);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_request_twice_in_a_group_is_answered_only_when_it_is_durable(bool fails)
    {
        await using var stage = await WriterStage.OpenAsync();
        var (first, group, go) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var appends = 0;
        stage.Before = async _ =>
        {
            if (++appends == 1)
            {
                await first.Task;
                return;
            }

            group.SetResult();
            await go.Task;
            if (fails)
            {
                throw new StoreFailedException("no room");
            }
        };

        var earlier = stage.WriteAsync(WriterStage.Create(1));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var twins = new[] { stage.WriteAsync(WriterStage.Create(2), Key), stage.WriteAsync(WriterStage.Create(2), Key) };
        first.SetResult();
        await group.Task;
        Assert.All(twins, t => Assert.False(t.IsCompleted));
        go.SetResult();

        var answers = await Task.WhenAll(twins);
        Assert.Equal(2, (await earlier).Value.Sequence);
        Assert.All(answers, a => Assert.Equal(fails, a.IsRefused));
        Assert.True(fails || answers.Select(a => a.Value.Repeated).Order().SequenceEqual([false, true]));
        Assert.Equal(fails, Found(stage, 2) is null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_comes_while_a_group_is_made_durable_is_decided_on_it_and_told_after_it(bool fails)
    {
        await using var stage = await WriterStage.OpenAsync();
        var (begun, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.Before = async _ =>
        {
            stage.Before = null;
            begun.SetResult();
            await hold.Task;
            if (fails)
            {
                throw new StoreFailedException("no room");
            }
        };

        var first = stage.WriteAsync(WriterStage.Create(1), Key);
        await begun.Task;
        var decided = new TaskCompletionSource();
        var same = stage.WriteAsync(WriterStage.Create(1), Key);
        var removal = stage.WriteAsync(network =>
        {
            decided.TrySetResult();
            return Edits.Remove(RefOf(1), 1)(network);
        });
        await decided.Task;
        Assert.False(removal.IsCompleted || same.IsCompleted);
        Assert.Null(Found(stage, 1));
        hold.SetResult();

        Assert.Equal(fails ? "store_failed" : null, (await first).Refusals.SingleOrDefault()?.Code);
        Assert.Equal(new Accepted(2, Repeated: !fails), (await same).Value);
        Assert.Equal(3, (await removal).Value.Sequence);
        Assert.Equal([1, 2, 3], stage.Announced.Sequences);
        await WholeAsync(stage);
    }

    [Fact]
    public async Task What_was_decided_on_a_group_that_failed_is_decided_again_without_it()
    {
        await using var stage = await WriterStage.OpenAsync();
        var (begun, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.Before = async _ =>
        {
            stage.Before = null;
            begun.SetResult();
            await hold.Task;
            throw new StoreFailedException("no room");
        };

        var first = stage.WriteAsync(WriterStage.Create(1));
        await begun.Task;
        var seen = new List<bool>();
        var removal = stage.WriteAsync(network =>
        {
            seen.Add(network.Find(RefOf(1)) is not null);
            hold.TrySetResult();
            return Edits.Remove(RefOf(1), 1)(network);
        });

        Assert.Equal("store_failed", Assert.Single((await first).Refusals).Code);
        Assert.True((await removal).IsRefused);
        Assert.Equal([true, false], seen);
        Assert.Equal(1, stage.Head.Sequence);
        Assert.Equal([1], stage.Announced.Sequences);
        await WholeAsync(stage);
    }

    [Fact]
    public async Task A_store_that_fails_refuses_and_shows_nothing_and_the_next_change_goes_through()
    {
        await using var stage = await WriterStage.OpenAsync();
        stage.Before = _ => throw new StoreFailedException("no room");
        Assert.Equal("store_failed", Assert.Single((await stage.WriteAsync(WriterStage.Create(1))).Refusals).Code);
        Assert.Null(Found(stage, 1));

        stage.Before = null;
        Assert.Equal(2, (await stage.WriteAsync(WriterStage.Create(1))).Value.Sequence);
    }

    [Fact]
    public async Task An_acknowledgement_that_was_lost_is_made_up_for_by_the_same_key()
    {
        await using var stage = await WriterStage.OpenAsync();
        stage.After = () => throw new StoreFailedException("the kept end could not be written");
        Assert.Equal("store_failed", Assert.Single((await stage.WriteAsync(WriterStage.Create(1), Key)).Refusals).Code);
        Assert.Equal(2, stage.Head.Sequence);

        stage.After = null;
        Assert.Equal(new Accepted(2, Repeated: true), (await stage.WriteAsync(WriterStage.Create(1), Key)).Value);
        Assert.Equal(2, stage.Head.Sequence);
        Assert.Equal("Organization 1", Found(stage, 1)!.Name);
        Assert.Equal([1, 2], stage.Announced.Sequences);
    }

    [Fact]
    public async Task A_change_after_a_lost_acknowledgement_is_decided_on_what_was_kept()
    {
        await using var stage = await WriterStage.OpenAsync();
        stage.After = () => throw new StoreFailedException("the kept end could not be written");
        await stage.WriteAsync(WriterStage.Create(1));

        stage.After = null;
        Assert.Equal("element_exists", Assert.Single((await stage.WriteAsync(WriterStage.Create(1))).Refusals).Code);
        Assert.Equal(3, (await stage.WriteAsync(WriterStage.Create(2))).Value.Sequence);
        await WholeAsync(stage);
    }

    [Fact]
    public async Task A_key_is_good_for_thirty_days()
    {
        await using var stage = await WriterStage.OpenAsync();
        Assert.False((await stage.WriteAsync(WriterStage.Create(1), Key)).Value.Repeated);
        Assert.True((await stage.WriteAsync(WriterStage.Create(1), Key)).Value.Repeated);
        Assert.Equal("idempotency_key_reused", Assert.Single((await stage.WriteAsync(WriterStage.Create(2), Key with { Request = "another" })).Refusals).Code);

        stage.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True((await stage.WriteAsync(WriterStage.Create(1), Key)).Value.Repeated);
        stage.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(3, (await stage.WriteAsync(WriterStage.Create(2), Key)).Value.Sequence);
    }

    [Fact]
    public async Task The_store_is_asked_for_a_key_only_when_appending_would_not_tell()
    {
        await using var stage = await WriterStage.OpenAsync();
        Assert.False((await stage.WriteAsync(WriterStage.Create(1), Key)).Value.Repeated);
        Assert.Equal(0, stage.Asked);

        // The same again would be refused, since the organization is there; under the same key another one would be made.
        Assert.True((await stage.WriteAsync(WriterStage.Create(1), Key)).Value.Repeated);
        Assert.Equal(1, stage.Asked);
        Assert.True((await stage.WriteAsync(WriterStage.Create(2), Key)).Value.Repeated);
        Assert.Equal(2, stage.Asked);
    }

    [Fact]
    public async Task The_same_key_twice_in_one_group_is_carried_out_once()
    {
        await using var stage = await WriterStage.OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.WriteAsync(WriterStage.Create(1), Key)));

        Assert.Single(answers, a => !a.Value.Repeated);
        Assert.All(answers, a => Assert.Equal(2, a.Value.Sequence));
        Assert.Equal(2, stage.Head.Sequence);
    }

    [Fact]
    public async Task A_decision_that_throws_drops_only_its_own_change()
    {
        await using var stage = await WriterStage.OpenAsync();
        var answers = await Task.WhenAll(
            stage.WriteAsync(WriterStage.Create(1)), stage.WriteAsync(_ => throw new InvalidOperationException("a bug")), stage.WriteAsync(WriterStage.Create(2)));

        Assert.Equal("write_failed", Assert.Single(answers[1].Refusals).Code);
        Assert.Equal(2, answers.Count(a => !a.IsRefused));
    }

    [Fact]
    public async Task A_request_that_was_given_up_while_it_waited_is_not_carried_out()
    {
        await using var stage = await WriterStage.OpenAsync();
        var (begun, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.Before = _ =>
        {
            begun.TrySetResult();
            return hold.Task;
        };
        var first = stage.WriteAsync(WriterStage.Create(1));
        await begun.Task;
        using var impatience = new CancellationTokenSource();
        var waiting = stage.WriteAsync(WriterStage.Create(2), cancellation: impatience.Token);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        hold.SetResult();
        Assert.False((await first).IsRefused);
        Assert.False((await stage.WriteAsync(WriterStage.Create(3))).IsRefused);
        Assert.Null(Found(stage, 2));
        await WholeAsync(stage);
    }

    [Property(MaxTest = 15)]
    public async Task Whatever_many_write_at_once_the_log_is_whole_and_nothing_acknowledged_is_lost(byte[] numbers)
    {
        await using var stage = await WriterStage.OpenAsync();
        var answers = await Task.WhenAll(numbers.Select(n => stage.WriteAsync(n % 5 == 0 ? Edits.Remove(RefOf(n / 5), 1) : WriterStage.Create(n), cancellation: Cancellation)));

        var sequences = answers.Where(a => !a.IsRefused).Select(a => a.Value.Sequence).Order().ToList();
        Assert.Equal(Enumerable.Range(2, sequences.Count).Select(i => (long)i), sequences);
        Assert.Equal(stage.View.Latest.Sequence, stage.Head.Sequence);
        await WholeAsync(stage);
    }

    private static ElementRef RefOf(int number) => WriterStage.Organization(number).Check().Value.Ref;

    private static Organization? Found(WriterStage stage, int number) => (Organization?)stage.View.Latest.Full.Find(RefOf(number));

    private static async Task WholeAsync(WriterStage stage) => Assert.Empty((await Verification.OfAsync(stage.Store, stage.Master, Cancellation)).Faults);
}
