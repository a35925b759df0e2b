using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Links that are sent: invitations, and the way back into an account.</summary>
public sealed partial class InvitationTests : IAsyncLifetime
{
    private RunningServer server = null!;
    private Visitor steward = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms");
        steward = await Visitor.StewardAsync(server, "sari");
        await steward.SendAsync("/akun/nama", ("name", "Sari"));
    }

    public async ValueTask DisposeAsync()
    {
        steward.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_is_opened_as_often_as_one_likes_accepted_once_and_gives_what_it_says()
    {
        var link = await InviteAsync("coordinator  33", ("wilayah", "33"), ("for", "Bu Rini"));
        using var rini = new Visitor(server);
        for (var preview = 0; preview < 3; preview++)
        {
            var (status, page) = await rini.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("Sari mengundang Anda", page, StringComparison.Ordinal);
            Assert.Contains("Koordinator: Jawa Tengah", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Bu Rini", page, StringComparison.Ordinal);
        }

        Assert.Contains("terlalu mudah ditebak", (await rini.SendAsync(link, ("signInName", "rini"), ("password", "rinirinirini"))).Page, StringComparison.Ordinal);
        Assert.Contains("sudah dipakai orang lain", (await rini.SendAsync(link, ("signInName", "SARI"), ("password", Visitor.Password))).Page, StringComparison.Ordinal);
        Assert.Equal("/akun?kabar=accepted", (await rini.SendAsync(link, ("name", "Rini"), ("signInName", "rini"), ("password", Visitor.Password))).To);

        var (_, welcome) = await rini.OpenAsync("/akun?kabar=accepted");
        Assert.Contains("Yang bisa Anda lakukan", welcome, StringComparison.Ordinal);
        Assert.Contains("href=\"/wilayah?kode=33\"", welcome, StringComparison.Ordinal);
        Assert.Contains("Buka Jawa Tengah", welcome, StringComparison.Ordinal);

        var me = await rini.MeAsync();
        var grant = Assert.Single(me["grants"]!.AsArray())!;
        Assert.Equal(("signed_in", "coordinator", "33"), ((string?)me["audience"], (string?)grant["role"], (string?)grant["region"]));
        Assert.Equal(HttpStatusCode.Gone, (await rini.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await rini.SendAsync(link, ("signInName", "other"), ("password", Visitor.Password))).Status);
        Assert.Equal((string?)(await steward.MeAsync())["account"], Given((string)me["account"]!).Provenance.AssertedBy);
    }

    [Fact]
    public async Task Whoever_has_an_account_accepts_with_it()
    {
        using var budi = new Visitor(server);
        await budi.SendAsync(await InviteAsync(""), ("signInName", "budi"), ("password", Visitor.Password));
        var before = await budi.MeAsync();
        Assert.Null(before["grants"]);

        Assert.Equal("/akun?kabar=accepted", (await budi.SendAsync(await InviteAsync("steward  "), ("dengan", "akun"))).To);

        var after = await budi.MeAsync();
        Assert.Equal(((string?)before["account"], "steward"), ((string?)after["account"], (string?)after["audience"]));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_is_first()
    {
        var link = await InviteAsync("");
        var visitors = Enumerable.Range(0, 4).Select(_ => new Visitor(server)).ToList();
        var answers = await Task.WhenAll(visitors.Select((v, i) => v.SendAsync(link, ("signInName", $"visitor{i}"), ("password", Visitor.Password))));

        Assert.Single(answers, a => a.To == "/akun?kabar=accepted");
        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Gone));
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task A_link_is_listed_until_it_is_taken_back()
    {
        var link = await InviteAsync("mediator  ", ("for", "Pak Darmo"));
        var (_, page) = await steward.OpenAsync("/undangan");
        Assert.Contains("Pak Darmo", page, StringComparison.Ordinal);
        Assert.DoesNotContain(link, page, StringComparison.Ordinal);

        await steward.SendAsync("/undangan/tarik", ("tautan", LinkField().Match(page).Groups[1].Value));

        using var darmo = new Visitor(server);
        Assert.Equal(HttpStatusCode.Gone, (await darmo.OpenAsync(link)).Status);
        Assert.DoesNotContain("Pak Darmo", (await steward.OpenAsync("/undangan")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_more_than_she_may_give()
    {
        using var anybody = new Visitor(server);
        Assert.Equal("/masuk?ke=%2Fundangan", (await anybody.SendAsync("/undangan")).To);
        await anybody.SendAsync(await InviteAsync("coordinator  33", ("wilayah", "33")), ("signInName", "rini"), ("password", Visitor.Password));

        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.OpenAsync("/undangan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.SendAsync("/undangan", ("hak", "administrator  "))).Status);

        await server.GrantAsync((string)(await anybody.MeAsync())["account"]!, new GrantDraft { Role = "steward", Region = "33" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync("/undangan", ("hak", "administrator  "))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync("/undangan", ("hak", "coordinator  34"), ("wilayah", "34"))).Status);
        Assert.Contains("/undangan/", (await anybody.SendAsync("/undangan", ("hak", "coordinator  33"), ("wilayah", "33"))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_the_inviter_lost_in_the_meantime_is_not_given()
    {
        var link = await InviteAsync("coordinator  ");
        await server.GrantAsync((string)(await steward.MeAsync())["account"]!);
        using var rini = new Visitor(server);

        Assert.Equal("/akun?kabar=withoutRights", (await rini.SendAsync(link, ("signInName", "rini"), ("password", Visitor.Password))).To);
        Assert.Null((await rini.MeAsync())["grants"]);
    }

    [Fact]
    public async Task An_account_comes_back_with_a_code_that_works_once()
    {
        Assert.Contains("Kata sandi sekarang tidak cocok", (await steward.SendAsync("/akun/kode", ("codesPassword", "guess"))).Page, StringComparison.Ordinal);
        var codes = Code().Matches((await steward.SendAsync("/akun/kode", ("codesPassword", Visitor.Password))).Page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());
        using var other = new Visitor(server);
        const string next = "payung merah di sawah";

        var wrong = await other.SendAsync("/pulihkan", ("signInName", "sari"), ("code", "abcd-2345-efgh"), ("password", next));
        var unknown = await other.SendAsync("/pulihkan", ("signInName", "budi"), ("code", "abcd-2345-efgh"), ("password", next));
        Assert.Equal(wrong.Page.Replace("sari", "budi", StringComparison.Ordinal), unknown.Page);
        Assert.Equal("/akun?kabar=recovered", (await other.SendAsync("/pulihkan", ("signInName", "sari"), ("code", codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)), ("password", next))).To);

        Assert.Equal(("public", "steward"), (await steward.AudienceAsync(), await other.AudienceAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.SendAsync("/pulihkan", ("signInName", "sari"), ("code", codes[3]), ("password", next))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.SignInAsync("sari", next)).Status);
        Assert.Contains("Masih ada 9 kode", (await steward.OpenAsync("/akun")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_comes_back_with_a_link_from_a_steward()
    {
        using var rini = new Visitor(server);
        await rini.SendAsync(await InviteAsync(""), ("name", "Rini"), ("signInName", "rini"), ("password", Visitor.Password));
        var account = (string)(await rini.MeAsync())["account"]!;
        var link = LinkMade().Match((await steward.SendAsync("/undangan/pemulihan", ("akun", account))).Page).Value;
        using var other = new Visitor(server);
        Assert.Contains("akun Rini", (await other.OpenAsync(link)).Page, StringComparison.Ordinal);

        Assert.Equal("/akun?kabar=recovered", (await other.SendAsync(link, ("signInName", ""), ("password", "payung merah di sawah"))).To);

        Assert.Equal(("public", account), (await rini.AudienceAsync(), (string?)(await other.MeAsync())["account"]));
        Assert.Equal(HttpStatusCode.Gone, (await other.OpenAsync(link)).Status);
        Assert.Contains("Pengelola data membuat tautan pemulihan", (await other.OpenAsync("/akun")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrators_account_is_given_back_by_an_administrator_alone()
    {
        using var other = new Visitor(server);
        await other.SendAsync(await InviteAsync("steward  "), ("signInName", "budi"), ("password", Visitor.Password));
        var sari = (string)(await steward.MeAsync())["account"]!;

        var (status, _, page, _) = await other.SendAsync("/undangan/pemulihan", ("akun", sari));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.DoesNotContain("/pulihkan/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_leads_to_the_address_that_is_set_whatever_host_a_request_names()
    {
        Assert.Contains("http://localhost/undangan/", (await steward.SendAsync("/undangan", ("hak", "coordinator  33"), ("wilayah", "33"))).Page, StringComparison.Ordinal);

        await using var known = await RunningServer.StartAsync("terms", settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["site"] = "https://peta.contoh.id/" });
        using var keeper = await Visitor.StewardAsync(known, "sari");
        var page = (await keeper.SendAsync("/undangan", ("hak", "coordinator  33"), ("wilayah", "33"))).Page;
        Assert.Contains("https://peta.contoh.id/undangan/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost/undangan/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://map.example.org", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://map.example.org", false)]
    [InlineData("https://map.example.org/network", false)]
    [InlineData("map.example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    public void An_address_that_people_could_not_open_safely_is_refused_in_a_sentence(string address, bool holds) => Assert.Equal(holds, SiteAddress.Fault(address) is null);

    private Grant Given(string account) => server.Services.GetRequiredService<NetworkMap.Graph.NetworkView>().Latest.Full.GrantsOf(account).Single();

    private async Task<string> InviteAsync(string right, params (string Name, string Value)[] more)
    {
        var (status, _, page, _) = await steward.SendAsync("/undangan", [("hak", right), .. more]);
        Assert.Equal(HttpStatusCode.OK, status);
        return LinkMade().Match(page).Value;
    }

    [GeneratedRegex("/(undangan|pulihkan)/[A-Za-z0-9_-]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkMade();

    [GeneratedRegex("name=\"tautan\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkField();

    [GeneratedRegex("<code>([a-z0-9-]{14})</code>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
