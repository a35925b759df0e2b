using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Tests.Writing;

public sealed class PastTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_past_is_what_was_known_at_a_sequence_or_an_instant()
    {
        await using var stage = await FilledAsync();
        using var past = new Past(stage, stage.View, stage.Log);

        Assert.Equal("0 0 1 1 2 2", await CountsAsync(sequence => past.AtAsync(sequence, Cancellation)));
        Assert.Equal("Second name", NameOf((await past.AtAsync(3, Cancellation)).Value));
        Assert.Equal("Organization 1", NameOf((await past.AtAsync(2, Cancellation)).Value));
        Assert.Same(stage.View.Latest, (await past.AtAsync(5, Cancellation)).Value);
        Assert.Same(stage.View.Latest, (await past.AtAsync(500, Cancellation)).Value);
        Assert.Equal(3, (await past.AtAsync(stage.Clock.GetUtcNow().AddMinutes(-2), Cancellation)).Value.Sequence);
        Assert.Equal(0, (await past.AtAsync(stage.Clock.GetUtcNow().AddYears(-2), Cancellation)).Value.Sequence);
        Assert.Equal(0, (await past.AtAsync(-7, Cancellation)).Value.Sequence);
    }

    [Fact]
    public async Task A_past_that_is_kept_is_bound_by_the_policy_of_now()
    {
        await using var stage = await FilledAsync();
        using var past = new Past(stage, stage.View, stage.Log);
        Assert.NotNull(Found((await past.AtAsync(3, Cancellation)).Value, Audience.Public)!.Region);

        await stage.WriteAsync(Edits.Change(WriterStage.Organization(1, "Second name") with { Precision = "hidden" }, 2), cancellation: Cancellation);

        Assert.Null(Found((await past.AtAsync(3, Cancellation)).Value, Audience.Public)!.Region);
        Assert.Null(Found((await past.AtAsync(2, Cancellation)).Value, Audience.Public)!.Region);
        Assert.NotNull(Found((await past.AtAsync(3, Cancellation)).Value, Audience.Steward)!.Region);
        Assert.Equal("sealed", Found((await past.AtAsync(2, Cancellation)).Value, Audience.Steward)!.Note);
    }

    [Fact]
    public async Task Only_a_few_may_wait_for_the_past_and_what_is_kept_waits_for_nobody()
    {
        await using var stage = await FilledAsync();
        using var past = new Past(stage, stage.View, stage.Log);
        var kept = (await past.AtAsync(4, Cancellation)).Value;
        var gate = new TaskCompletionSource();
        stage.Reading = () => gate.Task;

        var waiting = Enumerable.Range(0, Past.WaitingLimit).Select(i => past.AtAsync(i % 4, Cancellation)).ToList();
        Assert.Equal("too_many_requests", (await past.AtAsync(2, Cancellation)).Refusals[0].Code);
        Assert.Same(kept, (await past.AtAsync(4, Cancellation)).Value);
        Assert.Same(stage.View.Latest, (await past.AtAsync(5, Cancellation)).Value);

        gate.SetResult();
        Assert.Equal([0, 1, 2, 3, 0, 1], (await Task.WhenAll(waiting)).Select(w => w.Value.Sequence));
        Assert.False((await past.AtAsync(2, Cancellation)).IsRefused);
    }

    /// <summary>1 terms, 2 first organization, 3 its second name, 4 second organization, 5 it is removed.</summary>
    private static async Task<WriterStage> FilledAsync()
    {
        var stage = await WriterStage.OpenAsync();
        foreach (var decision in new[]
        {
            WriterStage.Create(1), Edits.Change(WriterStage.Organization(1, "Second name"), 1), WriterStage.Create(2), Edits.Remove(WriterStage.Organization(2).Check().Value.Ref, 1),
        })
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.False((await stage.WriteAsync(decision)).IsRefused);
        }

        return stage;
    }

    private static async Task<string> CountsAsync(Func<long, Task<Outcome<NetworkSnapshot>>> at)
    {
        var counts = new List<int>();
        foreach (var sequence in new[] { 0, 1, 2, 3, 4, 4 })
        {
            counts.Add((await at(sequence)).Value.Full.All(ElementKind.Organization).Count());
        }

        return string.Join(' ', counts);
    }

    private static Organization? Found(NetworkSnapshot snapshot, Audience audience) => (Organization?)snapshot.For(audience).Find(WriterStage.Organization(1).Check().Value.Ref);

    private static string? NameOf(NetworkSnapshot snapshot) => Found(snapshot, Audience.Steward)?.Name;
}
