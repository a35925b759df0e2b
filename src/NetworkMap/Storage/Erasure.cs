using System.Globalization;

namespace NetworkMap.Storage;

/// <summary>Personal data that was erased, by destroying the keys that sealed it. It names nobody, so it is kept for good: in the store, and in a list beside the master key, from
/// which it is carried out once more on a backup that is put back.</summary>
/// <param name="Id">Random.</param>
/// <param name="Of">Of what: an element of the log, <c>organization/…</c>; an account, <c>account/…</c>.</param>
/// <param name="At">When. To the millisecond.</param>
/// <param name="Keys">The keys that were destroyed.</param>
public sealed record Erasure(Guid Id, string Of, DateTimeOffset At, IReadOnlyList<Guid> Keys)
{
    /// <summary>As a line of text.</summary>
    public override string ToString() => string.Join(' ', Id.ToString("N"), At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Of, string.Join(',', Keys.Select(k => k.ToString("N"))));

    /// <summary>The erasure of a line; null when it is none.</summary>
    public static Erasure? Read(string line) =>
        line.Split(' ') is [var id, var at, var of, var keys] && Guid.TryParseExact(id, "N", out var known) && long.TryParse(at, NumberStyles.Integer, CultureInfo.InvariantCulture, out var instant)
            && keys.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => Guid.TryParseExact(k, "N", out var key) ? key : Guid.Empty).ToList() is var all && !all.Contains(Guid.Empty)
            ? new Erasure(known, of, DateTimeOffset.FromUnixTimeMilliseconds(instant), all)
            : null;
}

/// <summary>Keeps that something was erased, outside of the database.</summary>
public interface IErasureKeeper
{
    /// <summary>Adds an erasure, durable on return.</summary>
    Task AddAsync(Erasure erasure, CancellationToken cancellation);

    /// <summary>Takes in what the store knows of.</summary>
    Task TakeInAsync(INetworkStore store, CancellationToken cancellation);
}
