using NetworkMap.Changes;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Answering;

/// <summary>What a part of a seed is called: the log writes it for programs (<c>seed: ties</c>, <c>demo, part 11 of 13</c>). It is published with the program, so anybody may read it.</summary>
internal static class SeedWords
{
    private static readonly Sentence Part = new("Data awal, bagian {done} dari {total}: {content}", "Initial data, part {done} of {total}: {content}");

    private static readonly Dictionary<string, Sentence> Contents = new(StringComparer.Ordinal)
    {
        ["terms"] = new("daftar istilah", "lists of terms"),
        ["province regions"] = new("provinsi", "provinces"),
        ["regency regions"] = new("kabupaten dan kota", "regencies and cities"),
        ["district regions"] = new("kecamatan", "districts"),
        ["village regions"] = new("desa dan kelurahan", "villages"),
        ["organizations"] = new("organisasi", "organizations"),
        ["units"] = new("unit", "units"),
        ["places"] = new("letak", "locations"),
        ["services"] = new("layanan", "services"),
        ["ties"] = new("hubungan", "ties"),
        ["needs"] = new("kebutuhan", "needs"),
    };

    /// <summary>The reason of a part of a seed; null of any other change.</summary>
    internal static string? Of(Attribution attribution, Language language) =>
        SeedProgress.Of(attribution) is { } progress && attribution.Reason?.Split(": ") is [_, var name] && Contents.TryGetValue(name, out var content)
            ? Part.In(language, ("done", progress.Done), ("total", progress.Total), ("content", content.In(language)))
            : null;
}
