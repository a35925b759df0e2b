using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Pages;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Good parameters for every route that can be read. A route that is not here fails the leak test until it is given some.</summary>
internal static class Questions
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["/api/organizations/{id}/page"] = Everybody("page", "page?at=2026-01-01"),
        ["/api/organizations/{id}/contacts"] = Everybody("contacts"),
        ["/api/organizations/{id}/partners"] = Everybody("partners?limit=50", "partners?limit=50&radiusKm=100", "partners?limit=50&region=33.74", "partners?limit=50&withCapacity=true&weights.nearness=1"),
        ["/api/organizations/{id}/introductions"] =
            [.. Everybody("introductions?kind=home_worker_organization", "introductions?kind=ngo&region=33.74", "introductions?responsible=true"), "/api/organizations/{first}/introductions?to={group}", "/api/organizations/{second}/introductions?to={group}"],
        ["/api/organizations/alike"] = ["/api/organizations/alike?name=kelompok+melati&region=34.02", "/api/organizations/alike?name=rumah+sunyi&acronym=zq", "/api/organizations/alike?name=uji+coba&limit=5"],
        ["/api/organizations/{id}/around"] = Everybody("around?depth=3", "around?depth=2&status=all"),
        ["/api/organizations/{id}/shortest-path"] = ["/api/organizations/{first}/shortest-path?to={group}", "/api/organizations/{second}/shortest-path?to={group}"],
        ["/api/nearest"] = ["/api/nearest?near={group}&radiusKm=500", "/api/nearest?near={shy}&radiusKm=500", "/api/nearest?near={first}&radiusKm=500", "/api/nearest?longitude=110.43&latitude=-6.99&radiusKm=500"],
        ["/api/search"] = ["/api/search?q=melati", "/api/search?q=sunyi", "/api/search?q=zq", "/api/search?q=uji&limit=50"],
        ["/api/coverage"] = ["/api/coverage?level=regency&parent=33", "/api/coverage?axis=service_term&level=regency&parent=33", "/api/coverage?level=province"],
        ["/api/coverage/gaps"] = ["/api/coverage/gaps?level=regency&parent=33"],
        ["/api/coverage/cell"] = ["/api/coverage/cell?region=33.74&term=education", "/api/coverage/cell?region=33.74.01&term=education"],
        ["/api/coverage/helpers"] = ["/api/coverage/helpers?region=33.01&term=education"],
        ["/api/coverage/closing"] = ["/api/coverage/closing?count=20&limit=100&radiusKm=6000", "/api/coverage/closing?level=regency&parent=33&count=20&limit=100", "/api/coverage/closing?level=regency&parent=33.74&term=health&radiusKm=6000", "/api/coverage/closing?axis=actor_kind&radiusKm=6000&limit=100"],
        ["/api/coverage/fragility"] = ["/api/coverage/fragility?limit=100", "/api/coverage/fragility?region=33.74&limit=100", "/api/coverage/fragility?axis=actor_kind"],
        ["/api/coverage/fragility/{id}"] = ["/api/coverage/fragility/{group}", "/api/coverage/fragility/{first}", "/api/coverage/fragility/{second}", "/api/coverage/fragility/{shy}"],
        ["/api/people"] = ["/api/people"],
        ["/api/preview/withheld"] = ["/api/preview/withheld", "/api/preview/withheld?organization={group}", "/api/preview/withheld?organization={shy}"],
        ["/api/personal-data/erasure"] = ["/api/personal-data/erasure?element=organization/{group}", "/api/personal-data/erasure?element=tie/{hidden tie}", "/api/personal-data/erasure?element=organization/{shy}"],
        ["/api/personal-data/breach"] = ["/api/personal-data/breach?from=2026-01-01&exposed=everything", "/api/personal-data/breach?from=2026-01-01&exposed=element&of=organization/{group}"],
        ["/api/personal-data/requests"] = ["/api/personal-data/requests"],
        ["/api/personal-data/requests/{id}"] = ["/api/personal-data/requests/0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9"],
        ["/api/personal-data/requests/{id}/answer"] = ["/api/personal-data/requests/0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9/answer"],
        ["/api/taxonomies"] = ["/api/taxonomies"],
        ["/api/taxonomies/{taxonomy}"] = ["/api/taxonomies/issue"],
        ["/api/regions/{code}/path"] = ["/api/regions/33.74/path"],
        ["/api/regions/land"] = ["/api/regions/land?longitude=110.4&latitude=-5.5"],
        ["/api/regions/shapes"] = ["/api/regions/shapes?level=regency"],
        ["/api/changesets"] = ["/api/changesets?limit=100", "/api/changesets?limit=1", "/api/changesets?kind=tie", "/api/changesets?kind=organization", "/api/changesets?by=steward", "/api/changesets?region=33", "/api/changesets?region=33.74", "/api/changesets?near={group}", "/api/changesets?near={group}&kind=tie"],
        ["/api/changesets/{id}"] = ["/api/changesets/{changeset}"],
        ["/api/changesets/log"] = ["/api/changesets/log", "/api/changesets/log?kind=tie&language=en", "/api/changesets/log?region=33.74"],
        ["/api/cursor"] = ["/api/cursor"],
        ["/api/me"] = ["/api/me"],
        ["/api/exports/{format}"] =
        [
            .. ExportFormat.All.Select(f => "/api/exports/" + f.Name), "/api/exports/csv?list=organizations&organizations={group},{shy}&neighbours=true", "/api/exports/csv?region=33.74",
            "/api/exports/graphml?organizations={first}&neighbours=true", "/api/exports/csv?at=2026-01-01", "/api/exports/kumu?kind=home_worker_organization",
        ],
        ["/hsds"] = ["/hsds"],
        ["/hsds/services"] = ["/hsds/services?full=true&per_page=500", "/hsds/services?per_page=1&page=2", "/hsds/services?search=zq", "/hsds/services?organization_id={group}", "/hsds/services?organization_id={shy}"],
        ["/hsds/services/{id}"] = ["/hsds/services/{service}"],
        ["/hsds/organizations"] = ["/hsds/organizations?full=true&full_service=true&per_page=500", "/hsds/organizations?search=melati", "/hsds/organizations?search=sunyi&full=true", "/hsds/organizations?per_page=1&page=2"],
        ["/hsds/organizations/{id}"] = ["/hsds/organizations/{group}?full_service=true", "/hsds/organizations/{shy}", "/hsds/organizations/{late}", "/hsds/organizations/{first}?full_service=true"],
        ["/hsds/service_at_locations"] = ["/hsds/service_at_locations?full=true&per_page=500", "/hsds/service_at_locations?organization_id={group}"],
        ["/hsds/service_at_locations/{id}"] = ["/hsds/service_at_locations/0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"],
        ["/hsds/taxonomies"] = ["/hsds/taxonomies"],
        ["/hsds/taxonomies/{id}"] = ["/hsds/taxonomies/0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"],
        ["/hsds/taxonomy_terms"] = ["/hsds/taxonomy_terms?per_page=500", "/hsds/taxonomy_terms?search=zq"],
        ["/hsds/taxonomy_terms/{id}"] = ["/hsds/taxonomy_terms/0c5f6a0e-57f4-8d0a-9a3e-6b6f1d9c2a11"],
        ["/ogc"] = ["/ogc", "/ogc?f=html"],
        ["/ogc/conformance"] = ["/ogc/conformance"],
        ["/openapi/{documentName:regex(^ogc$)}.json"] = ["/openapi/ogc.json"],
        ["/ogc/collections"] = ["/ogc/collections", "/ogc/collections?f=html&language=en"],
        ["/ogc/collections/{collection}"] = ["/ogc/collections/organizations"],
        ["/ogc/collections/{collection}/items"] =
        [
            "/ogc/collections/organizations/items?limit=10000", "/ogc/collections/organizations/items?limit=10000&f=html", "/ogc/collections/organizations/items?limit=1&offset=1", "/ogc/collections/organizations/items?bbox=110.43,-7,110.44,-6.98",
            "/ogc/collections/organizations/items?bbox=95,-11,141,6&datetime=2026-01-01/..&limit=1000", "/ogc/collections/services/items?limit=10000", "/ogc/collections/needs/items?limit=10000", "/ogc/collections/services/items?limit=10000&f=html",
        ],
        ["/ogc/collections/{collection}/items/{id}"] = ["/ogc/collections/organizations/items/{group}", "/ogc/collections/organizations/items/{shy}", "/ogc/collections/organizations/items/{shy}?f=html", "/ogc/collections/organizations/items/{late}", "/ogc/collections/services/items/{service}"],
        ["/tiles/{z}/{x}/{y}.mvt"] = [.. Enumerable.Range(0, 15).Select(z => TileOf(110.4321987, -6.9876543, z)), "/tiles/9/413/265.mvt", "/tiles/13/6609/4255.mvt", "/tiles/14/13218/8510.mvt"],
        ["/api/map/ties"] = ["/api/map/ties?west=95&south=-11&east=141&north=6", "/api/map/ties?west=110.3&south=-7.2&east=110.6&north=-6.9"],
        ["/openapi/v1.json"] = ["/openapi/v1.json"],
        ["/docs/{documentName?}"] = ["/docs/"],
        ["/api/suggestions"] = ["/api/suggestions", "/api/suggestions?limit=1"],
        ["/api/suggestions/{id}"] = ["/api/suggestions/{suggestion}"],
        ["/api/suggestions/mine"] = ["/api/suggestions/mine"],
        ["/api/duplicates"] = ["/api/duplicates", "/api/duplicates?limit=100"],
        ["/api/duplicates/pair"] = ["/api/duplicates/pair?kept={group}&other={shy}", "/api/duplicates/pair?kept={first}&other={second}"],
        ["/api/duplicates/merges/{id}"] = ["/api/duplicates/merges/{group}", "/api/duplicates/merges/{shy}"],
        ["/usulkan"] = ["/usulkan"],
        ["/usulkan/{id:guid}"] = ["/usulkan/{group}", "/usulkan/{shy}", "/usulkan/{first}"],
        ["/usulan/{code:minlength(20)}"] = ["/usulan/01234567890123456789", "/usulan/{suggestion}"],
        ["/api/ties/waiting"] = ["/api/ties/waiting", "/api/ties/waiting?limit=1"],
        ["/api/ties/{id}/page"] = ["/api/ties/{open tie}/page", "/api/ties/{hidden tie}/page", "/api/ties/{signed-in tie}/page", "/api/ties/{stated tie}/page"],
        ["/hubungan/{code:minlength(5)}"] = ["/hubungan/{hidden tie}", "/hubungan/0123456789"],
        ["/welcome/{code}"] = ["/welcome/0123"],
        ["/masuk"] = ["/masuk", "/masuk?ke=/mitra"],
        ["/akun"] = ["/akun"],
        ["/undangan"] = ["/undangan", "/undangan?organisasi={group}", "/undangan?wilayah=33"],
        ["/undangan/{code}"] = ["/undangan/0123"],
        ["/pulihkan"] = ["/pulihkan"],
        ["/surel/{code}"] = ["/surel/0123"],
        ["/pulihkan/{code}"] = ["/pulihkan/0123"],
        ["/privasi"] = ["/privasi", "/privasi?bahasa=en"],
        ["/api/regions/tally"] = ["/api/regions/tally", "/api/regions/tally?parent=33", "/api/regions/tally?without=government,economy"],
        ["/"] = ["/"],
        ["/cari"] = ["/cari?q=melati", "/cari?q=sunyi", "/cari?q=zq"],
        ["/organisasi/{id:guid}"] = ["/organisasi/{group}", "/organisasi/{shy}", "/organisasi/{first}"],
        ["/layanan/{id:guid}"] = ["/layanan/{service}"],
        ["/hubungan/{id:guid}"] = ["/hubungan/{open tie}", "/hubungan/{hidden tie}", "/hubungan/{stated tie}"],
        ["/hubungan"] = ["/hubungan"],
        ["/wilayah"] = ["/wilayah?kode=33"],
        ["/mitra"] = ["/mitra?untuk={group}", "/mitra?untuk={first}", "/mitra?untuk={second}&radius=100"],
        ["/perkenalan"] = ["/perkenalan?dari={first}&ke={group}", "/perkenalan?dari={second}&jenis=home_worker_organization"],
        ["/menutup"] = ["/menutup?jarak=6000&banyak=20", "/menutup?induk=33&jarak=6000", "/menutup?induk=33.74&di=health&jarak=6000", "/menutup?sumbu=actor_kind&jarak=6000"],
        ["/rapuh"] = ["/rapuh", "/rapuh?induk=33"],
        ["/rapuh/{id:guid}"] = ["/rapuh/{group}", "/rapuh/{first}", "/rapuh/{shy}"],
        ["/cakupan"] = ["/cakupan?tingkat=regency&induk=33"],
        ["/aktivitas"] = ["/aktivitas", "/aktivitas?organisasi={group}", "/aktivitas?sekitar={group}"],
        ["/favicon.ico"] = ["/favicon.ico"],
        ["/health/live"] = ["/health/live"],
        ["/health/ready"] = ["/health/ready"],
    };

    /// <summary>The tile that a spot is on.</summary>
    internal static string TileOf(double longitude, double latitude, int zoom)
    {
        var size = 1 << zoom;
        var down = (1 - (Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI)) / 2;
        return $"/tiles/{zoom}/{(int)((longitude + 180) / 360 * size)}/{(int)(down * size)}.mvt";
    }

    /// <summary>Every address to read, and the routes that nobody gave parameters.</summary>
    internal static async Task<(List<string> Addresses, List<string> Unknown)> AllAsync(Planted planted)
    {
        var (addresses, unknown) = (new List<string>(), new List<string>());
        var changesets = await ChangesetsAsync(planted);
        foreach (var pattern in Patterns(planted.Server))
        {
            var questions = Known.GetValueOrDefault(pattern) ?? Scripted(pattern) ?? OfElements(pattern, planted);
            addresses.AddRange((questions ?? []).SelectMany(q => Fill(q, planted, changesets)));
            if (questions is null)
            {
                unknown.Add($"{pattern} can be read: give it good parameters in Questions.cs, so that it is searched for secrets");
            }
        }

        var past = addresses.Where(a => a.StartsWith("/api/", StringComparison.Ordinal) && !a.StartsWith("/api/changesets", StringComparison.Ordinal))
            .Select(a => $"{a}{(a.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={changesets[changesets.Count / 2]}").ToList();
        return ([.. addresses, .. past, "/tidak-ada?q=melati", "/api/nothing", "/api/organizations?region=11.1&limit=0", "/api/organizations/{}"], unknown);
    }

    /// <summary>Views that need their script are the same page for everybody, whatever they are about.</summary>
    private static string[]? Scripted(string pattern) => View.Scripted.Contains(pattern, StringComparer.Ordinal) ? [pattern.Replace("{id}", "{group}", StringComparison.Ordinal)] : null;

    private static string[] Everybody(params string[] questions) =>
        [.. new[] { "group", "shy", "late", "proud", "first", "second" }.SelectMany(who => questions.Select(q => $"/api/organizations/{{{who}}}/{q}"))];

    /// <summary>What can be read; files of the built client and of the documentation page, which are the same for everybody, left out.</summary>
    private static IEnumerable<string> Patterns(RunningServer server) => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) == true)
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal)
        .Where(p => !p.Contains("{*", StringComparison.Ordinal) && !(p.StartsWith("/docs/", StringComparison.Ordinal) && p.Contains('.', StringComparison.Ordinal)) && p != "/docs");

    private static string[]? OfElements(string pattern, Planted planted)
    {
        var segment = ElementSegments.All.Values.FirstOrDefault(s => pattern == $"/api/{s}" || pattern.StartsWith($"/api/{s}/{{id}}", StringComparison.Ordinal));
        return (segment, pattern[(pattern.LastIndexOf('/') + 1)..]) switch
        {
            (null, _) => null,
            (_, "{id}") => [.. planted.Ids.Values.Select(id => $"/api/{segment}/{id}")],
            (_, "history") => [.. planted.Ids.Values.SelectMany(id => new[] { $"/api/{segment}/{id}/history", $"/api/{segment}/{id}/history?limit=1" })],
            (_, var last) when last == segment => [$"/api/{segment}?limit=200", $"/api/{segment}?limit=1", $"/api/{segment}?limit=200&region=33.74", $"/api/{segment}?limit=200&organization={{group}}", $"/api/{segment}?q=zq"],
            _ => null,
        };
    }

    private static IEnumerable<string> Fill(string question, Planted planted, List<string> changesets)
    {
        var filled = planted.Ids.Aggregate(question, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        return filled.Contains("{changeset}", StringComparison.Ordinal) ? changesets.Select(c => filled.Replace("{changeset}", c, StringComparison.Ordinal)) : [filled];
    }

    /// <summary>Every changeset since the planting began, oldest last.</summary>
    private static async Task<List<string>> ChangesetsAsync(Planted planted)
    {
        var list = System.Text.Json.Nodes.JsonNode.Parse(await planted.Steward.GetStringAsync("/api/changesets?limit=100"))!["items"]!.AsArray();
        return [.. list.Select(c => (string)c!["id"]!).TakeWhile(id => id != planted.Before)];
    }
}
