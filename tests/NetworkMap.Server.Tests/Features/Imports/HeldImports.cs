using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>Holds what is written where a test wants it, and knows when the server heard that a request was broken off.</summary>
internal sealed class HeldImports : IStartupFilter
{
    private readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim turn = new();

    /// <summary>Done when the server knows that whoever brought a file went away.</summary>
    internal Task Broken => broken.Task.WaitAsync(Patience.Limit);

    internal void Adjust(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter>(this);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<NetworkWriter>(provider, HeldStore.Of(provider.GetRequiredService<INetworkStore>(), this)));
    }

    /// <summary>What is waited for before a group is appended; nothing while all is well.</summary>
    internal TaskCompletionSource? Append { get; set; }

    /// <summary>Done when a group is about to be appended and waits.</summary>
    internal TaskCompletionSource Appending { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From now on no change is decided until <see cref="Release"/>.</summary>
    internal async Task HoldAsync(IServiceProvider services)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = services.GetRequiredService<NetworkWriter>().WriteAsync(new WriteRequest(Wait, new Attribution("test"), OfTheHouse: true), CancellationToken.None);
        await begun.Task.WaitAsync(Patience.Limit);

        Domain.Outcome<IReadOnlyList<Revision>> Wait(INetwork network)
        {
            begun.TrySetResult();
            turn.Wait(Patience.Limit);
            return Array.Empty<Revision>();
        }
    }

    internal void Release() => turn.Set();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            if (context.Request.Path.StartsWithSegments("/api/imports", StringComparison.Ordinal))
            {
                context.RequestAborted.Register(() => broken.TrySetResult());
            }

            return go(context);
        });
        next(app);
    };
}

/// <summary>The store itself, which waits before it appends.</summary>
public class HeldStore : DispatchProxy
{
    private INetworkStore inner = null!;
    private HeldImports held = null!;

    internal static INetworkStore Of(INetworkStore inner, HeldImports held)
    {
        var made = Create<INetworkStore, HeldStore>();
        (((HeldStore)(object)made).inner, ((HeldStore)(object)made).held) = (inner, held);
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(INetworkStore.AppendAsync) && held.Append is { } open ? WaitAsync(open.Task, args!) : targetMethod.Invoke(inner, args);

    private async Task<AppendResult> WaitAsync(Task open, object?[] args)
    {
        held.Appending.TrySetResult();
        await open.WaitAsync(Patience.Limit);
        return await inner.AppendAsync((LogPosition)args[0]!, (IReadOnlyList<StoredEntry>)args[1]!, (CancellationToken)args[2]!);
    }
}
