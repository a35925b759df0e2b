using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Tests.Features.Elements;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Features.PersonalData;

/// <summary>What is taken back while something is erased does not bring it back.</summary>
public sealed class ErasureRaceTests : IAsyncLifetime
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StewardDesk desk;

    public ErasureRaceTests() => desk = new StewardDesk(services => services.AddSingleton(provider =>
        ActivatorUtilities.CreateInstance<Eraser>(provider, Halting.Of(provider.GetRequiredService<INetworkStore>(), reached, open.Task))));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    /// <summary>The element is stripped already, so nothing stands in the way of taking that back; its keys are not destroyed yet, so what was before can still be read.</summary>
    [Theory]
    [InlineData("revert")]
    [InlineData("restore")]
    public async Task What_is_asked_for_between_the_change_and_the_end_of_its_keys_is_refused(string way)
    {
        var group = await desk.MakeAsync("organizations", StewardDesk.Of("""{"name":"Kelompok Lomba","actorKind":"ngo","region":"33.74","note":"zqnote","contacts":[{"channel":"email","value":"zq@example.org"}]}"""));
        var made = await NewestAsync(group);
        var erasing = SendAsync("/api/personal-data/erasures", $$"""{"element":"organization/{{group}}","version":1,"confirm":"Kelompok Lomba"}""");
        await reached.Task.WaitAsync(Cancellation);

        var taking = way == "revert" ? SendAsync($"/api/changesets/{await NewestAsync(group)}/revert", """{"reason":"Keliru","confirmWidening":true}""")
            : SendAsync($"/api/organizations/{group}/restore", $$"""{"changeset":"{{made}}","reason":"Keliru","confirmWidening":true}""");
        var turn = desk.Server.Services.GetRequiredService<ErasureTurn>();
        while (!taking.IsCompleted && !turn.IsAwaited)
        {
            await Task.Delay(Look, Cancellation);
        }

        open.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await erasing).Status);
        Assert.Equal((HttpStatusCode.Conflict, "element_erased"), await taking);
        foreach (var path in new[] { "", "/history" })
        {
            Assert.DoesNotContain("zq", await desk.Client.GetStringAsync($"/api/organizations/{group}{path}", Cancellation), StringComparison.Ordinal);
        }
    }

    private async Task<string> NewestAsync(string group) => JsonNode.Parse(await desk.Client.GetStringAsync($"/api/organizations/{group}/history?limit=1", Cancellation))!["items"]![0]!["id"]!.GetValue<string>();

    private async Task<(HttpStatusCode Status, string? Code)> SendAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await desk.Client.SendAsync(request, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["errors"]?[0]?["code"]?.GetValue<string>());
    }
}

/// <summary>The store itself, which halts before it destroys keys.</summary>
public class Halting : DispatchProxy
{
    private INetworkStore inner = null!;
    private TaskCompletionSource reached = null!;
    private Task open = null!;

    internal static INetworkStore Of(INetworkStore inner, TaskCompletionSource reached, Task open)
    {
        var made = Create<INetworkStore, Halting>();
        (((Halting)(object)made).inner, ((Halting)(object)made).reached, ((Halting)(object)made).open) = (inner, reached, open);
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(INetworkStore.EraseAsync) ? HaltAsync((Erasure)args![0]!, (CancellationToken)args[1]!) : targetMethod.Invoke(inner, args);

    private async Task HaltAsync(Erasure erasure, CancellationToken cancellation)
    {
        reached.TrySetResult();
        await open;
        await inner.EraseAsync(erasure, cancellation);
    }
}
