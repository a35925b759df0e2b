using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Writing;

/// <summary>The writer over a real SQLite store, with a hand on what stands between the two: <see cref="Before"/> and <see cref="After"/> each append, and before each <see cref="Reading"/> back.</summary>
internal sealed class WriterStage : INetworkStore
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-writer-");

    private WriterStage()
    {
        Store = SqliteNetworkStore.Open(folder.FullName);
        Keys = new KeyRing(this);
        Log = new LogReader(this, Keys, Master);
        Writer = new NetworkWriter(this, View, Master, Keys, new StoreWatch(Clock), Clock, new Mediator(type => Announced.Serve(type)!), NullLogger<NetworkWriter>.Instance);
    }

    internal SqliteNetworkStore Store { get; }

    internal MasterKey Master { get; } = new(new byte[MasterKey.Size]);

    internal NetworkView View { get; } = new();

    internal KeyRing Keys { get; }

    internal LogReader Log { get; }

    internal NetworkWriter Writer { get; }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    internal Listener Announced { get; } = new();

    internal Func<IReadOnlyList<StoredEntry>, Task>? Before { get; set; }

    internal Func<Task>? After { get; set; }

    internal Func<Task>? Reading { get; set; }

    /// <summary>How often the store was asked for a key.</summary>
    internal int Asked { get; private set; }

    public LogPosition Head => Store.Head;

    public MasterMark? Mark => Store.Mark;

    public long Erased => Store.Erased;

    public IAsyncEnumerable<Erasure> ErasuresAsync(CancellationToken cancellation) => Store.ErasuresAsync(cancellation);

    public Task EraseAsync(Erasure erasure, CancellationToken cancellation) => Store.EraseAsync(erasure, cancellation);

    internal static async Task<WriterStage> OpenAsync()
    {
        var stage = new WriterStage();
        var terms = new Domain.Taxonomies.TermDraft { Taxonomy = "actor_kind", Code = "ngo", LabelId = "LSM", LabelEn = "NGO", Provenance = Told };
        var region = new Domain.Places.RegionDraft { Id = "33", Name = "Jawa Tengah", Provenance = Told };
        await stage.Writer.StartAsync(TestContext.Current.CancellationToken);
        Assert.False((await stage.WriteAsync(Batch.Create([terms, region]))).IsRefused);
        return stage;
    }

    internal Task<Outcome<Accepted>> WriteAsync(Decision decide, RequestKey? key = null, CancellationToken cancellation = default) =>
        Writer.WriteAsync(new WriteRequest(decide, new Attribution("test", Request: key), OfTheHouse: true), cancellation);

    internal static OrganizationDraft Organization(int number, string? name = null) =>
        new() { Id = new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number).ToString("D"), Name = name ?? $"Organization {number}", ActorKind = "ngo", Region = "33", Note = "sealed", Provenance = Told };

    internal static Decision Create(int number) => Edits.Create(Organization(number));

    /// <summary>Appends an entry as another process would.</summary>
    internal async Task AppendElsewhereAsync(int number, RequestKey? key = null)
    {
        var changeset = new Changeset
        {
            Sequence = Head.Sequence + 1,
            At = Clock.GetUtcNow(),
            Attribution = new Attribution("elsewhere", Request: key),
            Revisions = [Revision.Create(Organization(number, "Elsewhere").Check().Value).At(Head.Sequence + 1)],
        };
        Assert.Equal(AppendResult.Appended, await Store.AppendAsync(Head, [LogText.Write(changeset, Head, Master)], default));
    }

    public async Task<AppendResult> AppendAsync(LogPosition expected, IReadOnlyList<StoredEntry> group, CancellationToken cancellation)
    {
        await (Before?.Invoke(group) ?? Task.CompletedTask);
        var result = await Store.AppendAsync(expected, group, cancellation);
        await (After?.Invoke() ?? Task.CompletedTask);
        return result;
    }

    public Task LoadAsync(ElementVisitor visit, CancellationToken cancellation) => Store.LoadAsync(visit, cancellation);

    public SealingKey? FindKey(Guid id) => Store.FindKey(id);

    public IAsyncEnumerable<SealingKey> KeysAsync(CancellationToken cancellation) => Store.KeysAsync(cancellation);

    public IAsyncEnumerable<LogEntry> ReadAsync(long after, CancellationToken cancellation) => Store.ReadAsync(after, cancellation);

    public async IAsyncEnumerable<LogEntry> ReadBackAsync(long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await (Reading?.Invoke() ?? Task.CompletedTask);
        await foreach (var entry in Store.ReadBackAsync(from, cancellation))
        {
            yield return entry;
        }
    }

    public Task<long> LastUntilAsync(DateTimeOffset instant, CancellationToken cancellation) => Store.LastUntilAsync(instant, cancellation);

    public Task<IReadOnlyList<long>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation) => Store.HistoryAsync(element, before, limit, cancellation);

    public IAsyncEnumerable<(ElementRef Element, long Sequence)> TouchedAsync(CancellationToken cancellation) => Store.TouchedAsync(cancellation);

    public Task<bool> MarkAsync(MasterMark? expected, MasterMark mark, CancellationToken cancellation) => Store.MarkAsync(expected, mark, cancellation);

    public Task RewrapAsync(IReadOnlyList<SealingKey> keys, CancellationToken cancellation) => Store.RewrapAsync(keys, cancellation);

    public Task<bool> BecomeAsync(Guid log, CancellationToken cancellation) => Store.BecomeAsync(log, cancellation);

    public Task<KnownRequest?> FindRequestAsync(string key, DateTimeOffset since, CancellationToken cancellation)
    {
        Asked++;
        return Store.FindRequestAsync(key, since, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(default);
        Writer.Dispose();
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Takes down every announcement.</summary>
    internal sealed class Listener : INotificationHandler<NetworkChanged>
    {
        internal List<long> Sequences { get; } = [];

        public Task Handle(NetworkChanged notification, CancellationToken cancellationToken)
        {
            Sequences.Add(notification.Change.Changeset.Sequence);
            return Task.CompletedTask;
        }

        internal object? Serve(Type type) => type == typeof(IEnumerable<INotificationHandler<NetworkChanged>>) ? new[] { this } : null;
    }
}
