using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Http;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>A view of the client that the server can answer first: its address, which question of the API it shows, and how.</summary>
/// <param name="Pattern">As in the client's <c>network/route.ts</c>.</param>
/// <param name="Title">The key of its title.</param>
/// <param name="Place">The destination that it belongs to.</param>
/// <param name="Question">The addresses of the API for the address of the view; none when nothing has been asked yet. When the first is refused, so is the view.</param>
/// <param name="Component">What shows the answer.</param>
internal sealed record View(string Pattern, string Title, string Place, Func<PageAddress, string[]> Question, Type Component)
{
    internal static readonly View[] All =
    [
        new("/", "place.map", "map", a => [Api("/api/regions/tally", ("without", a.Without))], typeof(Home)),
        new("/cari", "search.label", "map", a => a["q"] is { } q ? [Api("/api/search", ("q", q), ("limit", "20"))] : [], typeof(Search)),
        new("/organisasi/{id:guid}", "organization.page", "map", a => [$"/api/organizations/{a.Id}/page", $"/api/organizations/{a.Id}/contacts"], typeof(OrganizationPage)),
        new("/layanan/{id:guid}", "kind.service", "map", a => [$"/api/services/{a.Id}"], typeof(ServicePage)),
        new("/hubungan/{id:guid}", "kind.tie", "map", a => [$"/api/ties/{a.Id}/page"], typeof(TiePage)),
        new("/hubungan", "waiting.title", "map", _ => ["/api/ties/waiting?limit=20"], typeof(WaitingTies)),
        new("/wilayah", "kind.region", "map", a => a["kode"] is { } code ? [Api("/api/regions/tally", ("parent", code)), Api("/api/organizations", ("region", code), ("limit", "20"))] : [], typeof(RegionPage)),
        new("/mitra", "partners.title", "partners", Partners, typeof(Views.Partners)),
        new("/perkenalan", "introductions.title", "introductions", Introductions, typeof(Views.Introductions)),
        new("/cakupan", "coverage.title", "coverage", Coverage, typeof(Gaps)),
        new("/menutup", "closing.title", "coverage", a => [Closing(a)], typeof(ClosingPage)),
        new("/rapuh", "fragility.title", "coverage", a => [Api("/api/coverage/fragility", Fragility(a, ("limit", "8")))], typeof(Fragile)),
        new("/rapuh/{id:guid}", "fragility.title", "coverage", a => [Api($"/api/coverage/fragility/{a.Id}", Fragility(a))], typeof(LossPage)),
        new("/aktivitas", "activity.title", "activity", Changes, typeof(Activity)),
    ];

    /// <summary>What is known at no address.</summary>
    internal static readonly View Missing = new("{*path:nonfile}", "state.missing", "map", _ => [], typeof(Refused));

    /// <summary>The views that need their script: forms, what only a steward opens, and the change behind a line of the log.</summary>
    internal static readonly string[] Scripted =
    [
        "/organisasi/baru", "/organisasi/{id}/ubah", "/hubungan/baru", "/hubungan/{id}/ubah", "/unit/baru", "/unit/{id}/ubah", "/tempat/baru", "/tempat/{id}/ubah",
        "/layanan/baru", "/layanan/{id}/ubah", "/kebutuhan/baru", "/kebutuhan/{id}/ubah", "/istilah/baru", "/istilah/{id}/ubah", "/istilah", "/aktivitas/{id}",
        "/daftar", "/kelola", "/usulan", "/unduh", "/impor", "/ganda", "/ganda/{id}", "/orang", "/hak/baru", "/hak/{id}/ubah", "/pratinjau", "/pribadi", "/pribadi/{id}",
    ];

    private static string[] Changes(PageAddress a) => (a["organisasi"], a["sekitar"]) switch
    {
        ({ } id, _) => [$"/api/organizations/{Uri.EscapeDataString(id)}/history"],
        (null, { } id) => [Api("/api/changesets", ("near", id), ("limit", "15")), $"/api/organizations/{Uri.EscapeDataString(id)}"],
        _ => ["/api/changesets?limit=15"],
    };

    private static string[] Partners(PageAddress a) => a["untuk"] is not { } id ? Called(a) : [Api(
        $"/api/organizations/{Uri.EscapeDataString(id)}/partners",
        ("kind", a["jenis"]), ("issue", a["isu"]), ("skill", a["keahlian"]), ("region", a["wilayah"]), ("radiusKm", a["radius"]), ("withCapacity", a["tempat"] is null ? null : "true"), ("at", a.Day), ("limit", "20"))];

    private static string[] Introductions(PageAddress a) => a["dari"] is { } from && (a["ke"] ?? a["berwenang"] ?? a["jenis"] ?? a["sektor"]) is not null
        ? [Api($"/api/organizations/{Uri.EscapeDataString(from)}/introductions", ("to", a["ke"]), ("responsible", a["ke"] is null && a["berwenang"] is not null ? "true" : null), ("kind", OfKind(a, "jenis")), ("sector", OfKind(a, "sektor")), ("region", OfKind(a, "wilayah")), ("oneSided", a["sepihak"] is null ? null : "true"), ("at", a.Day))]
        : a["dari"] is { } asker ? [$"/api/organizations/{Uri.EscapeDataString(asker)}", "/api/taxonomies/actor_kind", .. Called(a)]
        : Called(a);

    /// <summary>Who is called what was typed into the field of a page, which stands in for the client's pickers.</summary>
    private static string[] Called(PageAddress a) => a["q"] is { } q ? [Api("/api/search", ("q", q), ("kind", "organization"), ("limit", "10"))] : [];

    /// <summary>A part of the question for anybody of a kind; nothing when one organization is asked for, or the responsible government.</summary>
    private static string? OfKind(PageAddress a, string name) => a["ke"] is null && a["berwenang"] is null ? a[name] : null;

    private static string[] Coverage(PageAddress a) => [Api(
        "/api/coverage/gaps", ("axis", a["sumbu"]), ("level", Level(a)), ("parent", a["induk"]), ("at", a.Day), ("limit", "20"))];

    private static string Level(PageAddress a) => a["tingkat"] ?? (a["induk"] is null ? "province" : "regency");

    private static string Closing(PageAddress a) => Api(
        "/api/coverage/closing", ("axis", a["sumbu"]), ("level", (a["tingkat"], a["induk"]) is ("district", null) ? "regency" : Level(a)), ("parent", a["induk"]), ("term", a["di"]),
        ("count", OneOf(a["banyak"], "1", "2", "3", "5", "10", "20")), ("radiusKm", OneOf(a["jarak"], "25", "50", "100", "150", "300", "6000")), ("at", a.Day), ("limit", "4"));

    /// <summary>A choice of a page, as the script reads it: what is none stands for the usual one.</summary>
    private static string? OneOf(string? stated, params string[] choices) => choices.Contains(stated, StringComparer.Ordinal) ? stated : null;

    private static (string Name, string? Value)[] Fragility(PageAddress a, params (string Name, string? Value)[] more) => [("axis", a["sumbu"]), ("region", a["induk"]), ("at", a.Day), .. more];

    private static string Api(string path, params (string Name, string? Value)[] asked) =>
        QueryHelpers.AddQueryString(path, asked.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
}

/// <summary>The address of a view as somebody asked for it.</summary>
internal sealed record PageAddress(HttpRequest Request)
{
    internal string Id => Uri.EscapeDataString(Request.RouteValues["id"] as string ?? "");

    /// <summary>The day that is asked about; null for today, which also stands in for what is no day of the calendar.</summary>
    internal string? Day => this["tanggal"] is { } text && Today.TryRead(text, out _) ? text : null;

    /// <summary>The families that the legend leaves out, as far as they are families; null when it leaves out none.</summary>
    internal string? Without => this["tanpa"]?.Split(',').Where(f => Names<Family>.TryParse(f, out _)).ToList() is { Count: > 0 } families ? string.Join(',', families) : null;

    /// <summary>What stands in the address for a day and is none.</summary>
    internal string? WrongDay => Day is null ? this["tanggal"] : null;

    /// <summary>A part of the query; null when it is absent or blank.</summary>
    internal string? this[string name] => Request.Query[name].LastOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
