using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>Why a change is taken back, where nobody has to write it.</summary>
public enum RevertReason
{
    /// <summary>By whoever made it, right after.</summary>
    UndoneAtOnce,

    /// <summary>What it removed was being worked on.</summary>
    StillNeeded,
}

/// <summary>Says the reasons of <see cref="RevertReason"/>: the log keeps them in Indonesian, and each reader is told them in her language.</summary>
internal static class RevertReasons
{
    private static readonly Dictionary<RevertReason, Sentence> Words = new()
    {
        [RevertReason.UndoneAtOnce] = new("Langsung diurungkan oleh yang baru saja mengerjakannya", "Undone right away by whoever had just done it"),
        [RevertReason.StillNeeded] = new("Masih dibutuhkan: sedang diubah ketika dihapus", "Still needed: it was being changed when it was removed"),
    };

    /// <summary>As the log keeps it.</summary>
    internal static string Kept(RevertReason reason) => Words[reason].Indonesian;

    /// <summary>As it is told; what somebody wrote herself stays as she wrote it.</summary>
    internal static string? Told(string? kept, Language language) =>
        Words.Values.FirstOrDefault(s => s.Indonesian == kept || s.English == kept)?.In(language) ?? kept;
}
